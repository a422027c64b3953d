namespace Manometer.Model;

/// <summary>A decision on two observations or two reports: that they are the same, are not, or that nobody can tell. It stands until it is withdrawn, in any order with others.</summary>
public sealed record Link
{
    /// <summary>Identifier, unique in the table.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about.</summary>
    public LinkKind Kind { get; init; }

    /// <summary>Identifier of an observation, for an event; of a report, for an origin or a copy.</summary>
    public required string One { get; init; }

    /// <summary>Identifier of the other.</summary>
    public required string Other { get; init; }

    /// <summary>What was decided.</summary>
    public LinkSays Says { get; init; }

    /// <summary>Who decided.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public Edtf? On { get; init; }

    /// <summary>Why, in own words.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was withdrawn: it stays on record and counts no more. Null while it stands.</summary>
    public Edtf? Withdrawn { get; init; }
}
