namespace Manometer.Statistics;

/// <summary>What was observed: reports, series and counts on cells over months, and what was done to the cells when.</summary>
public sealed record OrdinalData
{
    /// <summary>Number of months, at least 1. Months without a report are states like the others.</summary>
    public required int Months { get; init; }

    /// <summary>Families by which cells are classified; default none: one line for all.</summary>
    public IReadOnlyList<OrdinalFamily> Families { get; init; } = [];

    /// <summary>The cells; at least one.</summary>
    public required IReadOnlyList<OrdinalCell> Cells { get; init; }

    /// <summary>The sources; at least one when there are reports.</summary>
    public required IReadOnlyList<OrdinalSource> Sources { get; init; }

    /// <summary>Number of indicators, at least 1; indicator 0 is the reference.</summary>
    public int Indicators { get; init; } = 1;

    /// <summary>The reports, in any order.</summary>
    public required IReadOnlyList<OrdinalReport> Reports { get; init; }

    /// <summary>Numeric series; default none.</summary>
    public IReadOnlyList<OrdinalSeries> Series { get; init; } = [];

    /// <summary>Numbers of reports; read only when the model has a selection factor.</summary>
    public IReadOnlyList<OrdinalCount> Counts { get; init; } = [];

    /// <summary>Interventions; default none.</summary>
    public IReadOnlyList<OrdinalIntervention> Interventions { get; init; } = [];

    /// <summary>First month of the baseline, against whose mean the index is given.</summary>
    public int BaselineFirst { get; init; }

    /// <summary>Number of baseline months; default 12, cut to the months there are. With 0 there is no baseline, and the index is the state itself.</summary>
    public int BaselineMonths { get; init; } = 12;

    /// <summary>What a reporter writes who knows nothing: probabilities of -2 .. +2. Default .05 .10 .20 .40 .25.</summary>
    public IReadOnlyList<double> Uninformed { get; init; } = [0.05, 0.10, 0.20, 0.40, 0.25];
}
