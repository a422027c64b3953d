using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>What the happenings that several origins tell of say about the sources that told of them.</summary>
/// <remarks>An item is a happening, a class the sign of the step (eased, no change, worsened), a label what a source says, statements of one origin sharing one vote. See <see cref="CalibratedTruth"/>.</remarks>
internal static class Trust
{
    /// <summary>How many statements the letter is worth.</summary>
    private const double Strength = 10;

    public static IReadOnlyDictionary<string, SourceTrust> Of(KnownRecord known, IReadOnlyList<AssessedObservation> views)
    {
        var stepped = views.Where(view => view.Step is not null).ToList();
        var sources = stepped.Select(view => view.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var number = sources.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        var prior = sources.Select(source => ModelInput.ReliabilityOf(known.Sources[source].Reliability)).ToList();
        var labels = new List<Label>();
        var item = 0;
        foreach (var happening in stepped.Where(view => view is { Event: not null, Witnesses: > 1 }).GroupBy(view => view.Event!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (happening.Select(view => view.Origin).Distinct(StringComparer.Ordinal).Count() < 2)
                continue;
            var votes = happening.CountBy(view => view.Origin, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            foreach (var view in happening)
                labels.Add(new Label(item, number[view.Source], view.Step!.Value.Sign + 1, 1.0 / votes[view.Origin]));
            item++;
        }

        var fit = labels.Count == 0 ? null : CalibratedTruth.Fit(LabelSet.Of([.. labels, .. Padding(labels, sources.Count)], 3), new CalibratedTruthOptions { PriorAccuracy = prior, PriorStrength = Strength });
        return sources.Index().ToDictionary(pair => pair.Item, pair => From(prior[pair.Index], fit?.Record(pair.Index) ?? default), StringComparer.Ordinal);
    }

    // sources that label nothing still have their number: a label of an item of its own, which nobody else judges
    private static IEnumerable<Label> Padding(List<Label> labels, int sources)
    {
        var items = labels.Max(label => label.Item) + 1;
        if (labels.Max(label => label.Source) < sources - 1)
            yield return new Label(items, sources - 1, 1);
    }

    private static SourceTrust From(double prior, SourceRecord record)
    {
        var (a, b) = (Strength * prior + record.Right, Strength * (1 - prior) + record.Judged - record.Right);
        return new SourceTrust { Prior = prior, Judged = record.Judged, Right = record.Right, Mean = a / (a + b), Low = Beta.Quantile(0.05, a, b), High = Beta.Quantile(0.95, a, b) };
    }
}
