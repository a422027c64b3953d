using Manometer.Model;

namespace Manometer.Cases;

/// <summary>What came of verifying the custody of a case.</summary>
public sealed record CustodyReport
{
    /// <summary>The records up to the first broken link.</summary>
    public required IReadOnlyList<CustodyRecord> Records { get; init; }

    /// <summary>Files of the case whose content was compared with the log.</summary>
    public required int FilesCompared { get; init; }

    /// <summary>Captures whose content was compared with their hash.</summary>
    public required int CapturesCompared { get; init; }

    /// <summary>Captures that the log or a report names and that are not in the case.</summary>
    public required int CapturesMissing { get; init; }

    /// <summary>Stored details whose content was compared with their commitment.</summary>
    public required int DetailsCompared { get; init; }

    /// <summary>Details removed on record.</summary>
    public required int DetailsRedacted { get; init; }

    /// <summary>Every report against the preservation criteria.</summary>
    public required IReadOnlyList<PreservedReport> Reports { get; init; }

    /// <summary>Time stamps and signatures of records that hold.</summary>
    public IReadOnlyList<CustodySeal> Seals { get; init; } = [];

    /// <summary>Every fault, in order of file and line.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Is there an error among the faults?</summary>
    public bool HasErrors => Diagnostics.Any(one => one.Severity == Severity.Error);
}
