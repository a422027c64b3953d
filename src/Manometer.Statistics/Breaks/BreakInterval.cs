namespace Manometer.Statistics;

/// <summary>Interval of a break date from the limiting distribution of its estimate.</summary>
/// <remarks>
/// Bai (1997), in the form of Zeileis, Leisch, Hornik and Kleiber (2002). Near the true date the criterion is a two-sided random walk: each row gains, on average, <c>m1</c> for the old segment before the
/// date and <c>m2</c> for the new one after it, with variances <c>v1</c>, <c>v2</c>. In units of <c>v1/(4 m1^2)</c> rows the argmax has a known distribution with xi = m2/m1 and phi = v2/v1. For a change of mean
/// the gain of row y is d (y - middle), and this is the published interval.
/// </remarks>
internal static class BreakInterval
{
    private const int Sampled = 512;
    private const double InverseRootTwoPi = 0.39894228040143267794;

    public static (int Lower, int Upper) Of(Preparation data, SegmentCost cost, int from, int at, int to, double level, out bool cut)
    {
        var (m1, v1, m2, v2) = Walk(data, cost, from, at, to);
        cut = false;
        if (v1 == 0 && v2 == 0 && m1 > 0 && m2 > 0)
            return (at, at);
        if (v1 == 0 || v2 == 0)
            v1 = v2 = ((at - from) * v1 + (to - at) * v2) / (to - from);
        var (lowest, highest) = (from + 1, to - 1);
        cut = true;
        if (!(m1 > 0 && m2 > 0 && v1 > 0 && double.IsFinite(v2 / v1)))
            return (lowest, highest);
        var (xi, phi) = (m2 / m1, v2 / v1);
        var rows = v1 / (4 * m1 * m1);
        var after = Quantile(0.5 * (1 + level), xi, phi) * rows;
        var before = Quantile(0.5 * (1 - level), xi, phi) * rows;
        var lower = Math.Max(at - Math.Ceiling(after), lowest);
        var upper = Math.Min(at - Math.Floor(before), highest);
        cut = at - Math.Ceiling(after) < lowest || at - Math.Floor(before) > highest;
        return ((int)Math.Min(lower, at), (int)Math.Max(upper, at));
    }

    /// <summary>Probability that the argmax lies at or below x.</summary>
    public static double Cdf(double x, double xi, double phi)
    {
        var size = Math.Abs(x);
        var root = Math.Sqrt(size);
        if (x < 0)
        {
            var r = xi / phi;
            return -root * InverseRootTwoPi * Elementary.Exp(-size / 8)
                - phi / xi * (phi + 2 * xi) / (phi + xi) * Elementary.Exp(-size / 8) * ScaledTail((0.5 + r) * root)
                + (size / 2 - 2 + (phi + 2 * xi) * (phi + 2 * xi) / ((phi + xi) * xi)) * Normal.Survival(root / 2);
        }

        var q = xi * xi / phi;
        var decay = Elementary.Exp(-q * size / 8);
        return 1 + Math.Sqrt(q) * root * InverseRootTwoPi * decay
            + xi / phi * (2 * phi + xi) / (phi + xi) * decay * ScaledTail((phi + xi / 2) * root / Math.Sqrt(phi))
            - ((2 * phi + xi) * (2 * phi + xi) / ((phi + xi) * phi) - 2 + q * size / 2) * Normal.Survival(Math.Sqrt(q) * root / 2);
    }

    /// <summary>The point below which the argmax lies with probability p.</summary>
    public static double Quantile(double p, double xi, double phi)
    {
        var (low, high) = (-1.0, 1.0);
        while (low > -1e12 && Cdf(low, xi, phi) > p)
            low *= 2;
        while (high < 1e12 && Cdf(high, xi, phi) < p)
            high *= 2;
        for (var i = 0; i < 200 && high - low > 1e-12 * Math.Max(1, Math.Abs(low)); i++)
        {
            var middle = low + (high - low) / 2;
            if (Cdf(middle, xi, phi) < p)
                low = middle;
            else
                high = middle;
        }

        return low + (high - low) / 2;
    }

