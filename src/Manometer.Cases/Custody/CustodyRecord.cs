namespace Manometer.Cases;

/// <summary>One record of the custody log.</summary>
public sealed record CustodyRecord
{
    /// <summary>Its number, from 1, without gaps; also its line in the file.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was written, by the clock of the machine, to the millisecond, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it, as they named themselves.</summary>
    public required string Who { get; init; }

    /// <summary>What was done.</summary>
    public required CustodyAct Act { get; init; }

    /// <summary>Program and version that wrote it.</summary>
    public required string Tool { get; init; }

    /// <summary>What the act used.</summary>
    public required IReadOnlyList<CustodyItem> Inputs { get; init; }

    /// <summary>What the act made.</summary>
    public required IReadOnlyList<CustodyItem> Outputs { get; init; }

    /// <summary>Why; may be empty.</summary>
    public required string Note { get; init; }

    /// <summary>Hash of the record before; 64 zeros in the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SHA-256 over the bytes of its line before the hash field, lower-case hexadecimal.</summary>
    public string Hash { get; init; } = "";
}
