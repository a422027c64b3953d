using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class KnownRecordTests
{
    [Fact]
    public void A_report_counts_only_once_its_last_possible_day_of_publication_has_passed()
    {
        var @case = Case(Fall("o1"), Fall("o2", "r-late"));

        Assert.Equal(["o1"], @case.Assess("2016-12-31").Observations.Select(o => o.Id));
        Assert.Equal(1, @case.Assess("2016-12-31").Tally.Withheld);
        Assert.Equal(["o1", "o2"], @case.Assess("2017-01-02").Observations.Select(o => o.Id));
    }

    [Fact]
    public void What_happened_early_but_was_told_late_is_unknown_before_it_was_told() =>
        Assert.Empty(Case(Fall("o1", when: "2016-01")).Assess("2016-05-31").Observations);

    [Fact]
    public void A_measure_not_yet_adopted_is_unknown()
    {
        var @case = Case(Fall()) with { Measures = [Measure("m1", "2016-02-01", "trade"), Measure("m2", "2016-09-01", "trade")] };

        Assert.Equal(["m1"], @case.Assess("2016-08-31").Measures.Select(m => m.Id));
    }

    [Fact]
    public void A_value_of_a_series_is_known_when_its_period_has_ended()
    {
        var @case = Case() with { Series = [Prices(("2016-01", 10), ("2016", 11), ("2016-12-31", 12))] };

        Assert.Equal(["2016-01"], Assert.Single(@case.Assess("2016-12-30").Series).Points.Select(p => p.Date));
    }

    [Fact]
    public void A_resolution_after_the_date_leaves_the_forecast_open()
    {
        var forecast = new Forecast { Id = "f", Who = "X", MadeOn = Edtf.Parse("2016-01"), Claim = "Trade will fall", Url = "none seen", Outcome = ForecastOutcome.True, ResolvedOn = Edtf.Parse("2016-11-01"), Basis = "customs", Actual = 3 };
        var @case = Case() with { Forecasts = [forecast] };

        var early = Assert.Single(@case.Assess("2016-10-31").Forecasts);
        Assert.Equal(("open", null, null), (early.Outcome, early.Basis, early.Actual));
        Assert.Equal("true", Assert.Single(@case.Assess("2016-11-01").Forecasts).Outcome);
    }

    [Fact]
    public void Before_the_end_of_the_record_only_what_can_be_shown_to_have_been_known_is_told()
    {
        var @case = Case(Fall("o1"), Fall("o2", "r-late"));
        @case = @case with
        {
            Header = @case.Header with { Summary = "Written when all was over.", AsOf = null },
            Mechanisms = [Edge("known", "o1"), Edge("later", "o2"), Edge("bare")],
            Challenges = [Objection("dated", "2016-12", "o1"), Objection("undated", null, "o1"), Objection("against-later", "2016-12", "o2")],
            Series = [Prices(("2017-01-01", 10)) with { Name = "late" }, Prices(("2016-01", 10))],
        };

        var early = @case.Assess("2016-12-31");
        var whole = @case.Assess("2017-01-02");

        Assert.Equal(["known"], early.Mechanisms.Select(m => m.Id));
        Assert.Equal(["dated"], early.Challenges.Select(c => c.Id));
        Assert.Single(early.Series);
        Assert.Null(early.Subject.Summary);
        Assert.Equal((new DateOnly(2017, 1, 2), true, 2, 2, 1), (early.Hindsight!.EndOfRecord, early.Hindsight.Summary, early.Hindsight.Mechanisms, early.Hindsight.Challenges, early.Hindsight.Series));
        Assert.Equal((3, 3, 2), (whole.Mechanisms.Count, whole.Challenges.Count, whole.Series.Count));
        Assert.NotNull(whole.Subject.Summary);
        Assert.Null(whole.Hindsight);

        static Mechanism Edge(string id, params string[] evidence) => new() { Id = id, Cause = "a", Effect = "b", Sign = 1, Rationale = "c", Evidence = evidence };
        static Challenge Objection(string id, string? on, string against) => new() { Id = id, Against = against, By = "X", On = on is null ? null : Edtf.Parse(on), Text = "t", Url = "none seen" };
    }

    [Fact]
    public void Without_a_stated_end_the_record_ends_with_its_last_publication()
    {
        var @case = Case(Fall());

        Assert.Equal(new DateOnly(2017, 1, 2), (@case with { Header = @case.Header with { AsOf = null } }).Assess().Subject.AsOf);
    }

    [Fact]
    public void An_empty_case_is_assessed_without_a_balance()
    {
        var assessment = Case().Assess();

        Assert.Null(assessment.Balance);
        Assert.Empty(assessment.Against);
        Assert.Equal(12, assessment.Coverage.SilentMonths.Count);
    }
}
