namespace Manometer.Model;

/// <summary>A term of likelihood as people use it in claims, with the range of probabilities read from it.</summary>
/// <remarks>
/// The seven terms of ICD 203 stand for their own ranges, with the middle of the range as the reading; the others are a convention of this project, stated so that it can be disputed: a bare
/// future tense is read as 0.85 (0.7 to 0.97), <c>could</c> and <c>may</c> as 0.4 (0.2 to 0.6). Every score is shown at the low, the middle and the high reading.
/// </remarks>
/// <param name="Text">The term.</param>
/// <param name="Low">Low reading, 0..1.</param>
/// <param name="Middle">The reading used first.</param>
/// <param name="High">High reading.</param>
public sealed record VerbalTerm(string Text, double Low, double Middle, double High)
{
    /// <summary>All terms, from the least to the most probable.</summary>
    public static IReadOnlyList<VerbalTerm> All { get; } =
    [
        new("will-not", 0.03, 0.15, 0.3),
        new("almost-no-chance", 0.01, 0.03, 0.05),
        new("very-unlikely", 0.05, 0.125, 0.2),
        new("doubt", 0.1, 0.25, 0.4),
        new("unlikely", 0.2, 0.325, 0.45),
        new("may", 0.2, 0.4, 0.6),
        new("could", 0.2, 0.4, 0.6),
        new("roughly-even", 0.45, 0.5, 0.55),
        new("likely", 0.55, 0.675, 0.8),
        new("expect", 0.6, 0.8, 0.95),
        new("will", 0.7, 0.85, 0.97),
        new("very-likely", 0.8, 0.875, 0.95),
        new("almost-certain", 0.95, 0.97, 0.99),
    ];

    /// <summary>The term of a text; null when it is none.</summary>
    public static VerbalTerm? Find(string? text) => All.FirstOrDefault(term => term.Text == text);
}
