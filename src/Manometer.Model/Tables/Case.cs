namespace Manometer.Model;

/// <summary>A question about a target country and a period, and all evidence for it.</summary>
public sealed record Case
{
    /// <summary>The content of <c>case.yaml</c>.</summary>
    public required CaseHeader Header { get; init; }

    /// <summary>The shipped taxonomy with the case's own additions.</summary>
    public required Taxonomy Taxonomy { get; init; }

    /// <summary>Sources, in the order of the file.</summary>
    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Reports, in the order of the file.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>Observations, in the order of the file.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>Measures, in the order of the file.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Places, in the order of the file.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Outlines, in the order of the file.</summary>
    public IReadOnlyList<Province> Provinces { get; init; } = [];

    /// <summary>Forecasts, in the order of the file.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; init; } = [];

    /// <summary>Edges, in the order of the file.</summary>
    public IReadOnlyList<Mechanism> Mechanisms { get; init; } = [];

    /// <summary>Objections, in the order of the file.</summary>
    public IReadOnlyList<Challenge> Challenges { get; init; } = [];

    /// <summary>Decisions on what is one event, one origin or one text, in the order of the file.</summary>
    public IReadOnlyList<Link> Links { get; init; } = [];

    /// <summary>Cells of the evidence matrix, in the order of the file.</summary>
    public IReadOnlyList<Judgement> Matrix { get; init; } = [];

    /// <summary>Appraisals of outcome and contribution, in the order of the file.</summary>
    public IReadOnlyList<Appraisal> Appraisals { get; init; } = [];

    /// <summary>Rival causes, in the order of the file.</summary>
    public IReadOnlyList<Rival> Rivals { get; init; } = [];

    /// <summary>Series, in the order of the data package; those of a panel in the order of its file.</summary>
    public IReadOnlyList<Series> Series { get; init; } = [];

    /// <summary>Every file read, with its size and hash, ordered by path.</summary>
    public IReadOnlyList<CaseFile> Files { get; init; } = [];

    /// <summary>Licences and sources to credit, from the data package.</summary>
    public IReadOnlyList<Credit> Credits { get; init; } = [];

    /// <summary>Columns of the tables that the program does not know; empty by default.</summary>
    public IReadOnlyList<ExtraColumn> Extras { get; init; } = [];
}
