namespace Manometer.Coding;

/// <summary>Features of one decision: each is a name, or a name and one or two values, written <c>name=value&amp;value</c> in <c>model.csv</c>.</summary>
/// <remarks>Kept as 64-bit hashes (FNV-1a) of what is written, so that reading makes no strings; with <see cref="Written"/>, for fitting, as text too.</remarks>
internal sealed class FeatureBag
{
    private const ulong Seed = 14695981039346656037;

    private readonly List<ulong> _keys = [];

    /// <summary>Hashes of the features.</summary>
    public IReadOnlyList<ulong> Keys => _keys;

    /// <summary>The features as text; null when nobody fits a model.</summary>
    public List<string>? Written { get; init; }

    public void Clear()
    {
        _keys.Clear();
        Written?.Clear();
    }

    public void Add(string name)
    {
        _keys.Add(Mix(Seed, name));
        Written?.Add(name);
    }

    public void Add(string name, string value)
    {
        _keys.Add(Mix(Mix(Mix(Seed, name), '='), value));
        Written?.Add($"{name}={value}");
    }

    public void Add(string name, string first, string second)
    {
        _keys.Add(Mix(Mix(Mix(Mix(Mix(Seed, name), '='), first), '&'), second));
        Written?.Add($"{name}={first}&{second}");
    }

    /// <summary>The hash of a feature as it is written.</summary>
    public static ulong KeyOf(string written) => Mix(Seed, written);

    private static ulong Mix(ulong hash, string text)
    {
        foreach (var unit in text)
            hash = Mix(hash, unit);
        return hash;
    }

    private static ulong Mix(ulong hash, char unit) => unchecked((hash ^ unit) * 1099511628211);
}
