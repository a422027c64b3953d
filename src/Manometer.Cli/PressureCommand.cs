using System.CommandLine;
using System.Globalization;
using Manometer.Assessment;
using Manometer.Publishing;
using Spectre.Console;

namespace Manometer.Cli;

/// <summary><c>pressure CASE</c>: the pressure index of every sector, place and group by month, with bands.</summary>
internal static class PressureCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var asOf = AsOfOption.Create();
        var json = new Option<bool>("--json") { Description = "Print every row as one JSON document" };
        var command = new Command("pressure", "Pressure by month, sector, place and group, with bands of 50 and 90 %") { folder, asOf, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(asOf), parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer pressure cases/dprk-2016-2019",
            "./manometer pressure cases/dprk-2016-2019 --json | jq '.rows[] | select(.sector == \"mining-coal\")'",
            "./manometer pressure my-case --as-of 2018-06-30",
            "Above 0 is more pressure than in the baseline; a month without reports widens the band and moves nothing.");
        return command;
    }

    private static int Run(string folder, DateOnly? asOf, bool json)
    {
        if (CaseInput.Read(folder) is not { } reading)
            return ExitCode.Faulty;
        Terminal.Progress("fitting the pressure model");
        var index = FittedParts.Pressure(folder, reading.Case!, asOf);
        Terminal.Progress(null);
        if (json)
        {
            using var stdout = Console.OpenStandardOutput();
            AssessmentJson.Write(index, stdout);
            stdout.WriteByte((byte)'\n');
        }
        else
        {
            Print(index);
        }

        return ExitCode.Done;
    }

    private static void Print(PressureIndex index)
    {
        Console.WriteLine(Text($"{Faults.Plural(index.Reports, "observation")} from {Faults.Plural(index.Origins, "independent origin")}, which weigh as much as {index.EffectiveOrigins:0.#} of equal size."));
        if (index.Rows.Count > 0)
        {
            Console.WriteLine(Text($"Pressure in logits above the mean of {index.BaselineFirst} to {index.BaselineLast}; 90 % band. Last month, and the month with the highest mean:"));
            var table = new Table { Border = TableBorder.Rounded };
            table.AddColumns("line", "last month", "highest");
            foreach (var line in index.Rows.GroupBy(row => row switch { { Sector: { } s } => s, { Place: { } p } => "place " + p, { Group: { } g } => "group " + g, _ => "all" }))
                table.AddRow(Markup.Escape(line.Key), Band(line.Last()), Band(line.MaxBy(row => row.Mean)!));
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Terminal.Colour ? AnsiSupport.Detect : AnsiSupport.No });
            if (Console.IsOutputRedirected)
                console.Profile.Width = 100;
            console.Write(table);
        }

        foreach (var notice in index.Notices)
            Console.WriteLine($"{notice.Code}: {notice.Text}");
    }

    private static string Band(PressureRow row) => Text($"{row.Month}  {row.Mean:+0.00;-0.00;0.00} ({row.Low90:+0.00;-0.00;0.00} to {row.High90:+0.00;-0.00;0.00})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
