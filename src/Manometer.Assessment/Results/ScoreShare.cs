namespace Manometer.Assessment;

/// <summary>Probability of one score.</summary>
/// <param name="Score">Result times contribution.</param>
/// <param name="Probability">Its probability.</param>
public sealed record ScoreShare(int Score, double Probability);
