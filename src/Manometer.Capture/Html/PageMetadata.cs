namespace Manometer.Capture;

/// <summary>What a page says of itself.</summary>
internal sealed class PageMetadata
{
    /// <summary>Titles by where they stand, the most trusted first when read in order of trust.</summary>
    public Dictionary<string, string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>Dates of publication with where they stand.</summary>
    public List<(string Basis, string Text)> Dates { get; } = [];

    /// <summary>Keeps the first value of a name.</summary>
    public void Put(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            Named.TryAdd(name, value);
    }

    /// <summary>The first of these names that has a value.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (Named.TryGetValue(name, out var value))
                return value;
        return null;
    }
}
