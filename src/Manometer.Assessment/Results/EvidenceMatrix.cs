namespace Manometer.Assessment;

/// <summary>Rival stories against items of evidence, as analysts judged them: stories in rows, evidence in columns.</summary>
/// <remarks>A checklist that shows where a judgement comes from, not the verdict: a trial of the method as it was shipped found no gain over no method (Karvetski and Mandel 2020).</remarks>
public sealed record EvidenceMatrix
{
    /// <summary>The items of evidence, in order of first use: the columns.</summary>
    public required IReadOnlyList<MatrixEvidence> Evidence { get; init; }

    /// <summary>One matrix an analyst, in order of first row.</summary>
    public required IReadOnlyList<AnalystMatrix> Analysts { get; init; }

    /// <summary>Each story's range over the analysts, in order of the case; empty with one analyst.</summary>
    public required IReadOnlyList<MatrixAgreement> Agreement { get; init; }
}
