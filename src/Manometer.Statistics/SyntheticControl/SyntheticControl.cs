namespace Manometer.Statistics;

/// <summary>What would have become of a treated unit without its treatment, from a mix of units that were not treated.</summary>
/// <remarks>
/// Abadie and Gardeazabal (2003), Abadie, Diamond and Hainmueller (2010). Write the question in the order it is asked, then fit:
/// <c>SyntheticControl.Of(panel).Treated("California").From(1989).Expecting(EffectDirection.Down).Fit()</c>. Each call gives a new question; nothing is changed in place. Same panel, same question: same bits.
/// </remarks>
public sealed record SyntheticControl
{
    private SyntheticControl(Panel panel) => Panel = panel;

    internal Panel Panel { get; }

    internal IReadOnlyList<string> TreatedUnits { get; private init; } = [];

    internal double TreatedFrom { get; private init; } = double.NaN;

    internal double First { get; private init; } = double.NegativeInfinity;

    internal double Last { get; private init; } = double.PositiveInfinity;

    internal IReadOnlyList<string>? Named { get; private init; }

    internal IReadOnlyList<DroppedDonor> LeftOut { get; private init; } = [];

    internal IReadOnlyList<(string Unit, DonorRole Role)> Roles { get; private init; } = [];

    internal IReadOnlyList<string> Rivals { get; private init; } = [];

    internal IReadOnlyList<PredictorSpan> Spans { get; private init; } = [];

    internal IReadOnlyList<double>? Given { get; private init; }

    internal double FitFirst { get; private init; } = double.NegativeInfinity;

    internal double FitLast { get; private init; } = double.PositiveInfinity;

    internal SynthMethod Method { get; private init; }

    internal EffectDirection Direction { get; private init; }

    internal double? Penalty { get; private init; }

    internal bool WithPlacebos { get; private init; } = true;

    /// <summary>A question about a panel.</summary>
    public static SyntheticControl Of(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return new SyntheticControl(panel);
    }

    /// <summary>The treated unit. Several, treated at one date, are averaged; a mean is less noisy than the single donors it is ranked among, so the ranks are then cautious.</summary>
    public SyntheticControl Treated(params IReadOnlyList<string> units) => this with { TreatedUnits = units };

    /// <summary>First time of the treatment; the times before it are what the control is fitted to.</summary>
    public SyntheticControl From(double time) => this with { TreatedFrom = time };

    /// <summary>First time looked at. Default: the treated unit's first.</summary>
    public SyntheticControl Since(double time) => this with { First = time };

    /// <summary>Last time looked at. Default: the treated unit's last.</summary>
    public SyntheticControl Until(double time) => this with { Last = time };

    /// <summary>The donors. Default: every other unit.</summary>
    public SyntheticControl Donors(params IReadOnlyList<string> units) => this with { Named = units };

    /// <summary>A unit that shall not be a donor, and why, in half a sentence.</summary>
    public SyntheticControl Without(string unit, string reason = "left out by choice") => this with { LeftOut = [.. LeftOut, new DroppedDonor(unit, reason)] };

    /// <summary>What a unit is to the treatment: a unit that is affected, or carries the effect, is never a donor.</summary>
    public SyntheticControl Role(string unit, DonorRole role) => this with { Roles = [.. Roles, (unit, role)] };

    /// <summary>Something else that happened at the time and may explain the gap; it is told with the result.</summary>
    public SyntheticControl Rival(string cause) => this with { Rivals = [.. Rivals, cause] };

    /// <summary>Adds a predictor: the mean of a variable of the panel over the times from one to another, both included. Missing cells are left out of the mean.</summary>
    /// <param name="variable">Name of the variable; empty for the outcome itself.</param>
    /// <param name="from">First time.</param>
    /// <param name="to">Last time; default the first.</param>
    public SyntheticControl Predictor(string variable, double from, double? to = null) => this with { Spans = [.. Spans, new PredictorSpan(variable, [(from, to ?? from)])] };

    /// <summary>Adds a predictor: the mean of a variable over single times.</summary>
    public SyntheticControl PredictorAt(string variable, params IReadOnlyList<double> times) => this with { Spans = [.. Spans, new PredictorSpan(variable, [.. times.Select(time => (time, time))])] };

    /// <summary>The window the predictor weights are chosen over. Default: all times before the treatment.</summary>
    public SyntheticControl FitOver(double from, double to) => this with { FitFirst = from, FitLast = to };

    /// <summary>Uses these weights of the predictors, one for each in their order, instead of searching. They need not sum to one.</summary>
    public SyntheticControl PredictorWeights(params IReadOnlyList<double> weights) => this with { Given = weights };

    /// <summary>How the counterfactual is built.</summary>
    public SyntheticControl By(SynthMethod method) => this with { Method = method };

    /// <summary>The direction of the effect, stated before looking.</summary>
    public SyntheticControl Expecting(EffectDirection direction) => this with { Direction = direction };

    /// <summary>The penalty of the ridge correction, in squared units of the outcome. Default: the one that predicts left-out times best.</summary>
    public SyntheticControl RidgePenalty(double penalty) => this with { Penalty = penalty };

    /// <summary>Leaves the placebo test out.</summary>
    public SyntheticControl WithoutPlacebos() => this with { WithPlacebos = false };

    /// <summary>Fits, tests on placebos, and leaves out each donor in turn.</summary>
    /// <exception cref="SynthException">The question cannot be answered from the panel; the code says why.</exception>
    public SynthResult Fit() => new SynthFit(SynthSetup.Of(this)).Run();

    /// <summary>Dates the treatment back to times when nothing happened. With predictors the outcomes alone are fitted.</summary>
    /// <exception cref="SynthException">The question cannot be answered from the panel; the code says why.</exception>
    public InTimeTest InTimePlacebos() => InTime.Run(SynthSetup.Of(this));

    /// <summary>An interval for a constant effect. With predictors the outcomes alone are fitted; not for difference in differences, which has a standard error.</summary>
    /// <param name="alpha">One less the level of confidence, between 0 and 1.</param>
    /// <param name="scheme">How residuals are rearranged.</param>
    /// <param name="seed">Seed of the permutations, where they are drawn.</param>
    /// <exception cref="SynthException">The question cannot be answered from the panel; the code says why.</exception>
    public ConformalInterval Interval(double alpha = 0.05, ConformalScheme scheme = ConformalScheme.CyclicShifts, ulong seed = 1) => Conformal.Average(Conformable(alpha), alpha, scheme, seed);

    /// <summary>An interval for the effect at each time of the treatment by itself, fitted to the times before and that one.</summary>
    /// <param name="alpha">One less the level of confidence, between 0 and 1.</param>
    /// <exception cref="SynthException">The question cannot be answered from the panel; the code says why.</exception>
    public IReadOnlyList<ConformalInterval> PointwiseIntervals(double alpha = 0.05) => Conformal.Pointwise(Conformable(alpha), alpha);

    private SynthSetup Conformable(double alpha)
    {
        if (!(alpha > 0 && alpha < 1))
            throw new SynthException(SynthFault.Option, "alpha lies between 0 and 1.");
        if (Method == SynthMethod.DifferenceInDifferences)
            throw new SynthException(SynthFault.Option, "Conformal intervals need weights of donors only; difference in differences has a standard error instead.");
        return SynthSetup.Of(this);
    }
}
