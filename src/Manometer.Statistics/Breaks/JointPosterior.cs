namespace Manometer.Statistics;

/// <summary>Posterior of the dates of a known number of breaks, by a forward and a backward pass over segments (Fearnhead 2006).</summary>
internal static class JointPosterior
{
    public static BreakPosterior[] Of(SegmentEvidence evidence, int n, int breaks, int minimum)
    {
        if (breaks == 1)
            return [Between(evidence, 0, n, minimum)];
        // forward[k][t]: log sum over segmentations of the first t rows into k + 1 segments; backward[k][s]: of the rows from s into k + 1
        var forward = new double[breaks][];
        var backward = new double[breaks][];
        var segment = new double[n + 1];
        for (var k = 0; k < breaks; k++)
            (forward[k], backward[k]) = (new double[n + 1], new double[n + 1]);
        for (var t = 0; t <= n; t++)
        {
            for (var s = 0; s <= t - minimum; s++)
                segment[s] = evidence[s, t];
            forward[0][t] = t >= minimum ? segment[0] : double.NegativeInfinity;
            for (var k = 1; k < breaks; k++)
                forward[k][t] = LogSum(forward[k - 1], segment, k * minimum, t - minimum);
        }

        for (var s = n; s >= 0; s--)
        {
            for (var t = s + minimum; t <= n; t++)
                segment[t] = evidence[s, t];
            backward[0][s] = s <= n - minimum ? segment[n] : double.NegativeInfinity;
            for (var k = 1; k < breaks; k++)
                backward[k][s] = LogSum(backward[k - 1], segment, s + minimum, n - k * minimum);
        }

        var all = new BreakPosterior[breaks];
        for (var j = 0; j < breaks; j++)
        {
            var first = (j + 1) * minimum;
            var log = new double[n - (breaks - j) * minimum - first + 1];
            for (var i = 0; i < log.Length; i++)
                log[i] = forward[j][first + i] + backward[breaks - 1 - j][first + i];
            all[j] = Normalised(first, log);
        }

        return all;
    }

    /// <summary>The posterior of one break between two rows.</summary>
    public static BreakPosterior Between(SegmentEvidence evidence, int from, int to, int minimum)
    {
        if (to - from < 2 * minimum)
            minimum = 1;
        var log = new double[to - from - 2 * minimum + 1];
        for (var i = 0; i < log.Length; i++)
            log[i] = evidence[from, from + minimum + i] + evidence[from + minimum + i, to];
        return Normalised(from + minimum, log);
    }

    private static BreakPosterior Normalised(int first, double[] log)
    {
        var most = log.Max();
        var sum = 0.0;
        for (var i = 0; i < log.Length; i++)
            sum += log[i] = Elementary.Exp(log[i] - most);
        for (var i = 0; i < log.Length; i++)
            log[i] /= sum;
        return new BreakPosterior(first, log);
    }

    private static double LogSum(double[] a, double[] b, int from, int to)
    {
        var most = double.NegativeInfinity;
        for (var i = from; i <= to; i++)
            most = Math.Max(most, a[i] + b[i]);
        if (double.IsNegativeInfinity(most))
            return most;
        var sum = 0.0;
        for (var i = from; i <= to; i++)
            if (a[i] + b[i] - most is > -40 and var gap)
                sum += Elementary.Exp(gap);
        return most + Elementary.Log(sum);
    }
}
