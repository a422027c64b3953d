using System.Diagnostics.CodeAnalysis;

namespace Manometer.Model;

/// <summary>One date of an expression, packed into two words so that parsing the common forms allocates nothing.</summary>
/// <remarks>Digits written X are held as 0 in the value and marked in a mask, most significant digit first.</remarks>
[SuppressMessage("Performance", "CA1815", Justification = "compared by its two words")]
internal readonly record struct EdtfPart(long Year, EdtfPart.Bits Rest)
{
    public enum Presence
    {
        Unknown,
        Open,
        Known,
    }

    /// <summary>0 when there is no month; 1..12 a month; 21..41 a season or other part of the year.</summary>
    public int Month => Rest.Month;

    /// <summary>0 when there is no day.</summary>
    public int Day => Rest.Day;

    public bool IsSeason => Rest.Month > 12;

    public bool HasUnspecified => Rest.YearMask != 0 || Rest.MonthMask != 0 || Rest.DayMask != 0;

    public CalendarDay? Earliest => Rest.Presence == Presence.Known ? EdtfBounds.Earliest(this) : null;

    public CalendarDay? Latest => Rest.Presence == Presence.Known ? EdtfBounds.Latest(this) : null;

    /// <summary>Everything but the year.</summary>
    /// <param name="Presence">Known, open or unknown.</param>
    /// <param name="Month">See <see cref="EdtfPart.Month"/>.</param>
    /// <param name="Day">See <see cref="EdtfPart.Day"/>.</param>
    /// <param name="YearMask">Four bits, thousands first.</param>
    /// <param name="MonthMask">Two bits, tens first.</param>
    /// <param name="DayMask">Two bits, tens first.</param>
    /// <param name="YearMark">Qualifier of the year: 1 uncertain, 2 approximate, 3 both.</param>
    /// <param name="MonthMark">Qualifier of the month.</param>
    /// <param name="DayMark">Qualifier of the day.</param>
    /// <param name="Form">0 plain, 1 written with Y.</param>
    /// <param name="Exponent">Exponent as written; 0 when none.</param>
    /// <param name="Significant">Significant digits as written; 0 when not stated.</param>
    public readonly record struct Bits(
        Presence Presence, byte Month, byte Day, byte YearMask, byte MonthMask, byte DayMask, byte YearMark, byte MonthMark, byte DayMark, byte Form, byte Exponent, byte Significant)
    {
        private readonly byte _presence = (byte)Presence;

        public Presence Presence => (Presence)_presence;
    }
}
