namespace Manometer.Statistics;

/// <summary>A text as hashes of its runs of words: five words, or eight characters of scripts that set no spaces between them.</summary>
/// <remarks>Letters are folded to lower case, full-width forms to plain ones, marks and punctuation left out. A text shorter than a run is one shingle.</remarks>
internal static class Shingles
{
    public const int Words = 5;
    public const int Characters = 8;

    private const ulong Seed = 0x9E3779B97F4A7C15;

    /// <summary>The shingles in the order of the text.</summary>
    public static List<ulong> InOrder(string text)
    {
        var shingles = new List<ulong>(text.Length / 6 + 1);
        var run = new List<ulong>();
        var dense = false;
        ulong word = 0;
        foreach (var raw in text)
        {
            var character = Fold(raw);
            if (IsDense(character))
            {
                EndWord(ref word, run);
                if (!dense)
                    EndRun(run, Words, shingles);
                dense = true;
                run.Add(Mix(character + Seed));
            }
            else if (char.IsLetterOrDigit(character))
            {
                if (dense)
                    EndRun(run, Characters, shingles);
                dense = false;
                word = Mix((word == 0 ? Seed : word) ^ character);
            }
            else if (!IsPartOfWord(character))
            {
                EndWord(ref word, run);
            }
        }

        EndWord(ref word, run);
        EndRun(run, dense ? Characters : Words, shingles);
        return shingles;
    }

    /// <summary>The shingles in order of their hashes, each once.</summary>
    public static ulong[] Sorted(List<ulong> inOrder)
    {
        var all = inOrder.ToArray();
        Array.Sort(all);
        var count = 0;
        for (var i = 0; i < all.Length; i++)
            if (i == 0 || all[i] != all[i - 1])
                all[count++] = all[i];
        return count == all.Length ? all : all[..count];
    }

    /// <summary>Scrambles 64 bits (finalizer of MurmurHash3, Appleby 2008).</summary>
    public static ulong Mix(ulong bits)
    {
        bits ^= bits >> 33;
        bits *= 0xFF51AFD7ED558CCD;
        bits ^= bits >> 33;
        bits *= 0xC4CEB9FE1A85EC53;
        return bits ^ (bits >> 33);
    }

    private static void EndWord(ref ulong word, List<ulong> run)
    {
        if (word != 0)
            run.Add(word);
        word = 0;
    }

    private static void EndRun(List<ulong> run, int length, List<ulong> shingles)
    {
        if (run.Count > 0 && run.Count < length && shingles.Count == 0)
            shingles.Add(Of(run, 0, run.Count));
        for (var i = 0; i + length <= run.Count; i++)
            shingles.Add(Of(run, i, length));
        run.Clear();
    }

    private static ulong Of(List<ulong> run, int from, int length)
    {
        ulong hash = (ulong)length;
        for (var i = from; i < from + length; i++)
            hash = Mix(hash * 31 + run[i]);
        return hash;
    }

    private static char Fold(char character) => char.ToLowerInvariant(character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character);

    // apostrophes, soft hyphens and combining marks do not part a word
    private static bool IsPartOfWord(char character) => character is '\'' or '\u2019' or '\u00AD' or (>= '\u0300' and <= '\u036F');

    // Han, kana and Hangul
    private static bool IsDense(char character) => character is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');
}
