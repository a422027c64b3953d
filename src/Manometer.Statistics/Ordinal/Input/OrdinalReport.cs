namespace Manometer.Statistics;

/// <summary>One report on the five-step scale -2 .. +2: what a source said of a cell in a month.</summary>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Month">Month it speaks of, 0-based: when it happened, not when it was published.</param>
/// <param name="Low">Lowest step the report allows, -2 .. +2.</param>
/// <param name="High">Highest step the report allows, <paramref name="Low"/> .. +2; a report of direction only is the set 1 .. 2 or -2 .. -1.</param>
/// <param name="Source">Index of the source.</param>
public readonly record struct OrdinalReport(int Cell, int Month, int Low, int High, int Source)
{
    /// <summary>Months over which a change is reported; 0, the default, is a report of the level. A change that began before the first month is counted from the first month.</summary>
    public int Span { get; init; }

    /// <summary>Identifier of the event; reports of one event share an effect. -1, the default: an event of its own.</summary>
    public int Event { get; init; } = -1;

    /// <summary>Identifier of the origin (first witness); reports with one origin share an effect. -1, the default: not known.</summary>
    public int Origin { get; init; } = -1;

    /// <summary>Index of the indicator; 0, the default, is the reference.</summary>
    public int Indicator { get; init; }

    /// <summary>Month in which the report could be read, 0-based; used by filtered fits only. Default 0: always known.</summary>
    public int Published { get; init; }

    /// <summary>Factor on the odds that this report is informative, above 0; default 1.</summary>
    public double Odds { get; init; } = 1;

    /// <summary>Weight 0 .. 1 in the likelihood; default 1. A verbatim copy has weight 0.</summary>
    public double Weight { get; init; } = 1;
}
