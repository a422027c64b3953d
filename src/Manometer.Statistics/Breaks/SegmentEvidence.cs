namespace Manometer.Statistics;

/// <summary>Log evidence of a segment with its own parameters integrated out, up to a constant that all segmentations of the rows share.</summary>
/// <remarks>
/// L2: mean N(overall mean, 10 s2), s2 IG(1/2, v/2), v half the mean squared first difference. Poisson: rate Gamma(1/2, 1/(2 overall mean)).
/// </remarks>
internal sealed class SegmentEvidence
{
    private const double Kappa = 0.1;

    private readonly double[] _sums;
    private readonly double[] _squares;
    private readonly double[] _byLength;
    private readonly bool _counts;
    private readonly double _scale;

    private SegmentEvidence(double[] sums, double[] squares, double[] byLength, bool counts, double scale) =>
        (_sums, _squares, _byLength, _counts, _scale) = (sums, squares, byLength, counts, scale);

    /// <summary>Null where the cost is no likelihood with a conjugate prior, there are several columns, or the series is constant.</summary>
    public static SegmentEvidence? Of(ReadOnlySpan<double> values, int columns, SegmentCost cost)
    {
        if (columns != 1 || cost is not (SegmentCost.L2 or SegmentCost.Poisson) || values.Length < 2)
            return null;
        var n = values.Length;
        var (sums, squares, byLength) = (new double[n + 1], new double[n + 1], new double[n + 1]);
        DoubleDouble total = default;
        foreach (var value in values)
            total += value;
        var mean = total.Value / n;
        if (cost == SegmentCost.Poisson)
        {
            for (var i = 0; i < n; i++)
                sums[i + 1] = sums[i] + values[i];
            if (mean == 0)
                return null;
            for (var i = 0; i <= n; i++)
                byLength[i] = Elementary.Log(0.5 / mean + i);
            return new SegmentEvidence(sums, squares, byLength, counts: true, 0.5 * Elementary.Log(0.5 / mean) - LogGamma.Of(0.5));
        }

        var rough = 0.0;
        for (var i = 1; i < n; i++)
            rough += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        var noise = Math.Sqrt(rough / (2 * (n - 1)));
        if (!(noise > 0 && double.IsFinite(noise)))
            return null;
        // in units of the noise, so that v = 1
        DoubleDouble sum = default, square = default;
        for (var i = 0; i < n; i++)
        {
            var value = (values[i] - mean) / noise;
            sum += value;
            square += DoubleDouble.Product(value, value);
            (sums[i + 1], squares[i + 1]) = (sum.Value, square.Value);
        }

        for (var i = 0; i <= n; i++)
            byLength[i] = LogGamma.Of(0.5 + 0.5 * i) + 0.5 * Elementary.Log(Kappa / (Kappa + i));
        return new SegmentEvidence(sums, squares, byLength, counts: false, 0.5 * Elementary.Log(0.5) - LogGamma.Of(0.5));
    }

    /// <summary>Log evidence of the rows [from, to).</summary>
    public double this[int from, int to]
    {
        get
        {
            var length = to - from;
            var sum = _sums[to] - _sums[from];
            if (_counts)
                return _scale + LogGamma.Of(0.5 + sum) - (0.5 + sum) * _byLength[length];
            // sum of squares about the prior mean, less what the segment's mean explains: SS + Kappa n m^2/(Kappa + n)
            var rest = Math.Max(0, _squares[to] - _squares[from] - sum * sum / (Kappa + length));
            return _scale + _byLength[length] - (0.5 + 0.5 * length) * Elementary.Log(0.5 + 0.5 * rest);
        }
    }
}
