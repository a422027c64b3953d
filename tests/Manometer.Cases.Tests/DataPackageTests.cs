using System.Text.Json.Nodes;
using Manometer.Testing;
using NJsonSchema;

namespace Manometer.Cases.Tests;

public class DataPackageTests
{
    [Theory]
    [InlineData("starter")]
    [InlineData("dprk-2016-2019")]
    [InlineData("iran-2010-2020")]
    [InlineData("russia-2012-2022")]
    public async Task The_description_of_a_case_is_valid_under_the_profile(string name)
    {
        var profile = await JsonSchema.FromFileAsync(Repository.Path("tests", "Manometer.Cases.Tests", "data-package-profile.json"));

        Assert.Empty(profile.Validate(Description(name).ToJsonString()).Select(fault => fault.ToString()));
    }

    [Fact] // a schema that refuses nothing proves nothing
    public async Task The_profile_refuses_a_description_that_is_wrong()
    {
        var profile = await JsonSchema.FromFileAsync(Repository.Path("tests", "Manometer.Cases.Tests", "data-package-profile.json"));

        Assert.NotEmpty(profile.Validate("""{ "name": "Not A Slug", "resources": [] }"""));
        Assert.NotEmpty(profile.Validate("""{ "resources": [ { "name": "x", "path": "../outside.csv" } ] }"""));
    }

    [Theory]
    [InlineData("starter")]
    [InlineData("dprk-2016-2019")]
    [InlineData("iran-2010-2020")]
    [InlineData("russia-2012-2022")]
    public void Every_field_key_and_reference_is_there(string name)
    {
        var resources = Description(name)["resources"]!.AsArray();
        var names = resources.Select(resource => (string)resource!["name"]!).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        foreach (var resource in resources.Where(resource => resource!["schema"] is not null))
        {
            var path = Repository.Path("cases", name, (string)resource!["path"]!);
            var fields = resource["schema"]!["fields"]!.AsArray().Select(field => (string)field!["name"]!).ToList();
            Assert.Equal(File.ReadLines(path).First().Split(','), fields);
            if (resource["schema"]!["primaryKey"] is { } key)
                Assert.Subset(fields.ToHashSet(), (key is JsonArray several ? several.Select(one => (string)one!) : [(string)key!]).ToHashSet());
            foreach (var foreign in resource["schema"]!["foreignKeys"]?.AsArray() ?? [])
            {
                Assert.Contains((string)foreign!["fields"]!, fields);
                Assert.Contains((string)foreign["reference"]!["resource"]! is { Length: > 0 } other ? other : (string)resource["name"]!, names);
            }
        }
    }

    [Fact]
    public void Describing_a_case_again_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));
        var before = File.ReadAllText(Path.Combine(folder.Path, "datapackage.json"));

        CaseFolder.WriteDescription(CaseFolder.Read(folder.Path).Case!, folder.Path);

        Assert.Equal(before, File.ReadAllText(Path.Combine(folder.Path, "datapackage.json")));
    }

    [Fact]
    public void What_people_wrote_into_the_description_is_kept()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));
        var path = Path.Combine(folder.Path, "datapackage.json");
        var package = JsonNode.Parse(File.ReadAllText(path))!;
        package["contributors"] = new JsonArray(new JsonObject { ["title"] = "A. Hope" });
        File.WriteAllText(path, package.ToJsonString());

        CaseFolder.WriteDescription(CaseFolder.Read(folder.Path).Case!, folder.Path);

        Assert.Equal("A. Hope", (string)JsonNode.Parse(File.ReadAllText(path))!["contributors"]![0]!["title"]!);
    }

    private static JsonNode Description(string name) => JsonNode.Parse(File.ReadAllText(Repository.Path("cases", name, "datapackage.json")))!;
}
