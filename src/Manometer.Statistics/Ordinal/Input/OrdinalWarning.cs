namespace Manometer.Statistics;

/// <summary>A limit of an answer: code and sentence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">One sentence, in full.</param>
public sealed record OrdinalWarning(OrdinalWarningKind Kind, string Text)
{
    /// <summary>The code in capitals: <c>NOT_IDENTIFIABLE</c>.</summary>
    public string Code => CodeText.Of(Kind);
}
