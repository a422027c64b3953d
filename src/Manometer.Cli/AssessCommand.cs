using System.Globalization;
using System.CommandLine;
using System.Text;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Publishing;

namespace Manometer.Cli;

/// <summary><c>assess CASE</c>: the main job. Assessment, report and a summary.</summary>
internal static class AssessCommand
{
    // beyond this the fits take minutes
    private const int MostModelled = 3000;

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var output = new Option<string?>("--out") { Description = "Folder for index.html and assessment.json; default CASE/.manometer/report", HelpName = "DIR" };
        var asOf = AsOfOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the assessment as one JSON document; files are then written only with --out" };
        var command = new Command("assess", "Assess a case: write the report and the assessment, and print a summary") { folder, output, asOf, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(output), parsed.GetValue(asOf), parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer assess cases/dprk-2016-2019",
            "./manometer assess cases/dprk-2016-2019 --as-of 2018-06-30 --out mid-2018",
            "./manometer assess my-case --json | jq .tally",
            "The report is one file, index.html, that opens from disk without a network.");
        return command;
    }

    private static int Run(string folder, string? output, DateOnly? asOf, bool json)
    {
        if (output is not null && File.Exists(output))
            return Refuse($"--out {output} is a file; the report and the assessment go into a folder");
        if (output is not null && Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
            return Refuse($"--out {output} is the case itself, where the report would lie among the tables; name another folder, or none for {Path.Combine(folder, ".manometer", "report")}");
        Terminal.Progress($"reading {folder}");
        var reading = CaseFolder.Read(folder);
        if (reading.Case is not { } @case || reading.Diagnostics.Any(one => one.Severity == Severity.Error))
        {
            Terminal.Progress(null);
            Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
            Console.Error.WriteLine();
            Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; a case with errors is not assessed.");
            return ExitCode.Faulty;
        }

        SayWhereItEnds(@case, asOf);
        Interrupt.Token.ThrowIfCancellationRequested();
        var modelled = @case.Observations.Count <= MostModelled;
        if (!modelled)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"More than {MostModelled} observations: the index and the verdict are left out; their fits are too slow yet for a record of this size; ./manometer pressure and ./manometer verdict try them, or say why not."));
        var keep = !json || output is not null;
        Terminal.Progress("fitting the pressure model, and letting the stories forecast");
        var index = Task.Run(() => modelled ? FittedParts.Pressure(folder, @case, asOf, keep) : null);
        var verdict = modelled ? FittedParts.Verdict(folder, @case, asOf, VerdictDepth.Quick, keep) : null;
        var pressure = index.GetAwaiter().GetResult();
        Interrupt.Token.ThrowIfCancellationRequested();
        Terminal.Progress("assessing");
        var assessment = Assessor.Assess(@case, new AssessmentOptions { AsOf = asOf, Program = ProgramVersion.Text, Warnings = reading.Diagnostics, Pressure = pressure, Verdict = verdict });
        Interrupt.Token.ThrowIfCancellationRequested();
        string? report = null;
        if (!json || output is not null)
        {
            try
            {
                report = Write(output ?? Path.Combine(folder, ".manometer", "report"), assessment, @case.Provinces);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Terminal.Progress(null);
                Console.Error.WriteLine($"manometer: the report could not be written: {fault.Message}");
                Console.Error.WriteLine($"next: ./manometer assess {folder} --out DIR, with a folder that can be written");
                return ExitCode.Internal;
            }
        }

        Terminal.Progress(null);
        if (json)
        {
            using var stdout = Console.OpenStandardOutput();
            AssessmentJson.Write(assessment, stdout, indented: true);
            stdout.WriteByte((byte)'\n');
        }
        else
        {
            Summary.Print(assessment, folder, report!);
        }

        return ExitCode.Done;
    }

    /// <summary>Says when the date lies beyond the record, or values of series beyond the date.</summary>
    private static void SayWhereItEnds(Case @case, DateOnly? asOf)
    {
        var end = Assessor.EndOfRecord(@case);
        if (asOf > end)
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The record ends on {end:yyyy-MM-dd}: later months are empty, not calm."));
        else if (asOf is null && @case.Header.Period.LastDay is { } last && last > end && @case.Series.Any(series => series.Points.Any(point => point.Value is not null && point.Date.LastDay > end && point.Date.LastDay <= last)))
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The date is that of the last report, {end:yyyy-MM-dd}: values of series after it are left out. To the end of the period: --as-of {last:yyyy-MM-dd}, or as_of in case.yaml."));
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"manometer: {why}.");
        return ExitCode.Usage;
    }

    private static string Write(string folder, CaseAssessment assessment, IReadOnlyList<Province> outlines)
    {
        Terminal.Progress("writing the report");
        Directory.CreateDirectory(folder);
        using var document = new MemoryStream();
        AssessmentJson.Write(assessment, document, indented: true);
        document.WriteByte((byte)'\n');
        AtomicFile.Write(Path.Combine(folder, "assessment.json"), document.GetBuffer().AsSpan(0, (int)document.Length));
        Interrupt.Token.ThrowIfCancellationRequested();
        var page = Path.Combine(folder, "index.html");
        AtomicFile.Write(page, Encoding.UTF8.GetBytes(ReportPage.Render(assessment, outlines)));
        return page;
    }
}
