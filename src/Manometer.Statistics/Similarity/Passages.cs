namespace Manometer.Statistics;

/// <summary>A text's shingles by where they stand, to find the longest passage another text shares with it.</summary>
internal sealed class Passages
{
    // a phrase said over and over is no passage
    private const int MostPlaces = 8;

    private readonly ulong[] _shingles;
    private readonly int[] _places;
    private readonly int[] _length;
    private readonly int[] _at;

    /// <param name="inOrder">Shingles of the text in its order.</param>
    /// <param name="kept">Those that count, sorted.</param>
    public Passages(List<ulong> inOrder, ulong[] kept)
    {
        var counted = Enumerable.Range(0, inOrder.Count).Where(i => kept.Length == inOrder.Count || Array.BinarySearch(kept, inOrder[i]) >= 0).ToArray();
        _shingles = [.. counted.Select(i => inOrder[i])];
        _places = counted;
        Array.Sort(_shingles, _places);
        for (int from = 0, to; from < _shingles.Length; from = to)
        {
            for (to = from + 1; to < _shingles.Length && _shingles[to] == _shingles[from];)
                to++;
            Array.Sort(_places, from, to - from);
        }

        // length of the passage that ends at a place, and the shingle of the other text at which it was last seen
        _length = new int[inOrder.Count + 1];
        _at = new int[inOrder.Count + 1];
    }

    /// <summary>Length in words of the longest passage; 0 when no shingle is shared.</summary>
    public int LongestIn(List<ulong> other)
    {
        Array.Clear(_at);
        var longest = 0;
        for (var i = 0; i < other.Count; i++)
        {
            var found = Array.BinarySearch(_shingles, other[i]);
            if (found < 0)
                continue;
            while (found > 0 && _shingles[found - 1] == other[i])
                found--;
            var end = Math.Min(_shingles.Length, found + MostPlaces);
            // from the last place back, so that a place is read before it is written anew
            for (var k = end - 1; k >= found; k--)
            {
                if (_shingles[k] != other[i])
                    continue;
                var place = _places[k];
                var before = i > 0 && place > 0 && _at[place - 1] == i ? _length[place - 1] : 0;
                (_length[place], _at[place]) = (before + 1, i + 1);
                longest = Math.Max(longest, before + 1);
            }
        }

        return longest == 0 ? 0 : longest + Shingles.Words - 1;
    }
}
