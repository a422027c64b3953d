namespace Manometer.Assessment;

/// <summary>One piece of evidence against a reading of growing pressure, or against leaning on this record.</summary>
public sealed record CounterPoint
{
    /// <summary>
    /// <c>none-seen</c>: outcome series on which no effect of the measures is seen, with what that rules out;
    /// <c>flat-series</c>: other outcome series, of which no effect could be computed, that stayed within their earlier range; <c>contrary-series</c>: such series that moved the other way;
    /// <c>selection</c>: one selector brought in most of the record, or another a tenth or more of it; <c>untied</c>: steps whose report does not itself name sanctions as the cause;
    /// <c>other-cause</c>, <c>denied</c>: reports that name another cause, or deny this one; <c>eased</c>: steps that say things eased or stayed;
    /// <c>contradiction</c>: places and times where reports point opposite ways; <c>one-origin</c>: cells that rest on one origin.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>Names of the series it rests on; empty when it rests on none.</summary>
    public IReadOnlyList<string> Series { get; init; } = [];

    /// <summary>Identifiers of the observations it rests on; empty when it rests on none.</summary>
    public IReadOnlyList<string> Observations { get; init; } = [];

    /// <summary>Identifier of the selector, for <c>selection</c>.</summary>
    public string? Source { get; init; }

    /// <summary>How many.</summary>
    public required int Count { get; init; }

    /// <summary>Of how many.</summary>
    public required int Of { get; init; }
}
