using System.Text.Json.Serialization;

namespace Manometer.Coding.Tests;

/// <summary>How much, as the gold set tells it.</summary>
internal sealed record GoldMagnitude(
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("role")] string Role);
