using System.CommandLine;
using System.IO.Compression;
using System.Text;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Publishing;

namespace Manometer.Cli;

/// <summary><c>export CASE</c>: the tables of a case in another form.</summary>
internal static class ExportCommand
{
    private static readonly string[] Tables = ["sources", "reports", "observations", "measures", "places", "forecasts", "mechanisms", "rivals", "challenges", "matrix", "links", "appraisals", "series"];

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var format = new Option<string>("--format") { Description = "parquet (one file a table, typed, dates with their first and last day), csv (the canonical text of a case), the evidence matrix as achz (one file an analyst) or open-synthesis, the custody log as prov (PROV-O in JSON-LD), claims with their reports and objections as jsonld (schema.org), entities and statements as ftm (FollowTheMoney), or what analysts say came of it as episodes (records of the sanctions data sets HSE, TSC and GSDB)", DefaultValueFactory = _ => "parquet", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong(["parquet", "csv", "prov", "jsonld", "ftm", "episodes", .. MatrixExchange.Formats]);
        var output = new Option<string>("--out") { Description = "Folder to write into", Required = true, HelpName = "DIR" };
        var command = new Command("export", "Write the tables of a case in another form: Parquet for bulk work, or canonical CSV") { folder, format, output };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(format)!, parsed.GetValue(output)!));
        Examples.Teach(command, "Example:", "./manometer export cases/dprk-2016-2019 --format parquet --out bulk");
        return command;
    }

    private static int Run(string folder, string format, string output)
    {
        if (Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))
        {
            Console.Error.WriteLine($"manometer: --out {output} is the case itself, where Parquet would be read as more rows of its tables; name another folder.");
            return ExitCode.Usage;
        }

        if (format == "prov")
            return Provenance(folder, output);
        var reading = CaseFolder.Read(folder);
        if (reading.Case is not { } @case || reading.HasErrors)
        {
            Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
            Console.Error.WriteLine();
            Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; a case with errors is not exported.");
            return ExitCode.Faulty;
        }

        if (format == "csv")
        {
            CaseFolder.Write(@case, output);
            Console.Out.WriteLine($"Wrote the case to {output}.");
            return ExitCode.Done;
        }

        if (format == "ftm")
        {
            var (entities, statements) = FollowTheMoney.Of(@case, DatasetName(folder));
            return Write(output, ("entities.ftm.json", entities), ("statements.csv", statements));
        }

        if (format == "episodes")
        {
            if (@case.Appraisals.Count == 0)
            {
                Console.Error.WriteLine($"manometer: {folder} has no appraisals.csv, or no row in it, so that nothing is known of its outcome: docs/methods/verdict.md");
                return ExitCode.Faulty;
            }

            return Write(output, [.. EpisodeTables.Of(@case, Assessor.EndOfRecord(@case))]);
        }

        if (format == "jsonld")
            return Write(output, ("claims.jsonld", LinkedClaims.Of(@case, Assessor.Assess(@case, new AssessmentOptions { Program = ProgramVersion.Text }))));
        if (MatrixExchange.Formats.Contains(format))
            return Matrix(@case, folder, format == "achz" ? MatrixFormat.Achz : MatrixFormat.OpenSynthesis, output);
        foreach (var table in Tables)
        {
            Interrupt.Token.ThrowIfCancellationRequested();
            Terminal.Progress($"writing {table}.parquet");
            AtomicFile.Write(Path.Combine(output, table + ".parquet"), temporary =>
            {
                using var query = CaseQuery.Open(@case, folder, temporary);
                if (!query.TryExport($"select * from {table}", temporary, out var fault))
                    throw new IOException(fault);
            });
        }

        Terminal.Progress(null);
        Console.Out.WriteLine($"Wrote {Tables.Length} tables to {output}.");
        return ExitCode.Done;
    }

    private static int Write(string output, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(output, name);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(text));
            Console.Out.WriteLine($"Wrote {path}.");
        }

        return ExitCode.Done;
    }

    /// <summary>A name of letters, digits and underscores, made of the folder's.</summary>
    private static string DatasetName(string folder)
    {
        var name = string.Concat(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')).Trim('_');
        return name.Length > 0 ? name : "case";
    }

    private static int Provenance(string folder, string output)
    {
        var found = CustodyCheck.Verify(folder);
        var chain = found.Diagnostics.Where(fault => found.Records.Count == 0 || fault.Where.File.StartsWith("custody.", StringComparison.Ordinal)).ToList();
        Faults.Print(chain, Console.Error, Terminal.ErrorColour);
        if (found.Records.Count == 0 || chain.Exists(fault => fault.Severity == Severity.Error))
        {
            Console.Error.WriteLine();
            Console.Error.WriteLine($"{folder}: the custody log is not whole; nothing is exported.");
            return ExitCode.Faulty;
        }

        var path = Path.Combine(output, "prov.jsonld");
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(ProvenanceText.Of(found.Records)));
        Console.Out.WriteLine($"Wrote {path}: {Faults.Plural(found.Records.Count, "record")}.");
        return ExitCode.Done;
    }

    private static int Matrix(Case @case, string folder, MatrixFormat format, string output)
    {
        if (@case.Matrix.Count == 0)
        {
            Console.Error.WriteLine($"manometer: {folder} has no matrix.csv, or no row in it: docs/methods/matrix.md");
            return ExitCode.Faulty;
        }

        if (format == MatrixFormat.OpenSynthesis)
            return Write(output, ("matrix.json", MatrixExchange.Write(@case, format, null)));

        foreach (var analyst in @case.Matrix.Select(row => row.Analyst).Distinct(StringComparer.Ordinal))
        {
            var path = Path.Combine(output, $"matrix-{string.Concat(analyst.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'))}.achz");
            using var packed = new MemoryStream();
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                gzip.Write(Encoding.Unicode.GetPreamble());
                gzip.Write(Encoding.Unicode.GetBytes(MatrixExchange.Write(@case, format, analyst)));
            }

            AtomicFile.Write(path, packed.ToArray());
            Console.Out.WriteLine($"Wrote {path}.");
        }

        return ExitCode.Done;
    }
}
