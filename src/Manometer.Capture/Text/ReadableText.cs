namespace Manometer.Capture;

/// <summary>The text of a document as it is read and coded.</summary>
/// <param name="Text">The text; of markup, paragraphs are separated by an empty line.</param>
/// <param name="Map">Where it stands in the bytes of the capture; null where it does not stand there in the open, as in a PDF.</param>
public sealed record ReadableText(string Text, OffsetMap? Map)
{
    /// <summary>Byte offsets of a passage, as the column <c>span</c> of the observations holds them: into the capture, where the text stands in it; else into this text as UTF-8.</summary>
    /// <param name="start">First UTF-16 unit; a pair that is cut in two is taken whole.</param>
    /// <param name="end">Behind the last; greater than <paramref name="start"/>.</param>
    public (int Start, int End) Bytes(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        start -= Splits(start) ? 1 : 0;
        end += Splits(end) ? 1 : 0;
        if (Map is not null)
            return Map.ToSource(start, end);
        var before = System.Text.Encoding.UTF8.GetByteCount(Text.AsSpan(0, start));
        return (before, before + System.Text.Encoding.UTF8.GetByteCount(Text.AsSpan(start, end - start)));
    }

    /// <summary>The passage whose <see cref="Bytes"/> these are.</summary>
    /// <param name="from">First byte.</param>
    /// <param name="to">Behind the last.</param>
    /// <returns>UTF-16 units of the text, the end exclusive; null where no letter of it stands in those bytes.</returns>
    public (int Start, int End)? PassageOf(int from, int to)
    {
        var start = First(at => Bytes(at, at + 1).Start >= from);
        var end = First(at => Bytes(at, at + 1).End > to);
        // between paragraphs the text has breaks of its own, which take no bytes
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        return end > start ? (start, end) : null;

        // bytes ascend with the text
        int First(Func<int, bool> holds)
        {
            var (low, high) = (0, Text.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (holds(middle))
                    high = middle;
                else
                    low = middle + 1;
            }

            return low;
        }
    }

    // a passage holds whole characters
    private bool Splits(int at) => at > 0 && at < Text.Length && char.IsLowSurrogate(Text[at]) && char.IsHighSurrogate(Text[at - 1]);
}
