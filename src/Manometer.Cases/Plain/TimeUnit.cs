namespace Manometer.Cases;

/// <summary>What one step of a time axis counts.</summary>
public enum TimeUnit
{
    /// <summary>Whole numbers without a calendar: row numbers, periods.</summary>
    Number,

    /// <summary>Days of the calendar.</summary>
    Day,

    /// <summary>Months of the calendar.</summary>
    Month,

    /// <summary>Quarters of the calendar year.</summary>
    Quarter,

    /// <summary>Years.</summary>
    Year,
}
