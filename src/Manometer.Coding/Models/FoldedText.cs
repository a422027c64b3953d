using System.Text;

namespace Manometer.Coding;

/// <summary>A stretch of a text with each run of white space as one blank, and the way back: a line break within a sentence is no difference of words.</summary>
internal sealed class FoldedText
{
    private readonly string _folded;
    private readonly int[] _places; // of each unit its offset in the text, and at the end the one behind the last

    public FoldedText(string text, TextPiece piece)
    {
        var folded = new StringBuilder(piece.End - piece.Start);
        var places = new List<int>(piece.End - piece.Start + 1);
        for (var i = piece.Start; i < piece.End; i++)
        {
            var blank = char.IsWhiteSpace(text[i]);
            if (blank && folded.Length > 0 && folded[^1] == ' ')
                continue;
            folded.Append(blank ? ' ' : text[i]);
            places.Add(i);
        }

        places.Add(piece.End);
        (_folded, _places) = (folded.ToString(), [.. places]);
    }

    /// <summary>Where words stand in the text, and how often: 0, 1, or 2 for more than once; the place is the first.</summary>
    public (int Start, int End, int Times) Find(string words)
    {
        var sought = Fold(words);
        if (sought.Length == 0 || char.IsLowSurrogate(sought[0]) || char.IsHighSurrogate(sought[^1]))
            return (-1, -1, 0);
        var at = _folded.IndexOf(sought, StringComparison.Ordinal);
        if (at < 0)
            return (-1, -1, 0);
        var again = _folded.IndexOf(sought, at + 1, StringComparison.Ordinal);
        return (_places[at], _places[at + sought.Length - 1] + 1, again < 0 ? 1 : 2);
    }

    /// <summary>Words without white space around them, each run within as one blank.</summary>
    public static string Fold(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
