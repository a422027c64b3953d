namespace Manometer.Statistics;

/// <summary>One thing a reader of a synthetic control must know.</summary>
/// <param name="Flag">What.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Text">A sentence with the figures.</param>
public sealed record SynthFlag(SynthFlagCode Flag, FlagSeverity Severity, string Text)
{
    /// <summary>The code in capitals, as printed by programs: <c>PRE_FIT_BAD</c>.</summary>
    public string Code => CodeText.Of(Flag);
}
