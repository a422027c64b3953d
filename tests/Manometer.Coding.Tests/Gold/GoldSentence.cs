using System.Text.Json.Serialization;

namespace Manometer.Coding.Tests;

/// <summary>A text of the gold set: a sentence or two.</summary>
internal sealed record GoldSentence(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("dct")] DateOnly Written,
    [property: JsonPropertyName("style")] string Style,
    [property: JsonPropertyName("half")] string Half,
    [property: JsonPropertyName("text")] string Text);
