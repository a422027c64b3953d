namespace Manometer.Statistics;

/// <summary>What a reader of an effect should know of how it was found.</summary>
[Flags]
public enum ImpactWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>RHO_AT_EDGE: a ratio of variances has more than 1e-6 of its mass at 1e-10 or 100, the ends of the search.</summary>
    RhoAtEdge = 1,

    /// <summary>FIRST_ROWS_MISSING: the response is missing at the start, so the fit begins at its first value.</summary>
    FirstRowsMissing = 2,

    /// <summary>COVARIATE_CONSTANT: a covariate does not vary before the intervention. Constant everywhere, it is left out.</summary>
    CovariateConstant = 4,

    /// <summary>QUADRATURE_COARSE: the last halving of the grid still moved a result by more than 1e-6 standard deviations.</summary>
    QuadratureCoarse = 8,

    /// <summary>MODELS_SAMPLED: the models were too many to be summed; they were sampled, and a Monte Carlo error is given.</summary>
    ModelsSampled = 16,

    /// <summary>RELATIVE_UNDEFINED: the prediction may be of either sign, so a relative effect has no meaning.</summary>
    RelativeUndefined = 32,

    /// <summary>FEW_ROWS: fewer than 20 values before the intervention, or fewer than three cycles of the season; the priors speak louder than the data.</summary>
    FewRows = 64,
}
