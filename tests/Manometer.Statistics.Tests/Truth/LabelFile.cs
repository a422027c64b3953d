namespace Manometer.Statistics.Tests;

/// <summary>Labels and truths of a public set, read from its two files.</summary>
internal sealed class LabelFile
{
    public LabelFile(string answers, string? truths)
    {
        var items = new Dictionary<string, int>(StringComparer.Ordinal);
        var sources = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = File.ReadLines(answers).Skip(1).Select(line => line.Split(',')).ToList();
        var classes = rows.Select(row => row[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        Labels = [.. rows.Select(row => new Label(Number(items, row[0]), Number(sources, row[1]), classes[row[^1]]))];
        Set = LabelSet.Of(Labels, classes.Count);
        Truth = truths is null ? [] : File.ReadLines(truths).Skip(1).Select(line => line.Split(','))
            .Where(row => items.ContainsKey(row[0]) && classes.ContainsKey(row[1]))
            .ToDictionary(row => items[row[0]], row => classes[row[1]]);
    }

    public IReadOnlyList<Label> Labels { get; }

    public LabelSet Set { get; }

    public Dictionary<int, int> Truth { get; }

    public double Accuracy(Func<int, int> likeliest) => Truth.Count(pair => likeliest(pair.Key) == pair.Value) / (double)Truth.Count;

    /// <summary>Mean logarithm of the probability of the truth, not below 1e-15.</summary>
    public double LogScore(Func<int, int, double> probability) => Truth.OrderBy(pair => pair.Key).Average(pair => Math.Log(Math.Max(1e-15, probability(pair.Key, pair.Value))));

    /// <summary>Miscalibration of the probabilities of the classes named, by isotonic regression (CORP).</summary>
    public double Miscalibration(Func<int, int, double> probability, Func<int, int> likeliest)
    {
        var ordered = Truth.OrderBy(pair => pair.Key).ToList();
        return CorpReliability.Of(
            ordered.Select(pair => probability(pair.Key, likeliest(pair.Key))).ToArray(),
            ordered.Select(pair => likeliest(pair.Key) == pair.Value).ToArray(),
            draws: 1).Miscalibration;
    }

    private static int Number(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out var number))
            numbers.Add(name, number = numbers.Count);
        return number;
    }
}
