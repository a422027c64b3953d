using System.Globalization;

namespace Manometer.Cases;

/// <summary>Where the values of a JSON text stand. The text must have been parsed before: its form is not looked at again.</summary>
internal sealed class JsonPlaces(SourceText source)
{
    private readonly string _text = source.Text;
    private readonly Dictionary<int, List<int>> _items = [];
    private readonly Dictionary<(int At, string Name, bool OfName), int> _fields = [];

    /// <summary>Position and length of a value, to be marked: of a text what stands between its quotes, of an object or list its bracket. Where the path ends early, of the innermost value that is there.</summary>
    /// <param name="path">Names of fields and numbers of items from 0, such as <c>resources</c>, <c>3</c>, <c>path</c>.</param>
    public (int Position, int Length) Of(params ReadOnlySpan<string> path)
    {
        var at = Skip(0);
        foreach (var step in path)
        {
            var inner = at >= _text.Length ? -1
                : _text[at] == '{' ? Field(at, step, ofName: false)
                : _text[at] == '[' && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Items(at).Count ? Items(at)[index]
                : -1;
            if (inner < 0)
                break;
            at = inner;
        }

        return Mark(at);
    }

    /// <summary>Position and length of a field's name; of the object when it has none of that name.</summary>
    public (int Position, int Length) OfName(string name, params ReadOnlySpan<string> path)
    {
        var (at, length) = Of(path);
        return at < _text.Length && _text[at] == '{' && Field(at, name, ofName: true) is >= 0 and var found ? Mark(found) : (at, length);
    }

    private (int Position, int Length) Mark(int at)
    {
        if (at >= _text.Length)
            return (0, 1);
        if (_text[at] == '"')
            return (at + 1, Math.Max(1, End(at) - at - 2));
        return (at, _text[at] is '{' or '[' ? 1 : Math.Max(1, End(at) - at));
    }

    // of two fields of one name the later counts, as for the parser
    private int Field(int at, string name, bool ofName)
    {
        var (found, start) = (-1, at);
        if (_fields.TryGetValue((start, name, ofName), out var before))
            return before;
        for (at = Skip(at + 1); at < _text.Length && _text[at] == '"';)
        {
            var key = _text.AsSpan(at + 1, Math.Max(0, End(at) - at - 2));
            var value = Skip(Skip(End(at)) + 1); // past the colon
            if (key.SequenceEqual(name))
                found = ofName ? at : value;
            at = Skip(End(value));
            if (at < _text.Length && _text[at] == ',')
                at = Skip(at + 1);
        }

        return _fields[(start, name, ofName)] = found;
    }

    private List<int> Items(int at)
    {
        if (_items.TryGetValue(at, out var items))
            return items;
        _items.Add(at, items = []);
        for (at = Skip(at + 1); at < _text.Length && _text[at] != ']';)
        {
            items.Add(at);
            at = Skip(End(at));
            if (at < _text.Length && _text[at] == ',')
                at = Skip(at + 1);
        }

        return items;
    }

    private int Skip(int at)
    {
        while (at < _text.Length && _text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        return at;
    }

    // the position behind a value
    private int End(int at)
    {
        for (var depth = 0; at < _text.Length; at++)
            switch (_text[at])
            {
                case '"':
                    at = EndOfText(at) - 1;
                    if (depth == 0)
                        return at + 1;
                    break;
                case '{' or '[':
                    depth++;
                    break;
                case '}' or ']' when depth <= 1:
                    return depth == 1 ? at + 1 : at;
                case '}' or ']':
                    depth--;
                    break;
                case ',' or ' ' or '\t' or '\r' or '\n' when depth == 0:
                    return at;
            }

        return _text.Length;
    }

    private int EndOfText(int at)
    {
        for (at++; at < _text.Length; at++)
            if (_text[at] == '\\')
                at++;
            else if (_text[at] == '"')
                return at + 1;
        return _text.Length;
    }
}
