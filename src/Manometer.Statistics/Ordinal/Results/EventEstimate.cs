namespace Manometer.Statistics;

/// <summary>What the reports of one event share beyond the state.</summary>
/// <param name="Event">Identifier of the event.</param>
/// <param name="Mean">Posterior mean, logits.</param>
/// <param name="Sd">Posterior sd.</param>
/// <param name="Reports">Its reports with weight.</param>
public readonly record struct EventEstimate(int Event, double Mean, double Sd, int Reports);
