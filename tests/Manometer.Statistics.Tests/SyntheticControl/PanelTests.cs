namespace Manometer.Statistics.Tests;

/// <summary>Panels with faults, and what is said of them.</summary>
public class PanelTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_value_that_is_no_number_is_named_by_unit_and_time(double value)
    {
        var fault = Assert.Throws<SynthException>(() => Panel.Of([new("a", 1, 2), new("b", 1990, value)]));

        Assert.Equal(SynthFault.NotFinite, fault.Fault);
        Assert.StartsWith("b at 1990: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_stands_twice_is_named()
    {
        var fault = Assert.Throws<SynthException>(() => Panel.Of([new("a", 1, 2), new("a", 1, 2)]));

        Assert.Equal("DUPLICATE_CELL", fault.Code);
        Assert.StartsWith("a has two rows at 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_panel_is_refused() => Assert.Equal(SynthFault.Shape, Assert.Throws<SynthException>(() => Panel.Of([])).Fault);

    [Fact]
    public void Rows_may_come_in_any_order()
    {
        PanelRow[] rows = [.. Grid(4, 12)];
        var panel = Panel.Of(rows.Reverse());

        Assert.Equal(Enumerable.Range(0, 12).Select(t => (double)t), panel.Times);
        Assert.Equal(rows[17].Value, panel.ValueOf(rows[17].Unit, rows[17].Time));
        Assert.True(double.IsNaN(panel.ValueOf("nobody", 0)));
    }

    [Fact]
    public void A_donor_with_a_missing_value_is_dropped_and_the_time_is_told()
    {
        var result = Question(Grid(5, 12).Where(row => row is not { Unit: "u2", Time: 3 or 7 })).Fit();

        Assert.Equal(new DroppedDonor("u2", "misses 3, 7"), Assert.Single(result.Dropped));
        Assert.Contains(result.Flags, flag => flag.Code == "DONORS_DROPPED" && flag.Text.Contains("u2 misses 3, 7", StringComparison.Ordinal));
        Assert.Equal(3, result.DonorCount);
    }

    [Fact]
    public void A_treated_unit_with_a_hole_is_refused_and_one_that_begins_later_shortens_the_window()
    {
        var fault = Assert.Throws<SynthException>(() => Question(Grid(5, 14).Where(row => row is not { Unit: "u0", Time: 3 })).Fit());
        Assert.Equal(SynthFault.TreatedIncomplete, fault.Fault);
        Assert.Contains("u0 misses 3", fault.Message, StringComparison.Ordinal);

        var result = Question(Grid(5, 14).Where(row => row is not { Unit: "u0", Time: 0 or 1 })).Fit();
        Assert.Equal(2, result.Path[0].Time);
    }

    [Fact]
    public void One_unit_one_time_no_time_before_and_no_time_after_are_refused()
    {
        SynthFault Fault(IEnumerable<PanelRow> rows, double from) => Assert.Throws<SynthException>(() => Question(rows, from).Fit()).Fault;

        Assert.Equal(SynthFault.NoDonors, Fault(Grid(1, 12), 10));
        Assert.Equal(SynthFault.NoPeriod, Fault(Grid(4, 1), 0));
        Assert.Equal(SynthFault.NoPeriod, Fault(Grid(4, 12), 0));
        Assert.Equal(SynthFault.NoPeriod, Fault(Grid(4, 12), 12));
        Assert.Equal(SynthFault.NotStated, Fault(Grid(4, 12), double.NaN));
    }

    [Fact]
    public void An_unknown_unit_is_refused_and_the_known_ones_are_told()
    {
        var fault = Assert.Throws<SynthException>(() => SyntheticControl.Of(Panel.Of(Grid(3, 12))).Treated("x").From(9).Fit());

        Assert.Equal(SynthFault.UnknownUnit, fault.Fault);
        Assert.Contains("u0, u1, u2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_that_are_affected_or_carry_the_effect_are_never_donors()
    {
        var question = Question(Grid(6, 14)).Role("u1", DonorRole.Mediator).Role("u2", DonorRole.Affected);
        var result = question.Fit();

        Assert.Equal([new DroppedDonor("u1", "carries a part of the effect"), new DroppedDonor("u2", "is itself affected by the treatment")], result.Dropped);
        Assert.Equal(2, result.Flags.Count(flag => flag.Code == "ROLE_FORBIDDEN"));
        Assert.Equal(SynthFault.RoleForbidden, Assert.Throws<SynthException>(() => question.Donors("u1", "u3").Fit()).Fault);
        Assert.Equal(SynthFault.RoleForbidden, Assert.Throws<SynthException>(() => question.Donors("u0", "u3").Fit()).Fault);
    }

    [Fact]
    public void A_rival_cause_is_told_with_the_result() =>
        Assert.Contains(Question(Grid(6, 14)).Rival("the price of oil fell by half").Fit().Flags, flag => flag.Code == "RIVAL_CAUSE" && flag.Text.Contains("oil", StringComparison.Ordinal));

    [Fact]
    public void A_treated_series_that_does_not_move_is_flagged_and_refused()
    {
        var result = Question(Grid(5, 14).Select(row => row.Unit == "u0" ? row with { Value = 7 } : row)).Fit();

        Assert.True(result.IsRefused);
        Assert.Equal("Y_CONSTANT", result.Flags[0].Code);
    }

    [Fact]
    public void Donors_that_are_all_alike_share_the_weight()
    {
        var result = Question(Grid(5, 14).Select(row => row.Unit == "u0" ? row : row with { Value = 7 })).Fit();

        Assert.All(result.Weights, one => Assert.Equal(0.25, one.Weight, 1e-6));
        Assert.Contains(result.Flags, flag => flag.Code == "WEIGHTS_NOT_UNIQUE");
    }

    [Fact]
    public void Seven_times_before_are_too_few() => Assert.Contains(Question(Grid(5, 10), 7).Fit().Flags, flag => flag is { Code: "T0_SHORT", Severity: FlagSeverity.Refusal });

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    [InlineData(1e-200)]
    [InlineData(1e100)]
    public void Huge_and_tiny_units_change_the_unit_only(double unit)
    {
        foreach (var method in Enum.GetValues<SynthMethod>())
        {
            var plain = Question(Grid(8, 24), 18).By(method).Fit();
            var scaled = Question(Grid(8, 24).Select(row => row with { Value = row.Value * unit }), 18).By(method).Fit();
            Assert.Equal(plain.Att, scaled.Att / unit, 1e-6);
            Assert.Equal(plain.Placebo!.Gap, scaled.Placebo!.Gap);
            Assert.Equal(plain.Flags.Select(flag => flag.Code), scaled.Flags.Select(flag => flag.Code));
        }
    }

    [Fact]
    public void No_result_holds_a_number_that_is_none()
    {
        foreach (var method in Enum.GetValues<SynthMethod>())
            for (var seed = 0; seed < 40; seed++)
            {
                var random = new Xoshiro256((ulong)seed);
                var rows = Grid(2 + random.NextInt(6), 4 + random.NextInt(12)).Select(row => row with { Value = Math.Round(row.Value / 2) }); // ties, constants, copies
                var result = Question(rows, 3).By(method).Fit();
                Assert.All(result.Path, point => Assert.True(double.IsFinite(point.Gap)));
                Assert.All(result.Weights, one => Assert.True(double.IsFinite(one.Weight)));
                Assert.Equal(1, result.Weights.Sum(one => one.Weight), 1e-8);
                Assert.All(result.Placebo?.Units ?? [], unit => Assert.True(double.IsFinite(unit.Ratio)));
            }
    }

    private static SyntheticControl Question(IEnumerable<PanelRow> rows, double from = 10) => SyntheticControl.Of(Panel.Of(rows)).Treated("u0").From(from);

    private static IEnumerable<PanelRow> Grid(int units, int times)
    {
        var random = new Xoshiro256(99);
        for (var i = 0; i < units; i++)
            for (var (t, level) = (0, 0.0); t < times; t++)
                yield return new PanelRow($"u{i}", t, level += random.NextNormal());
    }
}
