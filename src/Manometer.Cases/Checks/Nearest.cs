namespace Manometer.Cases;

/// <summary>"Did you mean": the word nearest to a wrong one.</summary>
public static class Nearest
{
    private const int LongestWord = 64;

    /// <summary>The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; letters compared without case), the first of equals; null when none is near.</summary>
    /// <remarks>Near is at most a third of the word's length, and at least 1; optimal string alignment distance (Damerau 1964).</remarks>
    public static string? To(ReadOnlySpan<char> wrong, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        if (wrong.Length is 0 or > LongestWord)
            return null;
        string? best = null;
        var least = Math.Max(1, wrong.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - wrong.Length) >= least || candidate.Length > LongestWord)
                continue;
            var distance = Distance(wrong, candidate);
            if (distance < least)
                (best, least) = (candidate, distance);
        }

        return best;
    }

    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> older = stackalloc int[right.Length + 1];
        Span<int> old = stackalloc int[right.Length + 1];
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            old[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = Same(left[i - 1], right[j - 1]);
                row[j] = Math.Min(Math.Min(old[j] + 1, row[j - 1] + 1), old[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    row[j] = Math.Min(row[j], older[j - 2] + 1);
            }

            old.CopyTo(older);
            row.CopyTo(old);
        }

        return old[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
