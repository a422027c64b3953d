using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The custody log in the words of W3C PROV-O (2013), as JSON-LD: each record an activity, each content an entity, each name an agent. The same log gives the same bytes.</summary>
public static class ProvenanceText
{
    private const string Words = "https://www.w3.org/ns/prov#";

    /// <summary>Writes the provenance of a case.</summary>
    /// <param name="records">The log, such as from <see cref="CustodyReport.Records"/>.</param>
    /// <remarks>A content is named <c>urn:sha-256:HASH#NAME</c>: the same bytes under two names are two entities, and a content that returns is the one it was.</remarks>
    public static string Of(IReadOnlyList<CustodyRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Context(json);
            json.WriteStartArray("@graph");
            foreach (var who in records.Select(record => record.Who).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                Agent(json, Person(who), "prov:Agent", who);
            foreach (var tool in records.Select(record => record.Tool).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                Agent(json, Program(tool), "prov:SoftwareAgent", tool);
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var record in records)
                Activity(json, record, seen);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Context(Utf8JsonWriter json)
    {
        json.WriteStartObject("@context");
        json.WriteString("prov", Words);
        json.WriteString("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
        json.WriteString("xsd", "http://www.w3.org/2001/XMLSchema#");
        json.WriteString("label", "rdfs:label");
        json.WriteString("comment", "rdfs:comment");
        foreach (var link in new[] { "used", "wasAssociatedWith", "wasInformedBy", "wasGeneratedBy", "wasRevisionOf", "wasInvalidatedBy" })
        {
            json.WriteStartObject(link);
            json.WriteString("@id", "prov:" + link);
            json.WriteString("@type", "@id");
            json.WriteEndObject();
        }

        json.WriteStartObject("endedAtTime");
        json.WriteString("@id", "prov:endedAtTime");
        json.WriteString("@type", "xsd:dateTime");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Agent(Utf8JsonWriter json, string id, string type, string label)
    {
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteString("@type", type);
        json.WriteString("label", label);
        json.WriteEndObject();
    }

    private static void Activity(Utf8JsonWriter json, CustodyRecord record, HashSet<string> seen)
    {
        var id = "urn:sha-256:" + record.Hash;
        json.WriteStartObject();
        json.WriteString("@id", id);
        json.WriteString("@type", "prov:Activity");
        json.WriteString("label", $"{record.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)} {Word.Of(record.Act)}");
        if (record.Note.Length > 0)
            json.WriteString("comment", record.Note);
        json.WriteString("endedAtTime", CustodyLine.Text(record.At));
        Links(json, "wasAssociatedWith", [Person(record.Who), Program(record.Tool)]);
        if (record.Sequence > 1)
            Links(json, "wasInformedBy", ["urn:sha-256:" + record.Previous]);
        Links(json, "used", [.. record.Inputs.Select(Thing).Distinct(StringComparer.Ordinal)]);
        json.WriteEndObject();
        foreach (var item in record.Inputs)
            if (item.Role is CustodyItem.Removed or CustodyItem.Redacted || seen.Add(Thing(item)))
                Entity(json, item, null, item.Role is CustodyItem.Removed or CustodyItem.Redacted ? id : null, null);
        foreach (var item in record.Outputs)
            if (seen.Add(Thing(item))) // a content that returns was made the first time
                Entity(json, item, id, null, record.Inputs.FirstOrDefault(one => one.Name == item.Name && one.Role == item.Role));
    }

    private static void Entity(Utf8JsonWriter json, CustodyItem item, string? madeBy, string? goneBy, CustodyItem? before)
    {
        json.WriteStartObject();
        json.WriteString("@id", Thing(item));
        json.WriteString("@type", "prov:Entity");
        json.WriteString("label", item.Name);
        if (madeBy is not null)
            Links(json, "wasGeneratedBy", [madeBy]);
        if (goneBy is not null)
            Links(json, "wasInvalidatedBy", [goneBy]);
        if (before is not null)
            Links(json, "wasRevisionOf", [Thing(before)]);
        json.WriteEndObject();
    }

    private static void Links(Utf8JsonWriter json, string name, IReadOnlyList<string> targets)
    {
        if (targets.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var target in targets)
            json.WriteStringValue(target);
        json.WriteEndArray();
    }

    private static string Thing(CustodyItem item) => $"urn:sha-256:{item.Sha256}#{Uri.EscapeDataString(item.Name)}";

    private static string Person(string who) => "urn:manometer:who:" + Uri.EscapeDataString(who);

    private static string Program(string tool) => "urn:manometer:tool:" + Uri.EscapeDataString(tool);
}
