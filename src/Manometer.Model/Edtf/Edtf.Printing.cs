using System.Globalization;
using System.Text;

namespace Manometer.Model;

/// <content>Writing an expression.</content>
public readonly partial struct Edtf
{
    /// <summary>The canonical text: a qualifier of the first parts together stands after them, one of a single later part before it. Parsing it gives this value again.</summary>
    public override string ToString()
    {
        if (this == default)
            return "";
        var text = new StringBuilder(24);
        switch (Kind)
        {
            case EdtfKind.Interval:
                Append(text, Start);
                text.Append('/');
                Append(text, End);
                break;
            case EdtfKind.OneOf or EdtfKind.AllOf:
                text.Append(Kind == EdtfKind.OneOf ? '[' : '{');
                var ranges = (EdtfRange[])_rare!;
                for (var i = 0; i < ranges.Length; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Append(text, ranges[i]);
                }

                text.Append(Kind == EdtfKind.OneOf ? ']' : '}');
                break;
            default:
                Append(text, Start);
                if (_rare is string time)
                    text.Append('T').Append(time);
                break;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, EdtfRange range)
    {
        if (!range.IsRange)
        {
            Append(text, range.Start);
            return;
        }

        if (range.Start.Rest.Presence == EdtfPart.Presence.Known)
            Append(text, range.Start);
        text.Append("..");
        if (range.End.Rest.Presence == EdtfPart.Presence.Known)
            Append(text, range.End);
    }

    private static void Append(StringBuilder text, EdtfPart part)
    {
        switch (part.Rest.Presence)
        {
            case EdtfPart.Presence.Unknown:
                return;
            case EdtfPart.Presence.Open:
                text.Append("..");
                return;
        }

        if (part.IsLongYear)
        {
            AppendLongYear(text, part);
            return;
        }

        var rest = part.Rest;
        var (hasMonth, hasDay) = (part.HasMonth, part.HasDay);
        // how many of the first parts share one qualifier
        var shared = rest.YearMark == 0 ? 0 : !hasMonth || rest.MonthMark != rest.YearMark ? 1 : !hasDay || rest.DayMark != rest.YearMark ? 2 : 3;
        if (part.Year < 0 || rest.Form == 2)
            text.Append('-');
        AppendDigits(text, (int)Math.Abs(part.Year), rest.YearMask, 4);
        if (shared == 1)
            text.Append(MarkOf(rest.YearMark));
        if (hasMonth)
        {
            text.Append('-');
            if (shared < 2 && rest.MonthMark > 0)
                text.Append(MarkOf(rest.MonthMark));
            AppendDigits(text, part.Month, rest.MonthMask, 2);
            if (shared == 2)
                text.Append(MarkOf(rest.YearMark));
        }

        if (hasDay)
        {
            text.Append('-');
            if (shared < 3 && rest.DayMark > 0)
                text.Append(MarkOf(rest.DayMark));
            AppendDigits(text, part.Day, rest.DayMask, 2);
            if (shared == 3)
                text.Append(MarkOf(rest.YearMark));
        }
    }

    private static void AppendLongYear(StringBuilder text, EdtfPart part)
    {
        var magnitude = Math.Abs(part.Year);
        if (part.Rest.Form == 1)
            text.Append('Y');
        if (part.Year < 0)
            text.Append('-');
        for (var i = 0; i < part.Rest.Exponent; i++)
            magnitude /= 10;
        text.Append(magnitude.ToString(part.Rest.Form == 1 ? "0" : "0000", CultureInfo.InvariantCulture));
        if (part.Rest.Exponent > 0)
            text.Append('E').Append(part.Rest.Exponent);
        if (part.Rest.Significant > 0)
            text.Append('S').Append(part.Rest.Significant);
    }

    private static void AppendDigits(StringBuilder text, int value, int mask, int count)
    {
        for (int i = count - 1, weight = count == 4 ? 1000 : 10; i >= 0; i--, weight /= 10)
            text.Append((mask >> i & 1) != 0 ? 'X' : (char)('0' + value / weight % 10));
    }

    private static char MarkOf(int mark) => mark switch { 1 => '?', 2 => '~', _ => '%' };
}
