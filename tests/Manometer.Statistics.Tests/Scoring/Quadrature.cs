namespace Manometer.Statistics.Tests;

/// <summary>Adaptive Gauss-Legendre quadrature, 15 points against two halves of 15: the definition of a score, computed without its closed form.</summary>
internal static class Quadrature
{
    private static readonly double[] Nodes = [0, 0.20119409399743452, 0.39415134707756337, 0.57097217260853885, 0.72441773136017005, 0.84820658341042722, 0.93727339240070590, 0.98799251802048543];
    private static readonly double[] Weights = [0.20257824192556127, 0.19843148532711158, 0.18616100001556221, 0.16626920581699393, 0.13957067792615431, 0.10715922046717194, 0.07036604748810812, 0.03075324199611727];

    public static double Integrate(Func<double, double> f, double from, double to, double tolerance) =>
        from >= to ? 0 : Refine(f, from, to, Panel(f, from, to), tolerance, 40);

    /// <summary>CRPS by its definition; the distribution is held between two points beyond which it is 0 or 1 for double precision.</summary>
    public static double Crps(PredictiveDistribution forecast, double y, params double[] breaks)
    {
        double low = y - 1, high = y + 1, step = 1;
        while (forecast.Cdf(low) > 1e-13 && step < 1e12)
            low = y - (step *= 2);
        step = 1;
        while (1 - forecast.Cdf(high) > 1e-13 && step < 1e12)
            high = y + (step *= 2);
        var rings = Enumerable.Range(-2, 45).Select(k => Math.ScaleB(1, k));
        double left = low, right = high;
        for (var i = 0; i < 60; i++)
            (left, right) = forecast.Cdf((left + right) / 2) < 0.5 ? ((left + right) / 2, right) : (left, (left + right) / 2);
        rings = [.. rings.Concat(rings.Select(ring => -ring))];
        double[] cuts = [.. rings.SelectMany(ring => new[] { y + ring, left + ring }).Concat(breaks).Append(y).Append(low).Append(high).Where(cut => cut >= low && cut <= high).Distinct().Order()];
        var sum = 0.0;
        for (var i = 1; i < cuts.Length; i++)
        {
            var (from, to) = (cuts[i - 1], cuts[i]);
            sum += to <= y
                ? Integrate(x => Square(forecast.Cdf(x)), from, to, 1e-13)
                : Integrate(x => Square(1 - forecast.Cdf(x)), from, to, 1e-13);
        }

        return sum;
    }

    private static double Square(double x) => x * x;

    private static double Refine(Func<double, double> f, double from, double to, double whole, double tolerance, int depth)
    {
        var middle = from + (to - from) / 2;
        double left = Panel(f, from, middle), right = Panel(f, middle, to);
        if (depth == 0 || Math.Abs(left + right - whole) <= tolerance + 1e-13 * (to - from))
            return left + right;
        return Refine(f, from, middle, left, tolerance, depth - 1) + Refine(f, middle, to, right, tolerance, depth - 1);
    }

    // the ends are not evaluated: a jump there does not matter
    private static double Panel(Func<double, double> f, double from, double to)
    {
        double centre = (from + to) / 2, half = (to - from) / 2, sum = Weights[0] * f(centre);
        for (var i = 1; i < Nodes.Length; i++)
            sum += Weights[i] * (f(centre - half * Nodes[i]) + f(centre + half * Nodes[i]));
        return sum * half;
    }
}
