using Manometer.Assessment;

namespace Manometer.Publishing.Page;

/// <summary>Each piece of counter-evidence as a claim and the line that says why it matters.</summary>
internal static class CounterWords
{
    /// <summary>The strongest of them in one sentence: series that did not move before traits of the record.</summary>
    public static string Lead(PageModel model)
    {
        var against = model.A.Against;
        if (against.FirstOrDefault(point => point.Kind == "none-seen") is { } none)
            return none.Count == 1
                ? $"One measured outcome shows no effect of the measures: {Title(model, none.Series[0])}."
                : $"{Say.Sentence(Say.Word(none.Count))} of {Say.Few(none.Of, "measured outcome")} show no effect of the measures.";
        var flat = against.FirstOrDefault(point => point.Kind == "flat-series");
        if (flat is { Count: 1 })
            return $"One measured outcome did not leave its earlier range: {Title(model, flat.Series[0])}.";
        if (flat is not null)
            return $"{Say.Sentence(Say.Word(flat.Count))} of {Say.Few(flat.Of, "measured outcome")} did not leave {(flat.Of == 1 ? "its" : "their")} earlier range.";
        if (against.FirstOrDefault(point => point.Kind == "contrary-series") is { } contrary)
            return $"{Say.Sentence(Say.Word(contrary.Count))} of {Say.Few(contrary.Of, "measured outcome")} moved the other way.";
        if (against.FirstOrDefault(point => point.Kind == "selection") is { Source: { } source } selection)
            return $"{Say.Whole(selection.Count)} of {Say.Whole(selection.Of)} observations were chosen for the record by one hand, {model.Source(source)}.";
        var first = against[0];
        return Claim(model, first);
    }

    public static string Claim(PageModel model, CounterPoint point) => point.Kind switch
    {
        "none-seen" => $"{Of(point)} outcomes with an estimate show no effect of the measures.",
        "flat-series" => $"{Of(point)} {(model.A.Impacts is null ? "outcomes with numbers" : "other outcomes with numbers")} stayed within their earlier range.",
        "contrary-series" => $"{Of(point)} {(model.A.Impacts is null ? "outcomes with numbers" : "other outcomes with numbers")} moved the other way.",
        "selection" => $"{Of(point)} observations came in through one selector, {model.Source(point.Source ?? "")}{Lean(model, point.Source)}.",
        "untied" => $"{Of(point)} are not tied to the sanctions in so many words.",
        "other-cause" => $"{Of(point)} observations name another cause.",
        "denied" => $"{Of(point)} observations deny that the sanctions are the cause.",
        "eased" => $"{Of(point)} say that things eased or did not change.",
        "contradiction" => point.Count == 1 ? "In one place and time, reports point opposite ways." : $"In {Say.Whole(point.Count)} places and times, reports point opposite ways.",
        "one-origin" => $"{Of(point)} cells of sector and month rest on a single origin.",
        _ => $"{Of(point)}: {Say.Plain(point.Kind)}.",
    };

    public static string Explanation(PageModel model, CounterPoint point) => point.Kind switch
    {
        "none-seen" => "That does not mean that there was none. A change beyond the figures beside each has a probability of at most 5\u202f%:",
        "flat-series" => "Pressure that reaches the economy should show here too. Medians before and after the first measure on the sector:",
        "contrary-series" => "Medians before and after the first measure on the sector:",
        "selection" => "Whoever chooses the reports chooses the balance: what was left out cannot be counted.",
        "untied" => "Their reports imply the cause, set it beside, name another, or name none.",
        "other-cause" => "The same hardship can have a cause that has nothing to do with the sanctions.",
        "denied" => "They are kept beside those that assert it.",
        "eased" => "A reading of steady worsening has to explain them.",
        "one-origin" => "Nobody else confirms or denies what is said there.",
        _ => "",
    };

    private static string Of(CounterPoint point) => $"{Say.Whole(point.Count)} of {Say.Whole(point.Of)}";

    private static string Title(PageModel model, string series) => model.SeriesByName.TryGetValue(series, out var found) ? found.Title : series;

    private static string Lean(PageModel model, string? source) => source is not null && model.Sources.TryGetValue(source, out var found) ? found.Lean switch
    {
        "more" => ", which leans towards saying that pressure is high",
        "less" => ", which leans towards saying that pressure is low",
        _ => "",
    } : "";
}
