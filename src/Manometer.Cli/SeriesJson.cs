using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary>The parts of a JSON answer that all estimators share. A number that is none is written as null.</summary>
internal static class SeriesJson
{
    /// <summary>Prints one JSON document to standard output.</summary>
    public static void Print(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    public static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        Number(json, value);
    }

    public static void Number(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumberValue(value);
        else
            json.WriteNullValue();
    }

    public static void Numbers(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            Number(json, value);
        json.WriteEndArray();
    }

    public static void Integers(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }

    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>The time axis: unit, ends, step, what is missing of it.</summary>
    public static void Times(Utf8JsonWriter json, TimeAxis times)
    {
        json.WriteStartObject("time");
        json.WriteString("unit", times.AreRowNumbers ? "row" : times.Unit.ToString().ToLowerInvariant());
        json.WriteString("first", times.Labels[0]);
        json.WriteString("last", times.Labels[^1]);
        json.WriteNumber("step", times.Step);
        Number(json, "stepShare", times.StepShare);
        json.WriteBoolean("regular", times.IsRegular);
        json.WriteNumber("missingSteps", times.Missing);
        json.WriteEndObject();
    }
}
