namespace Manometer.Statistics.Tests;

public class StaggeredTests
{
    [Fact]
    public void One_treated_unit_is_a_plain_synthetic_control()
    {
        var plain = SynthData.CaliforniaQuestion().Fit();
        var result = StaggeredControl.Of(SynthData.California()).Treated("California", 1989).Fit();

        Assert.Equal(plain.Att, result.Att, 1e-9);
        Assert.Equal(plain.PreRmspe, Assert.Single(result.Units).PreRmspe, 1e-9);
        Assert.Equal(plain.Weights.Select(one => one.Unit), result.Units[0].Weights.Select(one => one.Unit));
        Assert.Equal(plain.Placebo!.Gap, result.Ranks); // 38 ways to give one date away
        Assert.True(result.PlacementsAreAll);
    }

    [Fact]
    public void Without_pooling_each_unit_is_fitted_by_itself()
    {
        var panel = Simulated(1, -3);
        var result = StaggeredControl.Of(panel).Treated("t0", 20).Treated("t1", 24).Over(4).Pooling(0).Placements(0).Fit();

        var alone = SyntheticControl.Of(panel).Treated("t1").From(24).Until(27).Without("t0").WithoutPlacebos().Fit();
        Assert.Equal(alone.Att, result.Units[1].Path.Where(point => point.IsPost).Average(point => point.Gap), 1e-9);
        var early = SyntheticControl.Of(panel).Treated("t0").From(20).Until(23).WithoutPlacebos().Fit(); // t1 is untreated until 24, so a donor through 23
        Assert.Equal(early.Weights.Select(one => one.Unit), result.Units[0].Weights.Select(one => one.Unit));
        Assert.Equal(early.Att, result.Units[0].Path.Where(point => point.IsPost).Average(point => point.Gap), 1e-9);
        Assert.DoesNotContain(result.Units[1].Weights, one => one.Unit == "t0");
    }

    [Fact]
    public void Pooling_makes_the_mean_fit_better_and_the_units_little_worse()
    {
        var result = StaggeredControl.Of(Simulated(1, -3)).Treated("t0", 20).Treated("t1", 24).Treated("t2", 26).Over(4).Placements(0).Fit();

        Assert.InRange(result.Nu, 0.05, 0.95);
        Assert.Equal(result.SeparatePooledPreRmspe / (result.SeparatePooledPreRmspe + result.SeparateUnitPreRmspe), result.Nu, 1e-12);
        Assert.True(result.PooledPreRmspe < result.SeparatePooledPreRmspe);
        Assert.True(result.UnitPreRmspe >= result.SeparateUnitPreRmspe);
        Assert.True(Objective(result) <= result.Nu * Math.Pow(result.SeparatePooledPreRmspe, 2) + (1 - result.Nu) * Math.Pow(result.SeparateUnitPreRmspe, 2));
    }

    [Fact]
    public void No_weight_moved_between_two_donors_of_a_unit_fits_better()
    {
        var panel = Simulated(2, 0);
        var result = StaggeredControl.Of(panel).Treated("t0", 20).Treated("t1", 24).Over(4).Pooling(0.6).Placements(0).Fit();
        var best = Objective(result);

        // A second computation: errors from the panel and the weights alone, and small moves of weight from every donor to every other.
        string[] donors = [.. Enumerable.Range(0, 12).Select(j => $"d{j}")];
        double Value(int unit, string from, string to, double step)
        {
            var residuals = result.Units.Select((one, i) =>
            {
                var weights = one.Weights.ToDictionary(pair => pair.Unit, pair => pair.Weight);
                if (i == unit)
                    (weights[from], weights[to]) = (weights.GetValueOrDefault(from) - step, weights.GetValueOrDefault(to) + step);
                return Enumerable.Range(0, (int)one.From).Select(t => panel.ValueOf(one.Unit, t) - weights.Sum(pair => pair.Value * panel.ValueOf(pair.Key, t))).ToArray();
            }).ToArray();
            var pooled = Enumerable.Range(1, 20).Average(lag => Math.Pow(residuals.Average(one => one[^lag]), 2));
            return 0.6 * pooled + 0.4 * residuals.Average(one => one.Average(value => value * value));
        }

        Assert.Equal(best, Value(0, "d0", "d0", 0), 1e-10);
        for (var unit = 0; unit < 2; unit++)
            foreach (var from in result.Units[unit].Weights)
                foreach (var to in donors.Where(name => name != from.Unit))
                    Assert.True(Value(unit, from.Unit, to, Math.Min(1e-4, from.Weight)) >= best - 1e-10);
    }

