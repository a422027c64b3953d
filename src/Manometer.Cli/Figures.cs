using System.Globalization;

namespace Manometer.Cli;

/// <summary>Numbers as a reader wants them: a few significant digits, thousands parted, never an exponent where it can be helped.</summary>
internal static class Figures
{
    /// <summary>A number with so many significant digits; "not a number" for NaN, which callers should not print.</summary>
    public static string Short(double value, int digits = 4)
    {
        if (double.IsNaN(value))
            return "not a number";
        if (double.IsInfinity(value))
            return value > 0 ? "infinite" : "-infinite";
        if (value == 0)
            return "0";
        var size = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (size is > 14 or < -5)
            return value.ToString("0." + new string('#', digits - 1) + "e0", CultureInfo.InvariantCulture);
        var decimals = Math.Max(0, digits - 1 - size);
        var text = value.ToString("#,0." + new string('#', Math.Min(decimals, 15)), CultureInfo.InvariantCulture);
        return text is "-0" ? "0" : text;
    }

    /// <summary>A number with its sign.</summary>
    public static string Signed(double value, int digits = 4) => value > 0 ? "+" + Short(value, digits) : Short(value, digits);

    /// <summary>A share as a percentage.</summary>
    public static string Percent(double share, int decimals = 0) => (100 * share).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture) + " %";
}
