using System.Text;

namespace Manometer.Cli.Tests;

/// <summary>A command in a <c>console</c> block of a document, with the output the document shows; a line <c>...</c> stands for any lines. An <c>sh</c> block is one command, to be copied whole, that prints nothing.</summary>
internal sealed record ConsoleBlock(string Document, int Line, string Command, IReadOnlyList<string> Expected)
{
    /// <summary>All commands of a document, in order. A command starts with <c>$ </c>; lines that start with <c>&gt; </c> continue it.</summary>
    public static IReadOnlyList<ConsoleBlock> Read(string path)
    {
        var found = new List<ConsoleBlock>();
        var (inside, script) = (false, false);
        StringBuilder? command = null;
        var expected = new List<string>();
        var start = 0;
        var lines = File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                Flush();
                (inside, script) = (!inside && !script && line == "```console", !inside && !script && line == "```sh");
                start = i + 1;
                command = script ? new StringBuilder() : null;
            }
            else if (script)
            {
                command!.Append(line).Append('\n');
            }
            else if (inside && line.StartsWith("$ ", StringComparison.Ordinal))
            {
                Flush();
                command = new StringBuilder(line[2..]);
                start = i + 1;
            }
            else if (inside && command is not null && expected.Count == 0 && line.StartsWith('>') && (line.Length == 1 || line[1] == ' '))
            {
                command.Append('\n').Append(line.Length > 2 ? line[2..] : "");
            }
            else if (inside && command is not null)
            {
                expected.Add(line);
            }
        }

        return found;

        void Flush()
        {
            if (command is not null)
                found.Add(new ConsoleBlock(path, start, command.ToString(), [.. expected]));
            command = null;
            expected.Clear();
        }
    }

    /// <summary>Does the output match what the document shows?</summary>
    public bool Matches(IReadOnlyList<string> actual) => Matches(0, actual, 0);

    private bool Matches(int e, IReadOnlyList<string> actual, int a)
    {
        for (; e < Expected.Count; e++, a++)
        {
            if (Expected[e].Trim() == "...")
                return Enumerable.Range(a, actual.Count - a + 1).Any(next => Matches(e + 1, actual, next));
            if (a >= actual.Count || Expected[e].TrimEnd() != actual[a].TrimEnd())
                return false;
        }

        return a == actual.Count;
    }
}
