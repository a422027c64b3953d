namespace Manometer.Statistics;

/// <summary>The effect of one intervention beside those found at dates on which nothing is known to have happened.</summary>
/// <param name="Effect">The effect at the true date.</param>
/// <param name="Statistic">|mean| / sd of it.</param>
/// <param name="Dates">The false dates, ascending: midpoints of neighbouring times with at least 6 points before and 4 after, more than 3 months from every true date.</param>
/// <param name="Statistics">|mean| / sd at each false date, the other interventions in place.</param>
public sealed record DatePlacebos(InterventionEffect Effect, double Statistic, IReadOnlyList<double> Dates, IReadOnlyList<double> Statistics)
{
    /// <summary>Share of dates, the true one with them, at which as much was found: (1 + number as large) / (1 + N).</summary>
    public double P => (1.0 + Statistics.Count(one => one >= Statistic)) / (1.0 + Statistics.Count);

    /// <summary>The least P these dates could give.</summary>
    public double SmallestP => 1.0 / (1.0 + Statistics.Count);

    /// <summary>Could a test at the level be passed at all? With fewer than 19 false dates none at 5 % can.</summary>
    public bool IsPossibleAt(double level) => SmallestP <= level;
}
