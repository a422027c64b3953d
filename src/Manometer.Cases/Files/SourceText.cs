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

    /// <summary>The line around a position, cut to what a terminal shows; and how many characters were cut from its front.</summary>
    public (string Excerpt, int Offset) LineAt(int position)
    {
        position = Math.Min(position, Text.Length);
        var start = Text.AsSpan(0, position).LastIndexOf('\n') + 1;
        var length = Text.AsSpan(start).IndexOf('\n');
        if (length < 0)
            length = Text.Length - start;
        if (length > 0 && Text[start + length - 1] == '\r')
            length--;
        var column = Math.Min(position - start, length);
        var offset = length <= WidestExcerpt ? 0 : Math.Clamp(column - 40, 0, length - WidestExcerpt);
        return (Clean(Text.AsSpan(start + offset, Math.Min(WidestExcerpt, length - offset))), offset);
    }

    private List<int> FindLineStarts()
    {
        var starts = new List<int> { 0 };
        for (var at = Text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = Text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        return starts;
    }

    // Control characters would upset the terminal and the caret.
    private static string Clean(ReadOnlySpan<char> text)
    {
        var clean = text.ToArray();
        for (var i = 0; i < clean.Length; i++)
            if (char.IsControl(clean[i]))
                clean[i] = clean[i] == '\t' ? ' ' : '\uFFFD';
        return new string(clean);
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
