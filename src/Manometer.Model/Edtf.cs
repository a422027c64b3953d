namespace Manometer.Model;

/// <summary>A date as the Extended Date/Time Format writes it (ISO 8601-2:2019). This first form knows days, months, years and closed or open intervals of them.</summary>
public readonly struct Edtf : IEquatable<Edtf>
{
    private readonly string? _text;

    private Edtf(string text, CalendarDay? earliest, CalendarDay? latest) => (_text, Earliest, Latest) = (text, earliest, latest);

    /// <summary>The earliest day the expression allows; null when its start is open or unknown.</summary>
    public CalendarDay? Earliest { get; }

    /// <summary>The latest day the expression allows; null when its end is open or unknown.</summary>
    public CalendarDay? Latest { get; }

    /// <summary><see cref="Earliest"/> as a <see cref="DateOnly"/>; null when open, unknown, or outside the years 1..9999.</summary>
    public DateOnly? FirstDay => Earliest?.ToDateOnly();

    /// <summary><see cref="Latest"/> as a <see cref="DateOnly"/>; null when open, unknown, or outside the years 1..9999.</summary>
    public DateOnly? LastDay => Latest?.ToDateOnly();

    /// <summary>Reads an expression; false, and the default value, when it is not EDTF.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Edtf value)
    {
        value = default;
        var slash = text.IndexOf('/');
        var first = slash < 0 ? text : text[..slash];
        var second = slash < 0 ? text : text[(slash + 1)..];
        if (!TryEnd(first, slash >= 0, false, out var earliest) || !TryEnd(second, slash >= 0, true, out var latest))
            return false;
        value = new Edtf(text.ToString(), earliest, latest);
        return true;
    }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">The text is not EDTF.</exception>
    public static Edtf Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a date in EDTF");

    /// <summary>Is every day of <paramref name="other"/> inside this expression?</summary>
    public bool Contains(Edtf other) => AtOrBefore(Earliest, other.Earliest) && AtOrBefore(other.Latest, Latest);

    /// <summary>Do the two expressions share a day?</summary>
    public bool Overlaps(Edtf other) => AtOrBefore(Earliest, other.Latest) && AtOrBefore(other.Earliest, Latest);

    /// <summary>Does this expression surely end before the other begins?</summary>
    public bool Before(Edtf other) => Latest is { } end && other.Earliest is { } start && end < start;

    /// <inheritdoc/>
    public override string ToString() => _text ?? "";

    /// <inheritdoc/>
    public bool Equals(Edtf other) => string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Edtf other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The same expression?</summary>
    public static bool operator ==(Edtf left, Edtf right) => left.Equals(right);

    /// <summary>Not the same expression?</summary>
    public static bool operator !=(Edtf left, Edtf right) => !left.Equals(right);

    private static bool AtOrBefore(CalendarDay? left, CalendarDay? right) => left is null || right is null || left <= right;

    private static bool TryEnd(ReadOnlySpan<char> text, bool interval, bool last, out CalendarDay? day)
    {
        day = null;
        if (interval && (text.IsEmpty || text is ".."))
            return true;
        if (text.Length is not (4 or 7 or 10) || !int.TryParse(text[..4], out var year))
            return false;
        var month = last ? 12 : 1;
        if (text.Length >= 7 && (text[4] != '-' || !int.TryParse(text[5..7], out month) || month is < 1 or > 12))
            return false;
        var dayOfMonth = last ? DateTime.DaysInMonth(Math.Max(year, 1), month) : 1;
        if (text.Length == 10 && (text[7] != '-' || !int.TryParse(text[8..10], out dayOfMonth) || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(Math.Max(year, 1), month)))
            return false;
        day = new CalendarDay(year, month, dayOfMonth);
        return true;
    }
}
