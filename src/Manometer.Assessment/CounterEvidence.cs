namespace Manometer.Assessment;

/// <summary>Gathers what speaks against a reading of growing pressure, or against leaning on the record. What is not there is left out.</summary>
internal static class CounterEvidence
{
    public static IReadOnlyList<CounterPoint> Gather(
        IReadOnlyList<AssessedObservation> views,
        IReadOnlyList<AssessedObservation> stepped,
        IReadOnlyList<AssessedSeries> series,
        AssessedImpacts? impacts,
        Coverage coverage,
        IReadOnlyList<Contradiction> contradictions,
        IReadOnlyList<CellBalance> cells)
    {
        var points = new List<CounterPoint>();
        var judged = (impacts?.Rows ?? []).Where(row => row.Reading is not ("refused" or "no-news")).GroupBy(row => row.Series, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.ToList(), StringComparer.Ordinal);
        Add("none-seen", [], [.. series.Where(one => judged.TryGetValue(one.Name, out var rows) && rows.TrueForAll(row => row.Reading == "none-seen" && row.Effect == "tightens"))], judged.Count);
        var compared = series.Where(one => one is { Role: "outcome", Comparison: not null } && !judged.ContainsKey(one.Name)).ToList();
        Add("flat-series", [], [.. compared.Where(one => one.Comparison!.Flat)], compared.Count);
        Add("contrary-series", [], [.. compared.Where(one => !one.Comparison!.Flat && one.Pressure * (one.Comparison.MedianAfter - one.Comparison.MedianBefore) < 0)], compared.Count);
        foreach (var (selector, count) in Selections(stepped, coverage))
            points.Add(new CounterPoint { Kind = "selection", Source = selector, Count = count, Of = stepped.Count });

        Add("untied", [.. stepped.Where(view => view.Attribution != "asserted")], [], stepped.Count);
        Add("other-cause", [.. views.Where(view => view.Attribution == "other-cause")], [], views.Count);
        Add("denied", [.. views.Where(view => view.Attribution == "denied")], [], views.Count);
        Add("eased", [.. stepped.Where(view => view.Step!.Value.Sign <= 0)], [], stepped.Count);
        Add("contradiction", [.. views.Where(Contradicted(contradictions))], [], contradictions.Count, contradictions.Count);
        var counted = cells.Where(cell => cell.Balance is not null).ToList();
        var lone = counted.Count(cell => cell.Balance!.Origins == 1);
        if (lone > 0)
            points.Add(new CounterPoint { Kind = "one-origin", Count = lone, Of = counted.Count });
        return points;

        void Add(string kind, IReadOnlyList<AssessedObservation> observations, IReadOnlyList<AssessedSeries> those, int of, int? count = null)
        {
            if (observations.Count + those.Count == 0)
                return;
            points.Add(new CounterPoint
            {
                Kind = kind,
                Observations = [.. observations.Select(view => view.Id)],
                Series = [.. those.Select(one => one.Name)],
                Count = count ?? Math.Max(observations.Count, those.Count),
                Of = of,
            });
        }
    }

    // the main selector, and any other that brought in a tenth or more: a second hand does not hide the lean of the first
    private static IEnumerable<(string Selector, int Count)> Selections(IReadOnlyList<AssessedObservation> stepped, Coverage coverage) =>
        stepped.Select(view => view.Selector).OfType<string>().Append(coverage.MainSelector).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(selector => (Selector: selector, Count: stepped.Count(view => view.Selector == selector || view.Source == selector)))
            .Where(one => one.Selector == coverage.MainSelector || one.Count * 10 >= stepped.Count)
            .OrderByDescending(one => one.Count)
            .ThenBy(one => one.Selector, StringComparer.Ordinal);

    private static Func<AssessedObservation, bool> Contradicted(IReadOnlyList<Contradiction> contradictions)
    {
        var ids = contradictions.SelectMany(one => one.Worsened.Concat(one.Eased).Concat(one.Unchanged)).ToHashSet(StringComparer.Ordinal);
        return view => ids.Contains(view.Id);
    }
}
