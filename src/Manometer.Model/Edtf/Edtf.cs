namespace Manometer.Model;

/// <summary>A date as exact as its source: the Extended Date/Time Format, levels 0 to 2 (ISO 8601-2:2019; Library of Congress, 2019).</summary>
/// <remarks>
/// Days, months and years (<c>2017-02-28</c>), times, years before 0 and beyond 9999 (<c>Y17E8</c>), seasons and other parts of a year (<c>2001-21</c>, <c>2001-33</c>),
/// uncertain <c>?</c>, approximate <c>~</c> or both <c>%</c>, of the whole or of parts (<c>2004-?06</c>), unspecified digits (<c>201X</c>, <c>2004-XX</c>), significant digits
/// (<c>1950S2</c>), intervals with open <c>..</c> or unknown ends (<c>2016-04/..</c>), sets of which one or all are meant (<c>[1667,1668]</c>, <c>{1960,1961-12}</c>).
/// The default value is an interval with both ends unknown; it prints as an empty text and is never returned by parsing.
/// Two expressions are equal when they say the same in the same form.
/// </remarks>
public readonly partial struct Edtf : IEquatable<Edtf>
{
    private readonly EdtfPart _start;
    private readonly EdtfPart _end;
    private readonly object? _rare; // the time of day (string) or the elements of a set (EdtfRange[])
    private readonly byte _kind;
    private readonly byte _level;

    private Edtf(EdtfKind kind, int level, EdtfPart start, EdtfPart end, object? rare = null)
    {
        _kind = (byte)kind;
        _level = (byte)level;
        _start = start;
        _end = end;
        _rare = rare;
    }

    /// <summary>The form of the expression.</summary>
    public EdtfKind Kind => (EdtfKind)_kind;

    /// <summary>Lowest level of EDTF that has all its features: 0, 1 or 2.</summary>
    public int Level => _level;

    /// <summary>Is any part of it marked uncertain (<c>?</c> or <c>%</c>)?</summary>
    public bool IsUncertain => Marked(1);

    /// <summary>Is any part of it marked approximate (<c>~</c> or <c>%</c>)?</summary>
    public bool IsApproximate => Marked(2);

    /// <summary>Is it open to what came before (<c>../1985</c>)?</summary>
    public bool IsOpenAtStart => Kind >= EdtfKind.Interval && FirstPart.Rest.Presence == EdtfPart.Presence.Open;

    /// <summary>Is it open to what follows (<c>1985/..</c>)?</summary>
    public bool IsOpenAtEnd => Kind >= EdtfKind.Interval && LastPart.Rest.Presence == EdtfPart.Presence.Open;

    private EdtfPart FirstPart => _rare is EdtfRange[] set ? set[0].Start : _start;

    private EdtfPart LastPart => _rare is EdtfRange[] set ? set[^1].End : _end;

    /// <inheritdoc/>
    public bool Equals(Edtf other) =>
        _kind == other._kind && _start == other._start && _end == other._end
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
    public override int GetHashCode() => HashCode.Combine(_kind, _start, _end, _rare is EdtfRange[] set ? set.Length : _rare?.GetHashCode());

    /// <summary>The same expression?</summary>
    public static bool operator ==(Edtf left, Edtf right) => left.Equals(right);

    /// <summary>Not the same expression?</summary>
    public static bool operator !=(Edtf left, Edtf right) => !left.Equals(right);

    private bool Marked(int bit)
    {
        if (_rare is not EdtfRange[] set)
            return Marked(_start, bit) || Marked(_end, bit);
        foreach (var range in set)
            if (Marked(range.Start, bit) || Marked(range.End, bit))
                return true;
        return false;
    }

    private static bool Marked(EdtfPart part, int bit) => ((part.Rest.YearMark | part.Rest.MonthMark | part.Rest.DayMark) & bit) != 0;
}
