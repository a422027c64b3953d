using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Manometer.Cases;

/// <summary>Reads YAML into nodes that know where they stand. Anchors and aliases are refused: a case is plain text, and expanding them is how small files eat memory.</summary>
internal static class YamlTree
{
    private const int Deepest = 32;

    /// <summary>The document; null, with the fault reported, when it cannot be parsed.</summary>
    public static YamlNode? Parse(SourceText source, FaultList faults)
    {
        try
        {
            var parser = new Parser(new StringReader(source.Text));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new YamlNode.Map([], 1, 1);
            parser.Consume<DocumentStart>();
            var node = Node(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<StreamEnd>(out _))
                return node;
            var more = parser.Current!;
            Report(source, faults, (int)more.Start.Line, (int)more.Start.Column, "a second document in the file");
        }
        catch (YamlException fault)
        {
            Report(source, faults, (int)fault.Start.Line, (int)fault.Start.Column, fault.InnerException?.Message ?? fault.Message);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or NullReferenceException)
        {
            // the parser is known to throw these on hostile input
            Report(source, faults, 1, 1, "a form the parser does not understand");
        }

        return null;
    }

    private static void Report(SourceText source, FaultList faults, int line, int column, string found)
    {
        for (var at = line; at >= Math.Max(1, line - 1); at--) // the parser sees a fault where it can read no further, which may be a line later
            if (Unquoted(source, at) is var (position, length, field, text))
            {
                faults.Add(Rules.NotYaml, source, position, length, "a text that holds ': ' in quotes", "one without", $"quote it: {field}: \"{(text.Length <= 80 ? text : text[..70] + "\u2026").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
                return;
            }

        faults.Add(Rules.NotYaml, source, source.PositionOf(line, column), 1, "YAML", found.ReplaceLineEndings(" "));
    }

    // title: Ruritania: a case
    private static (int Position, int Length, string Field, string Text)? Unquoted(SourceText source, int line)
    {
        var start = source.PositionOf(line, 1);
        var rest = source.Text.AsSpan(start);
        var end = rest.IndexOfAny('\r', '\n');
        if (end >= 0)
            rest = rest[..end];
        var colon = rest.IndexOf(": ");
        if (colon < 0)
            return null;
        var field = rest[..colon].TrimStart([' ', '-']).TrimEnd();
        var value = rest[(colon + 2)..].TrimStart();
        var comment = value.IndexOf(" #");
        var text = (comment < 0 ? value : value[..comment]).TrimEnd();
        if (text.IsEmpty || text[0] is '"' or '\'' or '{' or '[' or '|' or '>' or '&' or '*' or '!' || field.ContainsAny("{[\"'#") || !(text.Contains(": ", StringComparison.Ordinal) || text[^1] == ':'))
            return null;
        return (start + rest.Length - value.Length, text.Length, field.ToString(), text.ToString());
    }

    private static YamlNode Node(Parser parser, int depth)
    {
        if (depth > Deepest)
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nested too deeply");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlNode.Scalar(scalar.Value, (int)scalar.Start.Line, (int)scalar.Start.Column);
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser, depth + 1));
            return new YamlNode.List(items, (int)sequence.Start.Line, (int)sequence.Start.Column);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            var fields = new List<(YamlNode.Scalar, YamlNode)>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(parser, depth + 1) as YamlNode.Scalar ?? throw new YamlException(mapping.Start, mapping.End, "a field name that is no plain word");
                fields.Add((key, Node(parser, depth + 1)));
            }

            return new YamlNode.Map(fields, (int)mapping.Start.Line, (int)mapping.Start.Column);
        }

        var at = parser.Current;
        throw new YamlException(at?.Start ?? Mark.Empty, at?.End ?? Mark.Empty, at is AnchorAlias ? "an alias (*name): write the value out" : "a value was expected");
    }
}
