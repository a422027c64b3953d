namespace Manometer.Cases.Tests;

public class UnknownFilesTests
{
    [Theory]
    [InlineData("observation.csv", "rename observation.csv to observations.csv")]
    [InlineData("Measures.csv", "rename Measures.csv to measures.csv")]
    [InlineData("Measure.csv", "rename Measure.csv to measures.csv")]
    [InlineData("sanctions.csv", "rename sanctions.csv to measures.csv")]
    [InlineData("sources.xlsx", "save the sheet as sources.csv: CSV with commas, UTF-8")]
    [InlineData("observations.txt", "rename observations.txt to observations.csv")]
    [InlineData("places.tsv", "save it as places.csv: CSV with commas, UTF-8")]
    [InlineData("boundary.geojson", "rename boundary.geojson to boundaries.geojson")]
    [InlineData("datapackge.json", "rename datapackge.json to datapackage.json")]
    [InlineData("coal-price.csv", "move it to series/ if it holds numbers over time; rename it if it is a table of the case; keep it outside the case otherwise, or list it in datapackage.json")]
    [InlineData("budget.xlsx", "keep it outside the case, or list it in datapackage.json")]
    [InlineData("series/bread.xlsx", "save it as series/bread.csv: CSV with commas, UTF-8")]
    [InlineData("serie/bread.csv", "rename the folder 'serie' to 'series'")]
    [InlineData("old/observations.csv", "move what belongs to the case to its place; keep the rest outside the case, or list it in datapackage.json")]
    [InlineData("reports.csv.tmp", "remove it")]
    public void A_file_that_looks_like_a_table_and_is_not_read_is_warned_about(string path, string next)
    {
        var fault = Assert.Single(SmallCase.Faults((path, "id,name\n")));

        Assert.Equal(("MAN0110", next), (fault.Code, fault.Next));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    [InlineData("notes.txt")]
    [InlineData("letter.pdf")]
    [InlineData(".gitignore")]
    [InlineData("captures/table.csv")]
    [InlineData("observations.parquet")]
    [InlineData("custody.jsonl")]
    [InlineData(".venv/lib/x.csv")]
    public void Other_files_are_nobodys_concern(string path) => Assert.Empty(SmallCase.Faults((path, "x")));

    [Fact]
    public void A_file_beside_the_right_one_is_to_be_merged_into_it() =>
        Assert.Equal("move into sources.csv what it lacks, and keep sources.xlsx outside the case", Assert.Single(SmallCase.Faults(("sources.csv", "id,name,kind,reliability,url\n"), ("sources.xlsx", "x"))).Next);

    [Fact]
    public void What_the_data_package_lists_is_for_other_programs() =>
        Assert.Empty(SmallCase.Faults(("tonnage.csv", "x\n1\n"), ("datapackage.json", """{ "resources": [ { "name": "tonnage", "path": "tonnage.csv" } ] }""")));

    [Fact]
    public void The_files_of_a_case_inside_are_its_own() =>
        Assert.Empty(SmallCase.Faults(("variant/case.yaml", "x"), ("variant/sources.csv", "x")));
}
