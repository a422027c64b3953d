using System.CommandLine;
using System.Globalization;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary><c>impact FILE.csv --y COL --pre-end D --post-start D</c>: what an intervention did to a steady series.</summary>
internal static class ImpactCommand
{
    public static Command Build()
    {
        var input = new SeriesInput();
        var y = new Option<string>("--y") { Description = "Column of the response", HelpName = "COL", Required = true };
        var x = new Option<string[]>("--x") { Description = "Columns that the intervention did not move, parted by commas", HelpName = "COLS", CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))], DefaultValueFactory = _ => [] };
        var preStart = new Option<string?>("--pre-start") { Description = "First date or row to learn from; default the first", HelpName = "D" };
        var preEnd = new Option<string>("--pre-end") { Description = "Last date or row before the intervention", HelpName = "D", Required = true };
        var postStart = new Option<string>("--post-start") { Description = "First date or row after it; rows between are a gap, used for nothing", HelpName = "D", Required = true };
        var postEnd = new Option<string?>("--post-end") { Description = "Last date or row of the effect; default the last", HelpName = "D" };
        var season = new Option<(int Seasons, int Length)?>("--season")
        {
            Description = "Seasons of a cycle, and rows a season lasts (default 1): 7 for days of a week, 12 for months of a year",
            HelpName = "N[,DURATION]",
            CustomParser = result =>
            {
                var words = result.Tokens[0].Value.Split(',');
                if (words.Length <= 2 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seasons) && seasons is >= 2 and <= 2000)
                {
                    if (words.Length == 1)
                        return (seasons, 1);
                    if (int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length >= 1)
                        return (seasons, length);
                }

                result.AddError($"--season wants a number of seasons from 2 to 2,000, and after a comma the rows each lasts, such as 7 or 52,7; not '{result.Tokens[0].Value}'.");
                return null;
            },
        };
        var trend = new Option<bool>("--trend") { Description = "Let the level have a slope that wanders" };
        var dynamic = new Option<bool>("--dynamic") { Description = "Let the coefficients of --x wander" };
        var levelSd = NumberOption.Real("--level-sd", "S", "Guess of the level's step from row to row, in standard deviations of the response before; default 0.01", number => number is > 0 and <= 1, "a number above 0, up to 1");
        var level = NumberOption.Real("--level", "P", "Probability of the credible intervals; default 0.95", number => number is > 0 and < 1, "a probability between 0 and 1");
        var seed = NumberOption.Whole("--seed", "N", "Seed of the sampler that is used where --x has too many columns to sum over; default 1", 0);
        var bare = new Option<bool>("--no-placebos") { Description = "Leave out the placebo dates" };
        var json = new Option<bool>("--json") { Description = "Print the result as one JSON document" };
        var command = new Command("impact", "What did an intervention do to a steady series? Exact structural time series with covariates and placebo dates") { y, x, preStart, preEnd, postStart, postEnd, season, trend, dynamic, levelSd, level, seed, bare, json };
        input.AddTo(command);
        command.SetAction(parsed => Run(
            parsed,
            input,
            new Request(parsed.GetValue(y)!, parsed.GetValue(x)!, parsed.GetValue(preStart), parsed.GetValue(preEnd)!, parsed.GetValue(postStart)!, parsed.GetValue(postEnd)),
            Model(parsed.GetValue(season), parsed.GetValue(trend), parsed.GetValue(dynamic), parsed.GetValue(levelSd), parsed.GetValue(level), parsed.GetValue(seed)),
            !parsed.GetValue(bare),
            parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer impact trade.csv --y exports --x world,neighbour --pre-end 2017-07 --post-start 2017-08",
            "./manometer impact visits.csv --y visits --season 7 --pre-end 2019-03-31 --post-start 2019-04-08 --json | jq '.average, .p'",
            "trade.csv:  month,exports,world,neighbour",
            "            2015-01,310.2,1204,88",
            "            2015-02,298.7,1190,91   ... one row a time; the first column holds dates (2017-03-15, 2017-03, 2017) or whole numbers",
            "The columns of --x must not themselves be moved by the intervention: what carries its effect would explain it away.");
        return command;
    }

    private static ImpactModel Model((int Seasons, int Length)? season, bool trend, bool dynamic, double? levelSd, double? level, int? seed)
    {
        var model = new ImpactModel { Trend = trend, Dynamic = dynamic, Alpha = 1 - (level ?? 0.95), Seed = (ulong)(seed ?? 1) };
        if (season is { } given)
            model = model with { Seasons = given.Seasons, SeasonLength = given.Length };
        return levelSd is { } guess ? model with { Level = model.Level with { Guess = guess } } : model;
    }

    private static int Run(ParseResult parsed, SeriesInput input, Request request, ImpactModel model, bool placebos, bool json)
    {
        if (request.X.Contains(request.Y, StringComparer.Ordinal) || request.X.Distinct(StringComparer.Ordinal).Count() < request.X.Length)
        {
            Console.Error.WriteLine("manometer: a column is named twice: each of --y and --x once.");
            return ExitCode.Usage;
        }

        if (input.Read(parsed, [request.Y, .. request.X]) is not { } series)
            return ExitCode.Faulty;
        var times = series.Times;
        if (!times.IsRegular)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"manometer: {input.FileOf(parsed)}: the dates are uneven: only {Figures.Percent(times.StepShare)} of the steps are {times.StepWords()}. Nothing is filled in."));
            Console.Error.WriteLine("next: gather them, such as --aggregate month --by mean; or ./manometer interrupted for a sparse series");
            return ExitCode.Faulty;
        }

        if (Periods(times, request) is not { } periods)
            return ExitCode.Faulty;
        var columns = series.Columns.Select(column => times.OnGrid(column.Values)).ToArray();
        var missing = Enumerable.Range(periods.PreStart, Math.Max(periods.PostEnd - periods.PreStart + 1, 0)).Where(row => columns.Skip(1).Any(column => double.IsNaN(column[row]))).ToArray();
        if (missing.Length > 0)
        {
            Console.Error.WriteLine($"manometer: {input.FileOf(parsed)}: {string.Join(", ", series.Columns.Skip(1).Where((_, j) => missing.Any(row => double.IsNaN(columns[j + 1][row]))).Select(column => column.Name))} without a value at {string.Join(", ", missing.Take(5).Select(times.LabelAt))}{(missing.Length > 5 ? $" and {missing.Length - 5} more" : "")}. A covariate is never filled in. (COVARIATE_MISSING)");
            Console.Error.WriteLine("next: leave the column out of --x, shorten the time with --pre-start or --post-end, or gather rows with --aggregate");
            return ExitCode.Faulty;
        }

        try
        {
            var question = CausalImpact.Of(columns[0]).Before(periods.PreStart, periods.PreEnd).After(periods.PostStart, periods.PostEnd).Model(_ => model);
            for (var j = 1; j < columns.Length; j++)
                question = question.With(series.Columns[j].Name, columns[j]);
            var most = placebos ? MostPlacebos(periods.PreEnd - periods.PreStart + 1, request.X.Length, model) : 0;
            Terminal.Progress("fitting");
            var estimate = question.Estimate();
            Terminal.Progress("fitting with other guesses of the level's step");
            var sensitivity = question.Sensitivity();
            Terminal.Progress("fitting at placebo dates, which --no-placebos leaves out");
            var dates = most > 0 ? question.Placebos(most) : null;
            Terminal.Progress(null);
            var findings = new ImpactFindings(input.FileOf(parsed), request.Y, series, columns[0], estimate, dates, sensitivity, model);
            if (json)
                SeriesJson.Print(findings.Write);
            else
                findings.Print(Console.Out);
            return ExitCode.Done;
        }
        catch (ImpactException fault)
        {
            Terminal.Progress(null);
            Console.Error.WriteLine($"manometer: {input.FileOf(parsed)}: {fault.Message} ({fault.Code})");
            Console.Error.WriteLine(fault.Fault switch
            {
                ImpactFault.YConstant or ImpactFault.YMissing => $"next: look at the values of {request.Y} before and after, or name other dates",
                ImpactFault.TooManyCovariates => "next: choose among the columns of --x by what they are, not by their fit",
                _ => "next: ./manometer impact --help",
            });
            return ExitCode.Faulty;
        }
    }

    // false dates such that all of them take about as long as a few hundred thousand rows do
    private static int MostPlacebos(int rows, int columns, ImpactModel model)
    {
        var states = 1 + Math.Max(model.Seasons - 1, 0) + (model.Trend ? 1 : 0) + (model.Dynamic ? columns : 0);
        var axes = 1 + (model.Seasons > 0 ? 1 : 0) + (model.Trend ? 1 : 0) + (model.Dynamic ? 1 : 0);
        var work = (double)rows * (1 + columns) * (2 + columns) * states * states * Math.Pow(12, axes - 1) + (columns > 2 ? 300.0 * Math.Pow(2, Math.Min(columns, 16)) : 0);
        var most = (int)Math.Min(1000, 4e8 / work);
        return most < 10 ? 0 : most;
    }

    private static ImpactPeriods? Periods(TimeAxis times, Request request)
    {
        int? Place(string option, string? text, bool end, int otherwise)
        {
            if (text is null)
                return otherwise;
            if (!times.TryRead(text, out var time, out var wanted))
            {
                Console.Error.WriteLine($"manometer: {option} wants {wanted}, not '{text}'.");
                return null;
            }

            var row = end ? times.LastUpTo(time) : times.FirstFrom(time);
            if (row >= 0 && row < times.Count)
                return times.PositionOf(row);
            Console.Error.WriteLine($"manometer: {option} {text} lies {(end ? "before the first" : "after the last")} row; the series runs from {times.Labels[0]} to {times.Labels[^1]}.");
            return null;
        }

        if (times.Count == 0 || Place("--pre-start", request.PreStart, false, 0) is not { } start || Place("--pre-end", request.PreEnd, true, 0) is not { } last || Place("--post-start", request.PostStart, false, 0) is not { } first || Place("--post-end", request.PostEnd, true, times.GridLength - 1) is not { } end)
            return null;
        if (start <= last && last < first && first <= end)
            return new(start, last, first, end);
        Console.Error.WriteLine($"manometer: the time before ({times.LabelAt(start)} to {times.LabelAt(last)}) and after ({times.LabelAt(first)} to {times.LabelAt(end)}) must follow each other. (PERIODS)");
        Console.Error.WriteLine("next: --pre-end is the last date before the intervention, --post-start the first after it");
        return null;
    }

    private sealed record Request(string Y, string[] X, string? PreStart, string PreEnd, string PostStart, string? PostEnd);
}
