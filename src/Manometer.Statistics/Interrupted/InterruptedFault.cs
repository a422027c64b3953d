namespace Manometer.Statistics;

/// <summary>Why an interrupted series was not fitted.</summary>
public enum InterruptedFault
{
    /// <summary>A time, value, count or range is no number, infinite, or a count not above 0, a range below 0.</summary>
    NotFinite,

    /// <summary>Fewer than 3 points before an intervention, or fewer than 2 after it.</summary>
    TooFew,

    /// <summary>All values are equal: there is no noise to measure a change against.</summary>
    Constant,

    /// <summary>A prior that is none.</summary>
    Prior,

    /// <summary>No intervention, or one that two interventions share with the same onset: their effects cannot be told apart.</summary>
    Interventions,

    /// <summary>Values spread further than doubles can square; scale them.</summary>
    Scale,

    /// <summary>More than 2,000 points or 40 columns: this engine is made for sparse series.</summary>
    TooMany,
}
