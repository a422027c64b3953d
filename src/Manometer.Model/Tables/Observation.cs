namespace Manometer.Model;

/// <summary>One claim coded from a report.</summary>
public sealed record Observation
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>Identifier of its report.</summary>
    public required string Report { get; init; }

    /// <summary>What happened; observations of the same happening share one.</summary>
    public string? Event { get; init; }

    /// <summary>First witness; observations resting on the same one share it. Null: the origin group of the report's source, else the source.</summary>
    public string? Origin { get; init; }

    /// <summary>When it happened.</summary>
    public required Edtf When { get; init; }

    /// <summary>Identifier of the place; null when none is said.</summary>
    public string? Place { get; init; }

    /// <summary>The place as the report words it, with its province, when it does.</summary>
    public string? PlaceStated { get; init; }

    /// <summary>Sector of the taxonomy.</summary>
    public required string Sector { get; init; }

    /// <summary>Group of the taxonomy.</summary>
    public string? Group { get; init; }

    /// <summary>Indicator of the taxonomy.</summary>
    public required string Indicator { get; init; }

    /// <summary>Direction of the indicator, not of the pressure.</summary>
    public Direction Direction { get; init; }

    /// <summary>Level, change, act or context.</summary>
    public ObservationKind Kind { get; init; }

    /// <summary>The coder's own pressure step, -2..2; null when the sign table decides.</summary>
    public int? StepOverride { get; init; }

    /// <summary>Why the coder decided otherwise than the sign table.</summary>
    public string? StepReason { get; init; }

    /// <summary>How much; null when not stated.</summary>
    public Magnitude? Magnitude { get; init; }

    /// <summary>To what the report attributes it.</summary>
    public Attribution Attribution { get; init; }

    /// <summary>How firmly; null without attribution.</summary>
    public AttributionGrade? Grade { get; init; }

    /// <summary>Asserted, negated, hypothetical or forecast.</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Identifiers of the measures the report ties it to; empty by default.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Admiralty credibility, 1 (confirmed) to 6 (cannot be judged).</summary>
    public int? Credibility { get; init; }

    /// <summary>The claim in our own words.</summary>
    public required string Summary { get; init; }

    /// <summary>Byte offsets <c>start-end</c> into the captured text.</summary>
    public string? Span { get; init; }

    /// <summary>Who coded it.</summary>
    public string? Coder { get; init; }

    /// <summary>Free text.</summary>
    public string? Note { get; init; }
}
