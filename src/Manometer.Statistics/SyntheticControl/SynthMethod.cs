namespace Manometer.Statistics;

/// <summary>How the counterfactual is built from the donors.</summary>
public enum SynthMethod
{
    /// <summary>Weights on the simplex that fit the outcomes before the treatment, or the predictors where some are named (Abadie, Diamond and Hainmueller 2010). Default.</summary>
    Classic,

    /// <summary>Synthetic difference in differences (Arkhangelsky and others 2021): weights of donors and of times, a level of its own.</summary>
    DifferenceInDifferences,

    /// <summary>Weights on the simplex corrected by a ridge regression (Ben-Michael, Feller and Rothstein 2021): weights may be negative.</summary>
    Ridge,
}
