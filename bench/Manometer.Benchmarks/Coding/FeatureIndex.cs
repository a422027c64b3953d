namespace Manometer.Benchmarks.Coding;

/// <summary>Numbers for the features that stand often enough to be learned from, in the order of their names.</summary>
internal sealed class FeatureIndex
{
    private readonly Dictionary<string, int> _index;

    /// <param name="examples">Features of each example.</param>
    /// <param name="atLeast">A feature must stand in so many.</param>
    public FeatureIndex(IEnumerable<IReadOnlyList<string>> examples, int atLeast)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var feature in examples.SelectMany(one => one))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        Names = [.. counts.Where(one => one.Value >= atLeast).Select(one => one.Key).Order(StringComparer.Ordinal)];
        _index = Names.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);
    }

    public List<string> Names { get; }

    /// <summary>The numbers of those features that have one.</summary>
    public int[] Of(IReadOnlyList<string> features) => [.. features.Where(_index.ContainsKey).Select(feature => _index[feature])];
}
