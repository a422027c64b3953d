namespace Manometer.Cases;

/// <summary>A decision on a proposed observation, as it is written into a case.</summary>
/// <param name="Who">Who decided.</param>
/// <param name="Proposal">Key of the proposal.</param>
/// <param name="Observation">Identifier of the row it becomes.</param>
/// <param name="Line">The decision as a line of JSON.</param>
/// <param name="Note">What stands in the custody log: the verdict, not its reasons.</param>
public sealed record DecidedRow(string Who, string Proposal, string Observation, string Line, string Note)
{
    /// <summary>The cells of the row without its identifier, when it was accepted; else null.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>>? Row { get; init; }

    /// <summary>Is a decision taken back? Then the row this reviewer accepted is removed.</summary>
    public bool IsTakenBack { get; init; }
}
