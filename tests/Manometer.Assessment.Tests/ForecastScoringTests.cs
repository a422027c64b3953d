using Manometer.Model;

namespace Manometer.Assessment.Tests;

public class ForecastScoringTests
{
    [Fact] // the contest of 2016 in small: one says the rate will move, the other expects that it will not, and it does not
    public void Who_said_it_would_move_loses_to_who_said_it_would_not_however_the_words_are_read()
    {
        var scores = Scores(
            Claim("f1", "Hope", ForecastOutcome.False) with { Question = "crown", Asserts = ForecastStance.Effect, Words = "will" },
            Claim("f2", "Doubt", ForecastOutcome.True) with { Question = "crown", Asserts = ForecastStance.NoEffect, Words = "expect" });

        var contest = Assert.Single(scores.Contests);
        Assert.Equal(["f2", "f1"], contest.Claims);
        Assert.True(contest.Settled);
        var hope = scores.Claims.Single(claim => claim.Id == "f1");
        Assert.Equal(new ReadingRange(0.7, 0.85, 0.97), hope.Probability);
        Assert.Equal(0.49, hope.Score!.Low, 1e-12);
        Assert.Equal(0.7225, hope.Score.Middle, 1e-12);
        Assert.Equal(0.9409, hope.Score.High, 1e-12);
        Assert.Equal(0.25, hope.Climatology!.Value, 1e-12); // no other question: one half
        // mean log-odds of .85 and 1 - .8
        Assert.Equal(1 / (1 + Math.Exp(-(Math.Log(0.85 / 0.15) + Math.Log(0.2 / 0.8)) / 2)), contest.Pooled!.Value, 1e-12);
    }

    [Fact]
    public void A_claim_that_came_true_in_part_lies_between()
    {
        var scores = Scores(Claim("f1", "Hope", ForecastOutcome.Partly) with { Words = "will" });

        var claim = Assert.Single(scores.Claims);
        Assert.Equal("ranked", claim.Rule);
        Assert.Equal((0.15 * 0.15 + 0.85 * 0.85) / 2, claim.Score!.Middle, 1e-12);
    }

    [Fact]
    public void A_number_is_scored_against_the_usual_size_of_a_change()
    {
        var near = Claim("f1", "Near", ForecastOutcome.True) with { Kind = ForecastKind.Numeric, Predicted = -60, Actual = -75, Before = 0, Scale = 20 };
        var scores = Scores(near, near with { Id = "f2", Who = "Far", Predicted = 10 });

        Assert.True(scores.Claims[0].Score!.Greatest < scores.Claims[1].Score!.Least);
        Assert.InRange(scores.Claims[1].Score!.Middle, scores.Claims[1].Climatology!.Value, 1);
        Assert.True(scores.Claims[0].Gain!.Least > 0);
        Assert.Equal("a number without its value before, or the usual size of a change", Why(near with { Scale = null }));
    }

    [Fact] // METHODS 8.3, divided by the horizon; months of 30.4375 days, so the time is found to a day
    public void One_to_three_years_that_took_four_scores_as_published()
    {
        var claim = Claim("f1", "Hope", ForecastOutcome.True) with { Kind = ForecastKind.Duration, MadeOn = Edtf.Parse("2010-01-01"), MonthsLow = 12, MonthsHigh = 36, Horizon = "2014-12-31", Occurred = Edtf.Parse("2013-12-31") };

        Assert.Equal(20.2525523706 / 60, Scores(claim).Claims[0].Score!.Middle, 2e-3);
        Assert.Equal(31.9171739662 / 60, Scores(claim with { Occurred = null, Outcome = ForecastOutcome.False }).Claims[0].Score!.Middle, 2e-3);
    }

