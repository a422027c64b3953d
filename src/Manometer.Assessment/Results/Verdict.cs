namespace Manometer.Assessment;

/// <summary>Rival stories as rival forecasters: each had to say what the next month's reports would be before they came, and is believed as far as it did.</summary>
/// <remarks>Three verdicts, never merged: bite, outcome, contribution. See docs/methods/verdict.md.</remarks>
public sealed record Verdict
{
    /// <summary>First verdict; where nothing can be said, <see cref="Warnings"/> says why.</summary>
    public required BiteVerdict Bite { get; init; }

    /// <summary>Second verdict: what became of each purpose.</summary>
    public required IReadOnlyList<PurposeVerdict> Outcome { get; init; }

    /// <summary>Third verdict.</summary>
    public required ContributionVerdict Contribution { get; init; }

    /// <summary>The outcome in the codes of the field, an objective each; empty where no analyst appraised coercion.</summary>
    public IReadOnlyList<EpisodeCode> Codes { get; init; } = [];

    /// <summary>The stories.</summary>
    public required IReadOnlyList<VerdictStory> Hypotheses { get; init; }

    /// <summary>Probabilities at the end of every month in which something had been published.</summary>
    public required IReadOnlyList<VerdictMonth> Curve { get; init; }

    /// <summary>What would overturn it; null where there is no verdict, or it was not looked for.</summary>
    public FlipSet? FlipSet { get; init; }

    /// <summary>What data like these can notice; null without measures.</summary>
    public PowerStatement? Power { get; init; }

    /// <summary>Rank among false dates; null where it was not computed or no shift leaves nine months on both sides.</summary>
    public PlaceboRank? PlaceboRank { get; init; }

    /// <summary>Rank among false targets; null where it was not computed or there are no sectors to exchange.</summary>
    public TargetPlacebos? TargetPlacebos { get; init; }

    /// <summary>What the model sees on what the case declares untouchable; empty where nothing is declared or it was not looked for.</summary>
    public IReadOnlyList<ControlFinding> Controls { get; init; } = [];

    /// <summary>Does the index foretell later reports better than climatology and persistence? Null where fewer than two months have reports.</summary>
    public bool? BeatsBaselines { get; init; }

    /// <summary>How it was found out; null where fewer than two months have reports.</summary>
    public BaselineContest? Baselines { get; init; }

    /// <summary>The Bayes factor; null without measures.</summary>
    public BayesFactorFound? BayesFactor { get; init; }

    /// <summary>The measures' effect, prior beside posterior.</summary>
    public PressureEffect? Effect { get; init; }

    /// <summary>The verdict without a source, an origin, an event, a coder, the series.</summary>
    public required IReadOnlyList<LeaveOut> LeaveOneOut { get; init; }

    /// <summary>What to look for next, most informative first; empty where not computed.</summary>
    public required IReadOnlyList<WantedReport> Wanted { get; init; }

    /// <summary>What these data cannot tell.</summary>
    public required IReadOnlyList<Notice> Warnings { get; init; }
}
