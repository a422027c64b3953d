using System.Text;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The text of a file with what is needed to point into it.</summary>
internal sealed class SourceText
{
    private const int WidestExcerpt = 120;

    private List<int>? _lineStarts;

    private SourceText(string file, string text, int firstFault, bool bom) => (File, Text, FirstBadByte, HasByteOrderMark) = (file, text, firstFault, bom);

    /// <summary>Path relative to the case.</summary>
    public string File { get; }

    /// <summary>The text, without a byte order mark; bytes that are not UTF-8 stand as U+FFFD.</summary>
    public string Text { get; }

    /// <summary>Index into <see cref="Text"/> of the first byte that is not UTF-8; -1 when there is none.</summary>
    public int FirstBadByte { get; }

    /// <summary>Did the file start with a byte order mark?</summary>
    public bool HasByteOrderMark { get; }

    public static SourceText Decode(string file, ReadOnlySpan<byte> bytes)
    {
        var bom = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        if (bom)
            bytes = bytes[3..];
        var text = Encoding.UTF8.GetString(bytes);
        return new SourceText(file, text, System.Text.Unicode.Utf8.IsValid(bytes) ? -1 : IndexOfFirstFault(bytes), bom);
    }

    /// <summary>1-based line and column of a position.</summary>
    public (int Line, int Column) At(int position)
    {
        position = Math.Clamp(position, 0, Text.Length);
        var starts = _lineStarts ??= FindLineStarts();
        var found = starts.BinarySearch(position);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, position - starts[line] + 1);
    }

    /// <summary>Position of a 1-based line and column, as parsers of other formats count them; the end of the text when there is no such line.</summary>
    public int PositionOf(int line, int column)
    {
        var starts = _lineStarts ??= FindLineStarts();
        return line < 1 || line > starts.Count ? Text.Length : Math.Min(Text.Length, starts[line - 1] + Math.Max(0, column - 1));
    }

    /// <summary>Position of a line and a column counted in bytes of UTF-8, both from 0, as the parser of JSON counts them.</summary>
    public int PositionOfBytes(long line, long bytes)
    {
        var at = PositionOf((int)Math.Min(line + 1, int.MaxValue), 1);
        while (bytes > 0 && at < Text.Length)
        {
            Rune.DecodeFromUtf16(Text.AsSpan(at), out var rune, out var taken);
            bytes -= rune.Utf8SequenceLength;
            at += taken;
        }

        return at;
    }

    /// <summary>The line around a position, cut to what a terminal shows; and how many characters were cut from its front. Takes no longer on a long line.</summary>
    /// <remarks>An ellipsis stands in the place of the first or last character where the line goes on.</remarks>
    public (string Excerpt, int Offset) LineAt(int position)
    {
        position = Math.Clamp(position, 0, Text.Length);
        var start = position - (At(position).Column - 1);
        var from = Math.Max(start, position - WidestExcerpt);
        var seen = Text.AsSpan(from, Math.Min(Text.Length - from, 3 * WidestExcerpt));
        var end = seen[Math.Min(position - from, seen.Length)..].IndexOfAny('\r', '\n');
        var length = end < 0 ? seen.Length : position - from + end; // of what is seen of the line, from 'from' on
        var offset = from - start + length <= WidestExcerpt ? 0 : Math.Clamp(position - from - 40, 0, Math.Max(0, length - WidestExcerpt)) + (from - start);
        var shown = Math.Min(WidestExcerpt, from + length - start - offset);
        var excerpt = Text.AsSpan(start + offset, shown).ToArray();
        var next = start + offset + shown;
        if (offset > 0 && shown > 0)
            excerpt[0] = '\u2026';
        if (shown > 1 && next < Text.Length && Text[next] is not ('\r' or '\n') && position < next - 1)
            excerpt[^1] = '\u2026';
        return (PrintableText.Of(excerpt), offset);
    }

    // lines end in a line feed, in a carriage return with one, or in a carriage return alone
    private List<int> FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var at = 0; ;)
        {
            var found = Text.AsSpan(at).IndexOfAny('\r', '\n');
            if (found < 0)
                return starts;
            at += found + 1;
            if (Text[at - 1] == '\r' && at < Text.Length && Text[at] == '\n')
                at++;
            starts.Add(at);
        }
    }

    private static int IndexOfFirstFault(ReadOnlySpan<byte> bytes)
    {
        var characters = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
                return characters;
            characters += rune.Utf16SequenceLength;
            bytes = bytes[consumed..];
        }

        return -1;
    }
}
