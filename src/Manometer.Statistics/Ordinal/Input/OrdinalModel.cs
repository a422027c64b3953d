namespace Manometer.Statistics;

/// <summary>The model: which terms it has and their priors. Rival explanations of the same data are different models.</summary>
public sealed record OrdinalModel
{
    /// <summary>Whether interventions have effects; false restricts them all to 0. Default true.</summary>
    public bool Effects { get; init; } = true;

    /// <summary>Lag kernels, common to all interventions, with prior weights; each is fitted and they are summed by evidence. Default one kernel of mean 12 months.</summary>
    public IReadOnlyList<WeightedKernel> Kernels { get; init; } = [new(new(12), 1)];

    /// <summary>Prior sd of the mean effect of the interventions, logits; default 0.75.</summary>
    public double MeanEffectSd { get; init; } = 0.75;

    /// <summary>Prior sd of one intervention's departure from the mean effect, logits; default 0.5.</summary>
    public double EffectSpread { get; init; } = 0.5;

    /// <summary>Pushes from other causes; default none.</summary>
    public IReadOnlyList<OrdinalShock> Shocks { get; init; } = [];

    /// <summary>Which source leans may move; default those of sources with 20 reports or more.</summary>
    public LeanDrift Drift { get; init; } = LeanDrift.LongSources;

    /// <summary>Sd of a moving lean's step per month, logits; default 0.05.</summary>
    public double DriftSd { get; init; } = 0.05;

    /// <summary>Selection factor: logarithm of the rate of reporting per logit of the state. Default 0: what is reported does not depend on the state.</summary>
    public double Selection { get; init; }

    /// <summary>Whether reports may be uninformative (the reliability mixture); default true.</summary>
    public bool Mixture { get; init; } = true;

    /// <summary>Step of the walk common to all cells, per month; median 0.12.</summary>
    public ScalePrior CommonWalk { get; init; } = new(0.12);

    /// <summary>Step of the walks of a family, per month, one entry a family; the last entry, by default the only one (median 0.15), serves all further families.</summary>
    public IReadOnlyList<ScalePrior> FamilyWalks { get; init; } = [new(0.15)];

    /// <summary>Effect shared by the reports of an event; median 0.8.</summary>
    public ScalePrior EventEffect { get; init; } = new(0.8);

    /// <summary>Effect shared by the reports of an origin; median 0.5. Fixed at the median, and given to every event, when no report names an origin: copying that nobody saw must widen the band.</summary>
    public ScalePrior OriginEffect { get; init; } = new(0.5);

    /// <summary>Lean of a source; median 0.5.</summary>
    public ScalePrior Lean { get; init; } = new(0.5);

    /// <summary>Sd of every walk in the first month, logits; default 0.5.</summary>
    public double InitialSd { get; init; } = 0.5;

    /// <summary>The three inner and outer cut points of the scale; default -2.2, -0.8, 0.8, 2.2.</summary>
    public IReadOnlyList<double> Cuts { get; init; } = [-2.2, -0.8, 0.8, 2.2];

    /// <summary>Reports an indicator needs before its loading and the spacing of its cuts are estimated; default 30.</summary>
    public int IndicatorReports { get; init; } = 30;

    /// <summary>Prior sd of the logarithm of an indicator's loading; default 0.25. Loadings are set to their most probable values: where many are estimated from few reports each, bands are too narrow.</summary>
    public double LoadingSpread { get; init; } = 0.25;

    /// <summary>Whether every walk is held nearly flat: fixes all walk steps at this sd. Null, the default, leaves them free.</summary>
    public double? FlatWalks { get; init; }

    /// <summary>Events too by Laplace's approximation, for comparison with dense algebra.</summary>
    internal bool PlainLaplace { get; init; }

    internal ScalePrior FamilyWalk(int family) => FlatWalks is { } flat ? ScalePrior.Fixed(flat) : FamilyWalks[Math.Min(family, FamilyWalks.Count - 1)];
    internal ScalePrior Common => FlatWalks is { } flat ? ScalePrior.Fixed(flat) : CommonWalk;
}
