using Manometer.Assessment;
using Manometer.Model;
using Microsoft.AspNetCore.Components;

namespace Manometer.Publishing.Page;

/// <summary>Small marks and the words that go with them. The same mark means the same everywhere on the page.</summary>
internal static class Marks
{
    private static readonly Dictionary<string, MarkupString> Ties = new[] { "asserted", "inferred", "concurrent", "other-cause", "denied", "none" }
        .ToDictionary(tie => tie, tie => new MarkupString($"<svg class=\"tie\" aria-hidden=\"true\"><use href=\"#t-{tie}\"/></svg>"), StringComparer.Ordinal);

    /// <summary>Six attributions in the order of the page.</summary>
    public static IReadOnlyList<string> AllTies { get; } = ["asserted", "inferred", "concurrent", "other-cause", "denied", "none"];

    public static MarkupString Tie(string attribution) => Ties.TryGetValue(attribution, out var mark) ? mark : Ties["none"];

    /// <summary>To what the report ties what it says, after "the report".</summary>
    public static string TieWords(string attribution) => attribution switch
    {
        "asserted" => "names the sanctions as cause",
        "inferred" => "implies the sanctions as cause",
        "concurrent" => "sets it beside the sanctions",
        "other-cause" => "names another cause",
        "denied" => "denies that the sanctions are the cause",
        _ => "names no cause",
    };

    public static int Of(AttributionSplit split, string attribution) => attribution switch
    {
        "asserted" => split.Asserted,
        "inferred" => split.Inferred,
        "concurrent" => split.Concurrent,
        "other-cause" => split.OtherCause,
        "denied" => split.Denied,
        _ => split.None,
    };

    /// <summary>Class of the colour of a step: w2, w1, u0, e1, e2, or x0 where there is none.</summary>
    public static string StepClass(PressureStep? step) => step switch
    {
        null => "x0",
        { Sign: > 0, Lowest: >= 2 } => "w2",
        { Sign: > 0 } => "w1",
        { Sign: < 0, Highest: <= -2 } => "e2",
        { Sign: < 0 } => "e1",
        _ => "u0",
    };

    /// <summary>A step with its mark, in words; for an observation without one, why it has none.</summary>
    public static string StepWords(AssessedObservation observation) => StepClass(observation.Step) switch
    {
        "w2" => "▲▲ worsened much",
        "w1" => "▲ worsened",
        "u0" => "■ no change",
        "e1" => "▽ eased",
        "e2" => "▽▽ eased much",
        _ => observation switch
        {
            { Kind: "act" } => "act",
            { Kind: "context" } => "context",
            { Polarity: "hypothetical" } => "supposed",
            { Polarity: "forecast" } => "predicted",
            _ => "no direction",
        },
    };

    /// <summary>An address that may be followed: http or https only, whatever the case says. One without a scheme, such as <c>example.org/page</c>, is taken as https.</summary>
    public static Uri? Followable(string? url)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Any(char.IsWhiteSpace))
            return null;
        if (Uri.TryCreate(url, UriKind.Absolute, out var address))
            return address.Scheme is "http" or "https" ? address : null;
        var host = url.Split('/', 2)[0];
        var dot = host.LastIndexOf('.');
        var isHost = dot > 0 && host.Length - dot > 2 && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-') && host[(dot + 1)..].All(char.IsAsciiLetter);
        return isHost && Uri.TryCreate("https://" + url, UriKind.Absolute, out address) ? address : null;
    }

    /// <summary>The host of an address, without "www.".</summary>
    public static string Host(Uri address) => address.Host.StartsWith("www.", StringComparison.Ordinal) ? address.Host[4..] : address.Host;

    /// <summary>A number for an SVG or a style.</summary>
    public static string Number(double value) => value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Admiralty grade in words: the reliability of the source.</summary>
    public static string Reliability(string letter) =>
        letter.Length == 1 && letter[0] is >= 'A' and <= 'F' ? Admiralty.Describe((Admiralty.Reliability)(letter[0] - 'A')) : letter;

    /// <summary>Admiralty grade in words: the credibility of the claim.</summary>
    public static string Credibility(int? digit) => digit is >= 1 and <= 6 ? Admiralty.DescribeCredibility(digit.Value) : "not graded";
}
