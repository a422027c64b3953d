using Manometer.Assessment;

namespace Manometer.Publishing.Page;

/// <summary>Effects of measures on series in words: no firmer than the placebos and the other rows allow.</summary>
internal static class ImpactSay
{
    /// <summary>The heading of the section: what stands out first, then how many say what.</summary>
    public static string Section(PageModel model)
    {
        var rows = model.A.Impacts!.Rows;
        var told = rows.Where(row => row.Reading != "refused").ToList();
        if (told.Count == 0)
            return $"None of {Say.Few(rows.Count, "comparison")} of a measure with a series can be made";
        var settled = told.Where(row => row.Reading is "towards" or "away").ToList();
        var untestable = told.Count(row => row.Test is not { SmallestP: <= 0.05 });
        var few = untestable == 0 ? "" : $"; for {(untestable == told.Count ? "none" : Say.Word(untestable))} of them {(untestable == told.Count ? "is there enough to put that to a 5\u202f% test" : "there is too little to put that to a 5\u202f% test")}";
        if (settled.Count == 0)
            return $"In none of {Say.Few(told.Count, "comparison")} of a measure with a series does the effect stand out from what is found where nothing happened{few}";
        var named = settled.GroupBy(row => row.Series, StringComparer.Ordinal).OrderBy(group => group.Min(row => row.Test!.Holm)).ThenBy(group => group.Key, StringComparer.Ordinal).Take(2)
            .Select(group => $"{group.First().Title} stands {Say.List([.. group.Select((row, i) => $"{Side(row)} {(i == 0 ? "what was expected" : "it")} after {Say.Month(Month(row))}")])}").ToList();
        var rest = told.Count - settled.Count;
        return $"{Say.List(named)}; {(settled.Select(row => row.Series).Distinct(StringComparer.Ordinal).Count() > 2 ? $"{Say.Word(settled.Count)} of {Say.Few(told.Count, "comparison")} stand out, " : "")}{(rest == 0 ? "nothing else was compared" : $"{Say.Few(rest, "other comparison")} {(rest == 1 ? "does" : "do")} not stand out")}";
    }

    private static string Side(AssessedImpact row) => row.Average!.Effect < 0 ? "below" : "above";

    /// <summary>The finding of one chart, after the title of its series.</summary>
    public static string OneSeries(IReadOnlyList<AssessedImpact> rows)
    {
        var told = rows.Where(row => row.Reading != "refused").ToList();
        var parts = told.GroupBy(row => row.Reading is "towards" or "away" ? $"{Side(row)} what was expected" : Reading(row.Reading), StringComparer.Ordinal).OrderBy(group => group.Min(row => Order(row.Reading))).ThenBy(group => group.Min(row => row.Start)).ToList();
        return parts.Count == 1 && told.Count > 1
            ? $"{parts[0].Key} at {(told.Count == 2 ? "both dates" : parts[0].Key is "no effect seen" ? $"any of {Say.Few(told.Count, "date")}" : $"all {Say.Few(told.Count, "date")}")}"
            : string.Join("; ", parts.Select(group => group.Key + (told.Count > 1 ? $" after {Say.List([.. group.Select(row => Say.Month(Month(row)))])}" : "")));
    }

