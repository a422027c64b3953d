using Manometer.Model;

namespace Manometer.Cases.Tests;

public class SynonymsTests
{
    [Fact]
    public void Every_synonym_leads_to_a_word_that_is_there() =>
        Assert.All(Synonyms.All, one => Assert.Contains(one.Meant, Vocabulary(one.Vocabulary)));

    [Fact] // it would be suggested in place of itself
    public void No_synonym_is_a_word_itself() =>
        Assert.All(Synonyms.All, one => Assert.DoesNotContain(one.Word, Vocabulary(one.Vocabulary).Select(word => Synonyms.Plain(word))));

    [Theory]
    [InlineData("oil,,exports,down", "did you mean 'oil-gas'?")]
    [InlineData("trade,,exports,decrease", "did you mean 'down'?")]
    [InlineData("trade,,exports,Increased", "did you mean 'up'?")]
    [InlineData("trade,people,exports,up", "did you mean 'residents'?")]
    [InlineData("trade,,production,up", "did you mean 'output'?")]
    [InlineData("tarde,,exports,up", "did you mean 'trade'?")]
    [InlineData("witchcraft,,exports,up", "one of the 26 words of docs/case-folder/taxonomy.md")]
    [InlineData("trade,,exports,sideways", "none, up, down")]
    public void A_wrong_word_suggests_the_one_that_is_meant(string cells, string expected)
    {
        var fault = Assert.Single(SmallCase.Observations($"id,report,when,sector,group,indicator,direction,kind,attribution,polarity,summary\no-1,r-1,2021-09,{cells},change,none,asserted,x\n"));

        Assert.Equal("MAN0302", fault.Code);
        Assert.EndsWith(expected, fault.Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newspaper", "outlet")]
    [InlineData("NGO", "institution")]
    [InlineData("think tank", "institution")]
    public void Kinds_of_sources_have_synonyms(string written, string meant) =>
        Assert.EndsWith($"did you mean '{meant}'?", Assert.Single(SmallCase.Faults(("sources.csv", $"id,name,kind,reliability,url\ns1,Gazette,{written},C,none seen\n"))).Expected, StringComparison.Ordinal);

    [Theory]
    [InlineData("-40%", "did you mean magnitude -40 and unit 'percent'?")]
    [InlineData("\u221240 per cent", "did you mean magnitude -40 and unit 'percent'?")]
    [InlineData("5 USD/kg", "did you mean magnitude 5 and unit 'USD/kg'?")]
    [InlineData("\"7,500,000\"", "did you mean 7500000?")]
    [InlineData("\"12,5\"", "did you mean 12.5?")]
    [InlineData("\"7,500\"", "did you mean 7500, or 7.500 if the comma is a decimal one?")]
    [InlineData("huge", "did you mean 'large'?")]
    [InlineData("by half", "a number, or slight, moderate, large")]
    public void A_magnitude_that_is_no_number_suggests_one(string written, string expected) =>
        Assert.EndsWith(expected, Assert.Single(SmallCase.Observations($"id,report,when,sector,indicator,direction,kind,magnitude,unit,attribution,polarity,summary\no-1,r-1,2021-09,trade,exports,none,change,{written},,none,asserted,x\n")).Expected, StringComparison.Ordinal);

    [Theory]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1 234", "1234")]
    [InlineData("many", null)]
    [InlineData("", null)]
    [InlineData("12 apples", null)]
    public void A_number_with_separators_is_made_out(string text, string? meant) => Assert.Equal(meant, MeantNumber.Of(text));

    private static IReadOnlyCollection<string> Vocabulary(string name)
    {
        if (name is "sectors" or "groups" or "indicators")
            return TaxonomyWords.Shipped.Of(name);
        if (name == "files")
            return [.. TableSchemas.All.Select(table => table.Name), "boundaries", "datapackage"];
        var (table, column) = (name.Split('.')[0], name.Split('.')[1]);
        if (table == "columns")
            return [.. TableSchemas.All.Append(TableSchemas.SeriesPoints).Append(TableSchemas.PanelPoints).Where(schema => column == "all" || schema.Name == column).SelectMany(schema => schema.Columns).Select(one => one.Name)];
        if (name == "series.role")
            return [.. Word.All<SeriesRole>()];
        if (name == "observations.magnitude")
            return [.. Word.All<MagnitudeWord>()];
        if (name == "observations.unit")
            return ["percent"];
        if (name is "measures.sectors" or "rivals.sectors")
            return ["all"];
        var schema = TableSchemas.All.Single(schema => schema.Name == table);
        return [.. schema.Columns[schema.IndexOf(column)].Words!];
    }
}
