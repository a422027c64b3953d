namespace Manometer.Statistics;

/// <summary>The mean Brier score as reliability less resolution plus uncertainty, by distinct forecast (Murphy 1973).</summary>
/// <param name="Score">Mean Brier score.</param>
/// <param name="Reliability">Mean squared distance between stated probability and share that came true; lower is better.</param>
/// <param name="Resolution">Mean squared distance between that share and the base rate; higher is better.</param>
/// <param name="Uncertainty">Variance of the outcomes.</param>
/// <param name="Skill">1 - score / uncertainty; null when all outcomes are the same.</param>
public sealed record MurphyDecomposition(double Score, double Reliability, double Resolution, double Uncertainty, double? Skill)
{
    /// <summary>Computes the decomposition.</summary>
    /// <exception cref="ScoringException">Lists that do not fit, or a value outside its range.</exception>
    public static MurphyDecomposition Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> happened)
    {
        var corp = CorpReliability.Of(probabilities, happened, draws: 0);
        double count = probabilities.Length;
        var (reliability, resolution, rate) = (0.0, 0.0, corp.Points.Sum(point => point.Frequency * point.Count) / count);
        foreach (var point in corp.Points)
        {
            reliability += point.Count * (point.Forecast - point.Frequency) * (point.Forecast - point.Frequency) / count;
            resolution += point.Count * (point.Frequency - rate) * (point.Frequency - rate) / count;
        }

        return new MurphyDecomposition(corp.Score, reliability, resolution, corp.Uncertainty, corp.Uncertainty > 0 ? 1 - corp.Score / corp.Uncertainty : null);
    }
}
