namespace Manometer.Statistics;

/// <summary>Means of several entrants under one model: d = m_i + e, m_i ~ N(0, tau^2), e ~ N(0, s^2).</summary>
/// <remarks>
/// tau and s by maximum likelihood; as the model has no fixed effect, this is the restricted likelihood (Patterson and Thompson 1971). s is profiled out, the ratio tau^2 / s^2 is sought on a
/// grid of logarithms and refined by golden section. Both have a floor, so that a board of equals is not called certain. Values of one cluster are averaged first and count as one. Where fewer than
/// three entrants have two clusters, tau and s cannot be told apart: each then gets half of the mean square, and the fit says so.
/// </remarks>
/// <param name="Between">tau, at least 0.02.</param>
/// <param name="Within">s, at least 0.02.</param>
/// <param name="Identified">Could tau and s be told apart?</param>
/// <param name="Entrants">One mean an entrant, in order of its number.</param>
public sealed record Shrinkage(double Between, double Within, bool Identified, IReadOnlyList<ShrunkenMean> Entrants)
{
    private const int FewestRepeated = 3;
    private const double Floor = 0.02;

    /// <summary>Fits the model.</summary>
    /// <param name="entrants">Number of the entrant of each value, from 0 without gaps.</param>
    /// <param name="clusters">Number of the cluster of each value; values of one entrant in one cluster are averaged.</param>
    /// <param name="values">The values.</param>
    /// <exception cref="ScoringException">Lists that do not fit, an entrant without a value, or a value that is not finite.</exception>
    public static Shrinkage Fit(ReadOnlySpan<int> entrants, ReadOnlySpan<int> clusters, ReadOnlySpan<double> values)
    {
        Require.SameLength(entrants.Length, values.Length, "entrants as values");
        Require.SameLength(clusters.Length, values.Length, "clusters as values");
        var sums = new SortedDictionary<(int Entrant, int Cluster), (double Sum, int Count)>();
        for (var i = 0; i < values.Length; i++)
        {
            var (sum, count) = sums.GetValueOrDefault((entrants[i], clusters[i]));
            sums[(entrants[i], clusters[i])] = (sum + Require.Finite(values[i], "value"), count + 1);
        }

        var groups = new List<(int Count, double Mean, double Squares)>();
        foreach (var group in sums.GroupBy(pair => pair.Key.Entrant))
        {
            if (group.Key != groups.Count)
                throw new ScoringException(ScoringFault.Shape, "The entrants are not numbered from 0 without gaps.");
            double[] means = [.. group.Select(pair => pair.Value.Sum / pair.Value.Count)];
            var mean = means.Sum() / means.Length;
            groups.Add((means.Length, mean, means.Sum(value => (value - mean) * (value - mean))));
        }

        var total = groups.Sum(group => group.Count);
        var identified = groups.Count(group => group.Count > 1) >= FewestRepeated;
        var ratio = !identified ? 1 : Maximise(log => LogLikelihood(groups, total, Elementary.Exp(log)));
        var within = Math.Sqrt((identified ? Squares(groups, ratio) : Squares(groups, 0) / 2) / total);
        var between = Math.Max(Floor, within * Math.Sqrt(ratio));
        within = Math.Max(Floor, within);
        return new Shrinkage(between, within, identified, [.. groups.Select(group => ShrunkenMean.Of(group.Mean, group.Count, between, within))]);
    }

    private static double Squares(List<(int Count, double Mean, double Squares)> groups, double ratio)
    {
        var sum = 0.0;
        foreach (var (count, mean, squares) in groups)
            sum += squares + count * mean * mean / (1 + count * ratio);
        return sum;
    }

    private static double LogLikelihood(List<(int Count, double Mean, double Squares)> groups, int total, double ratio)
    {
        var sum = -total * Elementary.Log(Squares(groups, ratio) + 1e-12);
        foreach (var (count, _, _) in groups)
            sum -= Elementary.Log(1 + count * ratio);
        return sum / 2;
    }

    private static double Maximise(Func<double, double> f)
    {
        const double Low = -14, High = 7, Step = 0.5;
        var best = Low;
        for (var x = Low; x <= High; x += Step)
            if (f(x) > f(best))
                best = x;
        double a = best - Step, b = best + Step;
        const double Golden = 0.6180339887498949;
        for (var i = 0; i < 60; i++)
        {
            double left = b - Golden * (b - a), right = a + Golden * (b - a);
            if (f(left) >= f(right))
                b = right;
            else
                a = left;
        }

        return Elementary.Exp((a + b) / 2);
    }
}
