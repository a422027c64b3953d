namespace Manometer.Model;

/// <content>Reading an expression.</content>
public readonly partial struct Edtf
{
    /// <summary>Reads an expression; false, and the default value, when it is not EDTF. Allocates nothing, but for sets and times.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Edtf value) => TryParse(text, out value, out _);

    /// <summary>Reads an expression, and says why when it is not EDTF.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Edtf value, out EdtfFault fault)
    {
        value = default;
        fault = default;
        var parser = new EdtfParser(text);
        if (text.IsEmpty)
        {
            fault = new EdtfFault(0, "nothing");
            return false;
        }

        if (text[0] is '[' or '{')
        {
            if (parser.TrySet(text[0] == '[' ? ']' : '}', out var ranges))
                value = new Edtf(text[0] == '[' ? EdtfKind.OneOf : EdtfKind.AllOf, default, default, ranges);
            else
                fault = parser.Fault;
            return ranges.Length > 0;
        }

        if (text.Contains('/'))
        {
            if (parser.TryInterval(out var start, out var end))
            {
                value = new Edtf(EdtfKind.Interval, start, end);
                return true;
            }
        }
        else if (parser.TrySingle(out var part))
        {
            var kind = parser.Time is not null ? EdtfKind.DateTime
                : part.IsSeason ? EdtfKind.Season
                : part.IsLongYear ? EdtfKind.LongYear
                : EdtfKind.Date;
            value = new Edtf(kind, part, part, parser.Time);
            return true;
        }

        fault = parser.Fault;
        return false;
    }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">The text is not EDTF; the message says why.</exception>
    public static Edtf Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var value, out var fault) ? value : throw new FormatException($"'{text}' is not a date in EDTF: {fault.Reason}");
    }
}
