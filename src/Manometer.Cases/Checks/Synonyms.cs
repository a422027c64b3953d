namespace Manometer.Cases;

/// <summary>Words people write for words of the case format: the embedded file <c>synonyms.yaml</c>. Only to suggest; nothing is read as something else.</summary>
internal static class Synonyms
{
    private static readonly Lazy<Dictionary<(string Vocabulary, string Word), string>> Known = new(Read);

    /// <summary>What is meant by a word in a vocabulary: a part of the taxonomy, <c>table.column</c>, or <c>columns.table</c>; null when nobody knows.</summary>
    public static string? Of(string vocabulary, ReadOnlySpan<char> word) =>
        word.Length is 0 or > 64 ? null : Known.Value.GetValueOrDefault((vocabulary, Plain(word)));

    /// <summary>All of them, for the tests.</summary>
    public static IEnumerable<(string Vocabulary, string Word, string Meant)> All => Known.Value.Select(pair => (pair.Key.Vocabulary, pair.Key.Word, pair.Value));

    /// <summary>Lower case, parts joined by hyphens.</summary>
    public static string Plain(ReadOnlySpan<char> word) => word.Trim().ToString().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');

    private static Dictionary<(string Vocabulary, string Word), string> Read()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream("synonyms.yaml")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var faults = new FaultList("");
        var words = new Dictionary<(string, string), string>();
        if (YamlTree.Parse(SourceText.Decode("synonyms.yaml", bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), faults) is not YamlNode.Map file)
            throw new InvalidOperationException("the shipped synonyms have faults: " + faults.InOrder()[0]);
        foreach (var (vocabulary, value) in file.Fields)
            foreach (var (meant, list) in ((YamlNode.Map)value).Fields)
                foreach (var word in ((YamlNode.List)list).Items)
                    words.Add((vocabulary.Value, Plain(((YamlNode.Scalar)word).Value)), meant.Value);
        return words;
    }
}
