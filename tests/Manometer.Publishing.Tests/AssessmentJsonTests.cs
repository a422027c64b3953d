using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Manometer.Assessment;
using Manometer.Testing;
using NJsonSchema;

namespace Manometer.Publishing.Tests;

public class AssessmentJsonTests
{
    private static readonly XDocument Comments = XDocument.Load(Path.ChangeExtension(typeof(CaseAssessment).Assembly.Location, ".xml"));
    private static readonly XDocument StatisticsComments = XDocument.Load(Path.ChangeExtension(typeof(Statistics.ReliabilityPoint).Assembly.Location, ".xml"));
    private static readonly XDocument ModelComments = XDocument.Load(Path.ChangeExtension(typeof(Model.Case).Assembly.Location, ".xml"));

    [Fact]
    public void The_published_schema_is_the_one_of_the_types()
    {
        var path = Repository.Path("docs", "assessment.schema.json");
        var schema = AssessmentJson.Schema(Describe).ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("MANOMETER_UPDATE") == "1")
            File.WriteAllText(path, schema);

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), schema);
    }

    [Fact]
    public void The_published_schema_of_scores_is_the_one_of_the_types()
    {
        var path = Repository.Path("docs", "score.schema.json");
        var schema = AssessmentJson.ScoresSchema(Describe).ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("MANOMETER_UPDATE") == "1")
            File.WriteAllText(path, schema);

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), schema);
    }

    [Theory]
    [InlineData("pressure")]
    [InlineData("verdict")]
    public void The_published_schemas_of_the_fitted_parts_are_those_of_the_types(string part)
    {
        var path = Repository.Path("docs", part + ".schema.json");
        var made = part == "pressure" ? AssessmentJson.PressureSchema(Describe) : AssessmentJson.VerdictSchema(Describe);
        var schema = made.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
        if (Environment.GetEnvironmentVariable("MANOMETER_UPDATE") == "1")
            File.WriteAllText(path, schema);

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), schema);
    }

    [Fact]
    public async Task Scores_that_are_written_are_valid_under_their_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "score.schema.json"), TestContext.Current.CancellationToken);
        using var memory = new MemoryStream();
        AssessmentJson.WriteScores(Ruritania.Assessment().Scores!, memory);

        Assert.Empty(schema.Validate(System.Text.Encoding.UTF8.GetString(memory.ToArray())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(80)]
    public async Task What_is_written_is_valid_under_the_published_schema(int observations)
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "assessment.schema.json"), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(AssessmentJson.Write(Ruritania.Assessment(observations))));
    }

    [Fact]
    public async Task The_schema_can_fail()
    {
        var schema = await JsonSchema.FromFileAsync(Repository.Path("docs", "assessment.schema.json"), TestContext.Current.CancellationToken);
        var json = JsonNode.Parse(AssessmentJson.Write(Ruritania.Assessment()))!;
        json["balance"]!["worsened"] = "many";
        json["observations"]![0]!.AsObject().Remove("summary");

        Assert.Equal(2, schema.Validate(json.ToJsonString()).Count(error => error.Path is not null));
    }

    [Fact]
    public void Names_are_in_camel_case_dates_are_days_and_nothing_is_null()
    {
        var json = AssessmentJson.Write(Ruritania.Assessment());

        Assert.Contains("\"asOf\":\"2018-12-31\"", json);
        Assert.Contains("\"step\":{\"lowest\":1,\"highest\":2}", json);
        Assert.DoesNotContain(":null", json);
    }

    [Fact]
    public void Every_property_of_the_schema_says_what_it_means()
    {
        var missing = new List<string>();
        Visit(AssessmentJson.Schema(Describe), "");

        Assert.Empty(missing);

        void Visit(JsonNode node, string path)
        {
            if (node is JsonObject { } schema && schema["properties"] is JsonObject properties)
                foreach (var (name, property) in properties)
                {
                    if (property!["description"] is null)
                        missing.Add($"{path}/{name}");
                    Visit(property, $"{path}/{name}");
                }

            if (node is JsonObject { } array && array["items"] is { } items)
                Visit(items, path + "[]");
        }
    }

    private static string? Describe(Type type, string? property)
    {
        var comments = type.Assembly == typeof(CaseAssessment).Assembly ? Comments : ModelComments;
        if (type.Assembly == typeof(Statistics.ReliabilityPoint).Assembly)
            comments = StatisticsComments;
        var key = property is null ? $"T:{type.FullName}" : $"P:{type.FullName}.{property}";
        var member = comments.Descendants("member").FirstOrDefault(one => (string?)one.Attribute("name") == key);
        if (member is null && property is not null) // a positional record describes its properties as parameters of the type
            member = comments.Descendants("member").FirstOrDefault(one => (string?)one.Attribute("name") == $"T:{type.FullName}")?.Elements("param").FirstOrDefault(one => (string?)one.Attribute("name") == property);
        var summary = member?.Name == "param" ? member : member?.Element("summary");
        return summary is null ? null : string.Join(' ', string.Concat(summary.DescendantNodes().OfType<XText>().Select(text => text.Value)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
