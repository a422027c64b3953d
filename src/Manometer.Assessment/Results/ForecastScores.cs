namespace Manometer.Assessment;

/// <summary>Who was right: the resolved claims of a case, scored, with the economic and the policy effect kept apart.</summary>
public sealed record ForecastScores
{
    /// <summary>Every claim made by the date, in order of date, scored or with the reason why not.</summary>
    public required IReadOnlyList<ScoredClaim> Claims { get; init; }

    /// <summary>One board an effect, economic first; an effect without a scored claim has none.</summary>
    public required IReadOnlyList<Scoreboard> Boards { get; init; }

    /// <summary>Questions on which at least two forecasters were scored, in order of date.</summary>
    public required IReadOnlyList<Contest> Contests { get; init; }
}
