using System.CommandLine;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>new DIR</c>: a small case that checks clean, to be changed into one's own.</summary>
internal static class NewCommand
{
    public static Command Build()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to make; it must be absent or empty" };
        var who = new Option<string?>("--who") { Description = "Begin a custody log, in which this name answers for the case as it was made", HelpName = "NAME" };
        var command = new Command("new", "Make a case that checks clean, with an example row in every table") { folder, who };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(who)));
        Examples.Teach(command, "Example:", "./manometer new my-case && ./manometer check my-case");
        return command;
    }

    private static int Run(string folder, string? who)
    {
        var diagnostics = CaseFolder.Create(folder);
        Faults.Print(diagnostics, Console.Error, Terminal.ErrorColour);
        if (diagnostics.Any(one => one.Severity == Severity.Error))
            return ExitCode.Faulty;
        if (who is not null && CustodyWriting.With(folder, who, log => log.Record(new CustodyEntry(CustodyAct.Edit, who, "the case as it was made")) is null ? ExitCode.Faulty : ExitCode.Done) is not ExitCode.Done and var code)
            return code;
        Console.Out.WriteLine($"Made {folder}: a case of a country that does not exist. Its README.md says what each table holds.");
        Console.Out.WriteLine($"next: ./manometer assess {folder}");
        return ExitCode.Done;
    }
}
