using System.Text.Json.Serialization;

namespace Manometer.Coding.Tests;

/// <summary>How much, as the gold set tells it.</summary>
internal sealed record GoldMagnitude(
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("role")] string Role)
{
    /// <summary>Is it the same amount, within one percent, and percent or not as this is?</summary>
    public bool Counts(double value, string? unit) => Math.Abs(Value - value) <= 0.01 * Math.Abs(Value) && (Unit == "percent") == (unit == "percent");
}
