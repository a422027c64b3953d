namespace Manometer.Assessment;

/// <summary>One entrant of a scoreboard. Gains are scores saved against the base rate on the same claims: above 0 is better than it.</summary>
public sealed record ScoreboardRow
{
    /// <summary>Name, or identifier of the story.</summary>
    public required string Name { get; init; }

    /// <summary>forecaster, hypothesis, aggregate or baseline.</summary>
    public required string Kind { get; init; }

    /// <summary>Scored claims.</summary>
    public required int Claims { get; init; }

    /// <summary>Independent questions they count for.</summary>
    public required double EffectiveCount { get; init; }

    /// <summary>Mean score at the three readings; lower is better.</summary>
    public required ReadingRange Score { get; init; }

    /// <summary>Mean gain at the three readings.</summary>
    public required ReadingRange Gain { get; init; }

    /// <summary>Mean gain drawn towards none by how little is known: posterior mean.</summary>
    public required double Shrunken { get; init; }

    /// <summary>The gain exceeds this with probability 0.9: the order of the board.</summary>
    public required double Low { get; init; }

    /// <summary>The gain stays below this with probability 0.9.</summary>
    public required double High { get; init; }

    /// <summary>Rank by the lower bound; null below five independent questions, for baselines and for aggregates.</summary>
    public int? Rank { get; init; }

    /// <summary>Does the rank change when all words are read low, or high?</summary>
    public required bool RankMoves { get; init; }
}
