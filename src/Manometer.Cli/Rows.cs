using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary>Prints rows of a query.</summary>
internal static class Rows
{
    private const int WidestCell = 60;

    public static void WriteTable(QueryResult result, TextWriter to)
    {
        var cells = result.Rows.Select(row => row.Select(value => Cut(Text(value))).ToArray()).ToList();
        var widths = result.Columns.Select((name, i) => Math.Max(name.Length, cells.Count == 0 ? 0 : cells.Max(row => row[i].Length))).ToArray();
        var right = result.Columns.Select((_, i) => result.Rows.Count > 0 && result.Rows.All(row => row[i] is null or int or long or double or decimal or System.Numerics.BigInteger)).ToArray();
        Line([.. result.Columns]);
        to.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        foreach (var row in cells)
            Line(row);
        to.WriteLine(Faults.Plural(result.Rows.Count, "row"));

        void Line(string[] row) => to.WriteLine(string.Join("  ", row.Select((cell, i) => right[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
    }

    public static void WriteCsv(QueryResult result, TextWriter to)
    {
        to.Write(string.Join(',', result.Columns.Select(Quoted)) + "\n");
        foreach (var row in result.Rows)
            to.Write(string.Join(',', row.Select(value => Quoted(Text(value)))) + "\n");
    }

    public static void WriteJson(QueryResult result, TextWriter to)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var row in result.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Count; i++)
                    Value(json, result.Columns[i], row[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        to.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int or long or short or byte:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case System.Numerics.BigInteger whole when whole >= long.MinValue && whole <= long.MaxValue:
                json.WriteNumber(name, (long)whole);
                break;
            default:
                json.WriteString(name, Text(value));
                break;
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "s", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => "[" + string.Join(", ", list.Cast<object?>().Select(Text)) + "]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Cut(string text)
    {
        text = text.ReplaceLineEndings(" ");
        return text.Length <= WidestCell ? text : text[..(WidestCell - 1)] + "\u2026";
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
