namespace Manometer.Statistics;

/// <summary>What a reader of a synthetic control must know.</summary>
public enum SynthFlagCode
{
    /// <summary>The fit before the treatment is bad: its error is more than the noise of the treated series itself. Refused above twice the noise.</summary>
    PreFitBad,

    /// <summary>As many donors as times before the treatment, or more: placebos fit perfectly, and the ratio rank is no evidence.</summary>
    DonorsGePreyears,

    /// <summary>Fewer than 8 times before the treatment. Refused.</summary>
    T0Short,

    /// <summary>Other weights fit as well; those of least norm are given.</summary>
    WeightsNotUnique,

    /// <summary>The squares of the weights sum to more than one half: the control is one or two donors.</summary>
    DonorConcentration,

    /// <summary>An effect larger than the error before the treatment changes its sign, or more than halves, without one donor.</summary>
    DonorCarries,

    /// <summary>A unit was left out of the donors, because it is itself affected or carries the effect.</summary>
    RoleForbidden,

    /// <summary>A unit was left out of the donors, because a value is missing or the caller named it.</summary>
    DonorsDropped,

    /// <summary>Something else happened at the same time.</summary>
    RivalCause,

    /// <summary>The three placebo ranks disagree beyond a factor 3.</summary>
    PlaceboDisagrees,

    /// <summary>Too few placebos for a rank to say anything at one in twenty.</summary>
    FewPlacebos,

    /// <summary>The treated unit is more than 1.5 times as noisy as the middle donor: its gaps are large without any effect, and ranks of the mean gap make too much of them.</summary>
    NoisierThanDonors,

    /// <summary>The treated series does not move before the treatment: there is no noise to judge the fit by. Refused.</summary>
    YConstant,

    /// <summary>Predictor weights that fit as well give other effects.</summary>
    VNotIdentified,

    /// <summary>Rounding kept the weights from meeting the conditions of the optimum to 1e-9.</summary>
    KktHigh,
}
