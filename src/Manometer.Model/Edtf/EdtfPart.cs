using System.Diagnostics.CodeAnalysis;

namespace Manometer.Model;

/// <summary>One date of an expression, as it is worked on; <see cref="Pack"/> gives the one word that is kept.</summary>
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

    public bool HasMonth => Rest.Month > 0 || Rest.MonthMask > 0;

    public bool HasDay => Rest.Day > 0 || Rest.DayMask > 0;

    /// <summary>Written with Y, an exponent or significant digits.</summary>
    public bool IsLongYear => Rest.Form == 1 || Rest.Significant > 0;

    public bool HasUnspecified => Rest.YearMask != 0 || Rest.MonthMask != 0 || Rest.DayMask != 0;

    public CalendarDay? Earliest => Rest.Presence == Presence.Known ? EdtfBounds.Earliest(this) : null;

    public CalendarDay? Latest => Rest.Presence == Presence.Known ? EdtfBounds.Latest(this) : null;

    /// <summary>Lowest level that has every feature of the date, however it was spelled.</summary>
    public int Level
    {
        get
        {
            if (IsLongYear)
                return Rest.Exponent > 0 || Rest.Significant > 0 ? 2 : 1;
            var oneMark = (!HasMonth || Rest.MonthMark == Rest.YearMark) && (!HasDay || Rest.DayMark == Rest.YearMark);
            if (!oneMark || Month > 24 || HasUnspecified && !IsUnspecifiedFromTheRight)
                return 2;
            return Rest.YearMark > 0 || IsSeason || HasUnspecified || Year < 0 || Rest.Form == 2 ? 1 : 0;
        }
    }

    // 201X, 19XX, 2004-XX, 1985-04-XX, 1985-XX-XX
    private bool IsUnspecifiedFromTheRight =>
        !HasMonth ? Rest.YearMask is 1 or 3
        : Rest.YearMask == 0 && (HasDay ? Rest.DayMask == 3 && Rest.MonthMask is 0 or 3 : Rest.MonthMask == 3);

    /// <summary>The date in one word; the year too, unless it is a long one.</summary>
    public ulong Pack()
    {
        var word = (ulong)Rest.Presence | (ulong)Rest.Month << 2 | (ulong)Rest.Day << 8 | (ulong)Rest.YearMask << 13 | (ulong)Rest.MonthMask << 17 | (ulong)Rest.DayMask << 19
            | (ulong)Rest.YearMark << 21 | (ulong)Rest.MonthMark << 23 | (ulong)Rest.DayMark << 25 | (ulong)Rest.Form << 27 | (ulong)Rest.Exponent << 29 | (ulong)Rest.Significant << 36;
        return IsLongYear ? word : word | (unchecked((ulong)Year) & 0x7FFF) << 43;
    }

    /// <summary>What <see cref="Pack"/> packed.</summary>
    public static EdtfPart Unpack(ulong word, long longYear)
    {
        int Field(int at, int bits) => (int)(word >> at & ((1UL << bits) - 1));
        var rest = new Bits(
            (Presence)Field(0, 2), (byte)Field(2, 6), (byte)Field(8, 5), (byte)Field(13, 4), (byte)Field(17, 2), (byte)Field(19, 2),
            (byte)Field(21, 2), (byte)Field(23, 2), (byte)Field(25, 2), (byte)Field(27, 2), (byte)Field(29, 7), (byte)Field(36, 7));
        var year = Field(43, 15);
        return new EdtfPart(rest.Form == 1 || rest.Significant > 0 ? longYear : year < 0x4000 ? year : year - 0x8000, rest);
    }

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
    /// <param name="Form">0 plain, 1 written with Y, 2 plain and negative with a magnitude of 0 (<c>-000X</c>).</param>
    /// <param name="Exponent">Exponent as written; 0 when none.</param>
    /// <param name="Significant">Significant digits as written; 0 when not stated.</param>
    public readonly record struct Bits(
        Presence Presence, byte Month, byte Day, byte YearMask, byte MonthMask, byte DayMask, byte YearMark, byte MonthMark, byte DayMark, byte Form, byte Exponent, byte Significant)
    {
        private readonly byte _presence = (byte)Presence;

        public Presence Presence => (Presence)_presence;
    }
}
