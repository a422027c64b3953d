namespace Manometer.Assessment;

/// <summary>A source and what it said.</summary>
public sealed record AssessedSource
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Admiralty reliability, A..F.</summary>
    public required string Reliability { get; init; }

    /// <summary>Origin group.</summary>
    public string? OriginGroup { get; init; }

    /// <summary>Declared lean.</summary>
    public required string Lean { get; init; }

    /// <summary>Address, or <c>none seen</c>.</summary>
    public required string Url { get; init; }

    /// <summary>Note.</summary>
    public string? Note { get; init; }

    /// <summary>Reports known by the date.</summary>
    public required int Reports { get; init; }

    /// <summary>Observations known by the date.</summary>
    public required int Observations { get; init; }

    /// <summary>Observations it brought into the record as selector.</summary>
    public required int Selected { get; init; }

    /// <summary>How far it is right, by letter and by data; null where it says nothing with a pressure step.</summary>
    public SourceTrust? Trust { get; init; }

    /// <summary>Independent origins its observations rest on.</summary>
    public required int Origins { get; init; }

    /// <summary>Happenings it tells of that another origin tells of too.</summary>
    public required int Shared { get; init; }

    /// <summary>Disputes one side of which is its own.</summary>
    public required int Disputed { get; init; }

    /// <summary>Steps of its own reports; for a selector, of the reports it selected and its own.</summary>
    public Balance? Balance { get; init; }
}
