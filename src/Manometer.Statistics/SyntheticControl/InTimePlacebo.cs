namespace Manometer.Statistics;

/// <summary>The treatment dated back to a time when nothing happened.</summary>
/// <param name="From">The false date.</param>
/// <param name="MeanGap">Mean gap over as many times as the true treatment has, all before the true date.</param>
/// <param name="PreRmspe">Error before the false date.</param>
/// <param name="Path">Treated and synthetic outcome up to the end of the false treatment.</param>
public sealed record InTimePlacebo(double From, double MeanGap, double PreRmspe, IReadOnlyList<SynthPoint> Path);
