namespace Manometer.Assessment;

/// <summary>What a case is about.</summary>
public sealed record Subject
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The question it answers.</summary>
    public required string Question { get; init; }

    /// <summary>Name of the target country.</summary>
    public required string TargetName { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code.</summary>
    public required string TargetCountry { get; init; }

    /// <summary>Period under study, EDTF.</summary>
    public required string Period { get; init; }

    /// <summary>The assessment uses what was published by this day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Months before the first measure, EDTF.</summary>
    public string? Baseline { get; init; }

    /// <summary>What the case is, in neutral words.</summary>
    public string? Summary { get; init; }

    /// <summary>Every month of the period up to the date, <c>yyyy-MM</c>, in order.</summary>
    public required IReadOnlyList<string> Months { get; init; }
}
