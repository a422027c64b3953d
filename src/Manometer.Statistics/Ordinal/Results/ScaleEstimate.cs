namespace Manometer.Statistics;

/// <summary>A standard deviation of the model.</summary>
/// <param name="Name">Which.</param>
/// <param name="Median">Posterior median as exp of the mean logarithm.</param>
/// <param name="LogSd">Posterior sd of its logarithm; 0 when it is fixed.</param>
/// <param name="Prior">Its prior.</param>
public sealed record ScaleEstimate(string Name, double Median, double LogSd, ScalePrior Prior);
