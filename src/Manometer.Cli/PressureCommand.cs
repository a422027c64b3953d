using System.CommandLine;
using System.Globalization;
using Manometer.Assessment;
using Manometer.Publishing;
using Spectre.Console;

namespace Manometer.Cli;

/// <summary><c>pressure CASE</c>: the pressure index of every sector, place and group by month, with bands.</summary>
internal static class PressureCommand
{
    private const int MonthsAMark = 3;

    private const string Bars = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

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
            Print(index, new CaseNames(reading.Case!));
        }

        return ExitCode.Done;
    }

    private static void Print(PressureIndex index, CaseNames names)
    {
        Console.WriteLine(Text($"{Faults.Plural(index.Reports, "observation")} from {Faults.Plural(index.Origins, "independent origin")}, which weigh as much as {index.EffectiveOrigins:0.#} of equal size."));
        if (index.Rows.Count > 0)
        {
            Console.WriteLine(Text($"Pressure above the mean of {index.BaselineFirst} to {index.BaselineLast}, whatever its cause, in logits: one more multiplies the odds of a report of \"worse\" by 2.7."));
            Console.WriteLine(Text($"Its course from {index.Rows[0].Month}, {MonthsAMark} months a mark; in {index.Rows[^1].Month} with 90 % band; and the highest month, where that is another. A name in brackets: the band holds 0."));
            var (low, high) = (index.Rows.Min(row => row.Mean), index.Rows.Max(row => row.Mean));
            var table = new Table { Border = TableBorder.Rounded };
            table.AddColumns("line", "course", "last month", "highest");
            foreach (var family in index.Rows.GroupBy(row => names.Line(row)).GroupBy(line => Family(line.First())))
            {
                if (table.Rows.Count > 0)
                    table.AddEmptyRow();
                foreach (var line in family.OrderByDescending(line => line.Last().Mean))
                {
                    var (last, highest) = (line.Last(), line.MaxBy(row => row.Mean)!);
                    table.AddRow(Markup.Escape(last.Low90 <= 0 && last.High90 >= 0 ? $"({line.Key})" : line.Key), Course([.. line.Select(row => row.Mean)], low, high), Band(last), highest == last ? "" : Text($"{highest.Month} {highest.Mean:+0.00;-0.00;0.00}"));
                }
            }

            var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Terminal.Colour ? AnsiSupport.Detect : AnsiSupport.No });
            if (Console.IsOutputRedirected)
                console.Profile.Width = 100;
            console.Write(table);
            if (index.Rows.LastOrDefault(row => row is { Sector: null, Place: null, Group: null }) is { MeanIfSilencing: { } silencing, MeanIfSpurring: { } spurring } whole)
                Console.WriteLine(Text($"Were the number of reports to depend on the pressure, the whole would stand at {silencing:+0.00;-0.00;0.00} in {whole.Month} (pressure silences reports) or {spurring:+0.00;-0.00;0.00} (it makes people report) instead of {whole.Mean:+0.00;-0.00;0.00}; --json has every sector."));
        }

        foreach (var notice in index.Notices)
            Console.WriteLine($"{notice.Code}: {notice.Text}");
    }

    /// <summary>Means as bars of one height for all lines, the mean of <see cref="MonthsAMark"/> months each.</summary>
    private static string Course(double[] means, double low, double high) =>
        string.Concat(means.Chunk(MonthsAMark).Select(months => Bars[(int)Math.Round((months.Average() - low) / Math.Max(high - low, double.Epsilon) * (Bars.Length - 1))]));

    private static int Family(PressureRow row) => row.Sector is not null ? 1 : row.Place is not null ? 2 : row.Group is not null ? 3 : 0;

    private static string Band(PressureRow row) => Text($"{row.Mean:+0.00;-0.00;0.00} ({row.Low90:+0.00;-0.00;0.00} to {row.High90:+0.00;-0.00;0.00})");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
