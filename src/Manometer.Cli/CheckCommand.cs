using System.CommandLine;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>check CASE</c>: every fault of a case, with where it is and what to do.</summary>
internal static class CheckCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var json = new Option<bool>("--json") { Description = "Print the faults as one JSON document" };
        var command = new Command("check", "Print every fault of a case: where it is, what was expected, what to do next") { folder, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(json)));
        Examples.Teach(command, "Examples:", "./manometer check cases/dprk-2016-2019", "./manometer check my-case --json | jq '.diagnostics[].code'", "Exit code 0: no errors (there may be warnings); 1: errors.");
        return command;
    }

    private static int Run(string folder, bool json)
    {
        var reading = CaseFolder.Read(folder);
        var errors = reading.Diagnostics.Any(one => one.Severity == Severity.Error);
        if (json)
        {
            WriteJson(reading.Diagnostics);
        }
        else
        {
            Faults.Print(reading.Diagnostics, Console.Out, Terminal.Colour);
            if (reading.Diagnostics.Count > 0)
                Console.Out.WriteLine();
            Console.Out.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}{Size(reading.Case)}");
        }

        return errors ? ExitCode.Faulty : ExitCode.Done;
    }

    // rows as they stand in the files: a row with an error was looked at too
    private static string Size(Case? @case)
    {
        if (@case is null)
            return "";
        var rows = @case.Files.ToDictionary(file => file.Path, file => file.Rows, StringComparer.Ordinal);
        return $" in {Of("observation")}, {Of("report")}, {Of("measure")}, {Of("forecast")} and {@case.Series.DistinctBy(series => series.File).Count()} series";

        string Of(string noun) => Faults.Plural(rows.GetValueOrDefault(noun + "s.csv"), noun);
    }

    private static void WriteJson(IReadOnlyList<Diagnostic> diagnostics)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("errors", diagnostics.Count(one => one.Severity == Severity.Error));
            json.WriteNumber("warnings", diagnostics.Count(one => one.Severity == Severity.Warning));
            json.WriteStartArray("diagnostics");
            foreach (var one in diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("code", one.Code);
                json.WriteString("severity", one.Severity == Severity.Error ? "error" : "warning");
                json.WriteString("file", one.Where.File);
                json.WriteNumber("line", one.Where.Line);
                json.WriteNumber("column", one.Where.Column);
                json.WriteNumber("length", one.Where.Length);
                json.WriteString("title", one.Title);
                Optional("excerpt", one.Excerpt);
                Optional("expected", one.Expected);
                Optional("found", one.Found);
                Optional("next", one.Next);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();

            void Optional(string name, string? value)
            {
                if (value is not null)
                    json.WriteString(name, value);
            }
        }

        output.WriteByte((byte)'\n');
    }
}
