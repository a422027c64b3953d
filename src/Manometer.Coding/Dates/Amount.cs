namespace Manometer.Coding;

/// <summary>A length of time: years, months, weeks, days and smaller units, one of them or several.</summary>
internal record struct Amount
{
    public const int Unknown = -1;

    public int Years; // units of the amount; decades and centuries are counted here
    public int Months;
    public int Weeks;
    public int Days;
    public int Hours;
    public int Minutes;
    public Grain Smallest;
    public bool IsOfDay; // hours or minutes
    public bool IsUnknown; // several, some
    public bool IsRough; // a few, a couple, about
    public bool HasHalf;
    public bool IsHyphenated; // a three-month
    public bool IsSingle; // a month

    public readonly bool IsWhole => !HasHalf;

    /// <summary>The value of TIMEX3.</summary>
    public readonly string ToTimex()
    {
        if (IsUnknown)
            return IsOfDay ? "PTX" + (Hours != 0 ? 'H' : 'M') : "PX" + (Years != 0 ? 'Y' : Months != 0 ? 'M' : Weeks != 0 ? 'W' : 'D');
        var half = HasHalf ? ".5" : "";
        var date = Part(Years, 'Y') + Part(Months, 'M') + Part(Weeks, 'W') + Part(Days, 'D');
        var time = Part(Hours, 'H') + Part(Minutes, 'M');
        var all = "P" + date + (time.Length > 0 ? "T" + time : "");
        return half.Length == 0 ? all : all.Insert(all.Length - 1, half);
    }

    private static string Part(int count, char unit) => count == 0 ? "" : count.ToString(System.Globalization.CultureInfo.InvariantCulture) + unit;
}
