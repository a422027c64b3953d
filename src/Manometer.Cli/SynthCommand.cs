using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary><c>synth FILE.csv --unit C --time C --outcome C --treated NAME --at T</c>: what would have become of one unit of a panel without its treatment.</summary>
internal sealed class SynthCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "CSV file in long form, one row a unit and time; '-' reads standard input" };
    private readonly Option<string> _unit = new("--unit") { Description = "Column of units: countries, states, firms", HelpName = "COL", Required = true };
    private readonly Option<string> _time = new("--time") { Description = "Column of dates (2017-03-15, 2017-03, 2017-Q1, 2017) or whole numbers", HelpName = "COL", Required = true };
    private readonly Option<string> _outcome = new("--outcome") { Description = "Column of the outcome", HelpName = "COL", Required = true };
    private readonly Option<string[]> _treated = new("--treated") { Description = "The treated unit; several, treated at one date, are averaged; treated at dates of their own they are named NAME@T", HelpName = "NAME", Required = true };
    private readonly Option<string?> _at = new("--at") { Description = "First time of the treatment; left out where each treated unit has a date of its own", HelpName = "T" };
    private readonly Option<string[]> _predictors = new("--predictors") { Description = "Columns to match, with the times to average: NAME, NAME:1980..1988, NAME:1975/1980; default all times before the treatment", HelpName = "LIST", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _fitOver = new("--fit-over") { Description = "Times the predictor weights are chosen over; default all before the treatment", HelpName = "T..T" };
    private readonly Option<string?> _predictorWeights = new("--predictor-weights") { Description = "Weights of the predictors, one for each in their order, instead of a search: to repeat a published analysis", HelpName = "LIST" };
    private readonly Option<string> _method = new("--method") { Description = "synth (default), sdid (synthetic difference in differences) or ridge (ridge augmentation)", DefaultValueFactory = _ => "synth", HelpName = "METHOD" };
    private readonly Option<string> _as = new("--as") { Description = "The outcome as level (default), log, or index: its logarithm against the unit's own value at the last time before the treatment", DefaultValueFactory = _ => "level", HelpName = "FORM" };
    private readonly Option<string> _direction = new("--direction") { Description = "Direction of the effect stated beforehand: down, up or either (default)", DefaultValueFactory = _ => "either", HelpName = "WAY" };
    private readonly Option<string[]> _donors = new("--donors") { Description = "The donors; default every other unit", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _drop = new("--drop") { Description = "Units that shall not be donors", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _affected = new("--affected") { Description = "Units that the treatment hits too: never donors", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _mediator = new("--mediator") { Description = "Units that carry a part of the effect: never donors", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _rival = new("--rival") { Description = "Something else that happened at the time, told with the result", HelpName = "TEXT" };
    private readonly Option<string?> _since = new("--since") { Description = "First time looked at", HelpName = "T" };
    private readonly Option<string?> _until = new("--until") { Description = "Last time looked at", HelpName = "T" };
    private readonly Option<double?> _level = NumberOption.Real("--level", "P", "Probability of the intervals; default 0.95", number => number is > 0 and < 1, "a probability between 0 and 1");
    private readonly Option<bool> _noPlacebos = new("--no-placebos") { Description = "Leave the placebo test out; a search for predictor weights is then quicker" };
    private readonly Option<bool> _json = new("--json") { Description = "Print the result as one JSON document" };

    public static Command Build() => new SynthCommand().Create();

    private Command Create()
    {
        _method.AcceptOnlyFromAmong("synth", "sdid", "ridge");
        _as.AcceptOnlyFromAmong("level", "log", "index");
        _direction.AcceptOnlyFromAmong("down", "up", "either");
        var command = new Command("synth", "What would have become of a unit without its treatment? Synthetic control from a panel in a CSV file, with placebo ranks")
        {
            _file, _unit, _time, _outcome, _treated, _at, _predictors, _fitOver, _predictorWeights, _method, _as, _direction, _donors, _drop, _affected, _mediator, _rival, _since, _until, _level, _noPlacebos, _json,
        };
        command.SetAction(Run);
        Examples.Teach(command, "Examples:",
            "./manometer synth smoking.csv --unit state --time year --outcome cigsale --treated California --at 1989 --direction down",
            "./manometer synth smoking.csv --unit state --time year --outcome cigsale --treated California --at 1989 \\",
            "    --predictors lnincome:1980..1988 retprice:1980..1988 beer:1984..1988 cigsale:1975 cigsale:1980 cigsale:1988",
            "./manometer synth gdp.csv --unit iso --time year --outcome rgdpna --treated IRN --at 2012 --as index --affected ARE --rival \"the price of oil\" --json",
            "./manometer synth gdp.csv --unit iso --time year --outcome growth --treated IRN@2012 --treated RUS@2014 --json",
            "smoking.csv:  state,year,cigsale,lnincome,beer",
            "              Utah,1970,65.5,,        ... one row a unit and time, in any order; a missing value is an empty cell",
            "The rank to read is among units that fit about as well; a fit that is bad before the treatment is refused as evidence, and shown.");
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var file = parsed.GetValue(_file)!;
        var table = Open(parsed, file);
        if (SynthTable.Read(table, parsed.GetValue(_unit)!, parsed.GetValue(_time)!, parsed.GetValue(_outcome)!, [.. Words(parsed, _predictors).Select(SynthTable.NameOf).Distinct()]) is not { } read)
        {
            SeriesInput.Complain(table);
            return ExitCode.Faulty;
        }

        SeriesInput.Complain(table);
        try
        {
            var (outcome, form) = (parsed.GetValue(_outcome)!, parsed.GetValue(_as)!);
            Terminal.Progress("fitting, and the same on every donor, which --no-placebos leaves out");
            if (parsed.GetValue(_at) is null)
            {
                var found = new StaggeredFindings(file, outcome, form, read, Staggered(parsed, read).Fit(), Direction(parsed), parsed.GetValue(_rival) ?? []);
                Answer(parsed, found.Write, found.Print);
            }
            else
            {
                var question = Question(parsed, read);
                var found = new SynthFindings(file, outcome, form, read, question, question.Fit(), Direction(parsed), parsed.GetValue(_level) ?? 0.95);
                Answer(parsed, found.Write, found.Print);
            }

            return ExitCode.Done;
        }
        catch (SynthException fault)
        {
            Terminal.Progress(null);
            Console.Error.WriteLine($"manometer: {file}: {fault.Message} ({fault.Code})");
            Console.Error.WriteLine("next: ./manometer synth --help");
            return ExitCode.Faulty;
        }
        catch (WrongWordException fault)
        {
            Terminal.Progress(null);
            Console.Error.WriteLine($"manometer: {file}: {fault.Message}");
            return fault.Code;
        }
    }

    private void Answer(ParseResult parsed, Action<Utf8JsonWriter> write, Action<TextWriter> print)
    {
        Terminal.Progress(null);
        if (parsed.GetValue(_json))
            SeriesJson.Print(write);
        else
            print(Console.Out);
    }

    private static PlainTable Open(ParseResult parsed, string file)
    {
        if (file != "-")
            return PlainTable.Open(file, SeriesInput.CommandOf(parsed));
        using var bytes = new MemoryStream();
        using var input = Console.OpenStandardInput();
        input.CopyTo(bytes);
        return PlainTable.Parse("standard input", bytes.ToArray(), SeriesInput.CommandOf(parsed));
    }

    private SyntheticControl Question(ParseResult parsed, SynthTable read)
    {
        var at = read.Time("--at", parsed.GetValue(_at)!);
        var question = SyntheticControl.Of(read.Panel(parsed.GetValue(_as)!, at))
            .Treated([.. parsed.GetValue(_treated)!.Select(name => read.Unit("--treated", name))])
            .From(at)
            .By(parsed.GetValue(_method) switch { "sdid" => SynthMethod.DifferenceInDifferences, "ridge" => SynthMethod.Ridge, _ => SynthMethod.Classic })
            .Expecting(Direction(parsed));
        if (parsed.GetValue(_since) is { } since)
            question = question.Since(read.Time("--since", since));
        if (parsed.GetValue(_until) is { } until)
            question = question.Until(read.Time("--until", until));
        if (Units(parsed, read, _donors) is { Length: > 0 } donors)
            question = question.Donors(donors);
        foreach (var name in Units(parsed, read, _drop))
            question = question.Without(name);
        foreach (var name in Units(parsed, read, _affected))
            question = question.Role(name, DonorRole.Affected);
        foreach (var name in Units(parsed, read, _mediator))
            question = question.Role(name, DonorRole.Mediator);
        foreach (var text in parsed.GetValue(_rival) ?? [])
            question = question.Rival(text);
        foreach (var word in Words(parsed, _predictors))
            question = read.Predictor(question, word, parsed.GetValue(_outcome)!, at);
        if (parsed.GetValue(_fitOver) is { } window)
        {
            var (from, to) = read.Span("--fit-over", window);
            question = question.FitOver(from, to);
        }

        if (parsed.GetValue(_predictorWeights) is { } given)
            question = question.PredictorWeights(Numbers(given));
        return parsed.GetValue(_noPlacebos) ? question.WithoutPlacebos() : question;
    }

    private double[] Numbers(string list)
    {
        var words = list.Split([',', ' '], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]))
                throw new WrongWordException($"{_predictorWeights.Name}: '{words[i]}' is no number.", ExitCode.Usage);
        return numbers;
    }

    private StaggeredControl Staggered(ParseResult parsed, SynthTable read)
    {
        var treated = parsed.GetValue(_treated)!;
        if (treated.FirstOrDefault(word => word.LastIndexOf('@') <= 0) is { } undated)
            throw new WrongWordException($"when was '{undated}' treated? Name the first time of the treatment with --at T, or one for each unit with --treated {undated}@T.", ExitCode.Usage);
        foreach (var option in (Option[])[_predictors, _fitOver, _predictorWeights, _method, _level, _since, _until])
            if (parsed.GetResult(option) is { Implicit: false })
                throw new WrongWordException($"{option.Name} is not for units treated at different dates.", ExitCode.Usage);
        if (parsed.GetValue(_as) == "index")
            throw new WrongWordException("--as index wants one date of treatment; for units treated at different dates take --as log.", ExitCode.Usage);
        var question = StaggeredControl.Of(read.Panel(parsed.GetValue(_as)!, double.PositiveInfinity)).Expecting(Direction(parsed));
        var units = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in treated)
        {
            var unit = read.Unit("--treated", word[..word.LastIndexOf('@')]);
            question = question.Treated(unit, read.Time("--treated", word[(word.LastIndexOf('@') + 1)..]));
            units.Add(unit);
        }

        string[] never = [.. Units(parsed, read, _drop), .. Units(parsed, read, _affected), .. Units(parsed, read, _mediator)];
        if (Units(parsed, read, _donors) is { Length: > 0 } donors)
            never = [.. never, .. read.Known.Where(unit => !units.Contains(unit)).Except(donors)];
        foreach (var name in never.Distinct(StringComparer.Ordinal))
            question = question.Without(name);
        return parsed.GetValue(_noPlacebos) ? question.Placements(0) : question;
    }

    private EffectDirection Direction(ParseResult parsed) => Enum.Parse<EffectDirection>(parsed.GetValue(_direction)!, ignoreCase: true);

    private static string[] Units(ParseResult parsed, SynthTable read, Option<string[]> option) =>
        [.. (parsed.GetValue(option) ?? []).SelectMany(word => read.Units(option.Name, word))];

    private static IEnumerable<string> Words(ParseResult parsed, Option<string[]> option) =>
        (parsed.GetValue(option) ?? []).SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
