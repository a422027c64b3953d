namespace Manometer.Coding;

/// <summary>What of a date was told.</summary>
internal enum PartialForm : byte
{
    None,

    /// <summary>Year, month and day, some of them; those untold are 0.</summary>
    Calendar,

    /// <summary>A season, quarter or half; its year may be 0.</summary>
    PartOfYear,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>The n-th weekday or week of a month; the year may be 0.</summary>
    Nth,

    /// <summary>A holiday; its year may be 0.</summary>
    Holiday,

    /// <summary>Resolved already.</summary>
    Fixed,

    /// <summary>Told, but nothing says when it is.</summary>
    Open,
}
