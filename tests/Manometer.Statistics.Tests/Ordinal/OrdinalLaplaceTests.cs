namespace Manometer.Statistics.Tests;

public class OrdinalLaplaceTests
{
    private static readonly double[] Scales = [0.2, 0.3, 0.25, 0.7, 0.4, 0.6];

    private static OrdinalModel Fixed(double[] s) => new()
    {
        PlainLaplace = true,
        Mixture = false,
        CommonWalk = ScalePrior.Fixed(s[0]),
        FamilyWalks = [ScalePrior.Fixed(s[1]), ScalePrior.Fixed(s[2])],
        EventEffect = ScalePrior.Fixed(s[3]),
        OriginEffect = ScalePrior.Fixed(s[4]),
        Lean = ScalePrior.Fixed(s[5]),
        IndicatorReports = 1000,
        Shocks = [new("push", 5, [], 4), new("lasting", 8, [new(1, 1)])],
    };

    private static OrdinalState Fit(OrdinalData data, OrdinalModel model, out OrdinalWorkspace work)
    {
        var layout = new OrdinalLayout(data, model, model.Kernels[0].Kernel);
        work = new(layout);
        var state = new OrdinalState(layout) { Tolerance = 1e-20 };
        state.Fit(work);
        return state;
    }

    [Theory]
    [InlineData(1, LeanDrift.None)]
    [InlineData(2, LeanDrift.All)]
    [InlineData(3, LeanDrift.LongSources)]
    [InlineData(4, LeanDrift.None)]
    public void Block_algebra_and_dense_algebra_in_another_parameterisation_give_the_same_evidence_and_predictors(ulong seed, LeanDrift drift)
    {
        var data = OrdinalCorpora.Everything(seed);
        var model = Fixed(Scales) with { Drift = drift };
        var dense = new DenseReference(data, model, Scales);
        var state = Fit(data, model, out var work);
        state.ComputeVariances(work);
        Assert.Equal(dense.LogEvidence, state.LogValue, 1e-9);
        for (var i = 0; i < data.Reports.Count; i++)
        {
            var row = state.Layout.RowOfReport[i];
            Assert.Equal(dense.Predictor[i], state.Eta[row], 1e-8);
            Assert.Equal(dense.PredictorVariance(i), state.EtaVariance[row], 1e-9);
        }
    }

    [Theory]
    [InlineData(5, true, false)]
    [InlineData(6, true, true)]
    [InlineData(5, false, false)]
    [InlineData(6, false, true)]
    public void The_gradient_of_the_evidence_is_exact(ulong seed, bool plain, bool mixture)
    {
        var data = OrdinalCorpora.Everything(seed, 60);
        if (!plain) // far events, whose curvature leaves doubt out, have no exact gradient
            data = data with { Reports = [.. data.Reports.Select(r => r with { Span = Math.Min(1, r.Span), Origin = -1 }).Where(r => r.Event < 0 || data.Reports.First(o => o.Event == r.Event).Month == r.Month)] };
        else if (mixture)
            data = data with { Reports = [.. data.Reports.Select(r => r with { Span = Math.Min(1, r.Span), Event = -1 })] };
        var model = Fixed(Scales) with { Drift = LeanDrift.All, PlainLaplace = plain, Mixture = mixture };
        var state = Fit(data, model, out var work);
        var gradient = state.Gradient(work);
        const double Step = 1e-4;
        for (var s = 0; s < Scales.Length; s++)
        {
            var centre = state.Log[s];
            state.Log[s] = centre + Step;
            state.Fit(work);
            var above = state.LogValue;
            state.Log[s] = centre - Step;
            state.Fit(work);
            var numeric = (above - state.LogValue) / (2 * Step);
            state.Log[s] = centre;
            Assert.Equal(numeric, gradient[s], 1e-6);
        }
    }

    [Fact]
    public void The_derivatives_of_the_likelihood_are_those_of_its_differences()
    {
        double[] cuts = [double.NegativeInfinity, -2.2, -0.8, 0.8, 2.2, double.PositiveInfinity];
        for (var low = 0; low < 5; low++)
            for (var high = low + 1; high < 6; high++)
                foreach (var eta in (double[])[-9, -2.5, -0.3, 0, 1.7, 6])
                {
                    if (low == 0 && high == 5)
                        continue;
                    var gap = StepLikelihood.Gap(cuts[high], cuts[low]);
                    double F(double x) => StepLikelihood.Log(x, cuts[high], cuts[low], gap, out _, out _, out _);
                    StepLikelihood.Log(eta, cuts[high], cuts[low], gap, out var slope, out var weight, out var weightSlope);
                    StepLikelihood.Log(eta + 1e-5, cuts[high], cuts[low], gap, out var slopeAbove, out var weightAbove, out _);
                    StepLikelihood.Log(eta - 1e-5, cuts[high], cuts[low], gap, out var slopeBelow, out var weightBelow, out _);
                    Assert.Equal((F(eta + 1e-5) - F(eta - 1e-5)) / 2e-5, slope, 1e-8);
                    Assert.Equal(-(slopeAbove - slopeBelow) / 2e-5, weight, 1e-8);
                    Assert.Equal((weightAbove - weightBelow) / 2e-5, weightSlope, 1e-8);
                    Assert.True(weight >= 0);
                    Assert.Equal(Math.Log(StepLikelihood.Probability(eta, cuts[high], cuts[low], gap)), F(eta), 1e-12);
                }
    }

    [Fact]
    public void A_predictor_far_out_still_has_a_finite_likelihood() =>
        Assert.Equal(-1002.2, StepLikelihood.Log(-1000, double.PositiveInfinity, 2.2, 1, out _, out _, out _), 1e-9);

    [Fact]
    public void The_probabilities_of_the_five_steps_sum_to_one()
    {
        double[] cuts = [double.NegativeInfinity, -2.2, -0.8, 0.8, 2.2, double.PositiveInfinity];
        foreach (var eta in (double[])[-30, -1, 0.4, 25])
            Assert.Equal(1, Enumerable.Range(0, 5).Sum(y => StepLikelihood.Probability(eta, cuts[y + 1], cuts[y], StepLikelihood.Gap(cuts[y + 1], cuts[y]))), 1e-14);
    }
}
