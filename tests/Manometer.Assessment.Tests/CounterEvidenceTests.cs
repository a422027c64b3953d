using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class CounterEvidenceTests
{
    private static CounterPoint? Point(CaseAssessment assessment, string kind) => assessment.Against.SingleOrDefault(point => point.Kind == kind);

    [Fact]
    public void The_share_one_selector_brought_in_is_said()
    {
        var @case = Case(Fall("o1"), Fall("o2", "r-herald"));
        @case = @case with { Sources = [.. @case.Sources, Source("blog") with { Kind = SourceKind.Selector }], Reports = [.. @case.Reports.Select(report => report.Id == "r-gazette" ? report with { Selector = "blog" } : report)] };

        var point = Point(@case.Assess(), "selection")!;

        Assert.Equal(("blog", 1, 2), (point.Source, point.Count, point.Of));
        Assert.Equal(0.5, @case.Assess().Coverage.SelectedShare);
    }

    [Fact]
    public void A_second_selector_is_said_too_unless_it_brought_in_less_than_a_tenth()
    {
        var reports = Enumerable.Range(1, 23).Select(number => Report($"r{number}", "gazette", "2016-06") with { Selector = number <= 14 ? "search" : number <= 21 ? "blog" : "aside" }).ToList();
        var @case = Case([.. reports.Select((report, index) => Fall($"o{index}", report.Id))]);
        @case = @case with { Sources = [.. @case.Sources, .. new[] { "search", "blog", "aside" }.Select(id => Source(id) with { Kind = SourceKind.Selector })], Reports = [.. @case.Reports, .. reports] };

        var points = @case.Assess().Against.Where(point => point.Kind == "selection");

        Assert.Equal([("search", 14, 23), ("blog", 7, 23)], points.Select(point => (point.Source!, point.Count, point.Of)));
    }

    [Fact]
    public void Reports_that_do_not_name_sanctions_themselves_are_counted_as_untied()
    {
        var tied = Fall("o1") with { Attribution = Attribution.Sanctions, Grade = AttributionGrade.Asserted };
        var inferred = Fall("o2") with { Attribution = Attribution.Sanctions, Grade = AttributionGrade.Inferred };

        var point = Point(Case(tied, inferred, Fall("o3")).Assess(), "untied")!;

        Assert.Equal(["o2", "o3"], point.Observations);
        Assert.Equal((2, 3), (point.Count, point.Of));
    }

    [Fact]
    public void What_is_not_in_the_record_is_not_in_the_case_against()
    {
        var tied = Fall("o1") with { Attribution = Attribution.Sanctions, Grade = AttributionGrade.Asserted };

        Assert.Equal(["one-origin"], Case(tied).Assess().Against.Select(point => point.Kind));
    }

    [Fact]
    public void An_edge_without_evidence_is_bare_and_evidence_not_yet_public_does_not_count()
    {
        var edge = new Mechanism { Id = "e", Cause = "trade", Effect = "income", Sign = 1, Rationale = "traders earn by trade", Evidence = ["o1", "o2"] };
        var @case = Case(Fall("o1"), Fall("o2", "r-late")) with { Mechanisms = [edge, edge with { Id = "bare", Evidence = [] }] };

        Assert.Equal([(2, false), (0, true)], @case.Assess("2017-01-02").Mechanisms.Select(m => (m.Evidence.Count, m.Bare)));
        Assert.Equal([(1, false), (0, true)], @case.Assess().Mechanisms.Select(m => (m.Evidence.Count, m.Bare)));
    }
}
