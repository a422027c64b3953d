using System.CommandLine;
using System.CommandLine.Invocation;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary>The command line: parses, runs, and turns whatever goes wrong into a message and an exit code.</summary>
internal static class CommandLine
{
    public static int Run(string[] args)
    {
        var root = Build();
        if (args.Length == 0)
        {
            root.Parse("--help").Invoke();
            return ExitCode.Usage;
        }

        if (args is ["help", .. var about])
            args = [.. about, "--help"];
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is null or ParseErrorAction)
            return Complain(parsed);
        using var interrupt = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            interrupt.Cancel();
        };
        Interrupt.Token = interrupt.Token;
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("manometer: stopped; nothing was left half written.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"manometer: {fault.Message}");
            return ExitCode.Internal;
        }
        catch (Exception fault) when (!Environment.GetEnvironmentVariable("MANOMETER_DEBUG").IsOn())
        {
            Console.Error.WriteLine($"manometer: a fault of the program: {fault.Message} ({fault.GetType().Name})");
            Console.Error.WriteLine("Nothing was written. Run again with MANOMETER_DEBUG=1 for the whole trace, and report it with the case, please.");
            return ExitCode.Internal;
        }
    }

    /// <summary>All commands; public to the tests, which check that each is documented.</summary>
    internal static RootCommand Build()
    {
        var root = new RootCommand("Manometer reads a case about a sanctioned country and says, with its working shown, what the record supports.");
        var groups = Built.Select(group => (group.Heading, Commands: group.Commands.Select(build => build()).ToList())).ToList();
        groups.ForEach(group => group.Commands.ForEach(root.Add));
        Groups = [.. groups.Select(group => (group.Heading, (IReadOnlyList<string>)[.. group.Commands.Select(command => command.Name)]))];
        Examples.Teach(root, "Start here:", "./manometer assess cases/dprk-2016-2019", "./manometer new my-case", "./manometer check my-case");
        return root;
    }

    /// <summary>Headings of the list of commands, and the names below each.</summary>
    internal static IReadOnlyList<(string Heading, IReadOnlyList<string> Commands)> Groups { get; private set; } = [];

    /// <summary>The commands in the order of the work.</summary>
    private static readonly (string Heading, Func<Command>[] Commands)[] Built =
    [
        ("Look at a case", [AssessCommand.Build, VerdictCommand.Build, PressureCommand.Build, CorroborateCommand.Build, ScoreCommand.Build, ShowCommand.Build, QueryCommand.Build]),
        ("Make a case", [NewCommand.Build, CheckCommand.Build, AddCommand.Build, CodeCommand.Build, ReviewCommand.Build, LinkCommand.Build, ImportCommand.Build, DescribeCommand.Build, ExportCommand.Build]),
        ("Prove it later", [RecordCommand.Build, VerifyCommand.Build, CustodyCommand.Build, StampCommand.Build, SignCommand.Build, RedactCommand.Build, RestoreCommand.Build]),
        ("Without a case", [ImpactCommand.Build, SynthCommand.Build, BreaksCommand.Build, InterruptedCommand.Build, CopiesCommand.Build, TruthCommand.Build, DatesCommand.Build, SimulateCommand.Build, CompletionsCommand.Build]),
    ];

    private static int Complain(ParseResult parsed)
    {
        var commands = parsed.RootCommandResult.Command.Subcommands.Select(command => command.Name);
        if (parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [not ['-', ..] and var wrong, ..])
            Console.Error.WriteLine($"manometer: there is no command '{wrong}'{(Nearest.To(wrong, commands) is { } near ? $"; did you mean '{near}'?" : ".")}");
        else if (parsed.UnmatchedTokens is [['-', ..] and var option, ..])
            Console.Error.WriteLine($"{(parsed.CommandResult.Command is RootCommand ? "manometer" : $"manometer: {parsed.CommandResult.Command.Name}")} has no option '{option}'{(Nearest.To(option, parsed.CommandResult.Command.Options.Select(one => one.Name)) is { } near ? $"; did you mean '{near}'?" : ".")}");
        else
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine($"manometer: {error.Message}");
        var path = string.Join(' ', Names(parsed.CommandResult));
        Console.Error.WriteLine($"Try: {path} --help");
        return ExitCode.Usage;
    }

    private static IEnumerable<string> Names(System.CommandLine.Parsing.CommandResult command)
    {
        var names = new Stack<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = command; at is not null; at = at.Parent)
            if (at is System.CommandLine.Parsing.CommandResult { Command: RootCommand })
                names.Push("./manometer");
            else if (at is System.CommandLine.Parsing.CommandResult named)
                names.Push(named.Command.Name);
        return names;
    }

    private static bool IsOn(this string? variable) => !string.IsNullOrEmpty(variable) && variable != "0";
}
