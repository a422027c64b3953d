using System.Text.Json.Nodes;
using CsCheck;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>Faults of datapackage.json stand where the field stands.</summary>
public class DescriptionFaultsTests
{
    private static readonly (string, string) Bread = ("series/bread.csv", "date,value\n2021,1\n");

    [Theory]
    [InlineData("""{ "title": "Bread", "unit": "crowns", "role": "result" }""", "result MAN0302")]
    [InlineData("""{ "title": "Bread", "unit": "crowns", "role": "outcome", "sector": "fod" }""", "fod MAN0302")]
    [InlineData("""{ "title": "Bread", "unit": "crowns", "role": "outcome", "place": "zenda" }""", "zenda MAN0309")]
    [InlineData("""{ "title": "Bread", "unit": "crowns", "role": "outcome", "pressure": 2 }""", "2 MAN0306")]
    [InlineData("""{ "title": "Bread", "unit": "crowns", "role": "outcome", "pressure": "up" }""", "up MAN0306")]
    [InlineData("""{ "title": "Bread", "unit": "crowns", "role": "outcome", "presure": 1 }""", "presure MAN0603")]
    [InlineData("""{ "title": "Bread", "unit": 7, "role": "outcome" }""", "7 MAN0506")]
    [InlineData("""{ "title": "Bread", "unit": "", "role": "outcome" }""", "\" MAN0506")]
    [InlineData("""{ "title": "Bread", "role": "outcome" }""", "{ MAN0506")]
    public void A_fault_of_a_series_stands_at_its_field(string own, string expected)
    {
        // the same path stands in a title above: the field is found by its place, not by its text
        var package = "{\n  \"title\": \"series/bread.csv\",\n  \"resources\": [\n    { \"name\": \"b\", \"path\": \"captures\" },\n    { \"name\": \"x\", \"manometer\": " + own + ",\n      \"path\": \"series/bread.csv\" } ] }";

        var fault = Assert.Single(SmallCase.Faults(Bread, ("datapackage.json", package)));

        Assert.Equal(expected, $"{package.Split('\n')[fault.Where.Line - 1].Substring(fault.Where.Column - 1, fault.Where.Length)} {fault.Code}");
        Assert.Equal(5, fault.Where.Line);
    }

    [Theory]
    [InlineData("{}", "1:1 MAN0611")]
    [InlineData("[]", "1:1 MAN0611")]
    [InlineData("""{ "resources": {} }""", "1:16 MAN0611")]
    [InlineData("""{ "resources": [ "sources.csv" ] }""", "1:19 MAN0612")]
    [InlineData("""{ "resources": [ { "path": ["sources.csv"] } ] }""", "1:28 MAN0612")]
    public void A_description_without_resources_is_told_once(string package, string expected)
    {
        var fault = Assert.Single(SmallCase.Faults(("datapackage.json", package)));

        Assert.Equal(expected, $"{fault.Where.Line}:{fault.Where.Column} {fault.Code}");
    }

    [Fact]
    public void A_column_that_is_not_described_stands_at_the_first_field_that_differs()
    {
        var fault = Assert.Single(SmallCase.Faults(("sources.csv", "id,name,kind,reliability,url\n"), ("datapackage.json", """
            { "resources": [ { "path": "sources.csv", "schema": { "fields": [
              { "name": "id" },
              { "name": "title" } ] } } ] }
            """)));

        Assert.Equal("datapackage.json:3:14 MAN0609", $"{fault.Where} {fault.Code}");
    }

    [Fact]
    public void A_series_that_is_not_described_gives_what_to_paste()
    {
        var fault = Assert.Single(SmallCase.Faults(("series/bread-price.csv", "date,value\n2021,1\n")));
        var next = fault.Next!;

        Assert.Equal("MAN0503", fault.Code);
        var resource = JsonNode.Parse(next[next.IndexOf('{', StringComparison.Ordinal)..(next.LastIndexOf('}') + 1)])!;
        Assert.Equal("series/bread-price.csv", (string)resource["path"]!);
        Assert.Equal("Bread price", (string)resource["manometer"]!["title"]!);
    }

    [Fact]
    public void Describe_adds_a_stub_that_is_warned_about_until_it_is_filled_in()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));
        File.WriteAllText(Path.Combine(folder.Path, "series", "tonnage.csv"), "date,value\n2021,1\n");
        File.WriteAllText(Path.Combine(folder.Path, "series", "flour.csv"), "date,value,unit\n2021,1,crowns/kg\n");
        Assert.Equal(["MAN0503", "MAN0503"], CaseFolder.Read(folder.Path).Diagnostics.Select(fault => fault.Code));

        CaseFolder.WriteDescription(CaseFolder.Read(folder.Path).Case!, folder.Path);
        var after = CaseFolder.Read(folder.Path);

        Assert.Equal(["MAN0508"], after.Diagnostics.Select(fault => fault.Code));
        Assert.Equal("crowns/kg", after.Case!.Series.Single(series => series.Name == "flour").Unit);
    }

    [Fact]
    public void Describe_keeps_the_files_of_other_programs()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));
        var path = Path.Combine(folder.Path, "datapackage.json");
        var package = JsonNode.Parse(File.ReadAllText(path))!;
        package["resources"]!.AsArray().Add(new JsonObject { ["name"] = "tonnage", ["path"] = "tonnage.csv" });
        File.WriteAllText(path, package.ToJsonString());

        CaseFolder.WriteDescription(CaseFolder.Read(folder.Path).Case!, folder.Path);

        Assert.Equal("tonnage.csv", (string)JsonNode.Parse(File.ReadAllText(path))!["resources"]!.AsArray()[^1]!["path"]!);
    }

    [Theory]
    [InlineData("""{"a":1,"b":{"c":[10,{"d":"x"}]}}""", "b c 1 d", "x")]
    [InlineData("""{ "a" : "\"}{" , "b" : [ ] }""", "b", "[")]
    [InlineData("""{"a":{"a":1},"b":-2.5e3}""", "b", "-2.5e3")]
    [InlineData("""{"a":1}""", "z", "{")]
    [InlineData("[[1,2],[3]]", "1 0", "3")]
    public void A_value_is_found_by_its_path(string json, string path, string text)
    {
        var (at, length) = new JsonPlaces(SourceText.Decode("f", System.Text.Encoding.UTF8.GetBytes(json))).Of(path.Split(' '));

        Assert.Equal(text, json.Substring(at, length));
    }

    [Fact]
    public void Any_JSON_is_looked_through_to_an_end() =>
        Gen.Int.Array[0, 12].Select(numbers => Nested(numbers, 0)).Sample(node =>
            new JsonPlaces(SourceText.Decode("f", System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()))).Of("a", "1", "b", "0").Length > 0);

    private static JsonNode Nested(int[] numbers, int at) => at >= numbers.Length
        ? JsonValue.Create("x\"}]\\")
        : (numbers[at] & 3) switch
        {
            0 => new JsonArray(Nested(numbers, at + 1), Nested(numbers, at + 2)),
            1 => new JsonObject { ["a"] = Nested(numbers, at + 1), ["b"] = Nested(numbers, at + 2) },
            2 => JsonValue.Create(numbers[at]),
            _ => new JsonArray(),
        };
}