    // e^(z^2/2) (1 - Phi(z)) for z >= 0
    private static double ScaledTail(double z)
    {
        if (z < 8)
            return Normal.Survival(z) * Elementary.Exp(0.5 * z * z);
        var value = z;
        for (var k = 40; k >= 1; k--)
            value = z + k / value;
        return InverseRootTwoPi / value;
    }

    // mean gain and its variance (divisor length), before and after
    private static (double M1, double V1, double M2, double V2) Walk(Preparation data, SegmentCost cost, int from, int at, int to)
    {
        var p = data.Columns;
        var left = new double[p];
        var right = new double[p];
        for (var j = 0; j < p; j++)
        {
            left[j] = Mean(data, j, from, at);
            right[j] = Mean(data, j, at, to);
        }

        var (s1, s2) = (0.0, 0.0);
        if (cost == SegmentCost.Normal)
            (s1, s2) = (Math.Max(Variance(data, from, at, left[0]), data.Floor), Math.Max(Variance(data, at, to, right[0]), data.Floor));
        if (cost == SegmentCost.Rbf)
            (s1, s2) = (Within(data, from, at), Within(data, at, to));
        var (m1, v1) = Moments(from, at);
        var (m2, v2) = Moments(at, to);
        return (-m1, v1, m2, v2);

        (double Mean, double Variance) Moments(int first, int after)
        {
            // the kernel's gain costs a sum over both segments: of long ones, rows at even distances are taken
            var step = cost == SegmentCost.Rbf ? Math.Max(1, (after - first) / Sampled) : 1;
            var (mean, squares, count) = (0.0, 0.0, 0);
            for (var i = first; i < after; i += step)
            {
                var gain = Gain(i);
                var change = gain - mean;
                mean += change / ++count;
                squares += change * (gain - mean);
            }

            return (mean, squares / count);
        }

        double Gain(int row)
        {
            var y = data.Values.Slice(row * p, p);
            switch (cost)
            {
                case SegmentCost.Poisson:
                    // with half a count on each side, so that a segment of zeros has a rate
                    var (before, after) = ((left[0] * (at - from) + 0.5) / (at - from), (right[0] * (to - at) + 0.5) / (to - at));
                    return y[0] * Elementary.Log(after / before) - (after - before);
                case SegmentCost.Normal:
                    return 0.5 * (Elementary.Log(s1 / s2) + (y[0] - left[0]) * (y[0] - left[0]) / s1 - (y[0] - right[0]) * (y[0] - right[0]) / s2);
                case SegmentCost.Rbf:
                    // the witness function (Gretton et al. 2012), 0 half way between the two segments
                    return Similarity(data, row, at, to) - Similarity(data, row, from, at) - 0.5 * (s2 - s1);
                default:
                    var gain = 0.0;
                    for (var j = 0; j < p; j++)
                        gain += (right[j] - left[j]) * (y[j] - 0.5 * (left[j] + right[j]));
                    return gain;
            }
        }
    }

    // mean kernel of a row to the rows [first, end), of which at most 128 at even distances are taken
    private static double Similarity(Preparation data, int row, int first, int end)
    {
        var step = Math.Max(1, (end - first) / 128);
        var (sum, count) = (0.0, 0);
        for (var i = first; i < end; i += step, count++)
        {
            var distance = 0.0;
            for (var j = 0; j < data.Columns; j++)
            {
                var d = data.Values[i * data.Columns + j] - data.Values[row * data.Columns + j];
                distance += d * d;
            }

            sum += Elementary.Exp(-data.Gamma * distance);
        }

        return sum / count;
    }

    private static double Within(Preparation data, int first, int end)
    {
        var step = Math.Max(1, (end - first) / 128);
        var (sum, count) = (0.0, 0);
        for (var i = first; i < end; i += step, count++)
            sum += Similarity(data, i, first, end);
        return sum / count;
    }

    private static double Mean(Preparation data, int column, int from, int to)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
            sum += data.Values[i * data.Columns + column];
        return sum / (to - from);
    }

    private static double Variance(Preparation data, int from, int to, double mean)
    {
        var sum = 0.0;
        for (var i = from; i < to; i++)
            sum += (data.Values[i] - mean) * (data.Values[i] - mean);
        return sum / (to - from);
    }
}
