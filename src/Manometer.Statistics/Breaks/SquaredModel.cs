using System.Runtime.CompilerServices;

namespace Manometer.Statistics;

/// <summary>Sums and sums of squares of a centred and scaled series.</summary>
internal readonly struct SquaredModel<TReal>(TReal[] sums, TReal[] squares, double lowest, double highest) : IFunctionalModel<TReal> where TReal : struct, IReal<TReal>
{
    public double Lowest => lowest;

    public double Highest => highest;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Cost(int from, int to)
    {
        var sum = sums[to] - sums[from];
        var cost = (squares[to] - squares[from] - sum * sum / TReal.From(to - from)).Value;
        return cost > 0 ? cost : 0;
    }

    public TReal Constant(int s, double best) => TReal.From(best) - squares[s];

    public TReal Linear(int s) => sums[s] + sums[s];

    public TReal Weight(int s) => TReal.From(s);

    public TReal U(double mu) => TReal.From(mu);

    public TReal V(double mu) => TReal.From(mu) * TReal.From(mu);

    public double Peak(TReal b, TReal w) => 0.5 * b.Value / w.Value;

    public double Root(TReal k, TReal b, TReal w, bool left, double outside)
    {
        var half = b * TReal.From(0.5);
        var discriminant = (half * half + w * k).Value;
        var root = Math.Sqrt(discriminant > 0 ? discriminant : 0);
        var h = half.Value;
        if (left)
            return h > 0 ? -k.Value / (h + root) : (h - root) / w.Value;
        return h < 0 ? k.Value / (root - h) : (h + root) / w.Value;
    }
}
