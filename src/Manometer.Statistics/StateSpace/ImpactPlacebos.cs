namespace Manometer.Statistics;

/// <summary>The effect set beside those found at dates before the intervention, at which nothing is known to have happened.</summary>
/// <param name="Score">Size of the effect over its standard deviation at the true date.</param>
/// <param name="Dates">The false dates: first row after, and score.</param>
/// <param name="Rank">Place of the true score among all, 1 for the largest; ties count against it.</param>
/// <param name="P">Rank over the number of dates, the true one included: the share that does at least as well. Never below 1/(1 + number of false dates). Neighbouring dates share most of their rows, so under no effect a p of .05 or less comes up more often than in 5 of 100 series (bench/results/impact.md).</param>
/// <param name="Windows">Among the dates, counted back from the last, those whose periods after do not overlap.</param>
/// <param name="WindowP">The same share over these and the true date: coarse, but of the size it says.</param>
public sealed record ImpactPlacebos(double Score, IReadOnlyList<ImpactPlacebo> Dates, int Rank, double P, int Windows, double WindowP);
