using System.CommandLine;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>describe CASE</c>: brings <c>datapackage.json</c> in step with the tables.</summary>
internal static class DescribeCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var command = new Command("describe", "Write datapackage.json anew from the tables as they are; what you wrote into it is kept") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!));
        Examples.Teach(command, "Example:", "./manometer describe my-case", "Do this after adding a table, a column or a series, so that any Frictionless client can read the case.");
        return command;
    }

    private static int Run(string folder)
    {
        var reading = CaseFolder.Read(folder);
        if (reading.Case is null || reading.HasErrors)
        {
            Faults.Print([.. reading.Diagnostics.Where(one => one.Severity == Severity.Error)], Console.Error, Terminal.ErrorColour);
            Console.Error.WriteLine();
            Console.Error.WriteLine($"{folder}: a case with errors is not described; mend them first.");
            return ExitCode.Faulty;
        }

        Console.Out.WriteLine($"Wrote {CaseFolder.WriteDescription(reading.Case, folder)}.");
        return ExitCode.Done;
    }
}
