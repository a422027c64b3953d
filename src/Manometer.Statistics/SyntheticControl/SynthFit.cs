namespace Manometer.Statistics;

/// <summary>Fits a question, and says what must be said about the fit.</summary>
internal sealed class SynthFit(SynthSetup setup)
{
    private readonly SynthSample _sample = setup.Sample;
    private readonly SyntheticControl _question = setup.Question;
    private readonly double _unit = setup.Sample.Unit;
    private readonly List<SynthFlag> _flags = [.. setup.Flags];

    public SynthResult Run()
    {
        var engine = EngineOf(setup);
        var donors = Enumerable.Range(1, _sample.Units - 1).ToArray();
        var weights = new double[donors.Length];
        var gaps = new double[_sample.Times];
        engine.Fit(0, donors, weights);
        engine.Gaps(0, donors, weights, gaps);
        var result = new SynthResult
        {
            Treated = setup.Names[0],
            From = setup.Times[_sample.Pre],
            Method = _question.Method,
            Weights = [.. donors.Where(j => weights[j - 1] != 0).OrderByDescending(j => weights[j - 1]).ThenBy(j => j).Select(j => new DonorWeight(setup.Names[j], weights[j - 1]))],
            Path = [.. Enumerable.Range(0, _sample.Times).Select(t => new SynthPoint(setup.Times[t], _unit * _sample.Series[t], _unit * (_sample.Series[t] - gaps[t]), t >= _sample.Pre))],
            PreRmspe = _unit * Spread.Rms(gaps.AsSpan(0, _sample.Pre)),
            PostRmspe = _unit * Spread.Rms(gaps.AsSpan(_sample.Pre)),
            Att = _unit * Spread.Mean(gaps.AsSpan(_sample.Pre)),
            PreFit = PreFit(gaps),
            KktResidual = engine.KktResidual,
            LeaveOneOut = [],
            Dropped = setup.Dropped,
            DonorCount = donors.Length,
            Flags = [],
        };
        JudgeFit(result, engine, weights);
        result = engine.Describe(result, setup, donors, weights);
        result = result with { LeaveOneOut = LeaveOneOut(engine, donors, weights) };
        JudgeDonors(result);
        if (_question.WithPlacebos)
        {
            result = result with { Placebo = Placebos.Run(_sample, engine, setup.Names, result.PreRmspe, result.PostRmspe, result.Att) };
            JudgePlacebos(result);
            result = engine.Conclude(result, _sample);
        }

        JudgeSearch(result);
        return result with { Flags = [.. _flags.OrderByDescending(flag => flag.Severity).ThenBy(flag => flag.Flag)] };
    }

    private static SynthEngine EngineOf(SynthSetup setup) => setup.Question switch
    {
        { Spans.Count: > 0, Method: not SynthMethod.Classic } => throw new SynthException(SynthFault.Option, "Predictors go with the classic method only."),
        { Spans.Count: > 0 } => new PredictorEngine(setup),
        _ => OutcomeEngine(setup.Question, setup.Sample),
    };

    /// <summary>The engine of the question's method on other rows of outcomes; predictors are left aside.</summary>
    public static SynthEngine OutcomeEngine(SyntheticControl question, SynthSample sample) => question switch
    {
        { Method: SynthMethod.Classic } => new ClassicEngine(sample),
        { Method: SynthMethod.DifferenceInDifferences } => new DifferenceEngine(sample),
        { Method: SynthMethod.Ridge, Penalty: null or >= 0 } => new RidgeEngine(sample, question.Penalty / sample.Unit / sample.Unit),
        { Method: SynthMethod.Ridge } => throw new SynthException(SynthFault.Option, "A penalty is 0 or more."),
        _ => throw new SynthException(SynthFault.Option, "No such method."),
    };

    private double Noise(int unit) => Spread.OfSteps(_sample.Of(unit)[.._sample.Pre]);

    private double PreFit(double[] gaps)
    {
        var noise = Noise(0);
        return noise > 0 ? Spread.Rms(gaps.AsSpan(0, _sample.Pre)) / noise : double.NaN;
    }

    private List<LeftOutDonor> LeaveOneOut(SynthEngine engine, int[] donors, double[] weights)
    {
        var left = new List<LeftOutDonor>();
        if (donors.Length < 2)
            return left;
        var rest = new int[donors.Length - 1];
        var own = new double[rest.Length];
        var gaps = new double[_sample.Times];
        foreach (var without in donors.Where(j => Math.Abs(weights[j - 1]) > (_question.Method == SynthMethod.Ridge ? 0.01 : 0)).OrderByDescending(j => Math.Abs(weights[j - 1])).ThenBy(j => j))
        {
            for (var (j, at) = (1, 0); j <= donors.Length; j++)
                if (j != without)
                    rest[at++] = j;
            engine.Refit(0, rest, own);
            engine.Gaps(0, rest, own, gaps);
            left.Add(new LeftOutDonor(setup.Names[without], _unit * Spread.Mean(gaps.AsSpan(_sample.Pre)), _unit * Spread.Rms(gaps.AsSpan(0, _sample.Pre))));
        }

        return left;
    }

