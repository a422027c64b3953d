namespace Manometer.Cases;

/// <summary>Gives equal texts one string: identifiers and words repeat in every row.</summary>
internal sealed class StringPool
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public StringPool() => _lookup = _known.GetAlternateLookup<ReadOnlySpan<char>>();

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        if (_lookup.TryGetValue(text, out var known))
            return known;
        var made = text.ToString();
        _known.Add(made);
        return made;
    }
}
