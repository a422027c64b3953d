using System.CommandLine;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>A CSV file outside a case as the input of a command: the file, its column of times, and how rows are gathered into longer periods.</summary>
internal sealed class SeriesInput
{
    private readonly Argument<string> _file = new("FILE") { Description = "CSV file with a header; '-' reads standard input" };
    private readonly Option<string?> _time = new("--time") { Description = "Column of dates or whole numbers; default the first column, or row numbers from 1 where that one is asked for as numbers", HelpName = "COL" };
    private readonly Option<string?> _aggregate = new("--aggregate") { Description = "Gather rows into days, weeks, months, quarters or years; needs --by", HelpName = "PERIOD" };
    private readonly Option<string?> _by = new("--by") { Description = "How rows of a period become one value: mean, median, last or sum", HelpName = "RULE" };

    public SeriesInput()
    {
        _aggregate.AcceptOnlyFromAmong("day", "week", "month", "quarter", "year");
        _by.AcceptOnlyFromAmong("mean", "median", "last", "sum");
    }

    /// <summary>Adds the argument and options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_time);
        command.Options.Add(_aggregate);
        command.Options.Add(_by);
        command.Validators.Add(result =>
        {
            if (result.GetValue(_aggregate) is not null && result.GetValue(_by) is null)
                result.AddError("--aggregate wants --by: mean, median, last or sum. No rule is taken for granted.");
            if (result.GetValue(_by) is not null && result.GetValue(_aggregate) is null)
                result.AddError("--by wants --aggregate: day, week, month, quarter or year.");
        });
    }

    /// <summary>The file as the user named it.</summary>
    public string FileOf(ParseResult parsed) => parsed.GetValue(_file)!;

    /// <summary>The table, open for any column; its faults are for <see cref="Complain"/>.</summary>
    public PlainTable Open(ParseResult parsed)
    {
        var file = FileOf(parsed);
        if (file != "-")
            return PlainTable.Open(file, CommandOf(parsed));
        using var bytes = new MemoryStream();
        using var input = Console.OpenStandardInput();
        input.CopyTo(bytes);
        return PlainTable.Parse("standard input", bytes.ToArray(), CommandOf(parsed));
    }

    /// <summary>The named columns in order of time, gathered if asked for. Null when the file has errors, which are then printed; warnings are printed too.</summary>
    public PlainSeries? Read(ParseResult parsed, IReadOnlyList<string> columns)
    {
        var table = Open(parsed);
        var series = table.Series(parsed.GetValue(_time), columns);
        Complain(table);
        if (series is null || parsed.GetValue(_aggregate) is not { } period)
            return series;
        try
        {
            return series.Aggregate(Enum.Parse<AggregationPeriod>(period, ignoreCase: true), Enum.Parse<AggregationRule>(parsed.GetValue(_by)!, ignoreCase: true));
        }
        catch (ArgumentException fault)
        {
            Console.Error.WriteLine($"manometer: --aggregate {period}: {fault.Message.Split(" (Parameter", 2)[0]}.");
            return null;
        }
    }

    /// <summary>Prints the faults of a table to standard error.</summary>
    public static void Complain(PlainTable table)
    {
        var faults = table.Diagnostics;
        if (faults.Count == 0)
            return;
        Faults.Print(faults, Console.Error, Terminal.ErrorColour);
        Console.Error.WriteLine();
        if (faults.Any(fault => fault.Severity == Severity.Error))
            Console.Error.WriteLine($"{table.Path}: {Faults.Count(faults)}; nothing was computed.");
    }

    /// <summary>The command as it was typed, for the line that says what to do next.</summary>
    public static string CommandOf(ParseResult parsed) => "./manometer " + string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)));

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/' or '\\' or ':' or ',' or '=' or '+' or '@' or '%') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
