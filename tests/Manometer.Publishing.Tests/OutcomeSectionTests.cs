using Manometer.Assessment;
using Manometer.Model;

namespace Manometer.Publishing.Tests;

public class OutcomeSectionTests
{
    private static readonly Case Appraised = Ruritania.Case() with
    {
        Appraisals =
        [
            new() { Id = "a1", Analyst = "jd", Question = AppraisalQuestion.Coerce, Objective = "the mines <close>", Probabilities = [.6, .2, .2, 0, 0], Rationale = "Nothing was signed", Evidence = [Ruritania.Case().Observations[0].Id] },
            new() { Id = "a2", Analyst = "ann", Question = AppraisalQuestion.Coerce, Objective = "the mines <close>", Probabilities = [0, .2, .2, .4, .2], Rationale = "Two of three are shut" },
            new() { Id = "a3", Analyst = "jd", Question = AppraisalQuestion.Contribution, Probabilities = [.05, .25, .5, .2], Rationale = "Talks ran beside" },
        ],
    };

    [Fact]
    public void What_analysts_entered_stands_on_the_page_with_who_and_why()
    {
        var page = Page(Appraised);

        Assert.Contains("<section id=\"outcome\"", page);
        Assert.Contains("Two analysts have entered what came of the measures; they differ most on coerce, 0–60", page);
        Assert.All(["Nothing was signed", "Two of three are shut", "Talks ran beside", "Coerce: the mines &lt;close&gt;", "partial success"], text => Assert.Contains(text, page));
        Assert.Contains($"href=\"#obs-{Appraised.Appraisals[0].Evidence[0]}\"", page);
    }

    [Fact]
    public void Where_nobody_entered_anything_there_is_no_section() => Assert.DoesNotContain("id=\"outcome\"", Page(Ruritania.Case()));

    [Fact]
    public void Records_of_the_three_data_sets_carry_the_probabilities()
    {
        var tables = EpisodeTables.Of(Appraised, new(2022, 12, 31)).ToDictionary(table => table.File, table => table.Text.Split('\n'));

        Assert.Equal("RU,the mines <close>,0.3,0.3,0.3,0.1,0.05,0.25,0.5,0.2,0.015,0.09,0.165,0.14,0.225,0.085,0.15,0.11,0.02,0.28", tables["hse.csv"][1]);
        Assert.StartsWith("RU,coerce,the mines <close>,analysts,0.3,0.2,0.2,0.2,0.1,0.3,0,0.6,0.11,jd;ann", tables["tsc.csv"][1]);
        Assert.StartsWith("RU,constrain,,base-rate,", tables["tsc.csv"][2]);
        Assert.EndsWith(",the mines <close>,failed,0.3,0.2,0.2,0.2,0.1", tables["gsdb.csv"][1]);
    }

    private static string Page(Case @case) =>
        ReportPage.Render(Assessor.Assess(@case, new AssessmentOptions { Program = "test", Verdict = VerdictModel.Of(@case, depth: VerdictDepth.Quick) }), Ruritania.Outlines);
}
