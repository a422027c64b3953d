using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Manometer.Cli;

/// <summary>Adds examples to the help of a command: help that teaches.</summary>
internal static class Examples
{
    private static readonly Dictionary<Command, string[]> Known = [];

    /// <summary>Puts a heading and example commands under the help of a command.</summary>
    public static void Teach(Command command, string heading, params string[] lines)
    {
        Known[command] = [heading, .. lines.Select(line => "  " + line)];
        if (command is not RootCommand root)
            return;
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    private sealed class HelpWithExamples(HelpAction plain) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = plain.Invoke(parseResult);
            if (Known.TryGetValue(parseResult.CommandResult.Command, out var lines))
                foreach (var line in lines)
                    parseResult.InvocationConfiguration.Output.WriteLine(line);
            return code;
        }
    }
}
