namespace Manometer.Model;

/// <summary>A word of estimative probability (ICD 203, 2015, section D.6.e.2.a) with the range it stands for.</summary>
/// <param name="Text">The word as it is printed.</param>
/// <param name="Lowest">Lower end of its range, 0..1, inclusive.</param>
/// <param name="Highest">Upper end of its range, 0..1, exclusive except at 1.</param>
public sealed record EstimativeWord(string Text, double Lowest, double Highest)
{
    /// <summary>The seven words, from the least to the most probable. They cover 0..1 without gap or overlap.</summary>
    public static IReadOnlyList<EstimativeWord> All { get; } =
    [
        new("almost no chance", 0, 0.05),
        new("very unlikely", 0.05, 0.20),
        new("unlikely", 0.20, 0.45),
        new("roughly even chance", 0.45, 0.55),
        new("likely", 0.55, 0.80),
        new("very likely", 0.80, 0.95),
        new("almost certain", 0.95, 1),
    ];

    /// <summary>The word for a probability.</summary>
    /// <param name="probability">0..1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is NaN or outside 0..1.</exception>
    public static EstimativeWord For(double probability)
    {
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "a probability is 0 to 1");
        foreach (var word in All)
            if (probability < word.Highest)
                return word;
        return All[^1];
    }

    /// <summary>The word for a whole range of probabilities; null ("not settled") when the range does not lie in one band.</summary>
    /// <param name="lowest">Lower end, 0..1.</param>
    /// <param name="highest">Upper end, 0..1, at least <paramref name="lowest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is NaN or outside 0..1, or the ends are in the wrong order.</exception>
    public static EstimativeWord? ForRange(double lowest, double highest)
    {
        if (lowest > highest)
            throw new ArgumentOutOfRangeException(nameof(lowest), lowest, "the lower end is above the upper end");
        var word = For(lowest);
        return word == For(highest) ? word : null;
    }
}
