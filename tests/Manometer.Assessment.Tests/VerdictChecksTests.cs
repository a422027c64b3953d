using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment.Tests;

/// <summary>What stands beside the verdict: negative controls, false targets, reporting that depends on the pressure.</summary>
public class VerdictChecksTests
{
    private static readonly Taxonomy Eight = Ruritania.Taxonomy with { Sectors = [.. Enumerable.Range(1, 8).Select(i => new Term($"sector-{i}", $"Sector {i}", ""))] };
    private static readonly OrdinalWorld Strong = OrdinalWorld.WithEffect with { Effect = 3, Ramp = 3 }; // sectors 1 to 4
    private static readonly DateOnly End = new(2019, 12, 31);

    [Fact]
    public void What_nothing_touched_covers_no_effect_though_other_sectors_are_hit()
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var found = Controls(Drawn(Strong, 600, seed), new() { Sectors = ["sector-7", "sector-8"] });

            Assert.Equal(["all", "sector", "sector"], found.Select(one => one.Kind));
            Assert.All(found, one => Assert.True(one is { CoversZero: true, Contraction: > 0 }, one.ToString()));
        }
    }

    // the measures are said to aim at two of the four sectors that are hit; how often one such case is found out stands in bench/results/pressure.md
    [Fact]
    public void Controls_that_moved_with_the_measures_show_more_of_an_effect_than_those_that_did_not()
    {
        double Mean(string[] aimed, string[] declared) => Enumerable.Range(1, 5).Average(seed => Controls(Aimed(Drawn(Strong, 1500, (ulong)seed), aimed), new() { Sectors = declared })[0].Mean!.Value);
        Case Aimed(Case @case, string[] sectors) => @case with { Measures = [.. @case.Measures.Select(measure => measure with { Sectors = sectors })] };

        var (touched, untouched) = (Mean(["sector-1", "sector-2"], ["sector-3", "sector-4"]), Mean(["sector-1", "sector-2", "sector-3", "sector-4"], ["sector-7", "sector-8"]));

        Assert.True(touched > untouched + 0.25 && Math.Abs(untouched) < 0.5, $"{touched}, {untouched}");
    }

    [Fact]
    public void A_control_that_does_not_hold_0_is_a_grave_warning()
    {
        var @case = Ruritania.Case() with { Header = Ruritania.Case().Header with { Controls = new() { Sectors = ["health"] } } };
        var notice = NegativeControls.NoticeOf(@case, [new() { Kind = "sector", Id = "health", Reports = 40, Compared = 90, Mean = 1.2, Low95 = .3, High95 = 2.1, CoversZero = false }])!;

        Assert.Equal("CONTROLS_MOVED", notice.Code);
        Assert.Contains("+1.2 logits (95 % interval +0.3 to +2.1)", notice.Text);
        Assert.Null(NegativeControls.NoticeOf(@case, [new() { Kind = "sector", Id = "health", Reports = 40, Compared = 90, Mean = 1.2, Low95 = -.3, High95 = 2.1, CoversZero = true }]));
    }

    // of two measures on the same sectors, one years after the other, the first is where the effect is
    [Fact]
    public void Each_measure_is_left_out_in_turn_and_the_one_that_works_is_missed()
    {
        var drawn = Drawn(Strong, 600);
        var later = drawn.Measures[0] with { Id = "later", Adopted = Edtf.Parse("2018-10-01"), Effective = null, WinddownEnd = null };
        var input = ModelInput.Of(drawn with { Measures = [drawn.Measures[0], later] }, End, ModelScope.Sector).Graded();
        var fits = StoryFits.Of(input, [], VerdictDepth.Quick, 2);
        double Bite(double[] evidences) => evidences[(int)StoryKind.Bite] - evidences[(int)StoryKind.NoEffect];
        double Without(string id) => Bite(fits.LogEvidencesWith([.. input.Data!.Interventions.Where(one => one.Name != id)]));

        Assert.Equal(2, input.Data!.Interventions.Count);
        Assert.True(Without("later") > Without(drawn.Measures[0].Id), $"{Without("later")}, {Without(drawn.Measures[0].Id)}");
        Assert.Equal(Bite(fits.LogEvidences()), Bite(fits.LogEvidencesWith(input.Data.Interventions)), 1e-6);
    }

    [Fact]
    public void Controls_may_be_indicators_and_places_with_what_lies_within()
    {
        var drawn = Drawn(Strong, 300);
        var @case = drawn with
        {
            Places = [new Place { Id = "west", Name = "West March", Level = PlaceLevel.Province, Countries = ["XR"] }, new Place { Id = "zenda", Name = "Zenda", Level = PlaceLevel.City, Province = "West March", Countries = ["XR"] }],
            Observations = [.. drawn.Observations.Select((one, i) => i % 4 == 0 ? one with { Place = i % 8 == 0 ? "zenda" : "west" } : one)],
        };

        var byPlace = Assert.Single(Controls(@case, new() { Places = ["west"] }));
        Assert.Equal(75, byPlace.Reports);
        Assert.Equal(@case.Observations.Count(one => one.Place is null && !drawn.Measures[0].Sectors.Contains(one.Sector)), byPlace.Compared);
        Assert.Equal(0, Assert.Single(Controls(@case, new() { Indicators = [@case.Observations[0].Indicator] })).Compared);
    }

    [Fact]
    public void Few_observations_on_a_control_say_so_and_none_declared_too()
    {
        var @case = Drawn(Strong, 60);
        var few = @case with { Observations = [.. @case.Observations.Where((one, i) => one.Sector != "sector-8" || i < 10)] };

        var verdict = VerdictModel.Of(few with { Header = few.Header with { Controls = new() { Sectors = ["sector-8"] } } });
        Assert.Null(Assert.Single(verdict.Controls).CoversZero);
        Assert.Contains(verdict.Warnings, notice => notice.Code == "CONTROLS_TOO_FEW");
        Assert.Contains(VerdictModel.Of(few).Warnings, notice => notice.Code == "NO_CONTROLS");
    }

    [Fact]
    public void False_targets_are_different_from_the_true_ones_and_from_each_other_and_as_many()
    {
        var input = ModelInput.Of(Drawn(Strong, 300), End, ModelScope.Sector).Graded();
        var all = PlaceboTargets.Assignments(input);

        string Key(IReadOnlyList<OrdinalIntervention> one) => string.Join(",", one.Single().Targets.Select(target => target.Cell));
        Assert.Equal(39, all.Select(Key).Distinct().Count());
        Assert.DoesNotContain(Key(input.Data!.Interventions), all.Select(Key));
        Assert.All(all, one => Assert.Equal(4, one.Single().Targets.Count));
        Assert.Equal(all.Select(Key), PlaceboTargets.Assignments(input).Select(Key));
    }

    [Fact]
    public void The_true_targets_stand_out_where_there_is_an_effect_and_not_where_there_is_none()
    {
        TargetPlacebos[] Ranks(OrdinalWorld world) => [.. Enumerable.Range(1, 3).Select(seed => RankOf(ModelInput.Of(Drawn(world, 300, (ulong)seed), End, ModelScope.Sector).Graded()))];
        TargetPlacebos RankOf(ModelInput input) => PlaceboTargets.Of(input, StoryFits.Of(input, [], VerdictDepth.Quick, 2), 2)!;
        var (effect, none) = (Ranks(Strong), Ranks(OrdinalWorld.Null));

        Assert.True(effect.Average(rank => rank.PValue) < 0.1 && none.Average(rank => rank.PValue) > 0.2, string.Join("; ", effect.Concat(none)));
    }

    // at a dependence of nothing the numbers of reports are worth the same to every story, and to the one that knows no pressure
    [Fact]
    public void Numbers_of_reports_that_tell_nothing_move_no_story()
    {
        var input = ModelInput.Of(Drawn(Strong, 200), End, ModelScope.Sector).Graded();
        var fits = StoryFits.Of(input, [], VerdictDepth.Quick, 2);
        var (without, with) = (fits.LogEvidences(), fits.LogEvidencesUnder(1e-7));

        var gained = with.Zip(without, (a, b) => a - b).ToArray();
        Assert.True(gained[0] < -100, $"{gained[0]}");
        Assert.All(gained, gain => Assert.Equal(gained[0], gain, 1e-3));
    }

    [Fact]
    public void More_reports_where_the_measures_aim_speak_for_a_bite_if_pressure_makes_people_report()
    {
        var drawn = Drawn(OrdinalWorld.Null, 400);
        var kept = drawn.Observations.Where((one, i) => i % 3 == 0 || (drawn.Measures[0].Sectors.Contains(one.Sector) && one.When.FirstDay >= new DateOnly(2018, 1, 1))).ToList();
        var input = ModelInput.Of(drawn with { Observations = kept }, End, ModelScope.Sector).Graded();
        var fits = StoryFits.Of(input, [], VerdictDepth.Quick, 2);
        double Odds(double[] evidences) => evidences[(int)StoryKind.Bite] - evidences[(int)StoryKind.NoEffect];

        Assert.True(Odds(fits.LogEvidencesUnder(0.5)) > Odds(fits.LogEvidences()) && Odds(fits.LogEvidencesUnder(-0.5)) < Odds(fits.LogEvidences()));
    }

    [Fact]
    public void The_range_and_the_word_hold_the_readings_of_selection_and_say_so()
    {
        LeaveOut Reading(double low, double high) => new() { Kind = "reading", Id = "", Reports = 0, Probability = (low + high) / 2, Low = low, High = high, Word = "", LogEvidences = [] };
        var bite = new BiteVerdict { Probability = .7, Low = .6, High = .75, Word = "likely", PlainWord = "likely" };

        var same = SelectionReadings.Widened(bite, [Reading(.56, .7), Reading(.65, .79)]);
        Assert.Equal((.56, .79, "likely", true), (same.Low, same.High, same.Word, same.WithSelection));
        Assert.Null(SelectionReadings.NoticeOf(same));
        var other = SelectionReadings.Widened(bite, [Reading(.3, .7), Reading(.65, .79)]);
        Assert.Equal(("not settled", "likely"), (other.Word, other.PlainWord));
        Assert.Equal("SELECTION_MATTERS", SelectionReadings.NoticeOf(other)!.Code);
    }

    private static IReadOnlyList<ControlFinding> Controls(Case @case, Controls declared)
    {
        var input = ModelInput.Of(@case, End, ModelScope.Sector).Graded();
        return NegativeControls.Of(@case with { Header = @case.Header with { Controls = declared } }, input, StoryFits.Of(input, [], VerdictDepth.Quick, 2), 2);
    }

    private static Case Drawn(OrdinalWorld world, int reports, ulong seed = 1) => SimulatedCase.Of(OrdinalSimulation.Draw(world with { Reports = reports }, seed), Eight, "drawn");
}
