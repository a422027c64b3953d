using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Manometer.Capture;

/// <summary>References such as <c>&amp;eacute;</c> and <c>&amp;#233;</c>, by the table of the HTML standard.</summary>
internal static class CharacterReferences
{
    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    private const int LongestName = 32;
    private const int LongestBareName = 6; // of those the standard reads without a semicolon

    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>A text without its references.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        Append(text, 0, text.Length, plain, new OffsetMap.Builder());
        return plain.ToString();
    }

    /// <summary>Appends a stretch of a text without its references, with the place of each character.</summary>
    public static void Append(string text, int start, int end, StringBuilder plain, OffsetMap.Builder map)
    {
        for (var at = start; at < end;)
        {
            if (text[at] == '&' && Read(text.AsSpan(at, end - at), out var taken) is { } meant)
            {
                map.Add(plain.Length, meant.Length, at, taken);
                plain.Append(meant);
            }
            else
            {
                taken = text.AsSpan(at + 1, end - at - 1).IndexOf('&') is var next and >= 0 ? next + 1 : end - at;
                map.Add(plain.Length, taken, at, taken);
                plain.Append(text, at, taken);
            }

            at += taken;
        }
    }

    /// <summary>Reads the reference a text begins with; null when it begins with none.</summary>
    public static string? Read(ReadOnlySpan<char> text, out int taken)
    {
        taken = 0;
        if (text.Length < 3 || text[0] != '&')
            return null;
        if (text[1] == '#')
            return Number(text, out taken);
        var name = text.Slice(1, Math.Min(LongestName, text.Length - 1));
        var end = name.IndexOfAnyExcept(Letters);
        if (end < 0)
            end = name.Length;
        if (end == 0)
            return null;
        if (end < name.Length && name[end] == ';' && HtmlEntityProvider.Resolver.GetSymbol(name[..(end + 1)].ToString()) is { } meant)
        {
            taken = end + 2;
            return meant;
        }

        for (var length = Math.Min(end, LongestBareName); length >= 2; length--)
            if (HtmlEntityProvider.Resolver.GetSymbol(name[..length].ToString()) is { } bare)
            {
                taken = length + 1;
                return bare;
            }

        return null;
    }

    private static string? Number(ReadOnlySpan<char> text, out int taken)
    {
        taken = 0;
        var hexadecimal = text.Length > 3 && text[2] is 'x' or 'X';
        var at = hexadecimal ? 3 : 2;
        var digits = text[at..];
        var length = hexadecimal ? digits.IndexOfAnyExcept(Hexadecimal) : digits.IndexOfAnyExceptInRange('0', '9');
        if (length < 0)
            length = digits.Length;
        if (length == 0)
            return null;
        taken = at + length + (at + length < text.Length && text[at + length] == ';' ? 1 : 0);
        var number = digits[..length].TrimStart('0');
        if (number.Length > 7)
            return "\uFFFD";
        var code = number.IsEmpty ? 0 : int.Parse(number, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        if (code is >= 0x80 and <= 0x9F && CodePagesEncodingProvider.Instance.GetEncoding(1252) is { } western)
            return western.GetString([(byte)code]); // as browsers read them
        return code != 0 && Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD";
    }
}
