using System.CommandLine;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>query CASE SQL</c>: SQL over the tables of a case.</summary>
internal static class QueryCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var sql = new Argument<string>("SQL") { Description = "One statement of DuckDB's SQL; '-' reads it from standard input" };
        var format = new Option<string>("--format") { Description = "table, csv, json or parquet; default table", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "csv", "json", "parquet");
        var output = new Option<string?>("--out") { Description = "File to write; needed for parquet", HelpName = "FILE" };
        var command = new Command("query", "Run SQL over the tables of a case; nothing else can be read, and nothing of the case is changed") { folder, sql, format, output };
        command.Validators.Add(result =>
        {
            if (result.GetValue(format) == "parquet" && result.GetValue(output) is null)
                result.AddError("--format parquet wants --out FILE.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(sql)!, parsed.GetValue(format)!, parsed.GetValue(output)));
        Examples.Teach(command, "Examples:",
            "./manometer query cases/dprk-2016-2019 \"select sector, count(*) n from observations group by 1 order by n desc limit 5\"",
            "./manometer query cases/dprk-2016-2019 \"select * from observations\" --format parquet --out observations.parquet",
            "./manometer query my-case \"select name, date_first, value from series where unit = 'crowns/kg'\" --format csv",
            "./manometer query my-case \"describe observations\"        (the columns of a table; show tables lists the tables)",
            "Tables: sources, reports, observations, measures, places, forecasts, mechanisms, rivals, challenges, matrix, links, series. A date x has x_first and x_last beside it. The step of an observation is step_low to step_high; step is what its coder wrote. The columns when and group stand in double quotes.");
        return command;
    }

    private static int Run(string folder, string sql, string format, string? output)
    {
        var reading = CaseFolder.Read(folder);
        if (reading.Case is null)
        {
            Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
            return ExitCode.Faulty;
        }

        if (reading.HasErrors)
            Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; rows with errors are left out (./manometer check {folder}).");
        if (output is not null && Path.GetDirectoryName(Path.GetFullPath(output)) is { } parent && !Directory.Exists(parent))
            return Wrong($"there is no folder {parent} to write {Path.GetFileName(output)} into");
        var statement = sql == "-" ? Console.In.ReadToEnd() : sql;
        if (format == "parquet")
            return Parquet(reading.Case, folder, statement, output!);
        using var query = CaseQuery.Open(reading.Case, folder);
        if (!query.TryRun(statement, out var result, out var fault, Interrupt.Token))
            return Wrong(fault!);
        if (output is null)
        {
            Write(result!, format, Console.Out);
            return ExitCode.Done;
        }

        using var text = new StringWriter();
        Write(result!, format, text);
        AtomicFile.Write(output, System.Text.Encoding.UTF8.GetBytes(text.ToString()));
        Console.Error.WriteLine($"Wrote {output}: {Faults.Plural(result!.Rows.Count, "row")}.");
        return ExitCode.Done;
    }

    private static int Parquet(Case @case, string folder, string sql, string output)
    {
        string? fault = null;
        try
        {
            AtomicFile.Write(output, temporary =>
            {
                using var query = CaseQuery.Open(@case, folder, temporary);
                if (!query.TryExport(sql, temporary, out fault, Interrupt.Token))
                    throw new OperationFailedException();
            });
        }
        catch (OperationFailedException)
        {
            return Wrong(fault!);
        }

        Console.Error.WriteLine($"Wrote {output}.");
        return ExitCode.Done;
    }

    private static int Wrong(string fault)
    {
        Console.Error.WriteLine($"manometer: {fault}");
        return ExitCode.Faulty;
    }

    private static void Write(QueryResult result, string format, TextWriter to)
    {
        switch (format)
        {
            case "csv":
                Rows.WriteCsv(result, to);
                break;
            case "json":
                Rows.WriteJson(result, to);
                break;
            default:
                Rows.WriteTable(result, to);
                break;
        }
    }

    private sealed class OperationFailedException : Exception;
}
