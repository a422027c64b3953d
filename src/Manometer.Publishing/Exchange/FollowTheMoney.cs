using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Manometer.Model;

namespace Manometer.Publishing;

/// <summary>A case in the words of FollowTheMoney: sources as organizations, reports as articles, observations as events with their article as proof, measures as sanctions on the government of the target.</summary>
/// <remarks>
/// What FollowTheMoney has no word for (indicator, direction, step, origin, hash and place in the text) stands beside the properties under <c>manometer</c>, or in columns of our own: a reader that knows neither sees valid FollowTheMoney. Schemata of its version 3 (alephdata/followthemoney).
/// </remarks>
public sealed partial class FollowTheMoney
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
    private readonly Case _case;
    private readonly string _dataset;
    private readonly List<Entity> _entities = [];

    private FollowTheMoney(Case @case, string dataset) => (_case, _dataset) = (@case, dataset);

    /// <summary>Both files of a case.</summary>
    /// <param name="case">The case, free of errors.</param>
    /// <param name="dataset">Name of the data set, letters, digits and underscores.</param>
    /// <returns>The entities, one JSON object a line; and the statements, a CSV file with one value a row, its evidence (SHA-256 of the captured text) and span.</returns>
    public static (string Entities, string Statements) Of(Case @case, string dataset)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentException.ThrowIfNullOrWhiteSpace(dataset);
        var made = new FollowTheMoney(@case, dataset);
        made.Gather();
        return (made.Lines(), made.Statements());
    }

    private sealed record Entity(string Id, string Schema, string Caption, List<(string Name, string Type, string Value)> Properties)
    {
        public List<(string Name, string Value)> Ours { get; } = [];

        public string? Evidence { get; init; }

        public string? Span { get; init; }
    }

    private void Gather()
    {
        var government = Id("government", _case.Header.TargetCountry);
        _entities.Add(new Entity(government, "PublicBody", _case.Header.TargetName, [("name", "name", $"Government of {_case.Header.TargetName}"), ("country", "country", Code(_case.Header.TargetCountry))]));
        foreach (var source in _case.Sources)
            _entities.Add(Of(source));
        foreach (var report in _case.Reports)
            _entities.Add(Of(report));
        var reports = _case.Reports.DistinctBy(report => report.Id).ToDictionary(report => report.Id, StringComparer.Ordinal);
        var places = _case.Places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, StringComparer.Ordinal);
        foreach (var observation in _case.Observations)
            _entities.Add(Of(observation, reports.GetValueOrDefault(observation.Report), observation.Place is { } place ? places.GetValueOrDefault(place) : null));
        foreach (var measure in _case.Measures)
            _entities.Add(Of(measure, government));
    }

    private Entity Of(Source source)
    {
        var entity = new Entity(Id("source", source.Id), "Organization", source.Name, [("name", "name", source.Name)]);
        Add(entity, "sourceUrl", "url", ExchangeAddress.Of(source.Url));
        Add(entity, "notes", "text", source.Note);
        entity.Ours.Add(("reliability", Word.Of(source.Reliability)));
        Ours(entity, "originGroup", source.OriginGroup);
        return entity;
    }

    private Entity Of(Report report)
    {
        var title = report.Title ?? report.Id;
        var entity = new Entity(Id("report", report.Id), "Article", title, [("name", "string", title), ("title", "string", title)]) { Evidence = report.Sha256 };
        Add(entity, "publishedAt", "date", Date(report.Published));
        Add(entity, "sourceUrl", "url", ExchangeAddress.Of(report.Url));
        Add(entity, "publisher", "string", _case.Sources.FirstOrDefault(source => source.Id == report.Source)?.Name);
        Ours(entity, "chain", report.Chain);
        Ours(entity, "sha256", report.Sha256);
        Ours(entity, "published", report.Published.ToString());
        return entity;
    }

    private Entity Of(Observation observation, Report? report, Place? place)
    {
        var entity = new Entity(Id("observation", observation.Id), "Event", observation.Summary, [("name", "string", observation.Summary)]) { Evidence = report?.Sha256, Span = observation.Span };
        Add(entity, "date", "date", Date(observation.When));
        Add(entity, "startDate", "date", observation.When.FirstDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Add(entity, "endDate", "date", observation.When.LastDay?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Add(entity, "location", "address", place?.Name ?? observation.PlaceStated);
        foreach (var country in place?.Countries ?? [])
            Add(entity, "country", "country", Code(country));
        Add(entity, "proof", "entity", report is null ? null : Id("report", report.Id));
        Add(entity, "sourceUrl", "url", report is null ? null : ExchangeAddress.Of(report.Url));
        Add(entity, "recordId", "string", observation.Id);
        foreach (var keyword in new[] { observation.Sector, observation.Group, observation.Indicator }.OfType<string>())
            Add(entity, "keywords", "string", keyword);
        Ours(entity, "sector", observation.Sector);
        Ours(entity, "group", observation.Group);
        Ours(entity, "indicator", observation.Indicator);
        Ours(entity, "direction", Word.Of(observation.Direction));
        Ours(entity, "kind", Word.Of(observation.Kind));
        Ours(entity, "magnitude", observation.Magnitude?.ToString());
        Ours(entity, "attribution", Word.Of(observation.Attribution));
        Ours(entity, "grade", observation.Grade is { } grade ? Word.Of(grade) : null);
        Ours(entity, "polarity", Word.Of(observation.Polarity));
        Ours(entity, "when", observation.When.ToString());
        Ours(entity, "event", observation.Event);
        Ours(entity, "origin", observation.Origin);
        Ours(entity, "sha256", report?.Sha256);
        Ours(entity, "span", observation.Span);
        return entity;
    }

    private Entity Of(Measure measure, string government)
    {
        var entity = new Entity(Id("measure", measure.Id), "Sanction", measure.Name, [("entity", "entity", government), ("authority", "string", measure.Issuer), ("program", "string", measure.Name)]);
        Add(entity, "country", "country", Code(_case.Header.TargetCountry));
        Add(entity, "listingDate", "date", Date(measure.Adopted));
        Add(entity, "startDate", "date", measure.Effective is { } effective ? Date(effective) : null);
        Add(entity, "status", "string", Word.Of(measure.Status));
        foreach (var sector in measure.Sectors)
            Add(entity, "provisions", "string", sector);
        Add(entity, "reason", "text", measure.Summary);
        Add(entity, "sourceUrl", "url", ExchangeAddress.Of(measure.SourceUrl));
        Add(entity, "recordId", "string", measure.Id);
        Ours(entity, "adopted", measure.Adopted.ToString());
        Ours(entity, "winddownEnd", measure.WinddownEnd?.ToString());
        Ours(entity, "verification", Word.Of(measure.Verification));
        return entity;
    }

    private string Lines()
    {
        using var bytes = new MemoryStream();
        foreach (var entity in _entities)
        {
            using (var json = new Utf8JsonWriter(bytes, Layout))
            {
                json.WriteStartObject();
                json.WriteString("id", entity.Id);
                json.WriteString("caption", entity.Caption);
                json.WriteString("schema", entity.Schema);
                json.WriteStartObject("properties");
                foreach (var property in entity.Properties.GroupBy(property => property.Name, StringComparer.Ordinal))
                {
                    json.WriteStartArray(property.Key);
                    foreach (var value in property)
                        json.WriteStringValue(value.Value);
                    json.WriteEndArray();
                }

                json.WriteEndObject();
                json.WriteStartArray("referents");
                json.WriteEndArray();
                json.WriteStartArray("datasets");
                json.WriteStringValue(_dataset);
                json.WriteEndArray();
                json.WriteStartObject("manometer");
                foreach (var (name, value) in entity.Ours)
                    json.WriteString(name, value);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            bytes.WriteByte((byte)'\n');
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private string Statements()
    {
        var csv = new StringBuilder("entity_id,canonical_id,schema,prop,prop_type,value,original_value,lang,dataset,origin,external,first_seen,last_seen,evidence,span\n");
        foreach (var entity in _entities)
            foreach (var (name, type, value) in entity.Properties)
                csv.Append(CsvRow.Of([entity.Id, entity.Id, entity.Schema, name, type, value, "", "", _dataset, "", "", "", "", entity.Evidence, entity.Span]));
        return csv.ToString();
    }

    private string Id(string kind, string id) => $"{_dataset}-{kind}-{id}";

    private static void Add(Entity entity, string name, string type, string? value)
    {
        if (!string.IsNullOrEmpty(value) && !entity.Properties.Contains((name, type, value)))
            entity.Properties.Add((name, type, value));
    }

    private static void Ours(Entity entity, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            entity.Ours.Add((name, value));
    }

    private static string Code(string country) => country.ToLowerInvariant();

    /// <summary>A date as exact as FollowTheMoney has words for: a year, a month or a day; null for any other.</summary>
    private static string? Date(Edtf date) => Plain().Match(date.ToString()) is { Success: true } match ? match.Groups["date"].Value : null;

    [GeneratedRegex(@"^(?<date>\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?)[~?%]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
