namespace Manometer.Statistics;

/// <summary>A point of a reliability diagram.</summary>
/// <param name="Forecast">Stated probability, 0..1.</param>
/// <param name="Count">How many forecasts stated it.</param>
/// <param name="Frequency">Share of them that came true.</param>
/// <param name="Recalibrated">The rising fit there: what the stated probability was worth.</param>
/// <param name="Low">Lower end of the consistency band: where the fit would lie, were the forecasts reliable.</param>
/// <param name="High">Upper end.</param>
public sealed record ReliabilityPoint(double Forecast, int Count, double Frequency, double Recalibrated, double Low, double High);
