namespace Manometer.Model;

/// <summary>The smallest unit a date is given in, from the coarsest to the finest.</summary>
public enum EdtfPrecision
{
    /// <summary>A year: <c>2017</c>, <c>201X</c>, <c>Y17E8</c>, <c>1950S2</c>.</summary>
    Year,

    /// <summary>A season, quarter, quadrimester or semester: <c>2017-21</c>.</summary>
    Season,

    /// <summary>A month: <c>2017-02</c>, <c>2017-XX</c>.</summary>
    Month,

    /// <summary>A day: <c>2017-02-28</c>, <c>2017-02-XX</c>.</summary>
    Day,

    /// <summary>A second: <c>2017-02-28T10:00:00Z</c>.</summary>
    Time,
}
