namespace Manometer.Model;

/// <summary>The form of an EDTF expression.</summary>
public enum EdtfKind
{
    /// <summary>A day, month or year, whole or in part unspecified.</summary>
    Date,

    /// <summary>A day with a time.</summary>
    DateTime,

    /// <summary>A season, quarter, quadrimester or semester.</summary>
    Season,

    /// <summary>A year written with the letter Y, an exponent or significant digits.</summary>
    LongYear,

    /// <summary>From one date to another; either end may be open or unknown.</summary>
    Interval,

    /// <summary>One of several dates, it is not known which: <c>[..]</c>.</summary>
    OneOf,

    /// <summary>All of several dates: <c>{..}</c>.</summary>
    AllOf,
}