    [Theory]
    [InlineData("made after it had happened", ForecastKind.Binary, ForecastOutcome.True, "2015-06", "will")]
    [InlineData("too vague: the claim itself gives no criterion", ForecastKind.Vague, ForecastOutcome.True, null, "will")]
    [InlineData("its condition did not occur", ForecastKind.Conditional, ForecastOutcome.Lapsed, null, "will")]
    [InlineData("open: its horizon has no end, or has not passed", ForecastKind.Binary, ForecastOutcome.Open, null, "will")]
    [InlineData("it cannot be told", ForecastKind.Binary, ForecastOutcome.Unresolved, null, "will")]
    [InlineData("no probability stated, and no words coded", ForecastKind.Binary, ForecastOutcome.True, null, null)]
    [InlineData("a duration without its earliest and latest month", ForecastKind.Duration, ForecastOutcome.True, null, null)]
    public void What_cannot_be_scored_says_why(string why, ForecastKind kind, ForecastOutcome outcome, string? occurred, string? words) =>
        Assert.Equal(why, Why(Claim("f1", "Hope", outcome) with { Kind = kind, Occurred = occurred is null ? null : Edtf.Parse(occurred), Words = words }));

    [Fact]
    public void A_case_without_a_claim_that_can_be_scored_has_no_scores() =>
        Assert.Null((Ruritania.Case() with { Forecasts = [Claim("f1", "Hope", ForecastOutcome.Open) with { Words = "will" }] }).Assess().Scores);

    [Fact]
    public void A_resolution_later_than_the_date_is_not_used()
    {
        var @case = Ruritania.Case() with { Forecasts = [Claim("f1", "Hope", ForecastOutcome.True) with { Words = "will", ResolvedOn = Edtf.Parse("2016-10") }] };

        Assert.Null(@case.Assess("2016-09-30").Scores);
        Assert.NotNull(@case.Assess("2016-10-31").Scores);
    }

    [Fact]
    public void Economic_and_policy_claims_are_on_boards_of_their_own()
    {
        var scores = Scores(Claim("f1", "Hope", ForecastOutcome.True) with { Words = "will" }, Claim("f2", "Hope", ForecastOutcome.False) with { Words = "will", Effect = ForecastEffect.Policy });

        Assert.Equal(["economic", "policy"], scores.Boards.Select(board => board.Effect));
        Assert.True(scores.Boards[0].Rows.Single(row => row.Name == "Hope").Gain.Middle > 0);
        Assert.True(scores.Boards[1].Rows.Single(row => row.Name == "Hope").Gain.Middle < 0);
    }

    [Fact]
    public void Three_lucky_calls_are_not_ranked_and_ten_claims_on_one_thing_count_once()
    {
        var lucky = Enumerable.Range(0, 3).Select(i => Claim($"l{i}", "Lucky", ForecastOutcome.True) with { Words = "will" });
        var loud = Enumerable.Range(0, 10).Select(i => Claim($"x{i}", "Loud", ForecastOutcome.True) with { Words = "will", Question = "one" });
        var steady = Enumerable.Range(0, 12).Select(i => Claim($"s{i:00}", "Steady", i % 4 == 0 ? ForecastOutcome.False : ForecastOutcome.True) with { Words = "likely" });
        var rows = Scores([.. lucky, .. loud, .. steady]).Boards.Single().Rows;

        Assert.Equal("Steady", Assert.Single(rows, row => row.Rank is not null).Name);
        Assert.Equal(1, rows.Single(row => row.Name == "Loud").EffectiveCount);
        Assert.Equal(10, rows.Single(row => row.Name == "Loud").Claims);
    }

    [Fact]
    public void A_rank_that_hangs_on_how_words_are_read_is_marked()
    {
        // the bold one is right more often, but read at its strongest pays more for each miss
        var bold = Enumerable.Range(0, 20).Select(i => Claim($"b{i:00}", "Bold", i % 4 == 0 ? ForecastOutcome.False : ForecastOutcome.True) with { Words = "will" });
        var careful = Enumerable.Range(0, 20).Select(i => Claim($"c{i:00}", "Careful", i % 4 == 0 ? ForecastOutcome.False : ForecastOutcome.True) with { Probability = 0.72, Elicitation = Elicitation.Stated });
        var third = Enumerable.Range(0, 20).Select(i => Claim($"d{i:00}", "Third", i % 2 == 0 ? ForecastOutcome.False : ForecastOutcome.True) with { Words = "likely" });
        var rows = Scores([.. bold, .. careful, .. third]).Boards.Single().Rows;

        Assert.Equal(3, rows.Count(row => row.Rank is not null));
        Assert.Equal("Careful", rows[0].Name);
        Assert.False(rows.Single(row => row.Name == "Third").RankMoves);
    }

