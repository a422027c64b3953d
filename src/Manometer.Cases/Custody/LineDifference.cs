namespace Manometer.Cases;

/// <summary>The difference of two texts by lines (Myers 1986, "An O(ND) difference algorithm and its variations", the greedy form of figure 2), and its use.</summary>
internal static class LineDifference
{
    /// <summary>Lines that may differ before the middle is taken as one replacement; keeps memory below 20 MB.</summary>
    private const int MostSteps = 1_500;

    /// <summary>The lines of a text, each with its end, so that joined they are the text.</summary>
    public static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }

    /// <summary>What turns one text into the other, in order of line.</summary>
    public static IReadOnlyList<LineHunk> Of(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
            start++;
        var (oldEnd, newEnd) = (before.Count, after.Count);
        while (oldEnd > start && newEnd > start && before[oldEnd - 1] == after[newEnd - 1])
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        if (oldEnd == start && newEnd == start)
            return [];
        var kept = oldEnd > start && newEnd > start ? Common(before, after, start, oldEnd - start, newEnd - start) : [];
        var hunks = new List<LineHunk>();
        var (x, y) = (start, start);
        foreach (var (oldLine, newLine) in kept.Append((oldEnd, newEnd)))
        {
            if (oldLine > x || newLine > y)
                hunks.Add(new LineHunk(x, Slice(before, x, oldLine), Slice(after, y, newLine)));
            (x, y) = (oldLine + 1, newLine + 1);
        }

        return hunks;
    }

    /// <summary>The new text; null when the old one is not the text the hunks were made for.</summary>
    public static List<string>? Apply(IReadOnlyList<string> before, IReadOnlyList<LineHunk> hunks)
    {
        var after = new List<string>(before.Count);
        var at = 0;
        foreach (var hunk in hunks)
        {
            if (hunk.At < at || hunk.At > before.Count - hunk.Before.Count)
                return null;
            while (at < hunk.At)
                after.Add(before[at++]);
            foreach (var line in hunk.Before)
                if (before[at++] != line)
                    return null;
            after.AddRange(hunk.After);
        }

        while (at < before.Count)
            after.Add(before[at++]);
        return after;
    }

    // the lines both have, as pairs of positions; none when they differ in more than MostSteps
    private static List<(int Old, int New)> Common(IReadOnlyList<string> a, IReadOnlyList<string> b, int start, int n, int m)
    {
        var most = Math.Min(n + m, MostSteps);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add(reach[(most + 1 - d)..(most + 2 + d)]); // before step d, diagonals -d to d
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[most + k] < reach[most + k + 2]) ? reach[most + k + 2] : reach[most + k] + 1;
                var y = x - k;
                while (x < n && y < m && a[start + x] == b[start + y])
                    (x, y) = (x + 1, y + 1);
                reach[most + 1 + k] = x;
                if (x >= n && y >= m)
                    return Walk(trace, start, n, m);
            }
        }

        return [];
    }

    private static List<(int Old, int New)> Walk(List<int[]> trace, int start, int n, int m)
    {
        var pairs = new List<(int, int)>();
        var (x, y) = (n, m);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var reach = trace[d]; // index d + k holds diagonal k
            var k = x - y;
            var down = k == -d || (k != d && reach[d + k - 1] < reach[d + k + 1]);
            var fromK = down ? k + 1 : k - 1;
            var fromX = reach[d + fromK];
            var fromY = fromX - fromK;
            while (x > fromX && y > fromY && x > 0 && y > 0 && (down ? x > fromX : x > fromX + 1))
                pairs.Add((start + --x, start + --y));
            (x, y) = (fromX, fromY);
        }

        while (x > 0 && y > 0)
            pairs.Add((start + --x, start + --y));
        pairs.Reverse();
        return pairs;
    }

    private static List<string> Slice(IReadOnlyList<string> lines, int from, int to)
    {
        var slice = new List<string>(to - from);
        for (var i = from; i < to; i++)
            slice.Add(lines[i]);
        return slice;
    }
}
