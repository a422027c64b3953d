namespace Manometer.Assessment;

/// <summary>What an assessment as of an earlier date leaves out, because nothing shows that it was known by then. The case's title, question, rival stories and names of sources stay: they say what is asked, in words chosen later.</summary>
public sealed record Hindsight
{
    /// <summary>The end of the record, which the date lies before.</summary>
    public required DateOnly EndOfRecord { get; init; }

    /// <summary>The case's summary is left out: it was written with the whole record in view.</summary>
    public required bool Summary { get; init; }

    /// <summary>Edges of the story without an observation known by the date, and claimed by no source heard by then.</summary>
    public required int Mechanisms { get; init; }

    /// <summary>Objections without a date, raised later, or raised against what was not yet known.</summary>
    public required int Challenges { get; init; }

    /// <summary>Series without a value by the date.</summary>
    public required int Series { get; init; }

    /// <summary>Warnings of the check, which speak of the whole case.</summary>
    public required int Warnings { get; init; }
}
