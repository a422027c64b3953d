namespace Manometer.Statistics;

/// <summary>How the spread among the members of an ensemble is estimated. Other programs call either "the" score: the name is part of the call.</summary>
public enum EnsembleEstimator
{
    /// <summary>The members are the forecast: the sum over pairs is divided by the square of their number.</summary>
    Plain,

    /// <summary>The members are a sample from the forecast: divided by m (m - 1), so that the score does not depend on the number of members in the mean (Ferro 2014). Needs 2 members.</summary>
    Fair,
}
