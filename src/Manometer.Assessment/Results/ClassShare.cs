namespace Manometer.Assessment;

/// <summary>Probability of one class.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Probability">Its probability.</param>
public sealed record ClassShare(string Class, double Probability);
