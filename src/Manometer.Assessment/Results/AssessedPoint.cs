namespace Manometer.Assessment;

/// <summary>A value of a series.</summary>
public sealed record AssessedPoint
{
    /// <summary>EDTF.</summary>
    public required string Date { get; init; }

    /// <summary>First day it covers.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Last day it covers.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Value; null is a gap that is known.</summary>
    public double? Value { get; init; }

    /// <summary>Whence.</summary>
    public string? Source { get; init; }

    /// <summary>Note.</summary>
    public string? Note { get; init; }
}
