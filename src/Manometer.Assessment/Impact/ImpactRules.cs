namespace Manometer.Assessment;

/// <summary>The limits of the comparison of measures with series, and the rules in words. None looks at a value of an outcome.</summary>
internal static class ImpactRules
{
    /// <summary>Dates in question of one series; in a sparse one also no more than one for each five values.</summary>
    public const int MostDates = 4;

    public const int ValuesPerDate = 5;

    /// <summary>A structural series wants so many values before and after.</summary>
    public const int LeastBefore = 20;

    public const int LeastAfter = 3;

    /// <summary>Steps before the date that a structural series looks at, at most; and false dates of a sparse one.</summary>
    public const int MostBefore = 400;

    public const int MostFalseDates = 40;

    public const int MostControls = 12;

    /// <summary>Values a sparse series wants before and after a date for it to be said that no effect is seen.</summary>
    public const int LeastUnmoved = 4;

    /// <summary>Years a yearly series is followed; a finer one is followed for the case's longest lag.</summary>
    public const int MostYears = 5;

    /// <summary>False dates that series must share for maxT.</summary>
    public const int LeastShared = 5;

    public const double Probability = 0.95;

    public const double PlaceboProbability = 0.90;

    public const double FalseDiscovery = 0.10;

    /// <summary>ln 1.25: a rise of a quarter, or a fall of a fifth. Only an interval about 0 that rules this out is told as no effect seen.</summary>
    public const double LargeRatio = 0.22314355131420976;

    public static IReadOnlyList<string> InWords(int months) =>
    [
        "A series is set beside the measures it names; if it names none, beside those that tighten and aim at its sector and begin within the period of the case; if none of these begins within its values, beside those that aim at every sector.",
        "A measure begins on its effective day, or at the end of its wind-down where that comes within a year; the values between the two days are left out of both sides. Measures that begin within one period of each other, or with no value between them, are one date: what they did cannot be told apart.",
        $"At most {MostDates} dates a series, and one for each {ValuesPerDate} values of a sparse one: those with the most measures, then the earliest.",
        "A panel with a treated member is read by synthetic control, in logarithms of the index; its other members are the donors, save those the case excludes.",
        $"A series of even steps with {LeastBefore} values before and {LeastAfter} after is read as a structural series with the control series of the case; any other as an interrupted series in continuous time. Mediators and series the measures may have moved are never controls.",
        $"What comes after a date is followed to the next date in question, at most {months} months, or {MostYears} years where values are yearly. A period that holds the first day counts as after, save when it falls on its last tenth.",
        "Prices, amounts and rates of exchange are read as ratios, growth rates as levels. A series that falls to zero has no ratio: of it only is compared in how many values there was any.",
        "Every result stands beside placebos: false dates before the measure, or other members of the panel. For the series tested against one measure p is adjusted together (maxT over the false dates they share, else Holm); over the measures by Benjamini and Hochberg at .10.",
        $"No effect is said to be seen only where a sparse series has {LeastUnmoved} values on either side at least, and where the interval holds 0 and rules out a rise of a quarter and a fall of a fifth (for a level, one standard deviation of its values); a wider interval about 0 leaves the question open.",
    ];
}
