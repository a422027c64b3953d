namespace Manometer.Assessment;

/// <summary>What a story of the case would have said of a claim: the probability that the claim comes true, from what was known when the claim was made.</summary>
/// <param name="Hypothesis">Identifier of the story.</param>
/// <param name="Forecast">Identifier of the claim.</param>
/// <param name="Low">Low end over the settings of the model, 0..1.</param>
/// <param name="Probability">Probability, 0..1.</param>
/// <param name="High">High end, 0..1.</param>
public sealed record HypothesisForecast(string Hypothesis, string Forecast, double Low, double Probability, double High);
