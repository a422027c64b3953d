namespace Manometer.Assessment;

/// <summary>To what reports tie what they say; counts of observations.</summary>
public sealed record AttributionSplit
{
    /// <summary>The report says sanctions are the cause.</summary>
    public required int Asserted { get; init; }

    /// <summary>The report implies it.</summary>
    public required int Inferred { get; init; }

    /// <summary>The report only sets the two side by side.</summary>
    public required int Concurrent { get; init; }

    /// <summary>The report says sanctions are not the cause.</summary>
    public required int Denied { get; init; }

    /// <summary>The report names another cause.</summary>
    public required int OtherCause { get; init; }

    /// <summary>The report names no cause.</summary>
    public required int None { get; init; }
}
