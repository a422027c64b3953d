namespace Manometer.Statistics;

/// <summary>Several series tested against one intervention, with the false dates in common.</summary>
/// <param name="Effects">The effect on each series.</param>
/// <param name="Statistics">|mean| / sd of each.</param>
/// <param name="Dates">The false dates: midpoints of neighbouring times of all series together that every series admits, more than 3 months from each other.</param>
/// <param name="Placebos">For each false date the statistics of all series.</param>
/// <param name="P">Of each series by itself, over these dates.</param>
/// <param name="AdjustedP">Of each series, adjusted for the number of series by step-down maxT.</param>
public sealed record FamilyTest(IReadOnlyList<InterventionEffect> Effects, IReadOnlyList<double> Statistics, IReadOnlyList<double> Dates, IReadOnlyList<double[]> Placebos, IReadOnlyList<double> P, IReadOnlyList<double> AdjustedP)
{
    /// <summary>The least P these dates could give; above 0.05 no 5 % test is possible with them.</summary>
    public double SmallestP => 1.0 / (1.0 + Dates.Count);

    /// <summary>Tests all series against one intervention; other interventions of a series stay in its model.</summary>
    /// <param name="series">The series, each with the intervention among its own at the index.</param>
    /// <param name="index">Which intervention of each series.</param>
    /// <exception cref="InterruptedException">A series cannot be fitted, or the series name different times for the intervention.</exception>
    public static FamilyTest Of(IReadOnlyList<InterruptedSeries> series, int index = 0)
    {
        ArgumentNullException.ThrowIfNull(series);
        foreach (var one in series)
        {
            one.Check();
            if (one.Interventions[index].Time != series[0].Interventions[index].Time)
                throw new InterruptedException(InterruptedFault.Interventions, "Series of a family are tested against one and the same time.");
        }

        double[] times = [.. series.SelectMany(one => one.Points).Select(point => point.Time).Distinct().Order()];
        double[] dates = [.. Enumerable.Range(1, Math.Max(0, times.Length - 1)).Select(i => times[i - 1] + 0.5 * (times[i] - times[i - 1])).Where(date => series.All(one => one.IsPlacebo(date)))];
        dates = [.. DatePlacebos.SpacedFrom(series[0].Interventions[index].Time, dates, InterruptedSeries.PlaceboDistance).Select(i => dates[i])];
        InterventionEffect[] effects = [.. series.Select(one => one.Fit().Effects[index])];
        double[] observed = [.. effects.Select(effect => Math.Abs(effect.Mean) / effect.Sd)];
        double[][] placebos = [.. dates.Select(date => series.Select(one => one.StatisticAt(date, index)).ToArray())];
        double[] p = [.. observed.Select((statistic, j) => (1.0 + placebos.Count(row => row[j] >= statistic)) / (1.0 + placebos.Length))];
        return new FamilyTest(effects, observed, dates, placebos, p, Multiplicity.MaxT(observed, placebos));
    }
}