    [Fact]
    public void The_true_effect_is_found_at_each_time_since_the_treatment()
    {
        var result = StaggeredControl.Of(Simulated(3, -5)).Treated("t0", 20).Treated("t1", 24).Treated("t2", 26).Over(6).Expecting(EffectDirection.Down).Placements(100).Fit();

        Assert.Equal([3, 3, 3, 3, 2, 2], [.. result.Effects.Select(one => one.Units)]); // 30 times: the last unit has 4
        Assert.All(result.Effects, one => Assert.Equal(-5, one.Effect, 1.5));
        Assert.Equal(-5, result.Att, 0.8);
        Assert.Equal(new PlaceboRank(1, 101), result.Ranks!.Value.Down);
        Assert.False(result.PlacementsAreAll);
        Assert.False(result.IsRefused);
    }

    [Fact]
    public void The_same_seed_gives_the_same_ranks()
    {
        GapRanks? Ranks() => StaggeredControl.Of(Simulated(4, 0)).Treated("t0", 20).Treated("t1", 24).Placements(40, seed: 9).Fit().Ranks;

        Assert.Equal(Ranks(), Ranks());
    }

    [Fact]
    public void What_cannot_be_computed_is_refused_by_name()
    {
        SynthFault Fault(Func<StaggeredControl, StaggeredControl> ask) => Assert.Throws<SynthException>(() => ask(StaggeredControl.Of(Simulated(1, 0))).Fit()).Fault;

        Assert.Equal(SynthFault.NotStated, Fault(ask => ask));
        Assert.Equal(SynthFault.UnknownUnit, Fault(ask => ask.Treated("nobody", 20)));
        Assert.Equal(SynthFault.NoPeriod, Fault(ask => ask.Treated("t0", 1)));
        Assert.Equal(SynthFault.NoPeriod, Fault(ask => ask.Treated("t0", 30)));
        Assert.Equal(SynthFault.DuplicateCell, Fault(ask => ask.Treated("t0", 20).Treated("t0", 22)));
        Assert.Equal(SynthFault.Option, Fault(ask => ask.Treated("t0", 20).Pooling(2)));
        Assert.Equal(SynthFault.NoDonors, Assert.Throws<SynthException>(() => StaggeredControl.Of(Panel.Of(Enumerable.Range(0, 20).Select(t => new PanelRow("a", t, t)))).Treated("a", 10).Fit()).Fault);
    }

    private static double Objective(StaggeredResult result) => result.Nu * Math.Pow(result.PooledPreRmspe, 2) + (1 - result.Nu) * Math.Pow(result.UnitPreRmspe, 2);

    /// <summary>Three units treated at 20, 24 and 26 of 30 times, twelve never; all move with two factors.</summary>
    private static Panel Simulated(ulong seed, double effect)
    {
        var random = new Xoshiro256(seed);
        var (first, second) = (new double[30], new double[30]);
        for (var t = 1; t < 30; t++)
            (first[t], second[t]) = (first[t - 1] + random.NextNormal(), second[t - 1] + random.NextNormal());
        var rows = new List<PanelRow>();
        foreach (var (name, from) in new[] { ("t0", 20), ("t1", 24), ("t2", 26) }.Concat(Enumerable.Range(0, 12).Select(j => ($"d{j}", 99))))
        {
            var treated = from < 99;
            var (a, b) = (treated ? 0.8 + 0.4 * random.NextDouble() : 2 * random.NextDouble(), treated ? 0.8 + 0.4 * random.NextDouble() : 2 * random.NextDouble());
            for (var t = 0; t < 30; t++)
                rows.Add(new PanelRow(name, t, 10 + a * first[t] + b * second[t] + 0.4 * random.NextNormal() + (t >= from ? effect : 0)));
        }

        return Panel.Of(rows);
    }
}
