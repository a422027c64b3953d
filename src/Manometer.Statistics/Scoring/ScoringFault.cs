namespace Manometer.Statistics;

/// <summary>Why a score was not computed.</summary>
public enum ScoringFault
{
    /// <summary>A value is not a number, or infinite where it may not be.</summary>
    NotFinite,

    /// <summary>A probability is outside 0 to 1.</summary>
    Probability,

    /// <summary>Probabilities that do not sum to 1, or weights that sum to nothing.</summary>
    Weights,

    /// <summary>A parameter outside the range of its family.</summary>
    Parameter,

    /// <summary>The family has no mean there, so that the score has no finite value.</summary>
    NoMean,

    /// <summary>A distribution cut to an interval that holds less than a thousandth of it.</summary>
    Truncation,

    /// <summary>Lists of different length, or none.</summary>
    Shape,

    /// <summary>Levels, thresholds or edges that do not rise.</summary>
    Order,

    /// <summary>Too few values for the estimate.</summary>
    TooFew,

    /// <summary>A table too long to build.</summary>
    Size,
}
