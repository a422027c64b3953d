namespace Manometer.Model;

/// <summary>A date as exact as its source: the Extended Date/Time Format, levels 0 to 2 (ISO 8601-2:2019; Library of Congress, 2019).</summary>
/// <remarks>
/// Days, months and years (<c>2017-02-28</c>), times, years before 0 and beyond 9999 (<c>Y17E8</c>), seasons and other parts of a year (<c>2001-21</c>, <c>2001-33</c>),
/// uncertain <c>?</c>, approximate <c>~</c> or both <c>%</c>, of the whole or of parts (<c>2004-?06</c>), unspecified digits (<c>201X</c>, <c>2004-XX</c>), significant digits
/// (<c>1950S2</c>), intervals with open <c>..</c> or unknown ends (<c>2016-04/..</c>), sets of which one or all are meant (<c>[1667,1668]</c>, <c>{1960,1961-12}</c>).
/// The default value is no date: it has no bounds, prints as an empty text, and parsing gives it only together with false.
/// Not read, because the reference strings or the standard have them otherwise: years with more than 18 digits, years written with Y inside intervals and sets, times inside
/// intervals, and intervals whose end begins before their start, such as <c>2018-03-15/2018</c> (write <c>2018-03-15/2018-12</c>). A time's zone does not move its day.
/// Two expressions are equal when they say the same in the same form.
/// </remarks>
public readonly partial struct Edtf : IEquatable<Edtf>
{
    private const int KindAt = 60;

    private readonly ulong _first; // the date, or the start of the interval, and the kind in the highest bits
    private readonly ulong _second; // the end of the interval, or the year of a long one
    private readonly object? _rare; // the time of day (string) or the elements of a set (EdtfRange[])

    private Edtf(EdtfKind kind, EdtfPart start, EdtfPart end, object? rare = null)
    {
        _first = start.Pack() | (ulong)kind << KindAt;
        _second = kind switch
        {
            EdtfKind.Interval => end.Pack(),
            EdtfKind.LongYear => unchecked((ulong)start.Year),
            _ => 0,
        };
        _rare = rare;
    }

    /// <summary>The form of the expression.</summary>
    public EdtfKind Kind => (EdtfKind)(_first >> KindAt);

    /// <summary>Lowest level of EDTF that has all its features: 0, 1 or 2. Equal expressions have the same, however they were spelled.</summary>
    public int Level => Kind switch
    {
        EdtfKind.OneOf or EdtfKind.AllOf => 2,
        EdtfKind.Interval => Math.Max(LevelOfEnd(Start), LevelOfEnd(End)),
        _ => Start.Level,
    };

    /// <summary>The smallest unit a single date is given in, be its digits known or not; null of an interval, a set and the default value.</summary>
    public EdtfPrecision? Precision => Kind switch
    {
        _ when Start.Rest.Presence != EdtfPart.Presence.Known || Kind == EdtfKind.Interval => null,
        EdtfKind.DateTime => EdtfPrecision.Time,
        EdtfKind.Season => EdtfPrecision.Season,
        _ => Start.HasDay ? EdtfPrecision.Day : Start.HasMonth ? EdtfPrecision.Month : EdtfPrecision.Year,
    };

    /// <summary>Is any part of it marked uncertain (<c>?</c> or <c>%</c>)?</summary>
    public bool IsUncertain => Marked(1);

    /// <summary>Is any part of it marked approximate (<c>~</c> or <c>%</c>)?</summary>
    public bool IsApproximate => Marked(2);

    /// <summary>Is it open to what came before (<c>../1985</c>)?</summary>
    public bool IsOpenAtStart => Kind >= EdtfKind.Interval && FirstPart.Rest.Presence == EdtfPart.Presence.Open;

    /// <summary>Is it open to what follows (<c>1985/..</c>)?</summary>
    public bool IsOpenAtEnd => Kind >= EdtfKind.Interval && LastPart.Rest.Presence == EdtfPart.Presence.Open;

    /// <summary>Is its start unknown (<c>/1985</c>)? Unlike an open start, there was one.</summary>
    public bool IsUnknownAtStart => Kind == EdtfKind.Interval && Start.Rest.Presence == EdtfPart.Presence.Unknown;

    /// <summary>Is its end unknown (<c>1985/</c>)? Unlike an open end, there is or was one.</summary>
    public bool IsUnknownAtEnd => Kind == EdtfKind.Interval && End.Rest.Presence == EdtfPart.Presence.Unknown;

    private EdtfPart Start => EdtfPart.Unpack(_first, unchecked((long)_second));

    private EdtfPart End => Kind == EdtfKind.Interval ? EdtfPart.Unpack(_second, 0) : Start;

    private EdtfPart FirstPart => _rare is EdtfRange[] set ? set[0].Start : Start;

    private EdtfPart LastPart => _rare is EdtfRange[] set ? set[^1].End : End;

    /// <inheritdoc/>
    public bool Equals(Edtf other) =>
        _first == other._first && _second == other._second
        && (_rare, other._rare) switch
        {
            (null, null) => true,
            (string left, string right) => left == right,
            (EdtfRange[] left, EdtfRange[] right) => left.AsSpan().SequenceEqual(right),
            _ => false,
        };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Edtf other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(_first);
        hash.Add(_second);
        if (_rare is EdtfRange[] set)
            foreach (var range in set)
                hash.Add(range);
        else
            hash.Add(_rare);
        return hash.ToHashCode();
    }

    /// <summary>The same expression?</summary>
    public static bool operator ==(Edtf left, Edtf right) => left.Equals(right);

    /// <summary>Not the same expression?</summary>
    public static bool operator !=(Edtf left, Edtf right) => !left.Equals(right);

    private bool Marked(int bit)
    {
        if (_rare is not EdtfRange[] set)
            return Marked(Start, bit) || Marked(End, bit);
        foreach (var range in set)
            if (Marked(range.Start, bit) || Marked(range.End, bit))
                return true;
        return false;
    }

    // an end that is not given is of level 1, one with unspecified digits of level 2
    private static int LevelOfEnd(EdtfPart part) => part.Rest.Presence != EdtfPart.Presence.Known ? 1 : part.HasUnspecified ? 2 : part.Level;

    private static bool Marked(EdtfPart part, int bit) => ((part.Rest.YearMark | part.Rest.MonthMark | part.Rest.DayMark) & bit) != 0;
}
