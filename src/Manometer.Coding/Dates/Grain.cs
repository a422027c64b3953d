namespace Manometer.Coding;

/// <summary>The unit a date is told in.</summary>
internal enum Grain : byte
{
    None,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Season,

    /// <summary>A season south of the equator.</summary>
    SouthernSeason,

    Quarter,
    Third,
    Half,
    Year,
    Decade,
    Century,
}
