using Manometer.Model;

namespace Manometer.Assessment.Tests;

public class OutcomeTests
{
    private static readonly DateOnly End = new(2017, 12, 31);

    [Fact]
    public void Without_an_appraisal_each_purpose_stands_at_the_rate_of_the_field()
    {
        var outcome = OutcomeVerdicts.Of(Ruritania.Case(), End);

        Assert.Equal([("coerce", .11), ("constrain", .24), ("signal", .29)], outcome.Select(one => (one.Purpose, one.Effective)));
        Assert.All(outcome, one => Assert.Equal(1, one.Probabilities.Sum(), 1e-12));
        Assert.Empty(OutcomeVerdicts.CodesOf(Ruritania.Case(), End));
        Assert.Equal("none", OutcomeVerdicts.ContributionOf(Ruritania.Case(), End).Basis);
    }

    [Fact]
    public void Two_analysts_are_averaged_with_equal_weights_and_their_range_stands_beside()
    {
        var one = OutcomeVerdicts.Of(With(Row("jd", AppraisalQuestion.Coerce, [.6, .2, .2, 0, 0]), Row("ann", AppraisalQuestion.Coerce, [0, .2, .2, .4, .2])), End)[0];

        Assert.Equal([.3, .2, .2, .2, .1], one.Probabilities.Select(p => Math.Round(p, 12)));
        Assert.Equal((.3, 0, .6, .11, "analysts"), (Math.Round(one.Effective, 12), one.Low, Math.Round(one.High!.Value, 12), one.BaseRate, one.Basis));
    }

    [Fact]
    public void A_later_appraisal_of_an_analyst_takes_the_place_of_the_earlier_once_it_is_made()
    {
        var @case = With(Row("jd", AppraisalQuestion.Signal, [1, 0, 0, 0, 0], on: "2017-01-10"), Row("jd", AppraisalQuestion.Signal, [0, 0, 0, 0, 1], on: "2017-03"));

        Assert.Equal("base-rate", OutcomeVerdicts.Of(@case, new(2016, 12, 31))[2].Basis);
        Assert.Equal(0, OutcomeVerdicts.Of(@case, new(2017, 3, 30))[2].Effective);
        Assert.Equal(1, OutcomeVerdicts.Of(@case, new(2017, 3, 31))[2].Effective);
    }

    [Fact]
    public void Objectives_are_never_averaged_with_each_other()
    {
        var outcome = OutcomeVerdicts.Of(With(Row("jd", AppraisalQuestion.Coerce, [1, 0, 0, 0, 0], "mines"), Row("jd", AppraisalQuestion.Coerce, [0, 0, 0, 0, 1], "prisoners")), End);

        Assert.Equal([("coerce", "mines", 0.0), ("coerce", "prisoners", 1.0), ("constrain", null, .24), ("signal", null, .29)], outcome.Select(one => (one.Purpose, one.Objective, one.Effective)));
    }

    // design/METHODS.md 6.6: result (.5,.3,.15,.05) and contribution (.05,.25,.5,.2)
    [Fact]
    public void The_score_of_Hufbauer_Schott_and_Elliott_is_formed_of_coercion_and_contribution()
    {
        var @case = With(Row("jd", AppraisalQuestion.Coerce, [.5, .3, 0, .15, .05]), Row("ann", AppraisalQuestion.Contribution, [.05, .25, .5, .2]));

        var code = Assert.Single(OutcomeVerdicts.CodesOf(@case, End));

        Assert.Equal([.5, .3, .15, .05], code.HseResult.Select(p => Math.Round(p, 12)));
        Assert.Equal(.14, code.HseSuccess!.Value, 1e-12);
        Assert.Equal(code.HseSuccess.Value, OutcomeVerdicts.ContributionOf(@case, End).HseSuccess!.Value, 1e-12);
        Assert.Equal(1, code.HseScores.Sum(share => share.Probability), 1e-12);
        Assert.Equal([1, 2, 3, 4, 6, 8, 9, 12, 16], code.HseScores.Select(share => share.Score));
        Assert.Equal([("failed", .5), ("ongoing", .3), ("negotiation", 0), ("partial success", .15), ("total success", .05)], code.GsdbClasses.Select(share => (share.Class, share.Probability)));
    }

    [Fact]
    public void The_split_of_the_middle_step_is_the_case_s_own()
    {
        var @case = With(Row("jd", AppraisalQuestion.Coerce, [0, 0, 1, 0, 0]));

        Assert.Equal([0, .8, .2, 0], OutcomeVerdicts.CodesOf(@case with { Header = @case.Header with { HseSplit = .8 } }, End)[0].HseResult.Select(p => Math.Round(p, 12)));
        Assert.Equal([0, .5, .5, 0], OutcomeVerdicts.CodesOf(@case, End)[0].HseResult);
        Assert.Null(OutcomeVerdicts.CodesOf(@case, End)[0].HseSuccess);
    }

    [Fact]
    public void An_objective_takes_its_own_contribution_and_else_that_of_the_whole()
    {
        var @case = With(
            Row("jd", AppraisalQuestion.Coerce, [0, 0, 0, 0, 1], "mines"), Row("jd", AppraisalQuestion.Coerce, [0, 0, 0, 0, 1], "prisoners"),
            Row("jd", AppraisalQuestion.Contribution, [0, 0, 0, 1]), Row("jd", AppraisalQuestion.Contribution, [1, 0, 0, 0], "mines"));

        Assert.Equal([("mines", 0.0), ("prisoners", 1.0)], OutcomeVerdicts.CodesOf(@case, End).Select(code => (code.Objective, code.HseSuccess!.Value)));
        Assert.Null(OutcomeVerdicts.ContributionOf(@case, End).HseSuccess);
    }

    // what hurts does not thereby work
    [Fact]
    public void The_first_verdict_does_not_move_the_second()
    {
        var @case = With(Row("jd", AppraisalQuestion.Coerce, [.5, .3, 0, .15, .05]));

        Assert.Equal(VerdictModel.Of(@case).Outcome[0].Effective, OutcomeVerdicts.Of(@case with { Observations = [] }, End)[0].Effective);
    }

    private static Case With(params Appraisal[] rows) => Ruritania.Case(Ruritania.Fall()) with { Appraisals = [.. rows.Select((row, i) => row with { Id = $"a{i}" })] };

    private static Appraisal Row(string analyst, AppraisalQuestion question, double[] steps, string? objective = null, string? on = null) =>
        new() { Id = "", Analyst = analyst, Question = question, Probabilities = steps, Objective = objective, On = on is null ? null : Edtf.Parse(on), Rationale = "why" };
}
