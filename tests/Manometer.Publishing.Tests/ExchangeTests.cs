using System.Text.Json;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Publishing.Tests;

public sealed class ExchangeTests
{
    private static readonly Case Dprk = CaseFolder.Read(Repository.Path("cases", "dprk-2016-2019")).Case!;

    // properties of the schemata of FollowTheMoney 3 that are used, with their types, by schema; those a schema inherits stand with it
    private static readonly Dictionary<string, string[]> Schemata = new()
    {
        ["Organization"] = ["name:name", "sourceUrl:url", "notes:text", "country:country"],
        ["PublicBody"] = ["name:name", "country:country"],
        ["Article"] = ["name:string", "title:string", "publishedAt:date", "sourceUrl:url", "publisher:string"],
        ["Event"] = ["name:string", "date:date", "startDate:date", "endDate:date", "location:address", "country:country", "proof:entity", "sourceUrl:url", "recordId:string", "keywords:string"],
        ["Sanction"] = ["entity:entity", "authority:string", "program:string", "country:country", "listingDate:date", "startDate:date", "status:string", "provisions:string", "reason:text", "sourceUrl:url", "recordId:string"],
    };

    [Fact]
    public void Every_entity_is_valid_follow_the_money_when_what_is_ours_is_left_out()
    {
        var lines = FollowTheMoney.Of(Dprk, "dprk").Entities.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var schemaOf = lines.ToDictionary(line => line.GetProperty("id").GetString()!, line => line.GetProperty("schema").GetString()!);

        Assert.Equal(lines.Count, schemaOf.Count);
        Assert.Equal(Dprk.Observations.Count, schemaOf.Values.Count(schema => schema == "Event"));
        foreach (var line in lines)
        {
            var known = Schemata[line.GetProperty("schema").GetString()!].Select(word => word.Split(':')).ToDictionary(parts => parts[0], parts => parts[1]);
            foreach (var property in line.GetProperty("properties").EnumerateObject())
                foreach (var value in property.Value.EnumerateArray().Select(value => value.GetString()!))
                    Assert.True(IsOf(known[property.Name], value, schemaOf), $"{property.Name}: {value}");
            Assert.True(line.GetProperty("properties").TryGetProperty(line.GetProperty("schema").GetString() == "Sanction" ? "entity" : "name", out _));
        }
    }

    [Fact]
    public void Statements_hold_every_value_with_its_evidence()
    {
        var @case = Dprk with { Reports = [.. Dprk.Reports.Select(report => report.Id == "r-s21-daily-nk" ? report with { Sha256 = new string('a', 64) } : report)], Observations = [.. Dprk.Observations.Select(one => one.Id == "s21-1" ? one with { Span = "10-40" } : one)] };
        var (entities, statements) = FollowTheMoney.Of(@case, "dprk");
        var rows = statements.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(entities.Split('\n', StringSplitOptions.RemoveEmptyEntries).Sum(line => JsonDocument.Parse(line).RootElement.GetProperty("properties").EnumerateObject().Sum(property => property.Value.GetArrayLength())), rows.Length - 1);
        Assert.All(rows.Where(row => row.StartsWith("dprk-observation-s21-1,", StringComparison.Ordinal)), row => Assert.EndsWith($",{new string('a', 64)},10-40", row, StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("dprk-observation-s21-1,", StringComparison.Ordinal));
    }

    [Fact]
    public void Claims_refer_to_what_is_in_the_document()
    {
        var graph = JsonDocument.Parse(LinkedClaims.Of(Dprk, Assessor.Assess(Dprk, new AssessmentOptions { Program = "test" }))).RootElement.GetProperty("@graph").EnumerateArray().ToList();
        var ids = graph.Select(node => node.GetProperty("@id").GetString()!).ToHashSet();

        Assert.Equal(graph.Count, ids.Count);
        Assert.Equal(Dprk.Observations.Count, graph.Count(node => node.GetProperty("@type").GetString() == "Claim"));
        foreach (var node in graph)
            foreach (var link in new[] { "appearance", "publisher", "itemReviewed", "about" })
                if (node.TryGetProperty(link, out var to))
                    Assert.Contains(to.GetProperty("@id").GetString()!, ids);
    }

    private static bool IsOf(string type, string value, Dictionary<string, string> schemaOf) => type switch
    {
        "date" => value.Length is 4 or 7 or 10 && DateOnly.TryParse(value.Length == 4 ? value + "-01-01" : value.Length == 7 ? value + "-01" : value, System.Globalization.CultureInfo.InvariantCulture, out _),
        "country" => value.Length == 2 && value.All(char.IsAsciiLetterLower),
        "url" => Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https",
        "entity" => schemaOf.ContainsKey(value),
        _ => value.Length > 0,
    };
}
