namespace Manometer.Statistics;

/// <summary>The effect of one intervention beside those found at dates on which nothing is known to have happened.</summary>
/// <remarks>
/// What is found at neighbouring dates is nearly the same. The true date has no neighbour among the false ones, which keep 3 months from it, so it would win against the rest more often than its share: counting every false
/// date rejected 8 % of true nulls at a nominal 5 % (docs/methods/interrupted.md). The test therefore counts false dates that keep that distance from each other too.
/// </remarks>
/// <param name="Effect">The effect at the true date.</param>
/// <param name="Statistic">|mean| / sd of it.</param>
/// <param name="Dates">All false dates, ascending: midpoints of neighbouring times with at least 6 points before and 4 after, more than 3 months from every true date.</param>
/// <param name="Statistics">|mean| / sd at each false date, the other interventions in place.</param>
/// <param name="Spaced">Indices of the false dates the test counts: those met walking away from the true date, each more than 3 months from the last.</param>
public sealed record DatePlacebos(InterventionEffect Effect, double Statistic, IReadOnlyList<double> Dates, IReadOnlyList<double> Statistics, IReadOnlyList<int> Spaced)
{
    /// <summary>Number of all false dates at which as much was found.</summary>
    public int AsLarge => Statistics.Count(one => one >= Statistic);

    /// <summary>Share of the spaced dates, the true one with them, at which as much was found: (1 + number as large) / (1 + N).</summary>
    public double P => (1.0 + Spaced.Count(i => Statistics[i] >= Statistic)) / (1.0 + Spaced.Count);

    /// <summary>The least P these dates could give.</summary>
    public double SmallestP => 1.0 / (1.0 + Spaced.Count);

    /// <summary>Could a test at the level be passed at all? With fewer than 19 spaced dates none at 5 % can.</summary>
    public bool IsPossibleAt(double level) => SmallestP <= level;

    /// <summary>Indices of ascending dates, each more than so far from the last, walking away from a true one to both sides.</summary>
    internal static int[] SpacedFrom(double origin, IReadOnlyList<double> dates, double distance)
    {
        var taken = new List<int>();
        var last = origin;
        for (var i = 0; i < dates.Count; i++)
            if (dates[i] > last + distance)
            {
                taken.Add(i);
                last = dates[i];
            }

        last = origin;
        for (var i = dates.Count - 1; i >= 0; i--)
            if (dates[i] < last - distance)
            {
                taken.Add(i);
                last = dates[i];
            }

        taken.Sort();
        return [.. taken];
    }
}
