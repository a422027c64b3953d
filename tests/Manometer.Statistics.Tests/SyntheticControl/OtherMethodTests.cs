namespace Manometer.Statistics.Tests;

public class OtherMethodTests
{
    [Fact]
    public void Difference_in_differences_with_weights_for_California_at_the_exact_optimum()
    {
        var result = SynthData.CaliforniaQuestion().By(SynthMethod.DifferenceInDifferences).Fit();

        // design/METHODS.md 2.4; the reference package stops early at -15.6038279, Arkhangelsky and others 2021 print -15.6
        Assert.Equal(-15.605398, result.Att, 1e-6);
        Assert.Equal([1986, 1987, 1988], result.TimeWeights.Select(one => one.Time));
        Assert.All(result.TimeWeights.Zip([.36647, .20645, .42708]), pair => Assert.Equal(pair.Second, pair.First.Weight, 1e-5));
        Assert.True(result.KktResidual <= 1e-9);
        Assert.InRange(result.StandardError, 7, 12); // the reference samples 50 of the re-assignments and prints 8 to 11.2
    }

    [Fact]
    public void The_standard_error_of_one_treated_unit_is_the_spread_of_its_placebos()
    {
        var result = SynthData.CaliforniaQuestion().By(SynthMethod.DifferenceInDifferences).Fit();
        var effects = result.Placebo!.Units.Select(unit => unit.MeanGap).ToArray();

        Assert.Equal(38, effects.Length);
        Assert.Equal(Math.Sqrt(effects.Average(one => Math.Pow(one - effects.Average(), 2))), result.StandardError, 1e-10);
    }

    [Fact]
    public void Several_treated_units_have_a_jackknife_error_with_the_weights_held_fixed()
    {
        var result = SyntheticControl.Of(SynthData.California()).Treated("California", "Nevada", "Utah").From(1989).By(SynthMethod.DifferenceInDifferences).WithoutPlacebos().Fit();
        var panel = SynthData.California();
        double Change(string unit) => Enumerable.Range(1989, 12).Average(year => panel.ValueOf(unit, year)) - result.TimeWeights.Sum(one => one.Weight * panel.ValueOf(unit, one.Time));

        // A second way: every effect without one unit, straight from the definition.
        string[] treated = ["California", "Nevada", "Utah"];
        var donors = panel.Units.Except(treated).ToArray();
        double Effect(string without)
        {
            var weights = result.Weights.Where(one => one.Unit != without).ToArray();
            return treated.Where(one => one != without).Average(Change) - weights.Sum(one => one.Weight * Change(one.Unit)) / weights.Sum(one => one.Weight);
        }

        var all = treated.Concat(donors).Select(Effect).ToArray();
        var n = all.Length;
        Assert.Equal(Math.Sqrt((n - 1.0) / n * all.Sum(one => Math.Pow(one - all.Average(), 2))), result.StandardError, 1e-8);
        Assert.Equal(Effect("nobody"), result.Att, 1e-9);
    }

    [Fact]
    public void Ridge_augmentation_is_the_plain_control_corrected_by_a_regression()
    {
        const double penalty = 500;
        var question = SynthData.CaliforniaQuestion();
        var plain = question.WithoutPlacebos().Fit();
        var result = question.By(SynthMethod.Ridge).RidgePenalty(penalty).WithoutPlacebos().Fit();

        // A second way: ridge of each later year on the earlier ones across donors, by conjugate gradients; then the model's error at the synthetic unit is taken off (Ben-Michael, Feller and Rothstein 2021, equation 5).
        var panel = SynthData.California();
        var donors = panel.Units.Where(unit => unit != "California").ToArray();
        var pre = Enumerable.Range(1970, 19).ToArray();
        foreach (var year in new[] { 1989, 1995, 2000 })
        {
            var means = pre.Select(t => donors.Average(unit => panel.ValueOf(unit, t))).ToArray();
            var mean = donors.Average(unit => panel.ValueOf(unit, year));
            double[] X(string unit) => [.. pre.Select((t, k) => panel.ValueOf(unit, t) - means[k])];
            var x = donors.Select(X).ToArray();
            double[] Product(double[] v) => [.. pre.Select((_, k) => penalty * v[k] + x.Sum(row => row[k] * row.Zip(v, (a, b) => a * b).Sum()))];
            var right = pre.Select((_, k) => donors.Select((unit, j) => x[j][k] * (panel.ValueOf(unit, year) - mean)).Sum()).ToArray();
            var beta = Conjugate(Product, right);
            double Model(double[] row) => mean + row.Zip(beta, (a, b) => a * b).Sum();
            var expected = plain.Weights.Sum(one => one.Weight * panel.ValueOf(one.Unit, year)) + Model(X("California")) - plain.Weights.Sum(one => one.Weight * Model(X(one.Unit)));
            Assert.Equal(expected, result.Path.Single(point => point.Time == year).Synthetic, 1e-6);
        }

        Assert.Equal(1, result.Weights.Sum(one => one.Weight), 1e-10);
        Assert.True(result.PreRmspe < plain.PreRmspe);
    }

    [Fact]
    public void The_penalty_is_chosen_by_times_left_out_and_a_huge_one_gives_the_plain_control()
    {
        var question = SynthData.CaliforniaQuestion().WithoutPlacebos();
        var chosen = question.By(SynthMethod.Ridge).Fit();

        Assert.True(chosen.Penalty > 0 && double.IsFinite(chosen.Penalty));
        Assert.InRange(chosen.Att, -25, -10);
        Assert.Equal(question.Fit().Att, question.By(SynthMethod.Ridge).RidgePenalty(1e15).Fit().Att, 1e-6);
    }

    [Fact]
    public void Predictors_do_not_go_with_other_methods() =>
        Assert.Equal(SynthFault.Option, Assert.Throws<SynthException>(() => SynthData.CaliforniaQuestion().Predictor("beer", 1984, 1988).By(SynthMethod.Ridge).Fit()).Fault);

    private static double[] Conjugate(Func<double[], double[]> product, double[] right)
    {
        var x = new double[right.Length];
        var (r, p) = ((double[])right.Clone(), (double[])right.Clone());
        for (var round = 0; round < 2000 && r.Sum(v => v * v) > 1e-26 * right.Sum(v => v * v); round++)
        {
            var ap = product(p);
            var rr = r.Sum(v => v * v);
            var step = rr / p.Zip(ap, (a, b) => a * b).Sum();
            x = [.. x.Zip(p, (a, b) => a + step * b)];
            r = [.. r.Zip(ap, (a, b) => a - step * b)];
            var ratio = r.Sum(v => v * v) / rr;
            p = [.. r.Zip(p, (a, b) => a + ratio * b)];
        }

        return x;
    }
}
