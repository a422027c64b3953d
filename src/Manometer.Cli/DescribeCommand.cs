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
        var who = CustodyWriting.WhoIfLogged();
        var command = new Command("describe", "Write datapackage.json anew from the tables as they are; what you wrote into it is kept") { folder, who };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(who)));
        Examples.Teach(command, "Example:", "./manometer describe my-case", "Do this after adding or removing a table, a column or a series, so that any Frictionless client can read the case.");
        return command;
    }

    private static int Run(string folder, string? who)
    {
        var reading = CaseFolder.Read(folder);
        // a file that is gone is what describing mends
        var gone = reading.Diagnostics.Where(one => one.Code == CaseFolder.SeriesMissing).ToList();
        var others = reading.Diagnostics.Where(one => one.Severity == Severity.Error && one.Code != CaseFolder.SeriesMissing).ToList();
        if (reading.Case is null || others.Count > 0)
        {
            Faults.Print(others, Console.Error, Terminal.ErrorColour);
            Console.Error.WriteLine();
            Console.Error.WriteLine($"{folder}: a case with errors is not described; mend them first.");
            return ExitCode.Faulty;
        }

        return CustodyWriting.Logged(folder, who, by => new CustodyEntry(CustodyAct.Edit, by, "datapackage.json brought in step with the tables"), () =>
        {
            Console.Out.WriteLine($"Wrote {CaseFolder.WriteDescription(reading.Case, folder)}.");
            foreach (var fault in gone)
                Console.Out.WriteLine($"Left out of it: {PrintableText.Line(fault.Found ?? "", 200)}, which is not there; what was said of it is gone too.");
            return ExitCode.Done;
        });
    }
}
