namespace Manometer.Statistics;

/// <summary>A short list of (index, value); adding to an index that is there sums.</summary>
internal sealed class SparseRow
{
    private readonly SortedDictionary<int, double> entries = [];

    public int Count => entries.Count;
    public IEnumerable<KeyValuePair<int, double>> Entries => entries;

    public void Add(int index, double value)
    {
        entries.TryGetValue(index, out var old);
        entries[index] = old + value;
    }

    public void Clear() => entries.Clear();
}
