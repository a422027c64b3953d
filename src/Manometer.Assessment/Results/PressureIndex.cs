namespace Manometer.Assessment;

/// <summary>Pressure by month, with bands: the state that best explains all reports, given that each may lean, be a copy, or be broken.</summary>
/// <remarks>
/// An ordinal latent Gaussian state-space model (<c>Manometer.Statistics.OrdinalFit</c>); see docs/methods/verdict.md. Unit: logits above the line's mean over the baseline. A month without a report
/// widens the band and moves nothing.
/// </remarks>
public sealed record PressureIndex
{
    /// <summary>First month of the baseline, <c>yyyy-MM</c>.</summary>
    public required string BaselineFirst { get; init; }

    /// <summary>Last month of the baseline, <c>yyyy-MM</c>.</summary>
    public required string BaselineLast { get; init; }

    /// <summary>Every line and month, lines in the order all, sectors, places, groups.</summary>
    public required IReadOnlyList<PressureRow> Rows { get; init; }

    /// <summary>Observations that enter the model.</summary>
    public required int Reports { get; init; }

    /// <summary>Of these, copies that count nothing: one origin telling the same of one event again.</summary>
    public required int Copies { get; init; }

    /// <summary>Independent origins behind them.</summary>
    public required int Origins { get; init; }

    /// <summary>As many origins of equal size would weigh the same (Kish 1965).</summary>
    public required double EffectiveOrigins { get; init; }

    /// <summary>Observations with a step that do not enter: dated too coarsely.</summary>
    public required int TooCoarse { get; init; }

    /// <summary>Observations with a step that do not enter: dated outside the months of the model.</summary>
    public required int OutsideMonths { get; init; }

    /// <summary>Numeric series that enter, several of one sector and indicator averaged into one; identifiers.</summary>
    public required IReadOnlyList<string> Series { get; init; }

    /// <summary>The measures' effect; null where no measure starts within the months.</summary>
    public PressureEffect? Effect { get; init; }

    /// <summary>Sources with the most reports first.</summary>
    public required IReadOnlyList<SourceLean> Sources { get; init; }

    /// <summary>What these data cannot tell.</summary>
    public required IReadOnlyList<Notice> Notices { get; init; }
}
