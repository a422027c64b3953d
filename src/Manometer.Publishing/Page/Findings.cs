using Manometer.Assessment;

namespace Manometer.Publishing.Page;

/// <summary>What each section shows, in words made from the data and no firmer than they allow.</summary>
internal static class Findings
{
    /// <summary>The sentence the page opens with. It leans only when the whole 90 % interval of the share lies on one side of one half.</summary>
    public static string Verdict(PageModel model)
    {
        var target = model.A.Subject.TargetName;
        return model.A.Balance switch
        {
            null => $"Nothing in this record says which way things moved in {target}.",
            { Low90: > 0.5 } => $"What is reported from {target} is mostly worsening.",
            { High90: < 0.5 } => $"What is reported from {target} is mostly not worsening.",
            _ => $"It is not settled whether most of what is reported from {target} is worsening.",
        };
    }

    public static string Pressure(PageModel model)
    {
        var worse = Top(model.A.Sectors, line => line.Balance?.Worsened ?? 0, 3);
        var eased = Top(model.A.Sectors, line => line.Balance?.Eased ?? 0, 1);
        return (worse, eased) switch
        {
            ("", "") => "The record holds reports, but none says that pressure rose or fell",
            ("", _) => $"No report says that things worsened; most reports of easing are on {eased}",
            (_, "") => $"Reports of worsening are most frequent on {worse}; none says that things eased",
            _ => $"Reports of worsening are most frequent on {worse}; of easing, on {eased}",
        };
    }

    public static string Where(PageModel model)
    {
        var country = model.A.Coverage.CountryOnlyShare;
        var local = model.A.Places.Where(line => model.Places.TryGetValue(line.Id, out var place) && place.Level is not ("country" or "line") && place.Countries.Contains(model.A.Subject.TargetCountry)).ToList();
        if (local.Count == 0)
            return "No observation is placed more closely than the country";
        var named = Say.List([.. local.Take(3).Select(line => $"{line.Name} ({Say.Whole(line.Observations)})")]);
        return $"Most often placed in {named}; {Say.Percent(country)} of observations are placed no closer than a country";
    }

    public static string Time(PageModel model)
    {
        var year = model.A.Years.Where(one => one.Balance is { Worsened: > 0 }).MaxBy(one => one.Balance!.Worsened);
        if (year?.Balance is not { } balance)
            return "No year has a report of worsening";
        var all = balance.Worsened + balance.Unchanged + balance.Eased;
        return $"Reports of worsening are most frequent in {year.Period}: {Say.Whole(balance.Worsened)} of the {Say.Whole(all)} that say which way";
    }

    public static string Who(PageModel model)
    {
        var worse = Top(model.A.Groups, line => line.Balance?.Worsened ?? 0, 3);
        return worse.Length == 0 ? "No report says that things worsened for a named group" : $"Reports of worsening most often name {worse}";
    }

    public static string Chronology(PageModel model)
    {
        var months = model.A.Observations.SelectMany(one => one.Months).ToList();
        var span = months.Count == 0 ? "" : $", {Say.Month(months.Min(StringComparer.Ordinal)!)} to {Say.Month(months.Max(StringComparer.Ordinal)!)}";
        return $"{Say.Count(model.A.Observations.Count, "observation")}{span}, each with its report";
    }

    public static string Measures(PageModel model)
    {
        var tied = model.A.Observations.Count(one => one.Measures.Any(match => match.Stated));
        var all = Say.Count(model.A.Measures.Count, "measure");
        return tied == 0
            ? $"{all}; no report ties what it says to a particular one"
            : $"{all}; {Say.Whole(tied)} of {Say.Count(model.A.Observations.Count, "observation")} tied to a particular one, by the report or by its coder";
    }

    public static string Series(PageModel model)
    {
        var compared = model.A.Series.Where(one => one is { Role: "outcome", Comparison: not null }).ToList();
        if (compared.Count == 0)
            return $"{Say.Count(model.A.Series.Count, "series", "series")} of numbers, none of which can be compared with its own past";
        var flat = compared.Count(one => one.Comparison!.Flat);
        var towards = compared.Count(one => Way(one) > 0);
        var away = compared.Count(one => Way(one) < 0);
        var parts = new List<string>();
        if (towards > 0)
            parts.Add($"{Say.Word(towards)} moved towards more pressure");
        if (flat > 0)
            parts.Add($"{Say.Word(flat)} stayed within {(flat == 1 ? "its" : "their")} earlier range");
        if (away > 0)
            parts.Add($"{Say.Word(away)} moved the other way");
        var rest = compared.Count - flat - towards - away;
        if (rest > 0)
            parts.Add($"{Say.Word(rest)} moved in no declared sense");
        return $"Of {Say.Few(compared.Count, "outcome", "outcomes")} with numbers before and after the measures, {Say.List(parts)}";
    }

    /// <summary>What one series did, for the heading of its chart; null when before and after cannot be compared.</summary>
    public static string? OneSeries(AssessedSeries series) => series.Comparison switch
    {
        null => null,
        { Flat: true } => "stays within its earlier range",
        { } moved => Moved(moved, series.Unit) + Way(series) switch
        {
            > 0 => ", towards more pressure",
            < 0 => ", towards less pressure",
            _ => "",
        },
    };

