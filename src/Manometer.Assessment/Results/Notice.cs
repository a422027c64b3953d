namespace Manometer.Assessment;

/// <summary>A limit of an answer: what cannot be said from these data, and why.</summary>
/// <param name="Code">Stable code in capitals, such as <c>NOT_IDENTIFIABLE</c>.</param>
/// <param name="Text">One sentence or two, in full.</param>
public sealed record Notice(string Code, string Text)
{
    /// <summary>One sentence or two, in full; none that says how likely something is and how much confidence that deserves in one breath.</summary>
    /// <exception cref="InvalidOperationException">A sentence does.</exception>
    public string Text { get; init; } = EstimativeLint.Checked(Text);
}
