namespace Manometer.Cases.Tests;

public class YamlFaultsTests
{
    private const string Rest = "question: Do they work?\ntarget: {country: XR, name: Ruritania}\nperiod: 2021-01/2022-12\n";

    [Theory]
    [InlineData("title: Ruritania: a case\n" + Rest, "case.yaml:1:8", "quote it: title: \"Ruritania: a case\"")]
    [InlineData("title: Ruritania\nsummary: Two reports: one \"good\"  # ours\n" + Rest, "case.yaml:2:10", "quote it: summary: \"Two reports: one \\\"good\\\"\"")]
    [InlineData("title: Ruritania\n" + Rest + "hypotheses:\n  - id: H0\n    name: No effect\n    story: One thing: nothing\n    prior: 1\n", "case.yaml:8:12", "quote it: story: \"One thing: nothing\"")]
    public void A_text_that_holds_a_colon_is_to_be_quoted(string yaml, string where, string next)
    {
        var fault = Assert.Single(CaseReader.Read(new MemoryCaseFiles().Add("case.yaml", yaml), "case").Diagnostics);

        Assert.Equal(("MAN0601", where, next), (fault.Code, fault.Where.ToString(), fault.Next));
    }

    [Fact]
    public void Another_fault_is_told_as_the_parser_tells_it() =>
        Assert.DoesNotContain("quote it", Assert.Single(CaseReader.Read(new MemoryCaseFiles().Add("case.yaml", "title: \"Ruritania\n" + Rest), "case").Diagnostics).Next, StringComparison.Ordinal);
}
