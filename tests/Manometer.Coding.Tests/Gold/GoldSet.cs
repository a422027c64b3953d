using System.Text.Json;

namespace Manometer.Coding.Tests;

/// <summary>The files of <c>tests/gold</c>.</summary>
internal sealed class GoldSet(string folder)
{
    public IReadOnlyList<GoldSentence> Sentences { get; } = Lines<GoldSentence>(Path.Combine(folder, "sentences.jsonl"));

    /// <summary>Rows of <c>observations.jsonl</c>, <c>coder-a.jsonl</c> or <c>coder-b.jsonl</c>, by sentence.</summary>
    public ILookup<string, GoldRow> Rows(string file) => All(file).ToLookup(row => row.Sentence);

    public IReadOnlyList<GoldRow> All(string file) => Lines<GoldRow>(Path.Combine(folder, file));

    private static List<T> Lines<T>(string path) => [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<T>(line)!)];
}
