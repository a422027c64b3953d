namespace Manometer.Model;

/// <content>What days an expression allows.</content>
public readonly partial struct Edtf
{
    /// <summary>The earliest day the expression allows; null when its start is open or unknown. Of a set, the earliest of its dates.</summary>
    /// <remarks>Seasons without a hemisphere are those of the north: spring is March to May, winter December to February of the next year. A qualifier widens nothing.</remarks>
    public CalendarDay? Earliest
    {
        get
        {
            if (_rare is not EdtfRange[] set)
                return Start.Earliest;
            CalendarDay? least = null;
            foreach (var range in set)
            {
                if (range.Start.Earliest is not { } day)
                    return null;
                least = least is { } known && known <= day ? known : day;
            }

            return least;
        }
    }

    /// <summary>The latest day the expression allows; null when its end is open or unknown. Of a set, the latest of its dates.</summary>
    public CalendarDay? Latest
    {
        get
        {
            if (_rare is not EdtfRange[] set)
                return End.Latest;
            CalendarDay? most = null;
            foreach (var range in set)
            {
                if (range.End.Latest is not { } day)
                    return null;
                most = most is { } known && known >= day ? known : day;
            }

            return most;
        }
    }

    /// <summary><see cref="Earliest"/> as a <see cref="DateOnly"/>; null when open, unknown, or outside the years 1..9999.</summary>
    public DateOnly? FirstDay => Earliest?.ToDateOnly();

    /// <summary><see cref="Latest"/> as a <see cref="DateOnly"/>; null when open, unknown, or outside the years 1..9999.</summary>
    public DateOnly? LastDay => Latest?.ToDateOnly();

    /// <summary>Is every day of <paramref name="other"/> within the first and last day of this expression? An open or unknown end of this one holds everything on its side.</summary>
    public bool Contains(Edtf other) =>
        (Earliest is not { } from || (other.Earliest is { } first && from <= first))
        && (Latest is not { } to || (other.Latest is { } last && last <= to));

    /// <summary>Do the spans from first to last day of the two share a day? An open or unknown end reaches any day on its side.</summary>
    public bool Overlaps(Edtf other) =>
        (Earliest is not { } from || other.Latest is not { } last || from <= last)
        && (other.Earliest is not { } first || Latest is not { } to || first <= to);

    /// <summary>Does this expression surely end before the other begins? Never, when the end of this or the start of the other is open or unknown.</summary>
    public bool Before(Edtf other) => Latest is { } end && other.Earliest is { } start && end < start;
}
