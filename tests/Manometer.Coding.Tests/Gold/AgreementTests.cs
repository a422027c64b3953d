using Manometer.Testing;

namespace Manometer.Coding.Tests;

public class AgreementTests
{
    private const string Begin = "| question | units |";

    [Theory] // MANOMETER_UPDATE=1 rewrites the tables of the page
    [InlineData("coder-a.jsonl", "coder-b.jsonl", 0)]
    [InlineData("before-settling.jsonl", "coder-c.jsonl", 1)]
    [InlineData("coder-c.jsonl", "coder-d.jsonl", 2)]
    public void The_page_tells_the_agreement_that_two_codings_have(string one, string other, int nth)
    {
        var page = Repository.Path("docs", "gold.md");
        var text = File.ReadAllText(page).ReplaceLineEndings("\n");
        var start = text.IndexOf(Begin, StringComparison.Ordinal);
        for (var i = 0; i < nth; i++)
            start = text.IndexOf(Begin, start + 1, StringComparison.Ordinal);
        var end = text.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
        var table = new GoldAgreement(new GoldSet(Repository.Path("tests", "gold")), one, other).Table();

        if (Environment.GetEnvironmentVariable("MANOMETER_UPDATE") == "1")
            File.WriteAllText(page, text[..start] + table + text[end..]);
        else
            Assert.Equal(table, text[start..end]);
    }

    [Fact]
    public void Rows_that_share_most_text_are_paired_first_and_none_twice()
    {
        (int Start, int End)[] first = [(0, 10), (10, 20)], second = [(8, 20), (0, 9), (30, 40)];

        var pairs = GoldPairs.Of(first.Length, second.Length, (i, j) => Math.Max(0, Math.Min(first[i].End, second[j].End) - Math.Max(first[i].Start, second[j].Start)));

        Assert.Equal([(1, 0), (0, 1)], pairs);
    }
}
