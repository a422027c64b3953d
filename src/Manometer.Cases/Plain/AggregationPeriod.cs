namespace Manometer.Cases;

/// <summary>The period that rows are gathered into.</summary>
public enum AggregationPeriod
{
    /// <summary>Days of the calendar.</summary>
    Day,

    /// <summary>Weeks from Monday, named by that day.</summary>
    Week,

    /// <summary>Months of the calendar.</summary>
    Month,

    /// <summary>Quarters of the calendar year.</summary>
    Quarter,

    /// <summary>Years.</summary>
    Year,
}
