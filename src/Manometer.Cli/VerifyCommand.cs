using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>verify CASE</c>: the custody of a case, checked offline.</summary>
internal static class VerifyCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var json = new Option<bool>("--json") { Description = "Print what was found as one JSON document" };
        var reports = new Option<bool>("--reports") { Description = "List for each report which preservation criteria it does not meet, and why" };
        var head = new Option<string?>("--head") { Description = "Hash of a record noted elsewhere, which the log must hold", HelpName = "HASH" };
        var command = new Command("verify", "Check the custody of a case: the log's chain, the tables, captures and details it names, and the preservation criteria") { folder, json, reports, head };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(json), parsed.GetValue(reports), parsed.GetValue(head)));
        Examples.Teach(command, "Examples:", "./manometer verify my-case", "./manometer verify my-case --json | jq '.diagnostics[].code'", "Exit code 0: the custody holds (there may be warnings); 1: it does not.");
        return command;
    }

    private static int Run(string folder, bool json, bool reports, string? head)
    {
        var found = CustodyCheck.Verify(folder, head?.Trim().ToLowerInvariant());
        if (json)
            WriteJson(found);
        else
            Print(folder, found, reports);
        return found.HasErrors ? ExitCode.Faulty : ExitCode.Done;
    }

    private static void Print(string folder, CustodyReport found, bool reports)
    {
        Faults.Print(found.Diagnostics, Console.Out, Terminal.Colour);
        if (found.Diagnostics.Count > 0)
            Console.Out.WriteLine();
        Console.Out.WriteLine($"{folder}: {Faults.Count(found.Diagnostics)} in {Faults.Plural(found.Records.Count, "record")}, {Faults.Plural(found.FilesCompared, "file")}, {Faults.Plural(found.CapturesCompared, "capture")} and {Faults.Plural(found.DetailsCompared, "detail")}{(found.DetailsRedacted > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({found.DetailsRedacted} redacted)") : "")}");
        if (found.Records.Count > 0)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"last record: {found.Records[^1].Sequence} of {found.Records[^1].At:yyyy-MM-dd HH:mm:ss} UTC, {found.Records[^1].Hash}"));
        if (found.Reports.Count == 0)
            return;
        Console.Out.WriteLine();
        Console.Out.WriteLine("preservation criterion   reports that meet it");
        foreach (var criterion in Enum.GetValues<PreservationCriterion>())
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Word.Of(criterion),-24} {found.Reports.Count(report => report.Lacks.All(lack => lack.Criterion != criterion))} of {found.Reports.Count}"));
        if (!reports)
            return;
        Console.Out.WriteLine();
        foreach (var report in found.Reports)
            Console.Out.WriteLine($"{report.Report}: {(report.Lacks.Count == 0 ? "meets all" : string.Join("; ", report.Lacks.Select(lack => $"{Word.Of(lack.Criterion)}: {lack.Why}")))}");
    }

    private static void WriteJson(CustodyReport found)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteBoolean("holds", !found.HasErrors);
            json.WriteNumber("records", found.Records.Count);
            if (found.Records.Count > 0)
                json.WriteString("head", found.Records[^1].Hash);
            json.WriteNumber("files", found.FilesCompared);
            json.WriteNumber("captures", found.CapturesCompared);
            json.WriteNumber("captures_missing", found.CapturesMissing);
            json.WriteNumber("details", found.DetailsCompared);
            json.WriteNumber("details_redacted", found.DetailsRedacted);
            json.WriteStartArray("diagnostics");
            foreach (var one in found.Diagnostics)
            {
                json.WriteStartObject();
                json.WriteString("code", one.Code);
                json.WriteString("severity", one.Severity == Severity.Error ? "error" : "warning");
                json.WriteString("file", one.Where.File);
                json.WriteNumber("line", one.Where.Line);
                json.WriteString("title", one.Title);
                json.WriteString("expected", one.Expected);
                json.WriteString("found", one.Found);
                json.WriteString("next", one.Next);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("reports");
            foreach (var report in found.Reports)
            {
                json.WriteStartObject();
                json.WriteString("id", report.Report);
                json.WriteString("sha256", report.Sha256);
                json.WriteStartObject("lacks");
                foreach (var (criterion, why) in report.Lacks)
                    json.WriteString(Word.Of(criterion), why);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
