using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Words of summaries, each weighted by how rare it is in the case (Spärck Jones 1972): what most summaries hold tells nothing.</summary>
internal sealed class SummaryWords
{
    // longer words are cut, so that "exports" and "exported" are one
    private const int Stem = 6;

    private readonly Dictionary<ulong, int> _in = [];
    private readonly int _count;

    public SummaryWords(IEnumerable<string> summaries)
    {
        foreach (var summary in summaries)
        {
            _count++;
            foreach (var word in Hashes(summary).Distinct())
                _in[word] = _in.GetValueOrDefault(word) + 1;
        }
    }

    public WordVector Of(string summary)
    {
        var counts = new SortedDictionary<ulong, int>();
        foreach (var word in Hashes(summary))
            counts[word] = counts.GetValueOrDefault(word) + 1;
        var weights = counts.Select(pair => pair.Value * Elementary.Log((_count + 1) / (_in.GetValueOrDefault(pair.Key) + 0.5))).ToArray();
        var length = 0.0;
        foreach (var weight in weights)
            length += weight * weight;
        length = Math.Sqrt(length);
        for (var i = 0; i < weights.Length; i++)
            weights[i] = length > 0 ? weights[i] / length : 0;
        return new WordVector([.. counts.Keys], weights);
    }

    private static List<ulong> Hashes(string text)
    {
        var words = new List<ulong>();
        ulong hash = 0;
        var length = 0;
        foreach (var raw in text)
        {
            if (!char.IsLetterOrDigit(raw))
            {
                End();
                continue;
            }

            if (length++ < Stem || char.IsDigit(raw))
                hash = unchecked((hash ^ char.ToLowerInvariant(raw)) * 0x100000001B3 + 0xCBF29CE484222325);
        }

        End();
        return words;

        void End()
        {
            if (length > 0)
                words.Add(hash);
            (hash, length) = (0, 0);
        }
    }
}
