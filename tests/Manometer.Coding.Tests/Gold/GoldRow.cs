using System.Text.Json.Serialization;

namespace Manometer.Coding.Tests;

/// <summary>An observation of the gold set, as a coder or the adjudication wrote it.</summary>
internal sealed record GoldRow
{
    [JsonPropertyName("sentence")]
    public required string Sentence { get; init; }

    [JsonPropertyName("start")]
    public required int Start { get; init; }

    [JsonPropertyName("end")]
    public required int End { get; init; }

    [JsonPropertyName("quote")]
    public required string Quote { get; init; }

    [JsonPropertyName("date_edtf")]
    public required string? Date { get; init; }

    [JsonPropertyName("place")]
    public required string? Place { get; init; }

    [JsonPropertyName("sector")]
    public required string Sector { get; init; }

    [JsonPropertyName("group")]
    public required string? Group { get; init; }

    [JsonPropertyName("indicator")]
    public required string Indicator { get; init; }

    [JsonPropertyName("direction")]
    public required string Direction { get; init; }

    [JsonPropertyName("magnitude")]
    public required GoldMagnitude? Magnitude { get; init; }

    [JsonPropertyName("attribution")]
    public required string Attribution { get; init; }

    [JsonPropertyName("grade")]
    public required string? Grade { get; init; }

    [JsonPropertyName("polarity")]
    public required string Polarity { get; init; }

    [JsonPropertyName("sourcing")]
    public required IReadOnlyList<string> Sourcing { get; init; }

    /// <summary>A date without the mark of approximation.</summary>
    public static string? Plain(string? date) => date?.Replace("~", "", StringComparison.Ordinal);

    /// <summary>Text shared with another over text covered by either, 0..1.</summary>
    public double Overlap(int start, int end)
    {
        var shared = Math.Min(End, end) - Math.Max(Start, start);
        return shared <= 0 ? 0 : (double)shared / (Math.Max(End, end) - Math.Min(Start, start));
    }
}
