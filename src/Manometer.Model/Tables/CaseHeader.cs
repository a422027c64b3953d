namespace Manometer.Model;

/// <summary>What a case is about: the content of <c>case.yaml</c>.</summary>
public sealed record CaseHeader
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The question it answers.</summary>
    public required string Question { get; init; }

    /// <summary>Name of the target country.</summary>
    public required string TargetName { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the target.</summary>
    public required string TargetCountry { get; init; }

    /// <summary>The period under study.</summary>
    public required Edtf Period { get; init; }

    /// <summary>End of the record; null: the last published report.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The months before the first measure that pressure is compared with.</summary>
    public Edtf? Baseline { get; init; }

    /// <summary>What the case is, in neutral words.</summary>
    public string? Summary { get; init; }

    /// <summary>Rival stories, in the order of the file.</summary>
    public IReadOnlyList<Hypothesis> Hypotheses { get; init; } = [];

    /// <summary>What the measures cannot have touched; nothing by default.</summary>
    public Controls Controls { get; init; } = Controls.None;

    /// <summary>Share of step 3 of the purpose "coerce" that counts as result 2 of Hufbauer, Schott and Elliott, the rest as result 3; 0..1, 0.5 by default.</summary>
    public double HseSplit { get; init; } = 0.5;

    /// <summary>Longest lag at which an observation is matched with a measure; 24 by default.</summary>
    public int MaxLagMonths { get; init; } = 24;
}
