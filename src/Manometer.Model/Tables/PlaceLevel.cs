namespace Manometer.Model;

/// <summary>What a place is.</summary>
public enum PlaceLevel
{
    /// <summary>A country.</summary>
    Country,

    /// <summary>A first-level unit.</summary>
    Province,

    /// <summary>A city or town.</summary>
    City,

    /// <summary>A county.</summary>
    County,

    /// <summary>A part of a city or county.</summary>
    District,

    /// <summary>A site: a mine, a port, a resort.</summary>
    Site,

    /// <summary>A line such as a border; its point is nominal.</summary>
    Line,

    /// <summary>The seat of an organisation.</summary>
    Seat,
}
