using System.CommandLine;
using System.Globalization;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>custody CASE</c>: the log, readably.</summary>
internal static class CustodyCommand
{
    private const int HashShown = 12;

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var file = new Option<string?>("--file") { Description = "Only the records that used or made this file of the case", HelpName = "NAME" };
        var command = new Command("custody", "Show the custody log of a case: who did what and when, and why") { folder, file };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(file)));
        Examples.Teach(command, "Examples:", "./manometer custody my-case", "./manometer custody my-case --file observations.csv");
        return command;
    }

    private static int Run(string folder, string? file)
    {
        var found = CustodyCheck.Verify(folder);
        var shown = found.Records.Where(record => file is null || record.Inputs.Concat(record.Outputs).Any(item => item.Name == file)).ToList();
        foreach (var record in shown)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{record.Sequence}  {record.At:yyyy-MM-dd HH:mm:ss}  {Printable(record.Who)}  {Word.Of(record.Act)}{(record.Note.Length > 0 ? "  " + Printable(record.Note) : "")}"));
            foreach (var item in record.Inputs.Where(item => item.Role != "table"))
                Console.Out.WriteLine($"     {Printable(item.Role)} {Printable(item.Name)} {item.Sha256[..HashShown]}");
            foreach (var item in record.Outputs)
                Console.Out.WriteLine($"     {Printable(item.Role)} {Printable(item.Name)} {(record.Inputs.FirstOrDefault(one => one.Name == item.Name) is { } before ? before.Sha256[..HashShown] + " -> " : "")}{item.Sha256[..HashShown]}");
        }

        if (shown.Count == 0 && found.Records.Count > 0)
            Console.Error.WriteLine($"manometer: no record names {file}.");
        var chain = found.Diagnostics.Where(fault => found.Records.Count == 0 || fault.Where.File.StartsWith("custody.", StringComparison.Ordinal)).ToList();
        Faults.Print(chain, Console.Error, Terminal.ErrorColour);
        return chain.Any(fault => fault.Severity == Severity.Error) ? ExitCode.Faulty : ExitCode.Done;
    }

    // names and notes are others' text: no commands to the terminal, no line breaks
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') ? ' ' : letter));
}
