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
            var code = parseResult.CommandResult.Command is RootCommand ? Grouped(parseResult) : plain.Invoke(parseResult);
            if (Known.TryGetValue(parseResult.CommandResult.Command, out var lines))
                foreach (var line in lines)
                    parseResult.InvocationConfiguration.Output.WriteLine(line);
            return code;
        }

        /// <summary>The list of commands, cut into <see cref="CommandLine.Groups"/>; the lines themselves are the library's.</summary>
        private int Grouped(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            using var written = new StringWriter();
            parseResult.InvocationConfiguration.Output = written;
            var code = plain.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            var lines = written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
            var head = Array.IndexOf(lines, "Commands:");
            foreach (var line in lines[..head])
                output.WriteLine(line);
            var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
            var last = new List<string>();
            foreach (var line in lines[(head + 1)..])
            {
                if (line.Length > 2 && line[2] != ' ')
                    entries[line.Trim().Split(' ')[0]] = last = [];
                last.Add(line);
            }

            foreach (var (heading, commands) in CommandLine.Groups)
            {
                output.WriteLine(heading + ":");
                foreach (var line in commands.SelectMany(command => entries[command]))
                    output.WriteLine(line);
                output.WriteLine();
            }

            return code;
        }
    }
}
