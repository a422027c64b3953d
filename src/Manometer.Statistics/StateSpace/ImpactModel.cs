namespace Manometer.Statistics;

/// <summary>The parts of a structural time series and what is believed of them beforehand. The defaults are those of CausalImpact 1.4.1 on bsts 0.9.10 (Brodersen et al. 2015), in units of the response's standard deviation before the intervention.</summary>
/// <remarks>
/// y(t) = level(t) + season(t) + b(t) x(t) + noise. The level is a random walk, with <see cref="Trend"/> a random walk with a random slope.
/// The covariates stand beside a constant column; each column is in or out of the regression with its own probability (spike and slab), its coefficient normal with precision
/// <see cref="SlabWeight"/> x ((1 - d) X'X/N + d diag(X'X/N)) over the noise variance, d = <see cref="SlabDiagonal"/>.
/// </remarks>
public sealed record ImpactModel
{
    /// <summary>The step of the level from row to row. Default: guess .01, 32 degrees of freedom, at most 1.</summary>
    public SdPrior Level { get; init; } = new(0.01, 32, 1);

    /// <summary>Whether the level has a slope that itself wanders. Default no. Long forecasts of a wandering slope are wide.</summary>
    public bool Trend { get; init; }

    /// <summary>The step of the slope. Default: guess .01, 32 degrees of freedom, at most 1, which is calm; bsts has .01 degrees of freedom, with which long forecasts explode.</summary>
    public SdPrior Slope { get; init; } = new(0.01, 32, 1);

    /// <summary>Number of seasons in a cycle, 2 or more; 0, the default, for none.</summary>
    public int Seasons { get; init; }

    /// <summary>Rows a season lasts, counted from the first row. Default 1.</summary>
    public int SeasonLength { get; init; } = 1;

    /// <summary>The change of a season's effect from cycle to cycle. Default: guess .01, .01 degrees of freedom, at most 1.</summary>
    public SdPrior Season { get; init; } = new(0.01, 0.01, 1);

    /// <summary>Whether the coefficients wander, all with one ratio of step to noise; every column is then in the regression. Default no. This is our own design and not that of bsts.</summary>
    public bool Dynamic { get; init; }

    /// <summary>The step of wandering coefficients. Default: guess .01, 32 degrees of freedom, at most .1.</summary>
    public SdPrior Coefficient { get; init; } = new(0.01, 32, 0.1);

    /// <summary>The noise of single observations. Default (null): with covariates guess sqrt(.2), 50 degrees of freedom; without, guess 1, .01 degrees of freedom; at most 1.2.</summary>
    public SdPrior? Observation { get; init; }

    /// <summary>The expected number of columns in the regression, the constant among them; each is in with this over their number, at most 1. Default 3.</summary>
    public double ExpectedColumns { get; init; } = 3;

    /// <summary>The weight of the slab, in observations. Default .01.</summary>
    public double SlabWeight { get; init; } = 0.01;

    /// <summary>The share of the diagonal in the slab's precision, in (0, 1]. Default .5.</summary>
    public double SlabDiagonal { get; init; } = 0.5;

    /// <summary>Standard deviation of the first level, slope and season effects about their guesses. Default 1.</summary>
    public double InitialSd { get; init; } = 1;

    /// <summary>The probability left outside an interval, half on each side, in (0, 1). Default .05.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>Seed of the sampler that is used when the models are too many to be summed. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Sweeps of that sampler, 100 or more. Default 4,000.</summary>
    public int Sweeps { get; init; } = 4000;

    /// <summary>Whether the first states vary with the noise, which gives a closed form to check the quadrature by.</summary>
    internal bool ScaledInitial { get; init; }

    /// <summary>Whether the response is taken as it is, with first states guessed 0: the model of which the prior alone speaks, for simulation from the prior.</summary>
    internal bool Raw { get; init; }

    internal SdPrior ObservationFor(int covariates) => Observation ?? (covariates > 0 ? new(0.44721359549995793, 50, 1.2) : new(1, 0.01, 1.2));

    internal void Check()
    {
        if (Seasons is 1 or < 0 || SeasonLength < 1 || Seasons > 2000)
            throw new ImpactException(ImpactFault.Season, "A season needs 2 to 2000 parts of 1 row or more.");
        if (!(Alpha > 0 && Alpha < 1))
            throw new ImpactException(ImpactFault.Alpha, "Alpha lies between 0 and 1.");
        if (!Level.Valid || !Slope.Valid || !Season.Valid || !Coefficient.Valid || Observation is { Valid: false } || !(ExpectedColumns > 0)
            || !(SlabWeight > 0 && double.IsFinite(SlabWeight)) || !(SlabDiagonal > 0 && SlabDiagonal <= 1) || !(InitialSd > 0 && double.IsFinite(InitialSd * InitialSd)) || Sweeps < 100)
            throw new ImpactException(ImpactFault.Prior, "Guess, degrees of freedom and upper limit of a prior are finite and more than 0; so are expected columns, slab weight and initial sd; the share of the diagonal is in (0, 1]; sweeps are 100 or more.");
    }
}
