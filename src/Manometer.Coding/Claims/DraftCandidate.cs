namespace Manometer.Coding;

/// <summary>A place, date or number that may belong to a draft, for those who fit the model.</summary>
/// <param name="Values">What a coder may have written for it; <c>(empty)</c> for nothing.</param>
/// <param name="Features">Its features as written in <c>model.csv</c>.</param>
internal sealed record DraftCandidate(IReadOnlyList<string> Values, IReadOnlyList<string> Features)
{
    /// <summary>The value of the candidate that stands for nothing.</summary>
    public const string Empty = "(empty)";
}
