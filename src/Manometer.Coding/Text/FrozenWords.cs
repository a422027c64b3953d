namespace Manometer.Coding;

/// <summary>A small set of words that can be asked without making a string.</summary>
internal sealed class FrozenWords(string[] words)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = new HashSet<string>(words, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Has(ReadOnlySpan<char> word) => word.Length <= 24 && _words.Contains(word);
}
