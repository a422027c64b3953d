using System.Globalization;

namespace Manometer.Cases;

/// <summary>What was probably meant by a number written with a unit, with separators of thousands, a decimal comma or a printer's minus.</summary>
internal static class MeantNumber
{
    private const int Longest = 40;

    /// <summary>"7500000"; "7500, or 7.5 if the comma is a decimal one"; null when no number can be made out.</summary>
    public static string? Of(ReadOnlySpan<char> text) => Parts(text) is (var number, "") ? number : null;

    /// <summary>The number and what stands behind it: <c>-40%</c> is -40 and <c>percent</c>; null when no number stands at the front.</summary>
    public static (string Number, string Unit)? Parts(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > Longest)
            return null;
        var minus = text[0] is '-' or '\u2212' or '\u2013' or '\u2012';
        var rest = minus || text[0] == '+' ? text[1..].TrimStart() : text;
        var length = 0;
        while (length < rest.Length && (char.IsAsciiDigit(rest[length]) || (rest[length] is ',' or '.' or '\'' or '\u2019' or ' ' or '\u00a0' or '\u202f' && length + 1 < rest.Length && char.IsAsciiDigit(rest[length + 1]))))
            length++;
        if (length == 0 || !char.IsAsciiDigit(rest[0]) || Plain(rest[..length].ToString()) is not { } plain)
            return null;
        var unit = rest[length..].Trim().ToString();
        return ((minus ? "-" : "") + plain.Replace(", or ", minus ? ", or -" : ", or ", StringComparison.Ordinal), Synonyms.Of("observations.unit", unit) ?? unit);
    }

    private static string? Plain(string digits)
    {
        var text = new string([.. digits.Where(letter => char.IsAsciiDigit(letter) || letter is ',' or '.')]);
        var (commas, dots) = (text.Count(letter => letter == ','), text.Count(letter => letter == '.'));
        if (commas == 0 && dots <= 1)
            return text;
        if (commas == 1 && dots == 0)
        {
            var (whole, part) = (text.Split(',')[0], text.Split(',')[1]);
            return part.Length == 3 && whole.Length <= 3 && whole != "0" ? $"{whole}{part}, or {whole}.{part} if the comma is a decimal one" : $"{whole}.{part}";
        }

        var last = text.LastIndexOfAny([',', '.']);
        var one = commas == 0 || dots == 0; // 1,234,567 or 1.234.567
        var number = text.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        var decimals = text.Length - last - 1;
        var canonical = one ? number : string.Concat(number.AsSpan(0, number.Length - decimals), ".", number.AsSpan(number.Length - decimals));
        return double.TryParse(canonical, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? canonical : null;
    }
}
