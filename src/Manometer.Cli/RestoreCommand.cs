using System.CommandLine;
using System.Globalization;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>restore CASE</c>: the case as its log knew it on a day.</summary>
internal static class RestoreCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var known = new Option<DateOnly>("--known")
        {
            Description = "Day at whose end, in UTC, the case is rebuilt, YYYY-MM-DD",
            Required = true,
            HelpName = "DATE",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    return day;
                result.AddError($"--known wants a day of the calendar, such as 2018-06-30, not '{result.Tokens[0].Value}'.");
                return default;
            },
        };
        var output = new Option<string>("--out") { Description = "Folder to make; it must be absent or empty", Required = true, HelpName = "DIR" };
        var command = new Command("restore", "Rebuild the tables of a case as its custody log knew them on a day") { folder, known, output };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(known), parsed.GetValue(output)!));
        Examples.Teach(command, "Example:", "./manometer restore my-case --known 2026-03-01 --out my-case-then && ./manometer assess my-case-then", "Two times: --known is what the case said then; assess --as-of is what had been published by then.");
        return command;
    }

    private static int Run(string folder, DateOnly known, string output)
    {
        var done = CustodyRestore.Run(folder, known, output);
        Faults.Print(done.Diagnostics, Console.Error, Terminal.ErrorColour);
        if (done.Last is { } last)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {Faults.Plural(done.Files.Count, "file")} to {output}: {folder} as of record {last.Sequence} of {last.At:yyyy-MM-dd HH:mm:ss} UTC."));
        return done.Diagnostics.Any(fault => fault.Severity == Severity.Error) ? ExitCode.Faulty : ExitCode.Done;
    }
}