    [Fact]
    public void Stories_stand_on_the_same_board()
    {
        var @case = Ruritania.Case() with { Forecasts = [.. Enumerable.Range(0, 6).Select(i => Claim($"f{i}", "Hope", ForecastOutcome.True) with { Words = "may" })] };
        var options = new AssessmentOptions { Program = "test", HypothesisForecasts = [.. Enumerable.Range(0, 6).Select(i => new HypothesisForecast("H1", $"f{i}", 0.8, 0.9, 0.95))] };
        var rows = Assessor.Assess(@case, options).Scores!.Boards.Single().Rows;

        Assert.Equal("H1", rows[0].Name);
        Assert.Equal("hypothesis", rows[0].Kind);
        Assert.Equal(1, rows[0].Rank);
        Assert.Throws<ArgumentException>(() => Assessor.Assess(@case, options with { HypothesisForecasts = [new HypothesisForecast("H1", "f9", 0.8, 0.9, 0.95)] }));
        Assert.Throws<ArgumentException>(() => Assessor.Assess(@case, options with { HypothesisForecasts = [new HypothesisForecast("H1", "f0", 0.8, 0.7, 0.95)] }));
    }

    [Fact]
    public void The_hash_of_a_claim_is_that_of_its_text_and_changes_with_it()
    {
        var claim = Claim("f1", "Hope", ForecastOutcome.True) with { Words = "will", Horizon = "2016-05" };
        const string Text = "manometer-claim: 1\nid: f1\nwho: Hope\nmade_on: 2016-03\nclaim: The crown falls\neffect: economic\nkind: binary\nhorizon: 2016-05\ncriterion: the rate\nwords: will\nurl: none seen\n";

        Assert.Equal(Text, ClaimText.Of(claim));
        // printf of the text | sha256sum
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Text))), ClaimText.Hash(claim));
        Assert.Equal(ClaimText.Hash(claim), ClaimText.Hash(claim with { Outcome = ForecastOutcome.False, Basis = "x", Note = "y", ResolvedOn = Edtf.Parse("2017") }));
        Assert.NotEqual(ClaimText.Hash(claim), ClaimText.Hash(claim with { Horizon = "2016-06" }));
        Assert.Equal("registered", Scores(claim with { Commit = ClaimText.Hash(claim).ToUpperInvariant() }).Claims[0].CommitStatus);
        Assert.Equal("changed", Scores(claim with { Commit = new string('0', 64) }).Claims[0].CommitStatus);
        Assert.Equal("none", Scores(claim).Claims[0].CommitStatus);
    }

    [Fact]
    public void Every_term_is_a_range_of_probabilities_in_order() =>
        Assert.All(VerbalTerm.All, term => Assert.True(term is { Low: > 0, High: < 1 } && term.Low < term.Middle && term.Middle < term.High, term.Text));

    private static Forecast Claim(string id, string who, ForecastOutcome outcome) =>
        new() { Id = id, Who = who, MadeOn = Edtf.Parse("2016-03"), Claim = "The crown falls", Kind = ForecastKind.Binary, Criterion = "the rate", Outcome = outcome, Url = "none seen" };

    private static ForecastScores Scores(params Forecast[] claims) => (Ruritania.Case() with { Forecasts = claims }).Assess().Scores!;

    // a second claim that can be scored, so that there are scores
    private static string? Why(Forecast claim) => Scores(claim, Claim("f9", "Other", ForecastOutcome.True) with { Words = "will" }).Claims.Single(one => one.Id == claim.Id).Unscored;
}
