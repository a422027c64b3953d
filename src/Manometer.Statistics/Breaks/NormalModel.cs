namespace Manometer.Statistics;

/// <summary>Twice the negative log-likelihood of a normal segment with a least variance, without constants.</summary>
/// <remarks>Below the floor the likelihood at the floor counts, not the floor alone: only so does a break never cost, which the pruning rests on.</remarks>
internal readonly struct NormalModel<TReal>(SquaredModel<TReal> inner, double floor, double logFloor) : ISegmentModel where TReal : struct, IReal<TReal>
{
    public double Cost(int from, int to)
    {
        double length = to - from;
        var variance = inner.Cost(from, to) / length;
        return length * (variance >= floor ? Elementary.Log(variance) : logFloor + variance / floor - 1);
    }
}
