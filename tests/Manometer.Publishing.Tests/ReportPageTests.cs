using System.Text;
using System.Text.RegularExpressions;
using Manometer.Assessment;
using Manometer.Model;

namespace Manometer.Publishing.Tests;

public partial class ReportPageTests
{
    private static readonly CaseAssessment Assessment = Ruritania.Assessment();
    private static readonly string Page = ReportPage.Render(Assessment, Ruritania.Outlines);

    [Fact]
    public void The_same_assessment_gives_the_same_text()
    {
        Assert.Equal(Page, ReportPage.Render(Ruritania.Assessment(), Ruritania.Outlines));
    }

    [Fact]
    public void Every_observation_can_be_linked_to()
    {
        Assert.All(Assessment.Observations, observation => Assert.Contains($"<li id=\"obs-{observation.Id}\"", Page));
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere()
    {
        var ids = Ids().Matches(Page).Select(match => match.Groups[1].Value).ToHashSet();

        var dead = InnerLinks().Matches(Page).Select(match => Uri.UnescapeDataString(match.Groups[1].Value)).Where(id => !ids.Contains(id)).Distinct();

        Assert.Empty(dead);
    }

    [Fact]
    public void No_identifier_stands_twice()
    {
        Assert.DoesNotContain(Ids().Matches(Page).Select(match => match.Groups[1].Value).CountBy(id => id), pair => pair.Value > 1);
    }

    [Fact]
    public void Nothing_is_loaded_from_outside()
    {
        Assert.DoesNotMatch("(?i)<(img|iframe|object|embed|source|audio|video|base)\\b", Markup(Page));
        Assert.DoesNotMatch("(?i)\\bsrc\\s*=", Markup(Page));
        Assert.DoesNotMatch("(?i)<link(?![^>]*href=\"data:,\")", Markup(Page));
        Assert.DoesNotMatch("(?i)(@import|url\\(\\s*[\"']?(https?:)?//)", Style().Match(Page).Value);
        Assert.Contains("default-src 'none'", Page);
    }

    [Fact]
    public void Who_else_chose_reports_stands_beside_the_main_selector()
    {
        var other = new CounterPoint { Kind = "selection", Source = "herald", Count = 1, Of = 9 };

        var page = ReportPage.Render(Assessment with { Against = [.. Assessment.Against, other] }, Ruritania.Outlines);

        Assert.Matches("The Sanctions Digest brought in [0-9]+[^<]{0,12}of the observations that say which way; Northern Herald brought in 1 of 9\\.", page);
    }

    [Fact]
    public void Scripts_end_only_where_the_page_ends_them()
    {
        Assert.Equal(Page.Split("<script").Length, Page.Split("</script>").Length);
        Assert.Equal(Page.Split("</script>").Length, Regex.Split(Page, "(?i)</script").Length);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
        var clean = Ruritania.Case();
        var page = ReportPage.Render(
            (clean with
            {
                Header = clean.Header with { Question = Attack, Title = Attack },
                Observations = [clean.Observations[0] with { Summary = Attack, Note = Attack, Id = "a\"b<c" }],
                Sources = [.. clean.Sources.Select(source => source with { Name = Attack, Url = "javascript:alert(3)" })],
                Measures = [clean.Measures[0] with { SourceUrl = "javascript:alert(4)", Summary = Attack }],
            }).Assess(),
            [Ruritania.Outlines[0] with { Name = Attack }]);

        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("href=\"javascript:", page);
        Assert.Contains("&lt;/script&gt;", page);
        Assert.Contains("id=\"obs-a&quot;b&lt;c\"", page);
    }

    [Fact]
    public void A_bare_case_has_a_page_without_the_sections_it_cannot_fill()
    {
        var page = ReportPage.Render(Ruritania.Bare().Assess(), []);

        foreach (var id in (string[])["pressure", "where", "time", "who", "chronology", "measures", "series", "contradictions", "rivals", "matrix", "forecasts", "mechanisms", "objections", "gaps"])
        {
            Assert.DoesNotContain($"<section id=\"{id}\"", page);
            Assert.DoesNotContain($"href=\"#{id}\"", page);
        }

        Assert.Contains("<section id=\"data\"", page);
        Assert.Contains("Nothing in this record says which way things moved in Ruritania.", page);
    }

    [Fact]
    public void The_scoreboard_and_the_matrix_can_be_read_without_script()
    {
        var words = System.Net.WebUtility.HtmlDecode(Words(Page));

        Assert.Contains("R. Hentzau", words);
        Assert.Contains("Changed since it was registered", words);
        Assert.Contains("Policy effect: none of 1 claim can be scored", words);
        Assert.Contains("Contest: exports", words);
        Assert.Contains("the analysts against each other", words);
        Assert.Contains("It is not the verdict.", words);
    }

    [Fact]
    public void The_contents_list_the_sections_there_are_in_their_order()
    {
        var sections = SectionIds().Matches(Page[Page.IndexOf("class=\"sections\"", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value);
        var contents = Page[Page.IndexOf("<nav", StringComparison.Ordinal)..Page.IndexOf("</nav>", StringComparison.Ordinal)];

        Assert.Equal(sections, InnerLinks().Matches(contents).Select(match => match.Groups[1].Value));
    }

    [Fact]
    public void The_page_does_not_use_the_words_it_should_not()
    {
        Assert.DoesNotMatch("(?i)\\b(significan(t|ce|tly)|prove[sdn]?|proof)\\b", Words(Page));
    }

    [Fact]
    public void Headings_go_down_one_level_at_a_time()
    {
        var levels = Headings().Matches(Markup(Page)).Select(match => int.Parse(match.Groups[1].ValueSpan)).ToList();

        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} follows h{pair.First}"));
    }

    [Fact]
    public void Small_data_rides_as_text_and_large_data_compressed()
    {
        var large = ReportPage.Render(Ruritania.Assessment(3000), []);

        Assert.Contains("<script type=\"application/json\" id=\"assessment\">{\"subject\":", Page);
        Assert.Contains("id=\"assessment-gz\">H4sI", large);
        Assert.DoesNotContain("id=\"assessment\"", large);
    }

    [Fact] // 12 MB are asked for; how long it takes is measured in bench/
    public void Ten_thousand_observations_make_a_page_of_moderate_size()
    {
        var assessment = Ruritania.Assessment(10_000);

        var page = ReportPage.Render(assessment, Ruritania.Outlines);

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1_000_000, 12_000_000);
        Assert.All(assessment.Observations, observation => Assert.Contains(observation.Id, page));
        Assert.Contains("one line each", page);
    }

    [Theory]
    [InlineData(0.0, 0.4, "is mostly not worsening")]
    [InlineData(0.3, 0.9, "It is not settled whether")]
    [InlineData(0.6, 0.9, "is mostly worsening")]
    public void The_opening_sentence_leans_only_when_the_whole_interval_does(double low, double high, string expected)
    {
        var page = ReportPage.Render(Assessment with { Balance = Assessment.Balance! with { Low90 = low, High90 = high } }, []);

        Assert.Contains(expected, page);
    }

    [Fact]
    public void Letters_of_every_script_are_left_as_they_are()
    {
        var page = ReportPage.Render((Ruritania.Case() with { Provinces = [] }).Assess(), [Ruritania.Outlines[0] with { Native = "Ρουριτανία 루리타니아" }]);

        Assert.Contains("Ρουριτανία 루리타니아", page);
    }

    private static string Markup(string page) => Scripts().Replace(page, "");

    private static string Words(string page) => Tags().Replace(Style().Replace(Markup(page), ""), " ");

    [GeneratedRegex("\\sid=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex InnerLinks();

    [GeneratedRegex("<section id=\"([^\"]+)\"")]
    private static partial Regex SectionIds();

    [GeneratedRegex("<h([1-6])")]
    private static partial Regex Headings();

    [GeneratedRegex("(?s)<script.*?</script>")]
    private static partial Regex Scripts();

    [GeneratedRegex("(?s)<style.*?</style>")]
    private static partial Regex Style();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
