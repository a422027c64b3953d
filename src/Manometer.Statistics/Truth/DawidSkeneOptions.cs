namespace Manometer.Statistics;

/// <summary>How <see cref="DawidSkene"/> fits.</summary>
public sealed record DawidSkeneOptions
{
    /// <summary>Share of right labels each source is taken to have before any is read, above 0 and below 1; null for plain maximum likelihood.</summary>
    public IReadOnlyList<double>? PriorAccuracy { get; init; }

    /// <summary>How many labels of each class the prior of a source is worth; 10 by default. Without <see cref="PriorAccuracy"/> it has no effect.</summary>
    public double PriorStrength { get; init; } = 10;

    /// <summary>Labels added to each class's count of items; 0 by default, 1 spares a rare class from vanishing.</summary>
    public double ClassStrength { get; init; }

    /// <summary>Stop when no item's probability moves more in a round; 1e-10 by default.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Most rounds; 20,000 by default.</summary>
    public int MostRounds { get; init; } = 20_000;
}
