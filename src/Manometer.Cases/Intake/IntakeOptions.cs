namespace Manometer.Cases;

/// <summary>How documents are taken into a case.</summary>
/// <param name="Who">Who answers for it; stands in the custody log.</param>
public sealed record IntakeOptions(string Who)
{
    /// <summary>Why; stands in the custody log. Empty by default.</summary>
    public string Note { get; init; } = "";

    /// <summary>Source of all of them, a row of <c>sources.csv</c>; null: found by address and name, or added.</summary>
    public string? Source { get; init; }

    /// <summary>Is a document whose address was captured before taken again, when it has changed? False by default.</summary>
    public bool Again { get; init; }
}
