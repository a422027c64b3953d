namespace Manometer.Assessment;

/// <summary>Everything computed from a case as of a date.</summary>
/// <remarks>A part that is not computed is absent, never a placeholder. Same case, same date, same version of the program: same bytes.</remarks>
public sealed record CaseAssessment
{
    /// <summary>What the case is about.</summary>
    public required Subject Subject { get; init; }

    /// <summary>Program, files and hashes the assessment rests on.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>How much of what is in the record.</summary>
    public required Tally Tally { get; init; }

    /// <summary>All observations that carry a pressure step, together; null when none does.</summary>
    public Balance? Balance { get; init; }

    /// <summary>Sector by month, only cells with an observation, by sector then month.</summary>
    public required IReadOnlyList<CellBalance> Cells { get; init; }

    /// <summary>Every year of the period up to the date, in order.</summary>
    public required IReadOnlyList<PeriodBalance> Years { get; init; }

    /// <summary>Every quarter of the period up to the date, in order.</summary>
    public required IReadOnlyList<PeriodBalance> Quarters { get; init; }

    /// <summary>One line per sector that has an observation, in order of the taxonomy.</summary>
    public required IReadOnlyList<LineBalance> Sectors { get; init; }

    /// <summary>One line per group that has an observation, in order of the taxonomy.</summary>
    public required IReadOnlyList<LineBalance> Groups { get; init; }

    /// <summary>One line per place that has an observation, most observations first.</summary>
    public required IReadOnlyList<LineBalance> Places { get; init; }

    /// <summary>Every observation known by the date, in order of time.</summary>
    public required IReadOnlyList<AssessedObservation> Observations { get; init; }

    /// <summary>Every source with a report known by the date, with what it said.</summary>
    public required IReadOnlyList<AssessedSource> Sources { get; init; }

    /// <summary>Every measure adopted by the date, in order of adoption.</summary>
    public required IReadOnlyList<AssessedMeasure> Measures { get; init; }

    /// <summary>The gazetteer: every place an observation, series or measure names.</summary>
    public required IReadOnlyList<AssessedPlace> Gazetteer { get; init; }

    /// <summary>Observations of one sector and place at one time that point opposite ways.</summary>
    public required IReadOnlyList<Contradiction> Contradictions { get; init; }

    /// <summary>Pairs of observations that cannot both be right as they stand.</summary>
    public required IReadOnlyList<Dispute> Disputes { get; init; }

    /// <summary>What two observations or more tell of, most independent origins first.</summary>
    public required IReadOnlyList<Happening> Happenings { get; init; }

    /// <summary>Pairs that may or may not tell of one happening.</summary>
    public required IReadOnlyList<UnsurePair> Unsure { get; init; }

    /// <summary>Reports of different origins that share rare facts.</summary>
    public required IReadOnlyList<OriginHint> OriginHints { get; init; }

    /// <summary>Where the record is silent.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Every series up to the date, with a comparison of before and after.</summary>
    public required IReadOnlyList<AssessedSeries> Series { get; init; }

    /// <summary>What the measures did to the numbers; null when no measure is in question for any outcome series.</summary>
    public AssessedImpacts? Impacts { get; init; }

    /// <summary>Every forecast made by the date, in order of date.</summary>
    public required IReadOnlyList<AssessedForecast> Forecasts { get; init; }

    /// <summary>Outcomes by economic and policy effect.</summary>
    public required IReadOnlyList<ForecastTally> ForecastTallies { get; init; }

    /// <summary>Who was right: claims scored, and those who made them on one board; null when no claim can be scored.</summary>
    public ForecastScores? Scores { get; init; }

    /// <summary>Every edge of the story, with what bears on it.</summary>
    public required IReadOnlyList<AssessedMechanism> Mechanisms { get; init; }

    /// <summary>Every objection, open ones first.</summary>
    public required IReadOnlyList<AssessedChallenge> Challenges { get; init; }

    /// <summary>The strongest evidence in the record against a reading of growing pressure.</summary>
    public required IReadOnlyList<CounterPoint> Against { get; init; }

    /// <summary>The stories against items of evidence, as analysts judged them; null when nobody did.</summary>
    public EvidenceMatrix? Matrix { get; init; }

    /// <summary>Rival stories with their priors, in order of the case.</summary>
    public required IReadOnlyList<AssessedHypothesis> Hypotheses { get; init; }

    /// <summary>The pressure index with bands; null where it was not computed.</summary>
    public PressureIndex? Pressure { get; init; }

    /// <summary>The verdict of the rival stories; null where it was not computed.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>What a date before the end of the record leaves out, beside reports, measures and values; null at the end of the record.</summary>
    public Hindsight? Hindsight { get; init; }

    /// <summary>Warnings of the check, one line each: the case was assessed with them. Empty before the end of the record.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