    public static string Month(AssessedImpact row) => row.Start is { } start ? start.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture) : "";

    public static int Order(string reading) => reading switch { "towards" => 0, "away" => 1, "not-settled" => 2, "none-seen" => 3, "open" => 4, "no-news" => 5, _ => 6 };

    public static string Reading(string reading) => reading switch
    {
        "towards" => "towards more pressure",
        "away" => "towards less pressure",
        "not-settled" => "not settled",
        "none-seen" => "no effect seen",
        "open" => "an open question",
        "no-news" => "no news",
        _ => "refused",
    };

    /// <summary>After a number of comparisons.</summary>
    public static string Plural(string reading) => reading switch
    {
        "none-seen" => "without an effect seen",
        "open" => "open, their intervals too wide to tell",
        "not-settled" => "not settled",
        "no-news" => "without news",
        "refused" => "refused",
        _ => Reading(reading),
    };

    public static string Methods(IReadOnlyList<AssessedImpact> rows) => Say.List([.. rows.Select(row => Method(row.Method)).Distinct(StringComparer.Ordinal)]).Replace(" series and ", " and ", StringComparison.Ordinal);

    public static string Method(string? method) => method switch
    {
        "synthetic-control" => "synthetic control",
        "structural-series" => "structural series",
        "interrupted-series" => "interrupted series",
        "occupancy" => "whether there was any",
        _ => "none",
    };

    /// <summary><c>−14 % (−20 to −3 %)</c>, or in the unit of a series that is read as a level.</summary>
    public static string Effect(AssessedImpact row) => row switch
    {
        { Scale: "share", Average: { } any } => $"any in {Say.Percent(any.Observed ?? 0)} of values instead of {Say.Percent(any.Expected ?? 0)}" + (any is { Low: { } least, High: { } most } ? $" ({Say.Change(100 * least)} to {Say.Change(100 * most)} points)" : ""),
        { Relative: { } share } => Say.Change(100 * share.Effect) + (share is { Low: { } low, High: { } high } ? $" ({Say.Change(100 * low)} to {Say.Change(100 * high)})" : ""),
        { Average: { } level } => Signed(level.Effect) + (level is { Low: { } low, High: { } high } ? $" ({Signed(low)} to {Signed(high)})" : "") + (row.Unit.StartsWith("percent", StringComparison.Ordinal) ? " points" : ""),
        _ => "",
    };

    /// <summary>What the interval is.</summary>
    public static string Interval(AssessedImpact row) => (row.Interval, row.Probability) switch
    {
        ("credible", { } share) => $"{Say.Percent(share)} credible interval",
        ("placebo", { } share) => $"{Say.Percent(share)} range from the placebo units",
        _ => "no interval: too few units fit about as well",
    };

    /// <summary>How often as much is found where nothing happened.</summary>
    public static string Test(AssessedImpact row) => row.Test switch
    {
        null => "no false date is possible",
        { Kind: "units" } units => $"rank {units.SimilarRank} among units that fit about as well, {units.GapRank} among all, {units.RatioRank} by ratio of errors",
        { } dates => $"as much at {Say.Whole(dates.AsLarge)} of {Say.Count(dates.Placebos, "false date")}{(dates.SmallestP > 0.05 ? ", too few for a 5\u202f% test" : "")}",
    };

    /// <summary>What a null result rules out; null without a posterior.</summary>
    public static string? RuledOut(AssessedImpact row) => row is not { LargestFall: { } fall, LargestRise: { } rise } ? null
        : row.Scale == "ratio" ? $"a fall of more than {Say.Percent(fall)} or a rise of more than {Say.Percent(rise)} has a probability of at most 5\u202f%"
        : $"a change of more than {Say.Value(fall)}{(row.Unit.StartsWith("percent", StringComparison.Ordinal) ? " points" : " " + row.Unit)} either way has a probability of at most 5\u202f%";

    /// <summary>The interval of the chart in figures, for a list whose heading says what they are.</summary>
    public static string Bounds(AssessedImpact row) => (row switch
    {
        { Interval: "credible", Relative: { Low: { } low, High: { } high } } => $"{Say.Change(100 * low)} to {Say.Change(100 * high)}",
        { Interval: "credible", Relative: null, Average: { Low: { } low, High: { } high } } => $"{Signed(low)} to {Signed(high)} {row.Unit}",
        _ => $"{Effect(row)}, range of the placebo units",
    }) + $", from {Say.Month(Month(row))}";

    /// <summary>Why rows were refused, most frequent first.</summary>
    public static string Refusals(IReadOnlyList<AssessedImpact> refused) =>
        Say.List([.. refused.GroupBy(row => row.Refused!.Code, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Count() == refused.Count ? "all " : $"{Say.Whole(group.Count())} ") + Why(group.Key))]);

    private static string Why(string code) => code switch
    {
        "TOO_FEW" => "with too few values",
        "NO_DATE_WITHIN" => "whose values end before any measure on it, or begin after",
        "HITS_ZERO" => "where the series falls to zero",
        "MANY_DATES" => "beyond the dates the values can tell apart",
        "PRE_FIT_BAD" => "where no mix of donors follows the series before",
        "T0_SHORT" => "with too short a time before",
        _ => $"for {Say.Plain(code.ToLowerInvariant())}",
    };

    private static string Signed(double value) => value < 0 ? Say.Value(value) : "+" + Say.Value(value);
}
