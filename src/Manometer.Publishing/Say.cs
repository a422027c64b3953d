using System.Globalization;

namespace Manometer.Publishing;

/// <summary>Numbers, dates and lists as a reader expects them in a sentence.</summary>
internal static class Say
{
    private const string Thin = "\u202f";

    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary><c>71 %</c></summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(share * 100, MidpointRounding.AwayFromZero):0}{Thin}%");

    /// <summary>A text of the assessment in which no line breaks before a percent sign.</summary>
    public static string Text(string text) => text.Replace(" %", Thin + "%", StringComparison.Ordinal);

    /// <summary><c>45–89 %</c></summary>
    public static string Percent(double low, double high) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Round(low * 100, MidpointRounding.AwayFromZero):0}–{Math.Round(high * 100, MidpointRounding.AwayFromZero):0}{Thin}%");

    /// <summary>A change in percent with its sign: <c>−88 %</c>.</summary>
    public static string Change(double percent) =>
        string.Create(CultureInfo.InvariantCulture, $"{(percent < 0 ? "−" : "+")}{Math.Abs(percent).ToString(Math.Abs(percent) < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture)}{Thin}%");

    /// <summary>A value with as many digits as it deserves: <c>8,061</c>, <c>4.48</c>.</summary>
    public static string Value(double value)
    {
        var text = Math.Abs(value) switch
        {
            >= 1000 => value.ToString("#,0", CultureInfo.InvariantCulture),
            >= 100 => value.ToString("0.#", CultureInfo.InvariantCulture),
            >= 1 => value.ToString("0.##", CultureInfo.InvariantCulture),
            _ => value.ToString("0.####", CultureInfo.InvariantCulture),
        };
        return text == "-0" ? "0" : text.Replace('-', '−');
    }

    /// <summary><c>10,000</c></summary>
    public static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary><c>1 report</c>, <c>2 reports</c>.</summary>
    public static string Count(int number, string one, string? many = null) => $"{Whole(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>As <see cref="Count"/>, with numbers up to twelve in words: <c>three reports</c>.</summary>
    public static string Few(int number, string one, string? many = null) => $"{Word(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>Numbers up to twelve in words.</summary>
    public static string Word(int number) => number >= 0 && number < Small.Length ? Small[number] : Whole(number);

    /// <summary>First letter in upper case.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary><c>A</c>; <c>A and B</c>; <c>A, B and C</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>A magnitude as coded, <c>-50 percent</c>, as it is printed: <c>−50 %</c>.</summary>
    public static string Magnitude(string coded)
    {
        var text = coded.StartsWith('-') ? "−" + coded[1..] : coded;
        return text.EndsWith(" percent", StringComparison.Ordinal) ? text[..^8] + Thin + "%" : text;
    }

    /// <summary>An identifier as words: <c>mining-coal</c> is "mining coal".</summary>
    public static string Plain(string id) => id.Replace('-', ' ').Replace('_', ' ');

    /// <summary><c>30 April 2019</c></summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date in EDTF as words; what is not simple is left as it was coded.</summary>
    public static string Date(string edtf)
    {
        var slash = edtf.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return One(edtf) ?? edtf;
        var (from, to) = (edtf[..slash], edtf[(slash + 1)..]);
        return (from, to) switch
        {
            ("" or "..", _) => One(to) is { } end ? $"until {end}" : edtf,
            (_, "" or "..") => One(from) is { } start ? $"from {start}" : edtf,
            _ => One(from) is { } first && One(to) is { } last ? $"{first} to {last}" : edtf,
        };
    }

    /// <summary><c>August 2018</c> of <c>2018-08</c>.</summary>
    public static string Month(string month) => One(month) ?? month;

    /// <summary><c>Aug 2018</c> of <c>2018-08</c>.</summary>
    public static string ShortMonth(string month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("MMM yyyy", CultureInfo.InvariantCulture) : month;

    private static string? One(string text)
    {
        var doubt = "";
        if (text.Length > 0 && text[^1] is '~' or '?' or '%')
            (doubt, text) = (text[^1] switch { '~' => "about ", '?' => "perhaps ", _ => "perhaps about " }, text[..^1]);
        if (text.Length == 7 && text[4] == '-' && int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var part) && Season(part) is { } season)
            return $"{doubt}{season} {text[..4]}";
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return doubt + text;
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return doubt + month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? doubt + Day(day) : null;
    }

    private static string? Season(int part) => part switch
    {
        21 => "spring",
        22 => "summer",
        23 => "autumn",
        24 => "winter",
        33 => "first quarter of",
        34 => "second quarter of",
        35 => "third quarter of",
        36 => "fourth quarter of",
        40 => "first half of",
        41 => "second half of",
        _ => null,
    };
}
