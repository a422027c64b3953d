using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Each known observation with its report, step, months and measures, in order of time.</summary>
internal static class ObservationViews
{
    public static IReadOnlyList<AssessedObservation> Build(KnownRecord known, IReadOnlyList<string> months, MeasureMatching matching)
    {
        var inPeriod = months.ToHashSet(StringComparer.Ordinal);
        var views = new List<AssessedObservation>(known.Observations.Count);
        var witnesses = Happenings.Witnesses(known);
        foreach (var coded in known.Observations)
            views.Add(View(coded, known.Taxonomy, inPeriod, matching, coded.Event is { } happening ? witnesses[happening] : 1));
        views.Sort(InTime);
        return views;
    }

    private static AssessedObservation View(KnownRecord.Coded coded, Taxonomy taxonomy, HashSet<string> inPeriod, MeasureMatching matching, int witnesses)
    {
        var (observation, report, source, _) = coded;
        return new AssessedObservation
        {
            Id = observation.Id,
            Report = report.Id,
            Source = source.Id,
            Selector = report.Selector,
            Title = report.Title,
            Published = report.Published.ToString(),
            Url = report.Url,
            Chain = report.Chain,
            When = observation.When.ToString(),
            First = observation.When.FirstDay,
            Last = observation.When.LastDay,
            Months = [.. Months.Of(observation.When).Where(inPeriod.Contains)],
            Place = observation.Place,
            PlaceStated = observation.PlaceStated,
            Sector = observation.Sector,
            Group = observation.Group,
            Indicator = observation.Indicator,
            Direction = Word.Of(observation.Direction),
            Kind = Word.Of(observation.Kind),
            Step = taxonomy.StepOf(observation),
            StepByCoder = observation.StepOverride is not null && taxonomy.DerivedStep(observation) != new PressureStep(observation.StepOverride.Value),
            StepReason = observation.StepReason,
            Magnitude = observation.Magnitude?.ToString(),
            Attribution = Words.Tie(observation),
            Polarity = Word.Of(observation.Polarity),
            Reliability = source.Reliability.ToString(),
            Credibility = observation.Credibility,
            Origin = coded.Origin,
            OriginBy = Word.Of(coded.OriginBy),
            Copy = coded.Copy,
            Event = coded.Event,
            Witnesses = witnesses,
            Summary = observation.Summary,
            Note = observation.Note,
            Measures = matching.Of(observation),
        };
    }

    private static int InTime(AssessedObservation left, AssessedObservation right)
    {
        var byDay = Nullable.Compare(left.First ?? left.Last, right.First ?? right.Last);
        return byDay != 0 ? byDay : string.CompareOrdinal(left.Id, right.Id);
    }
}
