namespace Manometer.Statistics;

/// <summary>How <see cref="CalibratedTruth"/> reads labels.</summary>
public sealed record CalibratedTruthOptions
{
    /// <summary>Share of right labels each source is taken to have before any is read, above 0 and below 1; null: 0.7 for all.</summary>
    public IReadOnlyList<double>? PriorAccuracy { get; init; }

    /// <summary>How many labels of each class that is worth; 0.1 by default, which lets the labels speak. Where the prior rests on something, 10 is a usual value.</summary>
    public double PriorStrength { get; init; } = 0.1;

    /// <summary>How much two sources' errors on one item go together, 0 to 1; 0.3 by default. Labels alone cannot tell it.</summary>
    public double Correlation { get; init; } = 0.3;

    /// <summary>Chance that all labels of an item follow something else than the truth, 0 to below 1; 0.1 by default. Labels alone cannot tell it.</summary>
    public double Astray { get; init; } = 0.1;

    /// <summary>The true class of items where it is known, by item; null for none. From 30 on, <see cref="Correlation"/> and <see cref="Astray"/> are chosen by them.</summary>
    public IReadOnlyDictionary<int, int>? Known { get; init; }
}
