namespace Manometer.Assessment;

/// <summary>An observation with its report, its step and its measures.</summary>
public sealed record AssessedObservation
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier of its report.</summary>
    public required string Report { get; init; }

    /// <summary>Identifier of the report's source.</summary>
    public required string Source { get; init; }

    /// <summary>Identifier of the source that brought the report into the record.</summary>
    public string? Selector { get; init; }

    /// <summary>Title of the report.</summary>
    public string? Title { get; init; }

    /// <summary>When the report was published, EDTF.</summary>
    public required string Published { get; init; }

    /// <summary>Address of the report, or <c>none seen</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Chain of origin.</summary>
    public string? Chain { get; init; }

    /// <summary>When it happened, EDTF.</summary>
    public required string When { get; init; }

    /// <summary>First day it may have happened; null when open.</summary>
    public DateOnly? First { get; init; }

    /// <summary>Last day it may have happened; null when open.</summary>
    public DateOnly? Last { get; init; }

    /// <summary>Months of the period it counts in, at most 3; empty when its date is coarser.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>Identifier of the place.</summary>
    public string? Place { get; init; }

    /// <summary>The place as the report words it.</summary>
    public string? PlaceStated { get; init; }

    /// <summary>Sector.</summary>
    public required string Sector { get; init; }

    /// <summary>Group.</summary>
    public string? Group { get; init; }

    /// <summary>Indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>up, down or none: of the indicator.</summary>
    public required string Direction { get; init; }

    /// <summary>level, change, act or context.</summary>
    public required string Kind { get; init; }

    /// <summary>Pressure step; null when it carries none.</summary>
    public Manometer.Model.PressureStep? Step { get; init; }

    /// <summary>The coder decided otherwise than the sign table.</summary>
    public required bool StepByCoder { get; init; }

    /// <summary>Why.</summary>
    public string? StepReason { get; init; }

    /// <summary>How much.</summary>
    public string? Magnitude { get; init; }

    /// <summary>asserted, inferred, concurrent, denied, other-cause or none.</summary>
    public required string Attribution { get; init; }

    /// <summary>asserted, negated, hypothetical or forecast.</summary>
    public required string Polarity { get; init; }

    /// <summary>Admiralty reliability of the source, A..F.</summary>
    public required string Reliability { get; init; }

    /// <summary>Admiralty credibility, 1..6.</summary>
    public int? Credibility { get; init; }

    /// <summary>Key of the independent origin it rests on.</summary>
    public required string Origin { get; init; }

    /// <summary>How the origin is known: <c>decision</c> on its report, <c>coder</c>, <c>chain</c> of its report, <c>group</c> of its source, or its <c>source</c>.</summary>
    public required string OriginBy { get; init; }

    /// <summary>Its report was decided to be a copy of an earlier one.</summary>
    public bool Copy { get; init; }

    /// <summary>What happened: the coder's name, or one made for observations that were found to tell of the same; null when it stands alone.</summary>
    public string? Event { get; init; }

    /// <summary>Independent origins that tell of the same happening, its own among them.</summary>
    public required int Witnesses { get; init; }

    /// <summary>The claim in our own words.</summary>
    public required string Summary { get; init; }

    /// <summary>The coder's note.</summary>
    public string? Note { get; init; }

    /// <summary>Measures in force that aim at its sector, and those the report names.</summary>
    public required IReadOnlyList<MeasureMatch> Measures { get; init; }
}
