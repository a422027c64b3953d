namespace Manometer.Assessment;

/// <summary>The matrix of one analyst.</summary>
public sealed record AnalystMatrix
{
    /// <summary>Who judged.</summary>
    public required string Analyst { get; init; }

    /// <summary>One row a story, in order of the case.</summary>
    public required IReadOnlyList<MatrixRow> Rows { get; init; }

    /// <summary>Of each item of evidence the analyst judged: what it tells.</summary>
    public required IReadOnlyList<MatrixColumn> Columns { get; init; }

    /// <summary>Items with a judgement on some stories and not on others; the open cells count as without bearing.</summary>
    public required int Incomplete { get; init; }
}
