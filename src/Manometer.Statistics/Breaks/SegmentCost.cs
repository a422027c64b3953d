namespace Manometer.Statistics;

/// <summary>How badly one constant describes a segment; the smaller, the better. Every cost adds over segments and is never made larger by a further break.</summary>
public enum SegmentCost
{
    /// <summary>Change of mean: the sum of squared deviations from the segment's mean. In squared units of the series.</summary>
    L2,

    /// <summary>Change of rate of counts: 2 (S - S ln(S / length)), S the segment's sum; the terms without the mean are left out. Values are whole numbers, 0 or more.</summary>
    Poisson,

    /// <summary>Change of location without a distribution: minus length times the squared mean of the centred mid-ranks in units of their covariance (Lung-Yut-Fong, Levy-Leduc, Cappe 2015). At most 0, without unit.</summary>
    Rank,

    /// <summary>Any change of distribution: length minus the mean Gaussian kernel within the segment (Harchaoui and Cappe 2007; Arlot, Celisse, Harchaoui 2019). Without unit.</summary>
    Rbf,

    /// <summary>Change of mean, variance or both: length times the logarithm of the segment's variance, with a floor of 1e-6 times the squared median absolute first difference. Segments of 5 rows or more.</summary>
    Normal,
}
