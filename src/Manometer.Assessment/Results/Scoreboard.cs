namespace Manometer.Assessment;

/// <summary>The entrants on claims of one effect, best first.</summary>
public sealed record Scoreboard
{
    /// <summary>economic or policy.</summary>
    public required string Effect { get; init; }

    /// <summary>Scored claims.</summary>
    public required int Claims { get; init; }

    /// <summary>Questions they are about.</summary>
    public required int Questions { get; init; }

    /// <summary>Share of questions, half counted for one in part, on which the measures moved what was asked; null when no claim says.</summary>
    public double? BaseRate { get; init; }

    /// <summary>Standard deviation between forecasters (tau), in gain per claim.</summary>
    public required double Between { get; init; }

    /// <summary>Standard deviation of one question about its forecaster's mean (s).</summary>
    public required double Within { get; init; }

    /// <summary>Could skill and chance be told apart? Only where three forecasters have two questions; else each gets half of the spread.</summary>
    public required bool Identified { get; init; }

    /// <summary>Forecasters, stories, aggregates and baselines on one list: ranked ones first, by the lower bound.</summary>
    public required IReadOnlyList<ScoreboardRow> Rows { get; init; }

    /// <summary>Were the probabilities worth what they said? Null below five scored probabilities.</summary>
    public ReliabilityPicture? Reliability { get; init; }
}
