using System.Runtime.InteropServices;

namespace Manometer.Coding;

/// <summary>Features of one decision: each is a name, or a name and one or two values, written <c>name=value&amp;value</c> in <c>model.csv</c>.</summary>
/// <remarks>Kept as 64-bit hashes, so that reading makes no strings; with <see cref="Written"/>, for fitting, as text too.</remarks>
internal sealed class FeatureBag
{
    private const ulong Prime = 0x9E3779B97F4A7C15;

    private readonly List<ulong> _keys = [];

    /// <summary>Hashes of the features.</summary>
    public IReadOnlyList<ulong> Keys => _keys;

    /// <summary>The same without a copy.</summary>
    public ReadOnlySpan<ulong> Span => CollectionsMarshal.AsSpan(_keys);

    /// <summary>The features as text; null when nobody fits a model.</summary>
    public List<string>? Written { get; init; }

    public void Clear()
    {
        _keys.Clear();
        Written?.Clear();
    }

    public void Add(string name)
    {
        _keys.Add(Hash(name));
        Written?.Add(name);
    }

    public void Add(string name, string value)
    {
        _keys.Add(Join(Hash(name), Hash(value)));
        Written?.Add($"{name}={value}");
    }

    public void Add(string name, string first, string second)
    {
        _keys.Add(Join(Join(Hash(name), Hash(first)), Hash(second)));
        Written?.Add($"{name}={first}&{second}");
    }

    /// <summary>A feature whose hash is known; not for bags that are written.</summary>
    public void Add(ulong key) => _keys.Add(key);

    /// <summary>The same of a name with two values whose hashes are known.</summary>
    public void Add(ulong name, ulong first, ulong second) => _keys.Add(Join(Join(name, first), second));

    /// <summary>The hash of a feature as it is written.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> written)
    {
        var equals = written.IndexOf('=');
        if (equals < 0)
            return Hash(written);
        var rest = written[(equals + 1)..];
        var and = rest.IndexOf('&');
        var key = Join(Hash(written[..equals]), Hash(and < 0 ? rest : rest[..and]));
        return and < 0 ? key : Join(key, Hash(rest[(and + 1)..]));
    }

    private static ulong Join(ulong left, ulong right)
    {
        var hash = unchecked((left ^ (right >> 29) ^ right) * Prime);
        return hash ^ (hash >> 31);
    }

    /// <summary>The hash of a name or a value.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length;
        for (; text.Length >= 4; text = text[4..])
        {
            hash = unchecked((hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text))) * Prime);
            hash ^= hash >> 32;
        }

        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * Prime);
            hash ^= hash >> 32;
        }

        return hash;
    }
}
