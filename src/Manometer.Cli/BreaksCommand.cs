using System.CommandLine;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary><c>breaks FILE.csv --y COL</c>: when did the series change, with an interval for each date.</summary>
internal static class BreaksCommand
{
    private static readonly string[] Costs = ["l2", "poisson", "rank", "rbf", "normal"];

    public static Command Build()
    {
        var input = new SeriesInput();
        var columns = new Option<string[]>("--y") { Description = "Column to break; several, parted by commas, break together", HelpName = "COL", Required = true, CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] };
        var cost = new Option<string>("--cost") { Description = "What changes: l2 the mean (default), poisson the rate of counts, rank the location whatever the distribution, normal mean and variance, rbf anything", DefaultValueFactory = _ => "l2", HelpName = "COST" };
        cost.AcceptOnlyFromAmong(Costs);
        var penalty = NumberOption.Real("--penalty", "P", "Cost of one more break, in the unit of the cost; default 3 s^2 ln n for l2, s the noise of the series", number => number >= 0, "a number, 0 or more");
        var path = new Option<bool>("--path") { Description = "Also print every segmentation that some penalty from 0.5 s^2 ln n up would choose" };
        var minimum = NumberOption.Whole("--min-segment", "N", "Least number of rows between breaks; default 2, and 5 for normal", 1);
        var log = new Option<bool>("--log") { Description = "Take natural logarithms first: changes are then relative; every value must be above 0" };
        var level = NumberOption.Real("--level", "P", "Probability of the intervals; default 0.95", number => number is > 0 and < 1, "a probability between 0 and 1");
        var json = new Option<bool>("--json") { Description = "Print the result as one JSON document" };
        var command = new Command("breaks", "When did a series change? Break dates of a CSV file, exact, each with an interval") { columns, cost, penalty, path, minimum, log, level, json };
        input.AddTo(command);
        command.SetAction(parsed => Run(parsed, input, parsed.GetValue(columns)!, parsed.GetValue(cost)!, parsed.GetValue(penalty), parsed.GetValue(path), parsed.GetValue(minimum), parsed.GetValue(log), parsed.GetValue(level), parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer breaks river.csv --y flow",
            "./manometer breaks rates.csv --y rate --log --aggregate week --by median --path",
            "./manometer breaks arrests.csv --y arrests --cost poisson --json | jq '.breaks[].date'",
            "river.csv:  year,flow",
            "            1871,1120",
            "            1872,1160   ... one row a time; the first column holds dates (2017-03-15, 2017-03, 2017) or whole numbers",
            "A break is named by the first row of the new segment. No break is found by decree: where none pays its penalty, none is printed.");
        return command;
    }

    private static int Run(ParseResult parsed, SeriesInput input, string[] columns, string cost, double? penalty, bool path, int? minimum, bool log, double? level, bool json)
    {
        if (columns.Length == 0)
        {
            Console.Error.WriteLine("manometer: --y wants the name of a column.");
            return ExitCode.Usage;
        }

        if (input.Read(parsed, columns) is not { } series)
            return ExitCode.Faulty;
        int[] kept = [.. Enumerable.Range(0, series.Times.Count).Where(row => series.Columns.All(column => !double.IsNaN(column.Values[row])))];
        if (log && (cost == "poisson" || series.Columns.Any(column => column.Values.Any(value => value <= 0))))
        {
            Console.Error.WriteLine(cost == "poisson"
                ? "manometer: --log and --cost poisson do not go together: counts are taken as they are."
                : $"manometer: --log wants values above 0; {series.Columns.First(column => column.Values.Any(value => value <= 0)).Name} has {Figures.Short(series.Columns.SelectMany(column => column.Values).First(value => value <= 0))}.");
            return cost == "poisson" ? ExitCode.Usage : ExitCode.Faulty;
        }

        try
        {
            var search = BreakDates.OfColumns([.. series.Columns.Select(column => kept.Select(row => log ? Math.Log(column.Values[row]) : column.Values[row]).ToArray())])
                .WithCost(Enum.Parse<SegmentCost>(cost, ignoreCase: true))
                .WithLevel(level ?? 0.95);
            if (penalty is { } given)
                search = search.WithPenalty(given);
            if (minimum is { } rows)
                search = search.WithMinimumSegment(rows);
            Terminal.Progress("looking for breaks");
            var result = search.Find();
            Terminal.Progress("following the penalty");
            var steps = path ? search.Path() : null;
            Terminal.Progress(null);
            var found = new BreakFindings(input.FileOf(parsed), series, kept, result, steps, log);
            if (json)
                SeriesJson.Print(found.Write);
            else
                found.Print(Console.Out);
            return ExitCode.Done;
        }
        catch (BreakException fault)
        {
            Terminal.Progress(null);
            Console.Error.WriteLine($"manometer: {input.FileOf(parsed)}: {fault.Message} ({fault.Code})");
            Console.Error.WriteLine(fault.Fault switch
            {
                BreakFault.TooShort => "next: give more rows; a break needs two segments",
                BreakFault.NotCounts => "next: ./manometer breaks with --cost l2 or --cost rank",
                _ => "next: ./manometer breaks --help",
            });
            return ExitCode.Faulty;
        }
    }
}
