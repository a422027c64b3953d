namespace Manometer.Model;

/// <summary>A ceiling a measure sets.</summary>
public sealed record Cap
{
    /// <summary>The ceiling.</summary>
    public required double Value { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The period it holds for, EDTF or words.</summary>
    public string? Period { get; init; }
}
