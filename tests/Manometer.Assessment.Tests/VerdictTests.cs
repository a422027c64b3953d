using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment.Tests;

public class VerdictTests
{
    private static readonly double[] Priors = [.16, .16, .16, .16, .16, .10, .10];
    private static readonly double[] Worked = [-152.40, -149.10, -150.70, -149.60, -149.40, -151.90, -154.00];
    private static readonly bool[] Bites = [false, true, false, true, false, false, false];
    private static readonly Taxonomy Eight = Ruritania.Taxonomy with { Sectors = [.. Enumerable.Range(1, 8).Select(i => new Term($"sector-{i}", $"Sector {i}", ""))] };

    // design/METHODS.md 6.2, the worked example
    [Theory]
    [InlineData(1.0, .0140, .3804, .0768, .2307, .2818, .0145, .0018)]
    [InlineData(0.5, .0550, .2866, .1288, .2232, .2467, .0442, .0155)]
    [InlineData(0.25, .0993, .2266, .1519, .2000, .2102, .0703, .0416)]
    public void Probabilities_of_the_worked_example_are_the_published_ones(double tempering, params double[] expected)
    {
        var posterior = PriorSet.Posterior(Priors, Worked, tempering);

        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], posterior[i], 5e-5);
    }

    [Fact]
    public void A_base_probability_that_looks_likely_is_not_settled_over_the_set_of_priors()
    {
        var (low, high) = PriorSet.Range(Priors, Worked, Bites);

        Assert.Equal(.611, PriorSet.Sum(PriorSet.Posterior(Priors, Worked), Bites), 5e-4);
        Assert.Equal("likely", EstimativeWord.For(.611).Text);
        Assert.True(low[^1] < .2 && high[^1] > .8, $"{low[^1]} to {high[^1]}");
        Assert.Null(EstimativeWord.ForRange(low[^1], high[^1]));
    }

    [Fact]
    public void What_moves_the_verdict_most_is_the_lever_and_a_reading_or_the_series_are_none()
    {
        static LeaveOut Left(string kind, string id, double probability) => new() { Kind = kind, Id = id, Reports = 1, Probability = probability, Low = 0, High = 1, Word = StoryBoard.NotSettled, LogEvidences = [] };
        var verdict = Plain with { LeaveOneOut = [Left("source", "gazette", .35), Left("source", "essay", .01), Left("series", "prices", .95), Left("reading", "as one", .99)] };

        Assert.Equal(("essay", true), (Lever.Of(verdict)!.Left.Id, Lever.Of(verdict)!.IsLarge));
        Assert.False(Lever.Of(verdict with { LeaveOneOut = [Left("source", "gazette", .35)] })!.IsLarge);
        Assert.Null(Lever.Of(verdict with { LeaveOneOut = [] }));
    }

    // the engine names them; if one were renamed there, it would no longer be said beside the number
    [Fact]
    public void Six_of_what_the_engine_warns_of_are_grave()
    {
        var verdict = Plain with { Warnings = [.. Enum.GetValues<OrdinalWarningKind>().Select(kind => new Notice(new OrdinalWarning(kind, "").Code, $"{kind}"))] };

        Assert.Equal(["OneSource", "FewReports", "OneMonth", "NothingBefore", "NothingAfter", "OneSourceDominates"], GraveNotices.Of(verdict).Select(notice => notice.Text));
    }

    private static readonly Verdict Plain = new()
    {
        Bite = new BiteVerdict { Probability = .4, Low = .1, High = .8, Word = StoryBoard.NotSettled, PlainWord = StoryBoard.NotSettled },
        Outcome = [], Contribution = new ContributionVerdict { Basis = "none", Note = "" }, Hypotheses = [], Curve = [], Wanted = [], Warnings = [], LeaveOneOut = [],
    };

    // design/METHODS.md 6.6
    [Fact]
    public void Success_by_Hufbauer_Schott_and_Elliott_needs_nine_of_sixteen() =>
        Assert.Equal(.14, StandardCodes.HseSuccess([.5, .3, .15, .05], [.05, .25, .5, .2]), 1e-12);

    [Fact]
    public void A_middling_outcome_is_half_a_result_of_two_and_half_of_three() =>
        Assert.Equal([0, .5, .5, 0], StandardCodes.HseResult([0, 0, 1, 0, 0]));

    [Theory]
    [InlineData("It is very likely that prices rose, and we say so with high confidence.", 1)]
    [InlineData("It is very likely that prices rose. Our confidence is low, for want of sources.", 0)]
    [InlineData("The unconfident answer is improbably late.", 0)]
    public void No_sentence_may_hold_both_likelihood_and_confidence(string text, int mixed) => Assert.Equal(mixed, EstimativeLint.Mixed(text).Count);

    [Fact]
    public void A_report_that_all_stories_foretell_alike_is_worth_exactly_nothing() =>
        Assert.Equal(0, WantedReports.Information([.5, .3, .2], [[.1, .1, .1], [.4, .4, .4], [.5, .5, .5]]));

    [Fact]
    public void A_report_that_tells_two_stories_apart_for_certain_is_worth_one_bit() =>
        Assert.Equal(1, WantedReports.Information([.5, .5], [[1, 0], [0, 1]]), 1e-12);

    [Fact]
    public void Without_any_report_nothing_can_be_said()
    {
        var verdict = VerdictModel.Of(Ruritania.Case());

        Assert.Equal("nothing can be said", verdict.Bite.Word);
        Assert.Null(verdict.Bite.Probability);
        Assert.Equal((0, 1), (verdict.Bite.Low, verdict.Bite.High));
        Assert.Contains(verdict.Warnings, warning => warning.Code == "NO_REPORTS");
        Assert.Empty(PressureModel.Of(Ruritania.Case()).Rows);
    }

    [Fact]
    public void Without_a_measure_nothing_can_be_said_of_what_measures_did()
    {
        var verdict = VerdictModel.Of(Ruritania.Case(Ruritania.Fall()));

        Assert.Equal("nothing can be said", verdict.Bite.Word);
        Assert.Contains(verdict.Warnings, warning => warning.Code == "NO_MEASURES");
    }

    [Fact]
    public void One_report_gives_wide_bands_and_no_word()
    {
        var @case = Ruritania.Case(Ruritania.Fall()) with { Measures = [Ruritania.Measure("ban", "2016-03", "trade")] };
        var verdict = VerdictModel.Of(@case);
        var index = PressureModel.Of(@case);

        Assert.DoesNotContain(EstimativeWord.All, word => word.Text == verdict.Bite.Word);
        Assert.All(index.Rows, row => Assert.True(row.Low90 < row.Low50 && row.Low50 < row.High50 && row.High50 < row.High90));
        Assert.Contains(index.Notices, notice => notice.Code == "ONE_SOURCE");
    }

    [Fact]
    public void Where_every_sector_is_aimed_at_the_effect_is_not_identifiable()
    {
        var verdict = VerdictModel.Of(Drawn(OrdinalWorld.WithEffect with { Targeted = 8 }, 60));

        Assert.Equal("not identifiable from these data", verdict.Bite.Word);
        Assert.Null(verdict.Bite.Probability);
        Assert.Null(verdict.FlipSet);
    }

    [Fact]
    public void A_set_of_stories_without_none_of_these_gets_it()
    {
        var @case = Drawn(OrdinalWorld.Null, 60);
        var verdict = VerdictModel.Of(@case with { Header = @case.Header with { Hypotheses = [new Hypothesis { Id = "H0", Name = "No", Story = "", Prior = .5 }, new Hypothesis { Id = "H1", Name = "Yes", Story = "", Prior = .5 }, new Hypothesis { Id = "X", Name = "?", Story = "" }] } }, depth: VerdictDepth.Quick);

        Assert.Equal(["H0", "H1", "HC"], verdict.Hypotheses.Select(story => story.Id));
        Assert.Contains(verdict.Warnings, warning => warning.Code == "NO_CLIMATOLOGY");
        Assert.Contains(verdict.Warnings, warning => warning.Code == "STORY_UNKNOWN");
    }

    [Fact]
    public void Sixty_reports_with_a_large_effect_never_say_more_than_likely()
    {
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var verdict = VerdictModel.Of(Drawn(OrdinalWorld.WithEffect, 60, seed), depth: VerdictDepth.Quick);

            Assert.DoesNotContain(verdict.Bite.Word, (string[])["very likely", "almost certain"]);
            Assert.Equal(1, verdict.Hypotheses.Sum(story => story.Probability), 1e-12);
            Assert.All(verdict.Hypotheses, story => Assert.InRange(story.Probability, story.Low, story.High));
        }
    }

    [Fact]
    public void The_same_case_gives_the_same_verdict_on_one_thread_and_on_two()
    {
        var @case = Drawn(OrdinalWorld.OneSource, 60);
        var (one, two) = (VerdictModel.Of(@case, depth: VerdictDepth.Quick), VerdictModel.Of(@case, depth: VerdictDepth.Quick, threads: 2));

        Assert.Equal(one.Hypotheses.Select(story => story.LogEvidence), two.Hypotheses.Select(story => story.LogEvidence));
        Assert.Equal(one.Curve.SelectMany(month => month.LogEvidences), two.Curve.SelectMany(month => month.LogEvidences));
    }

    [Fact]
    public void A_claimed_flip_does_flip_the_word()
    {
        var @case = Drawn(OrdinalWorld.WithEffect, 60);
        var verdict = VerdictModel.Of(@case);
        Assert.NotNull(verdict.FlipSet);
        if (verdict.FlipSet.Observations.Count == 0)
            return;

        Assert.NotEqual(verdict.FlipSet.From, verdict.FlipSet.To);
        Assert.Equal(verdict.FlipSet.To, EstimativeWord.For(verdict.FlipSet.Probability!.Value).Text);
    }

    [Fact]
    public void The_true_dates_stand_out_where_there_is_an_effect_and_not_where_there_is_none()
    {
        PlaceboRank[] Ranks(OrdinalWorld world) => [.. Enumerable.Range(1, 3).Select(seed => RankOf(ModelInput.Of(Drawn(world, 200, (ulong)seed), new DateOnly(2019, 12, 31), ModelScope.Sector).Graded()))];
        PlaceboRank RankOf(ModelInput input) => PlaceboDates.Of(input, StoryFits.Of(input, [], VerdictDepth.Quick, 2), 2)!;
        var (effect, none) = (Ranks(OrdinalWorld.WithEffect with { Effect = 3, Ramp = 3 }), Ranks(OrdinalWorld.Null));

        Assert.All((PlaceboRank[])[.. effect, .. none], rank => Assert.Equal(((rank.LastShift - rank.FirstShift), (1.0 + rank.AsGood) / (1 + rank.Shifts)), (rank.Shifts, rank.PValue))); // each whole month but 0
        Assert.True(effect.Average(rank => rank.LogBayesFactor) > 0.5 && none.Average(rank => rank.LogBayesFactor) < 0.1, string.Join("; ", effect.Concat(none)));
        Assert.True(effect.Average(rank => rank.PValue) < 0.3 && none.Average(rank => rank.PValue) > 0.3, string.Join("; ", effect.Concat(none)));
    }

    [Fact]
    public void A_date_in_the_past_knows_only_what_was_published_by_then()
    {
        var @case = Drawn(OrdinalWorld.WithEffect, 120);
        var past = new DateOnly(2017, 12, 31);
        var then = VerdictModel.Of(@case, past, VerdictDepth.Quick);

        Assert.Equal("2017-12", then.Curve[^1].Month);
        Assert.Equal(@case.Reports.Count(report => report.Published.LastDay <= past), then.Curve[^1].Reports);
    }

    [Fact]
    public void A_month_without_reports_has_a_wider_band_than_one_with_many()
    {
        var index = PressureModel.Of(Drawn(OrdinalWorld.Null with { Silent = [20, 21, 22, 23, 24, 25] }, 300));
        var all = index.Rows.Where(row => row is { Sector: null, Place: null, Group: null }).ToList();

        Assert.Equal(0, all[22].Origins);
        Assert.True(all[22].Sd > all[30].Sd);
    }

    private static Case Drawn(OrdinalWorld world, int reports, ulong seed = 1) => SimulatedCase.Of(OrdinalSimulation.Draw(world with { Reports = reports }, seed), Eight, "drawn");
}
