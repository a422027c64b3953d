namespace Manometer.Coding;

/// <summary>A number told in a text, with its unit.</summary>
/// <param name="Start">Offset of its first UTF-16 unit in the text.</param>
/// <param name="End">Offset behind its last.</param>
/// <param name="Form">How it is told.</param>
/// <param name="Low">The number; of a range its lower end, of a change what it was before. Negative infinity where the range has no lower end.</param>
/// <param name="High">The number; of a range its upper end, of a change what it is now. Positive infinity where the range has no upper end.</param>
/// <param name="Unit">Unit, as <c>units.csv</c> names it; <c>percent</c>, <c>percentage point</c>; null of a bare number.</param>
/// <param name="Role">Step or level.</param>
/// <param name="HoldsLow">Is the lower end meant too?</param>
/// <param name="HoldsHigh">Is the upper end meant too?</param>
public readonly record struct QuantityMention(int Start, int End, QuantityForm Form, double Low, double High, string? Unit, QuantityRole Role, bool HoldsLow, bool HoldsHigh)
{
    /// <summary>One number for it: the middle of a range, the end of a change, the known end of a half-open range.</summary>
    public double Value => Form switch
    {
        QuantityForm.Range => (Low + High) / 2,
        QuantityForm.Above or QuantityForm.AtLeast => Low,
        _ => High,
    };
}
