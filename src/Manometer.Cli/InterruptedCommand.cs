using System.CommandLine;
using System.Globalization;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary><c>interrupted FILE.csv --y COL --at DATE</c>: what a dated event did to a sparse series of uneven dates.</summary>
internal static class InterruptedCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FILE") { Description = "CSV file with a header, a row a reading; several rows may share a date" };
        var y = new Option<string>("--y") { Description = "Column of values", HelpName = "COL", Required = true };
        var at = new Option<string[]>("--at") { Description = "Date of the event; several, parted by commas, are fitted together", HelpName = "DATE", Required = true, CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))] };
        var time = new Option<string?>("--time") { Description = "Column of dates; default the first", HelpName = "COL" };
        var place = new Option<string?>("--place") { Description = "Column that names the market or place; places differ by a constant", HelpName = "COL" };
        var count = new Option<string?>("--count") { Description = "Column with the number of readings a row is the mean of", HelpName = "COL" };
        var range = new Option<string?>("--range") { Description = "Column with the stated range, from least to largest reading", HelpName = "COL" };
        var log = new Option<bool>("--log") { Description = "Take natural logarithms first: the effect is then relative; every value must be above 0" };
        var lag = NumberOption.Real("--lag", "MONTHS", "Mean lag of a gradual onset; default 0, a step", number => number is > 0 and < 1200, "a number of months above 0");
        var reverting = new Option<bool>("--reverting") { Description = "Let the level return to a constant (Ornstein-Uhlenbeck) instead of wandering off (Wiener)" };
        var level = NumberOption.Real("--level", "P", "Probability of the credible intervals; default 0.95", number => number is > 0 and < 1, "a probability between 0 and 1");
        var json = new Option<bool>("--json") { Description = "Print the result as one JSON document" };
        var command = new Command("interrupted", "What did an event do to a sparse series of uneven dates? For 20 to 60 readings, with placebo dates") { file, y, at, time, place, count, range, log, lag, reverting, level, json };
        command.SetAction(parsed => Run(
            parsed,
            new Request(parsed.GetValue(file)!, parsed.GetValue(y)!, parsed.GetValue(at)!, parsed.GetValue(time), parsed.GetValue(place), parsed.GetValue(count), parsed.GetValue(range), parsed.GetValue(log)),
            parsed.GetValue(lag) is { } months ? Onset.Lagged(months) : Onset.Step,
            new InterruptedModel { Level = parsed.GetValue(reverting) ? LevelProcess.OrnsteinUhlenbeck : LevelProcess.Wiener, Probability = parsed.GetValue(level) ?? 0.95 },
            parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer interrupted prices.csv --y rice --place city --at 2017-08-05 --log",
            "./manometer interrupted prices.csv --y rice --at 2016-03-02,2017-08-05 --log --lag 6 --json | jq '.effects[].placebo.p'",
            "prices.csv:  date,city,rice",
            "             2016-02,Zenda,5100",
            "             2016-03-20,Strelsau,4950   ... days, months and years may be mixed",
            "Steady series of even dates go to impact. Where no 5 % test is possible with these dates, that is what is printed.");
        return command;
    }

    private static int Run(ParseResult parsed, Request request, Onset onset, InterruptedModel model, bool json)
    {
        if (Read(parsed, request, onset) is not { } input)
            return ExitCode.Faulty;
        try
        {
            var series = InterruptedSeries.Of(input.Points).WithModel(model).With(input.Interventions);
            var findings = new InterruptedFindings(request.File, request.Y, request.Log, input.Labels, request.At, input.Places, series, model, input.Notes);
            if (json)
                SeriesJson.Print(findings.Write);
            else
                findings.Print(Console.Out);
            return ExitCode.Done;
        }
        catch (InterruptedException fault)
        {
            Console.Error.WriteLine($"manometer: {request.File}: {fault.Message} ({fault.Code})");
            Console.Error.WriteLine(fault.Fault == InterruptedFault.TooFew ? "next: name an event within the dates of the series, or give more readings" : "next: ./manometer interrupted --help");
            return ExitCode.Faulty;
        }
    }

    private static Input? Read(ParseResult parsed, Request request, Onset onset)
    {
        var table = PlainTable.Open(request.File, SeriesInput.CommandOf(parsed));
        var values = table.Numbers(table.Find(request.Y));
        var times = table.Times(request.Time is null ? Math.Min(0, table.Names.Count - 1) : table.Find(request.Time));
        var texts = table.Names.Count == 0 ? [] : table.Texts(request.Time is null ? 0 : table.Find(request.Time));
        string[]? places = request.Place is null ? null : table.Texts(table.Find(request.Place));
        var counts = request.Count is null ? null : table.Numbers(table.Find(request.Count));
        var ranges = request.Range is null ? null : table.Numbers(table.Find(request.Range));
        SeriesInput.Complain(table);
        if (table.HasErrors || times is null)
            return null;
        int[] kept = [.. Enumerable.Range(0, values.Length).Where(row => !double.IsNaN(values[row]) && !(counts is not null && double.IsNaN(counts[row])) && !(ranges is not null && double.IsNaN(ranges[row])))];
        var notes = new List<string>();
        if (kept.Length < values.Length)
            notes.Add($"{Faults.Plural(values.Length - kept.Length, "row")} without a value left out, not filled in");
        if (request.Log && kept.Where(row => values[row] <= 0).ToArray() is { Length: > 0 } zeros)
        {
            Console.Error.WriteLine($"manometer: --log wants values above 0; {request.Y} has {Figures.Short(values[zeros[0]])} at {texts[zeros[0]]}.");
            Console.Error.WriteLine("next: a series that falls to zero has no logarithm: ./manometer breaks with --cost poisson dates its breaks");
            return null;
        }

        var interventions = new List<Intervention>();
        foreach (var text in request.At)
            if (TryMonths(text, times.Length > 0 && times[0].Unit == TimeUnit.Number) is { } months)
            {
                interventions.Add(new Intervention(months, onset));
            }
            else
            {
                Console.Error.WriteLine($"manometer: --at wants a date, such as 2017-08-05 or 2017-08{(times.Length > 0 && times[0].Unit == TimeUnit.Number ? ", or here a whole number, as the series has" : "")}, not '{text}'.");
                return null;
            }

        var names = places?.Where((_, row) => kept.Contains(row)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray() ?? [];
        var points = kept.Select(row => new TimedValue(Months(times[row]), request.Log ? Math.Log(values[row]) : values[row])
        {
            Place = places is null ? 0 : Array.IndexOf(names, places[row]),
            Count = counts?[row] ?? 1,
            Range = ranges is null ? 0 : request.Log ? ranges[row] / values[row] : ranges[row],
        }).ToArray();
        int[] order = [.. Enumerable.Range(0, kept.Length).OrderBy(i => points[i].Time)];
        return new Input([.. order.Select(i => points[i])], [.. order.Select(i => texts[kept[i]])], interventions, names, notes);
    }

    // the middle of what a date covers, in months of 30.4375 days; a number is taken as it is
    private static double Months(TimePoint point) => point.FirstDay is { } first ? 0.5 * (first.DayNumber + point.LastDay!.Value.DayNumber) / 30.4375 : point.Value;

    // an event is from the first day of its date on
    private static double? TryMonths(string text, bool number)
    {
        if (!TimePoint.TryParse(text, out var point))
            return null;
        if (number)
            return point.Unit == TimeUnit.Number ? point.Value : null;
        if (point is { Unit: TimeUnit.Number, Value: > 0 and < 10_000 })
            point = point with { Unit = TimeUnit.Year };
        return point.FirstDay is { } day ? day.DayNumber / 30.4375 : null;
    }

    private sealed record Request(string File, string Y, string[] At, string? Time, string? Place, string? Count, string? Range, bool Log);

    private sealed record Input(TimedValue[] Points, string[] Labels, IReadOnlyList<Intervention> Interventions, string[] Places, IReadOnlyList<string> Notes);
}
