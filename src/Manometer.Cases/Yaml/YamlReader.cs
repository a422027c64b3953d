using System.Globalization;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Takes values out of a YAML map, and reports what is missing, unknown or wrong where it stands.</summary>
internal sealed class YamlReader(SourceText source, FaultList faults, YamlNode.Map map)
{
    /// <summary>Reports fields that are none of these.</summary>
    public YamlReader Knows(params string[] names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in map.Fields)
            if (!seen.Add(key.Value))
                faults.Add(Rules.FieldTwice, source, Position(key), key.Value.Length, "each field once", key.Value);
        foreach (var (key, _) in map.Fields)
            if (!names.Contains(key.Value))
                faults.Add(Rules.FieldUnknown, source, Position(key), key.Value.Length, Nearest.To(key.Value, names) is { } near ? $"one of {string.Join(", ", names)}; did you mean '{near}'?" : $"one of {string.Join(", ", names)}", key.Value);
        return this;
    }

    public string? Text(string name, bool required = false)
    {
        switch (map[name])
        {
            case null or YamlNode.Scalar { Value: "" }:
                if (required)
                    faults.Add(Rules.FieldMissing, source, Position(map), 1, $"a field '{name}'", "none");
                return null;
            case YamlNode.Scalar scalar:
                return scalar.Value.Trim();
            case var other:
                Wrong(other, "plain text", "a list or map");
                return null;
        }
    }

    public Edtf? Date(string name, bool required = false)
    {
        if (Text(name, required) is not { } text)
            return null;
        if (Edtf.TryParse(text, out var date, out var fault))
            return date;
        Wrong(map[name]!, $"a date in EDTF, such as 2016-01/2019-04 ({fault.Reason})", text);
        return null;
    }

    public double? Number(string name, double lowest, double highest)
    {
        if (Text(name) is not { } text)
            return null;
        if (RowReader.TryNumber(text, out var number) && number >= lowest && number <= highest)
            return number;
        Wrong(map[name]!, string.Create(CultureInfo.InvariantCulture, $"a number from {lowest} to {highest}"), text);
        return null;
    }

    /// <param name="name">The field.</param>
    /// <param name="required">Is it a fault when it is not there?</param>
    /// <param name="fields">How its fields are written, for the one who wrote a plain value.</param>
    public YamlReader? Map(string name, bool required = false, string? fields = null)
    {
        switch (map[name])
        {
            case null:
                if (required)
                    faults.Add(Rules.FieldMissing, source, Position(map), 1, $"a field '{name}'", "none");
                return null;
            case YamlNode.Map inner:
                return new YamlReader(source, faults, inner);
            case var other:
                Wrong(other, fields is null ? "fields below it" : $"fields below it, {fields}", "a plain value");
                return null;
        }
    }

    public IReadOnlyList<YamlReader> Maps(string name)
    {
        switch (map[name])
        {
            case null or YamlNode.Scalar { Value: "" }:
                return [];
            case YamlNode.List list:
                var found = new List<YamlReader>();
                foreach (var item in list.Items)
                    if (item is YamlNode.Map inner)
                        found.Add(new YamlReader(source, faults, inner));
                    else
                        Wrong(item, "fields, such as {id: ..., name: ...}", "a plain value");
                return found;
            case var other:
                Wrong(other, "a list", "something else");
                return [];
        }
    }

    /// <summary>The plain values of a list; one plain value stands for a list of one.</summary>
    public IReadOnlyList<YamlNode.Scalar> Scalars(string name)
    {
        switch (map[name])
        {
            case null or YamlNode.Scalar { Value: "" }:
                return [];
            case YamlNode.Scalar alone:
                return [alone];
            case YamlNode.List list:
                var found = new List<YamlNode.Scalar>();
                foreach (var item in list.Items)
                    if (item is YamlNode.Scalar scalar)
                        found.Add(scalar);
                    else
                        Wrong(item, "a plain value", "a list or map");
                return found;
            case var other:
                Wrong(other, "a list, such as [one, another]", "fields");
                return [];
        }
    }

    public IReadOnlyDictionary<string, string> Pairs(string name)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        if (map[name] is YamlNode.Map inner)
            foreach (var (key, value) in inner.Fields)
                if (value is YamlNode.Scalar scalar)
                    pairs.TryAdd(key.Value, scalar.Value);
        return pairs;
    }

    public void Wrong(string name, string expected, string found) => Wrong(map[name] ?? map, expected, found);

    public void Report(DiagnosticRule rule, string name, string expected, string found) =>
        faults.Add(rule, source, Position(map[name] ?? map), 1, expected, found);

    /// <summary>Reports a fault of a plain value.</summary>
    public void Report(DiagnosticRule rule, YamlNode.Scalar at, string expected, string found) =>
        faults.Add(rule, source, Position(at), Math.Max(1, at.Value.Length), expected, found);

    private void Wrong(YamlNode at, string expected, string found) =>
        faults.Add(Rules.FieldWrong, source, Position(at), at is YamlNode.Scalar scalar ? Math.Max(1, scalar.Value.AsSpan().IndexOf('\n') is var end and >= 0 ? end : scalar.Value.Length) : 1, expected, found);

    private int Position(YamlNode node) => source.PositionOf(node.Line, node.Column);
}
