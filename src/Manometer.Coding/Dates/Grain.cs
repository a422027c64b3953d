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
    Quarter,
    Third,
    Half,
    Year,
    Decade,
    Century,
}
