using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
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
        var trust = new Option<string?>("--trust") { Description = "Certificates in PEM to which those of time stamps and signatures should lead", HelpName = "FILE" };
        var command = new Command("verify", "Check the custody of a case: the log's chain, the tables, captures and details it names, and the preservation criteria") { folder, json, reports, head, trust };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(json), parsed.GetValue(reports), parsed.GetValue(head), parsed.GetValue(trust)));
        Examples.Teach(command, "Examples:", "./manometer verify my-case", "./manometer verify my-case --json | jq '.diagnostics[].code'", "Exit code 0: the custody holds (there may be warnings); 1: it does not.");
        return command;
    }

    private static int Run(string folder, bool json, bool reports, string? head, string? trust)
    {
        if (!TryCertificates(trust, out var trusted))
            return ExitCode.Usage;
        Terminal.Progress($"verifying {folder}");
        var found = CustodyCheck.Verify(folder, head?.Trim().ToLowerInvariant(), trusted);
        Terminal.Progress(null);
        if (json)
            WriteJson(found);
        else
            Print(folder, found, reports);
        return found.HasErrors ? ExitCode.Faulty : ExitCode.Done;
    }

    private static bool TryCertificates(string? path, out X509Certificate2Collection? certificates)
    {
        certificates = null;
        if (path is null)
            return true;
        if (SealInput.Bytes(path) is not { } bytes)
            return false;
        certificates = [];
        try
        {
            certificates.ImportFromPem(Encoding.UTF8.GetString(bytes));
        }
        catch (CryptographicException)
        {
            certificates.Clear(); // told below
        }

        if (certificates.Count == 0)
            Console.Error.WriteLine($"manometer: {path} holds no certificate in PEM.");
        return certificates.Count > 0;
    }

    private static void Print(string folder, CustodyReport found, bool reports)
    {
        Faults.Print(found.Diagnostics, Console.Out, Terminal.Colour);
        if (found.Diagnostics.Count > 0)
            Console.Out.WriteLine();
        Console.Out.WriteLine($"{folder}: {Faults.Count(found.Diagnostics)} in {Faults.Plural(found.Records.Count, "record")}, {Faults.Plural(found.FilesCompared, "file")}, {Faults.Plural(found.CapturesCompared, "capture")} and {Faults.Plural(found.DetailsCompared, "detail")}{(found.DetailsRedacted > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({found.DetailsRedacted} redacted)") : "")}");
        if (found.Records.Count > 0)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"last record: {found.Records[^1].Sequence} of {found.Records[^1].At:yyyy-MM-dd HH:mm:ss} UTC, {found.Records[^1].Hash}"));
        foreach (var seal in found.Seals)
            Console.Out.WriteLine($"{(seal.Kind == SealKind.TimeStamp ? "time stamp" : "signature")}: {SealInput.Words(seal)}");
        if (found.Reports.Count == 0)
            return;
        Console.Out.WriteLine();
        Console.Out.WriteLine("preservation criterion   reports that meet it");
        foreach (var criterion in Enum.GetValues<PreservationCriterion>())
        {
            var met = string.Create(CultureInfo.InvariantCulture, $"{found.Reports.Count(report => report.Lacks.All(lack => lack.Criterion != criterion))} of {found.Reports.Count}");
            Console.Out.WriteLine($"{Word.Of(criterion),-24} {met,-14} {Meaning(criterion)}");
        }

        if (!reports)
            return;
        Console.Out.WriteLine();
        foreach (var report in found.Reports)
            Console.Out.WriteLine($"{report.Report}: {(report.Lacks.Count == 0 ? "meets all" : string.Join("; ", report.Lacks.Select(lack => $"{Word.Of(lack.Criterion)}: {lack.Why}")))}");
    }

    private static string Meaning(PreservationCriterion criterion) => criterion switch
    {
        PreservationCriterion.Authenticity => "a hash is stated, and the capture has it",
        PreservationCriterion.Availability => "the capture is in the case",
        PreservationCriterion.Identity => "address and source are stated",
        PreservationCriterion.Persistence => "the capture is named by its hash and on record",
        PreservationCriterion.Renderability => "the capture starts as such a file does",
        PreservationCriterion.Understandability => "title and language are stated",
        PreservationCriterion.ChainOfCustody => "the log says who captured it, when, with what",
        _ => "",
    };

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
            json.WriteStartArray("seals");
            foreach (var seal in found.Seals)
            {
                json.WriteStartObject();
                json.WriteString("kind", seal.Kind == SealKind.TimeStamp ? "time-stamp" : "signature");
                json.WriteString("file", seal.File);
                json.WriteNumber("record", seal.Record.Sequence);
                json.WriteString("hash", seal.Record.Hash);
                if (seal.Time is { } time)
                    json.WriteString("time", time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));
                json.WriteString("name", seal.Name);
                json.WriteString("certificate", seal.Fingerprint);
                if (seal.Trusted is { } trusted)
                    json.WriteBoolean("trusted", trusted);
                json.WriteEndObject();
            }

            json.WriteEndArray();
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