    /// <summary>A change in percent, but from one median to the other where percent would mislead: for a rate, across zero, and from zero.</summary>
    private static string Moved(SeriesComparison moved, string unit) =>
        moved.ChangePercent is { } change && moved.MedianBefore > 0 && moved.MedianAfter >= 0 && !unit.StartsWith("percent", StringComparison.OrdinalIgnoreCase)
            ? $"median {Say.Change(change)}"
            : $"median from {Say.Value(moved.MedianBefore)} to {Say.Value(moved.MedianAfter)}";

    /// <summary>+1 moved towards pressure, -1 away from it, 0 stayed or no sense is declared.</summary>
    public static int Way(AssessedSeries series) =>
        series.Comparison is { Flat: false, ChangePercent: { } change } ? series.Pressure * Math.Sign(change) : 0;

    public static string Contradictions(PageModel model)
    {
        var places = model.A.Contradictions.Count switch
        {
            0 => null,
            1 => "in one place and time reports point opposite ways",
            var count => $"in {Say.Word(count)} places and times reports point opposite ways",
        };
        var pairs = model.A.Disputes.Count switch
        {
            0 => null,
            1 => "one pair of observations cannot both be right",
            var count => $"{Say.Word(count)} pairs of observations cannot both be right",
        };
        return Say.Sentence(string.Join("; ", new[] { pairs, places }.OfType<string>()));
    }

    public static string Sources(PageModel model)
    {
        var told = model.A.Sources.Where(source => source.Trust is not null).ToList();
        var judged = told.Count(source => source.Trust!.Judged > 0);
        return judged == 0
            ? "No source can be judged by what others say"
            : $"{Say.Sentence(Say.Word(judged))} of {Say.Few(told.Count, "source")} can be judged by what others say of the same happenings";
    }

    public static string Witnesses(PageModel model)
    {
        var several = model.A.Happenings.Count(happening => happening.Origins.Count > 1);
        var one = model.A.Happenings.Count - several;
        return $"{Say.Sentence(Say.Few(several, "happening", "happenings"))} {(several == 1 ? "has" : "have")} more than one independent witness; {Say.Few(one, "other", "others")} told of more than once {(one == 1 ? "rests" : "rest")} on one";
    }

    public static string Rivals(PageModel model) =>
        $"{Say.Sentence(Say.Few(model.A.Hypotheses.Count, "story", "stories"))} to be told apart";

    public static string Matrix(PageModel model)
    {
        var matrix = model.A.Matrix!;
        var telling = matrix.Analysts.SelectMany(one => one.Columns).Where(column => column.Bits * column.Weight >= 0.1).Select(column => column.Evidence).Distinct(StringComparer.Ordinal).Count();
        return (telling, matrix.Evidence.Count) switch
        {
            (0, 1) => "The one item of evidence hardly tells the stories apart",
            (1, 1) => "The one item of evidence tells the stories apart by a tenth of a bit or more",
            (0, _) => $"None of {Say.Few(matrix.Evidence.Count, "item")} of evidence tells the stories apart by much",
            _ => $"{Say.Sentence(Say.Word(telling))} of {Say.Few(matrix.Evidence.Count, "item")} of evidence {(telling == 1 ? "tells" : "tell")} the stories apart by a tenth of a bit or more",
        };
    }

    public static string Forecasts(PageModel model)
    {
        var parts = model.A.ForecastTallies
            .Where(tally => tally.True + tally.False + tally.Partly + tally.Open + tally.Lapsed + tally.Unresolved > 0)
            .Select(tally => tally.True + tally.False + tally.Partly == 0
                ? $"{tally.Effect} forecasts: none resolved"
                : $"{tally.Effect} forecasts: {Say.Whole(tally.True)} came true, {Say.Whole(tally.False)} did not{(tally.Partly > 0 ? $", {Say.Whole(tally.Partly)} in part" : "")}");
        return Say.Sentence(string.Join("; ", parts));
    }

    public static string Mechanisms(PageModel model)
    {
        var bare = model.A.Mechanisms.Count(one => one.Bare);
        var all = model.A.Mechanisms.Count;
        return bare == 0
            ? $"Each of {Say.Few(all, "supposed link")} has at least one observation that bears on it"
            : $"{Say.Sentence(Say.Word(bare))} of {Say.Few(all, "supposed link")} {(bare == 1 ? "is" : "are")} bare: no observation bears on {(bare == 1 ? "it" : "them")}";
    }

    public static string Objections(PageModel model)
    {
        var open = model.A.Challenges.Count(one => one.Status == "open");
        var all = Say.Sentence(Say.Few(model.A.Challenges.Count, "objection"));
        return open == 0 ? $"{all}, none open" : $"{all}, {Say.Word(open)} still open";
    }

    public static string Gaps(PageModel model)
    {
        var coverage = model.A.Coverage;
        return coverage.SilentMonths.Count == 0
            ? $"Every one of {Say.Count(coverage.Months, "month")} has an observation"
            : $"No report in {Say.Whole(coverage.SilentMonths.Count)} of {Say.Count(coverage.Months, "month")}";
    }

    private static string Top(IReadOnlyList<LineBalance> lines, Func<LineBalance, int> count, int most) =>
        Say.List([.. lines
            .Where(line => count(line) > 0)
            .OrderByDescending(count)
            .ThenBy(line => line.Id, StringComparer.Ordinal)
            .Take(most)
            .Select(line => $"{InSentence(line.Name)} ({Say.Whole(count(line))})")]);

    /// <summary>A name from the taxonomy in the middle of a sentence; one in capitals stays.</summary>
    private static string InSentence(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
