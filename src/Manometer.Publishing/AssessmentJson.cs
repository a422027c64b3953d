using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Unicode;
using Manometer.Assessment;

namespace Manometer.Publishing;

/// <summary>An assessment as JSON: property names in camel case, dates as <c>yyyy-MM-dd</c>, what is null left out. <c>docs/assessment.schema.json</c> is its schema.</summary>
public static class AssessmentJson
{
    private static readonly JavaScriptEncoder Letters = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <summary>Writes the assessment as UTF-8 without a byte order mark.</summary>
    /// <param name="assessment">What to write.</param>
    /// <param name="output">Where to; left open.</param>
    /// <param name="indented">For people to read; compact by default.</param>
    /// <remarks>The characters <c>&lt; &gt; &amp;</c> and quotes inside strings are escaped, so the text can stand inside a page.</remarks>
    public static void Write(CaseAssessment assessment, Stream output, bool indented = false)
    {
        using var writer = new Utf8JsonWriter(output, Options(indented));
        JsonSerializer.Serialize(writer, assessment, AssessmentContext.Default.CaseAssessment);
    }

    /// <inheritdoc cref="Write(CaseAssessment, Stream, bool)"/>
    /// <returns>The JSON text.</returns>
    public static string Write(CaseAssessment assessment, bool indented = false)
    {
        using var memory = new MemoryStream();
        Write(assessment, memory, indented);
        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    /// <summary>Writes the scores of forecasts alone, indented; <c>docs/score.schema.json</c> is their schema.</summary>
    /// <param name="scores">What to write.</param>
    /// <param name="output">Where to; left open.</param>
    public static void WriteScores(ForecastScores scores, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Options(indented: true));
        JsonSerializer.Serialize(writer, scores, AssessmentContext.Default.ForecastScores);
    }

    /// <summary>Writes a pressure index as UTF-8, indented.</summary>
    /// <param name="index">What to write.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(PressureIndex index, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Options(indented: true));
        JsonSerializer.Serialize(writer, index, AssessmentContext.Default.PressureIndex);
    }

    /// <summary>Writes a verdict as UTF-8, indented.</summary>
    /// <param name="verdict">What to write.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(Verdict verdict, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Options(indented: true));
        JsonSerializer.Serialize(writer, verdict, AssessmentContext.Default.Verdict);
    }

    /// <summary>Writes who confirms whom as UTF-8, indented.</summary>
    /// <param name="view">What to write.</param>
    /// <param name="output">Where to; left open.</param>
    public static void Write(CorroborationView view, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, Options(indented: true));
        JsonSerializer.Serialize(writer, view, AssessmentContext.Default.CorroborationView);
    }

    /// <summary>Reads back what <see cref="Write(PressureIndex, Stream)"/> wrote.</summary>
    /// <param name="json">UTF-8.</param>
    /// <returns>Null when it is no such document.</returns>
    public static PressureIndex? ReadPressure(ReadOnlySpan<byte> json) => Read(json, AssessmentContext.Default.PressureIndex);

    /// <summary>Reads back what <see cref="Write(Verdict, Stream)"/> wrote.</summary>
    /// <param name="json">UTF-8.</param>
    /// <returns>Null when it is no such document.</returns>
    public static Verdict? ReadVerdict(ReadOnlySpan<byte> json) => Read(json, AssessmentContext.Default.Verdict);

    private static T? Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>JSON Schema (draft 2020-12) of what <see cref="Write(CaseAssessment, Stream, bool)"/> writes.</summary>
    /// <param name="describe">Text that explains a type, or a property of it when the second argument is given; null for none.</param>
    public static JsonNode Schema(Func<Type, string?, string?> describe) => Schema(typeof(CaseAssessment), "Assessment of a case by Manometer", describe);

    /// <summary>JSON Schema (draft 2020-12) of what <see cref="WriteScores"/> writes.</summary>
    /// <param name="describe">Text that explains a type, or a property of it when the second argument is given; null for none.</param>
    public static JsonNode ScoresSchema(Func<Type, string?, string?> describe) => Schema(typeof(ForecastScores), "Scores of the forecasts of a case by Manometer", describe);

    /// <summary>JSON Schema (draft 2020-12) of what <see cref="Write(PressureIndex, Stream)"/> writes.</summary>
    /// <param name="describe">Text that explains a type, or a property of it when the second argument is given; null for none.</param>
    public static JsonNode PressureSchema(Func<Type, string?, string?> describe) => Schema(typeof(PressureIndex), "Pressure index of a case by Manometer", describe);

    /// <summary>JSON Schema (draft 2020-12) of what <see cref="Write(Verdict, Stream)"/> writes.</summary>
    /// <param name="describe">Text that explains a type, or a property of it when the second argument is given; null for none.</param>
    public static JsonNode VerdictSchema(Func<Type, string?, string?> describe) => Schema(typeof(Verdict), "Verdict on a case by Manometer", describe);

    private static JsonNode Schema(Type type, string title, Func<Type, string?, string?> describe)
    {
        var schema = AssessmentContext.Default.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Described(context, node, describe),
        });
        schema.AsObject().Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.AsObject().Insert(1, "title", title);
        return schema;
    }

    internal static byte[] Utf8(CaseAssessment assessment)
    {
        using var memory = new MemoryStream();
        Write(assessment, memory);
        return memory.ToArray();
    }

    internal static string Outlines(IReadOnlyList<Outline> outlines)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, Options(indented: false)))
            JsonSerializer.Serialize(writer, outlines, AssessmentContext.Default.IReadOnlyListOutline);
        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    private static JsonWriterOptions Options(bool indented) => new() { Encoder = Letters, Indented = indented, NewLine = "\n" };

    /// <summary>Adds the description, and takes "null" out of the types: what is null is left out instead.</summary>
    private static JsonNode Described(JsonSchemaExporterContext context, JsonNode node, Func<Type, string?, string?> describe)
    {
        if (node is not JsonObject described)
            return node;
        if (described["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() == "null"))
        {
            var rest = types.Where(type => type!.GetValue<string>() != "null").Select(type => type!.GetValue<string>()).ToList();
            described["type"] = rest.Count == 1 ? rest[0] : new JsonArray([.. rest.Select(type => JsonValue.Create(type))]);
        }

        var text = context.PropertyInfo is { } property
            ? describe(property.DeclaringType, (property.AttributeProvider as System.Reflection.MemberInfo)?.Name ?? property.Name)
            : describe(context.TypeInfo.Type, null);
        if (text is not null)
            described.Insert(0, "description", text);
        return described;
    }
}
