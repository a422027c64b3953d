using Manometer.Model;

namespace Manometer.Assessment.Tests;

public class MatrixTests
{
    private static readonly string[] Points = ["not-applicable", "very-inconsistent", "inconsistent", "neutral", "consistent", "very-consistent"];

    [Fact] // goldens.json of the reference data, section ach; rows are evidence, columns stories
    public void The_counts_of_older_tools_are_theirs()
    {
        int[][] entries = [[1, 4, 5], [2, 3, 4], [5, 5, 5], [1, 2, 4], [0, 3, 2]];
        double?[] weights = [null, 1, 1, 0.5, 2];
        var cells = entries.SelectMany((row, e) => row.Select((entry, h) => Cell("jd", $"H{h}", $"e{e}", (Consistency)entry) with { Weight = weights[e] }));
        var matrix = With([.. cells]).Assess().Matrix!;
        var rows = Assert.Single(matrix.Analysts).Rows;

        Assert.Equal([9, 1, 1], rows.Select(row => row.Inconsistency));
        Assert.Equal([4, 5, 10], rows.Select(row => row.Consistency));
        Assert.Equal([4.0, 0.5, 2.0], rows.Select(row => row.WeightedInconsistency));
        Assert.Equal([1.699673, 0.816497, 0, 1.247219, 0.471405], matrix.Analysts[0].Columns.Select(column => Math.Round(column.Diagnosticity, 6)));
        Assert.Equal(0, matrix.Analysts[0].Columns[2].Bits, 1e-15); // fits every story alike
        Assert.Equal(Points[1], rows[0].Entries[0]);
        Assert.Equal(1, rows.Sum(row => row.Posterior), 1e-12);
        Assert.All(rows, row => Assert.InRange(row.Posterior, row.Low, row.High));
    }

    [Fact]
    public void What_has_no_bearing_on_a_story_does_not_move_it()
    {
        var without = With(Cell("jd", "H1", "e1", Consistency.Consistent), Cell("jd", "H2", "e1", Consistency.Inconsistent)).Assess().Matrix!.Analysts[0];

        Assert.Equal(1.0 / 3, without.Rows[0].Posterior, 1e-12); // H0 was not judged
        Assert.Equal(1, without.Incomplete);
        Assert.True(without.Rows[1].Posterior > without.Rows[2].Posterior);
    }

    [Fact]
    public void One_item_cannot_settle_more_than_its_word_allows()
    {
        var row = With(Cell("jd", "H0", "e1", Consistency.VeryInconsistent), Cell("jd", "H1", "e1", Consistency.VeryConsistent), Cell("jd", "H2", "e1", Consistency.VeryInconsistent)).Assess().Matrix!.Analysts[0].Rows[1];

        Assert.Equal(0.8 / (0.8 + 0.2 + 0.2), row.Low, 1e-12);
        Assert.Equal(0.95 / (0.95 + 0.05 + 0.05), row.High, 1e-12);
    }

    [Fact]
    public void Two_analysts_are_shown_apart_and_where_they_disagree()
    {
        var matrix = With(
            Cell("ann", "H0", "e1", Consistency.VeryConsistent), Cell("ann", "H1", "e1", Consistency.Neutral), Cell("ann", "H2", "e1", Consistency.Neutral),
            Cell("bob", "H0", "e1", Consistency.VeryInconsistent), Cell("bob", "H1", "e1", Consistency.Neutral), Cell("bob", "H2", "e1", Consistency.Neutral)).Assess().Matrix!;

        Assert.Equal(["ann", "bob"], matrix.Analysts.Select(one => one.Analyst));
        Assert.Equal(2, matrix.Evidence.Single().Disagreement);
        Assert.Equal("extreme", matrix.Evidence.Single().DisagreementWord);
        Assert.True(matrix.Agreement[0].Greatest > matrix.Agreement[0].Least + 0.3);
    }

    [Fact]
    public void Evidence_that_was_not_public_by_the_date_is_left_out()
    {
        var @case = With(Cell("jd", "H0", "o1", Consistency.Consistent), Cell("jd", "H0", "flat prices", Consistency.Neutral)) with { Observations = [Ruritania.Fall()] };

        Assert.Equal(["o1", "flat prices"], @case.Assess().Matrix!.Evidence.Select(one => one.Id));
        Assert.Equal("observation", @case.Assess().Matrix!.Evidence[0].Kind);
        Assert.Equal(["flat prices"], @case.Assess("2016-01-31").Matrix!.Evidence.Select(one => one.Id));
    }

    [Fact]
    public void A_case_without_judgements_has_no_matrix() => Assert.Null(With().Assess().Matrix);

    private static Case With(params Judgement[] cells) => Ruritania.Case() with
    {
        Header = Ruritania.Case().Header with { Hypotheses = [.. Enumerable.Range(0, 3).Select(h => new Hypothesis { Id = $"H{h}", Name = $"Story {h}", Story = "It is so.", Prior = 1.0 / 3 })] },
        Matrix = cells,
    };

    private static Judgement Cell(string analyst, string story, string evidence, Consistency entry) => new() { Id = $"{analyst}-{story}-{evidence}", Analyst = analyst, Hypothesis = story, Evidence = evidence, Entry = entry };
}
