using System.Globalization;

namespace Manometer.Statistics;

/// <summary>What these data cannot tell, in sentences.</summary>
internal static class OrdinalNotices
{
    public static IEnumerable<OrdinalWarning> Of(OrdinalFit fit, double[]? mask)
    {
        var data = fit.Data;
        var layout = fit.Nodes[0].State.Layout;
        var weight = Enumerable.Range(0, data.Reports.Count).Select(i => (mask ?? layout.Weight)[layout.RowOfReport[i]]).ToArray();
        var used = Enumerable.Range(0, data.Reports.Count).Where(i => weight[i] > 0).ToArray();
        List<OrdinalWarning> found = [];
        void Say(OrdinalWarningKind kind, string text) => found.Add(new(kind, text));

        if (used.Length < 10)
            Say(OrdinalWarningKind.FewReports, used.Length == 1 ? "One report carries weight: the bands are the prior's." : $"{used.Length} reports carry weight: the bands are little more than the prior's.");
        var bySource = used.GroupBy(i => data.Reports[i].Source).Select(g => g.Sum(i => weight[i])).ToArray();
        if (bySource.Length == 1)
            Say(OrdinalWarningKind.OneSource, "All reports come from one source: its lean cannot be told from the level, and a change of its lean cannot be told from a change of the state.");
        else if (bySource.Length > 1 && bySource.Max() > 0.5 * bySource.Sum())
            Say(OrdinalWarningKind.OneSourceDominates, string.Create(CultureInfo.InvariantCulture, $"One source gave {100 * bySource.Max() / bySource.Sum():F0} % of the weight; what it does, the index does."));
        if (used.Length > 1 && used.Select(i => data.Reports[i].Month).Distinct().Count() == 1)
            Say(OrdinalWarningKind.OneMonth, "All reports speak of one month: nothing can be said of movement.");
        if (used.Length > 0 && used.All(i => data.Reports[i].Origin < 0))
            Say(OrdinalWarningKind.OriginsUnknown, "No two reports share an origin other than their source; an assumed effect of shared origins widens the bands.");
        if (used.Length > 0 && fit.Model.Mixture)
        {
            var rich = used.Where(i => data.Reports[i].Event >= 0).GroupBy(i => data.Reports[i].Event)
                .Count(g => g.Select(i => data.Reports[i].Origin >= 0 ? data.Reports[i].Origin : -1 - i).Distinct().Count() >= 3);
            if (rich < 3)
                Say(OrdinalWarningKind.EventsWeak, "Fewer than three events have three independent origins: shared events cannot be told from unreliable sources, and both stay near their priors.");
        }
        if (layout.MeanEffect >= 0)
            OfEffects(fit, used, Say);
        return found;
    }

    private static void OfEffects(OrdinalFit fit, int[] used, Action<OrdinalWarningKind, string> say)
    {
        var data = fit.Data;
        var layout = fit.Nodes[0].State.Layout;
        var effect = fit.MeanEffect!;
        var contraction = string.Create(CultureInfo.InvariantCulture, $"{100 * effect.Contraction:F0} %");
        // identified when some pair of observed cell-months differs in exposure while sharing the common walk: a month with cells of unequal exposure
        var cells = used.Select(i => data.Reports[i].Cell).Concat(data.Series.SelectMany(s => s.Cells.Select(c => c.Cell))).Distinct().ToArray();
        var distinct = Enumerable.Range(0, data.Months).Any(t => cells.Select(c => Exposure(layout, c, t)).Distinct().Skip(1).Any());
        if (!distinct)
            say(OrdinalWarningKind.NotIdentifiable, $"Not identifiable from these data: every cell with reports is equally aimed at, so the common movement takes up the effect. Its posterior is narrower than its prior by {contraction}.");
        if (effect.Contraction < 0.2)
            say(OrdinalWarningKind.NoNews, $"No news of the effect: its posterior is narrower than its prior by {contraction}.");
        var start = data.Interventions.Min(i => i.Start);
        if (used.Length > 0 && used.All(i => data.Reports[i].Month >= start))
            say(OrdinalWarningKind.NothingBefore, "No report speaks of the time before the first intervention; the earlier level is assumed.");
        if (used.Length > 0 && used.All(i => data.Reports[i].Month <= start))
            say(OrdinalWarningKind.NothingAfter, "No report speaks of the time after the first intervention.");
    }

    private static double Exposure(OrdinalLayout layout, int cell, int month)
    {
        var sum = 0.0;
        for (var e = 0; e < layout.Data.Interventions.Count; e++)
            sum += layout.EffectTarget(e, cell) * layout.EffectPath(e, month);
        return sum;
    }
}