    private void JudgeFit(SynthResult result, SynthEngine engine, double[] weights)
    {
        if (double.IsNaN(result.PreFit))
            Add(SynthFlagCode.YConstant, FlagSeverity.Refusal, $"{result.Treated} changes by the same step at every time before the treatment, so there is no noise to judge the fit by.");
        else if (result.PreFit > 1)
            Add(SynthFlagCode.PreFitBad, result.PreFit > 2 ? FlagSeverity.Refusal : FlagSeverity.Warning,
                FormattableString.Invariant($"Before the treatment the synthetic control misses by {result.PreRmspe:G4}, {result.PreFit:F2} times the standard deviation of {result.Treated}'s own steps; above 1 is poor, above 2 no counterfactual."));
        if (_sample.Pre < 8)
            Add(SynthFlagCode.T0Short, FlagSeverity.Refusal, $"Only {_sample.Pre} times before the treatment; with fewer than 8 a fit proves nothing.");
        if (result.DonorCount >= _sample.Pre)
            Add(SynthFlagCode.DonorsGePreyears, FlagSeverity.Warning, $"{result.DonorCount} donors for {_sample.Pre} times before the treatment: placebos can fit perfectly, so the ratio rank is not evidence.");
        if (!engine.IsUnique)
            Add(SynthFlagCode.WeightsNotUnique, FlagSeverity.Warning, "Other weights fit as well; of all, those of least norm are shown.");
        var square = weights.Sum(weight => weight * weight);
        if (square > 0.5)
            Add(SynthFlagCode.DonorConcentration, FlagSeverity.Warning, FormattableString.Invariant($"The control rests on few donors: {string.Join(", ", result.Weights.Take(2).Select(one => FormattableString.Invariant($"{one.Unit} {one.Weight:F2}")))} (squared weights sum to {square:F2})."));
        if (!(result.KktResidual <= 1e-9))
            Add(SynthFlagCode.KktHigh, FlagSeverity.Warning, FormattableString.Invariant($"The conditions of the optimum are met to {result.KktResidual:G2} only; the values may need another scale."));
    }

    private void JudgeDonors(SynthResult result)
    {
        if (Math.Abs(result.Att) <= result.PreRmspe || Math.Abs(result.Att) <= 1e-9 * _unit)
            return; // no result to carry
        foreach (var left in result.LeaveOneOut)
            if (Math.Sign(left.MeanGap) != Math.Sign(result.Att) || Math.Abs(left.MeanGap) < 0.5 * Math.Abs(result.Att))
                Add(SynthFlagCode.DonorCarries, FlagSeverity.Warning, FormattableString.Invariant($"Without {left.Unit} the mean gap is {left.MeanGap:G4}, not {result.Att:G4}: one donor carries the result."));
    }

    private void JudgePlacebos(SynthResult result)
    {
        if (result.Placebo is not { } placebo)
        {
            Add(SynthFlagCode.FewPlacebos, FlagSeverity.Warning, "One donor only: there is no placebo test.");
            return;
        }

        var gap = placebo.Gap.For(_question.Direction);
        var similar = placebo.SimilarGap.For(_question.Direction);
        if (similar.Of < 20)
            Add(SynthFlagCode.FewPlacebos, FlagSeverity.Note, $"{similar.Of - 1} placebos fit about as well as {result.Treated}: the smallest rank possible is 1 of {similar.Of}, which is not one in twenty.");
        var noises = Enumerable.Range(1, _sample.Units - 1).Select(Noise).Order().ToArray();
        var middle = noises[noises.Length / 2];
        if (Noise(0) > 1.5 * middle)
            Add(SynthFlagCode.NoisierThanDonors, FlagSeverity.Warning, FormattableString.Invariant($"Before the treatment {result.Treated} moves {(middle > 0 ? FormattableString.Invariant($"{Noise(0) / middle:F1} times") : "infinitely")} as much from step to step as the middle donor; ranks of the mean gap find effects where there are none (about one time in four), the ratio rank does not."));
        double[] all = [placebo.Ratio.P, gap.P, similar.P];
        if (similar.Of >= 5 && all.Max() > 3 * all.Min())
            Add(SynthFlagCode.PlaceboDisagrees, FlagSeverity.Warning, $"It depends on the placebo statistic: rank {placebo.Ratio.Rank} of {placebo.Ratio.Of} by the ratio of errors, {gap.Rank} of {gap.Of} by the mean gap, {similar.Rank} of {similar.Of} among units that fit about as well.");
    }

    private void JudgeSearch(SynthResult result)
    {
        if (result.Search is { } search && search.LargestAtt - search.LeastAtt > 0.05 * Math.Abs(result.Att))
            Add(SynthFlagCode.VNotIdentified, FlagSeverity.Warning, FormattableString.Invariant($"{search.Near} predictor weightings fit within 1 % of the best and give mean gaps from {search.LeastAtt:G4} to {search.LargestAtt:G4}."));
    }

    private void Add(SynthFlagCode code, FlagSeverity severity, string text) => _flags.Add(new SynthFlag(code, severity, text));
}
