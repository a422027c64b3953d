namespace Manometer.Cases;

/// <summary>An act to be put on record.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Who">Who did it; not empty.</param>
/// <param name="Note">Why, in own words; may be empty. It stays in the log for good: what may have to be removed later does not belong here.</param>
public sealed record CustodyEntry(CustodyAct Act, string Who, string Note = "")
{
    /// <summary>What the act used; none by default.</summary>
    public IReadOnlyList<CustodyItem> Inputs { get; init; } = [];

    /// <summary>What the act made; none by default.</summary>
    public IReadOnlyList<CustodyItem> Outputs { get; init; } = [];
}
