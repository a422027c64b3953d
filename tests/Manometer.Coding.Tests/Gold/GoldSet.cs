using System.Text.Json;

namespace Manometer.Coding.Tests;

/// <summary>The files of <c>tests/gold</c>.</summary>
internal sealed class GoldSet(string folder)
{
    public IReadOnlyList<GoldSentence> Sentences { get; } = Lines<GoldSentence>(Path.Combine(folder, "sentences.jsonl"));

    /// <summary>Held-out sentences that somebody who works on the reader has read (<c>seen.txt</c>): they count in neither half.</summary>
    public IReadOnlySet<string> Seen { get; } = (File.Exists(Path.Combine(folder, "seen.txt")) ? File.ReadLines(Path.Combine(folder, "seen.txt")) : []).Where(line => line.Length > 0 && line[0] != '#').ToHashSet(StringComparer.Ordinal);

    /// <summary>Rows of <c>observations.jsonl</c>, <c>coder-a.jsonl</c> or <c>coder-b.jsonl</c>, by sentence.</summary>
    public ILookup<string, GoldRow> Rows(string file) => All(file).ToLookup(row => row.Sentence);

    public IReadOnlyList<GoldRow> All(string file) => Lines<GoldRow>(Path.Combine(folder, file));

    private static List<T> Lines<T>(string path) => [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<T>(line)!)];
}
