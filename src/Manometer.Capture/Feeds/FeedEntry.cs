using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Manometer.Capture;

/// <summary>One entry of an RSS or Atom feed: the slice of the feed that is its element.</summary>
internal sealed class FeedEntry
{
    private static readonly string[] Bodies = ["content:encoded", "content", "description", "summary", "body"];
    private static readonly string[] Times = ["pubdate", "published", "issued", "dc:date", "dcterms:issued", "date", "created", "updated", "modified"];

    private readonly string _text;
    private readonly Dictionary<string, List<(int Start, int End)>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Start, int End)> _inner = new(StringComparer.Ordinal);
    private string? _field, _markup, _link;
    private int _inside, _from;

    private FeedEntry(string text) => _text = text;

    /// <summary>Reads an entry.</summary>
    /// <param name="content">The slice, in UTF-8.</param>
    /// <param name="faults">Takes what is doubtful.</param>
    /// <param name="part">Which entry it is, for the faults.</param>
    public static DocumentDraft Read(ReadOnlyMemory<byte> content, CaptureFaults faults, string? part)
    {
        var decoded = DecodedText.Of(content.Span);
        CaptureText.Doubts(decoded, faults, part);
        var entry = new FeedEntry(decoded.Text);
        PageTokens.Each(decoded.Text, isXml: true, entry.Take);
        var title = entry.TextOf("title", decoded.Map);
        var body = Bodies.Select(name => entry.BodyOf(name, decoded.Map)).FirstOrDefault(one => one is { Text.Length: > 0 });
        var draft = new DocumentDraft(DocumentForm.FeedEntry, content, body ?? title ?? new ReadableText("", decoded.Map))
        {
            Title = title is null ? null : HtmlReader.Read(title.Text, null).Text.Text,
            Address = entry._link ?? Address(entry.TextOf("link", null)?.Text) ?? Address(entry.TextOf("guid", null)?.Text) ?? Address(entry.TextOf("id", null)?.Text),
            Language = entry.TextOf("dc:language", null)?.Text,
            Outlet = entry.TextOf("dc:publisher", null)?.Text,
        };
        if (body is null)
            faults.Add(CaptureRules.EntryEmpty, "a text in the entry", PrintableTitle(draft.Title), draft.Address is null ? "nothing" : $"add {draft.Address} itself, or use --follow", part);
        foreach (var name in Times)
            if (entry.TextOf(name, null)?.Text is { Length: > 0 } time)
                draft.Dates.Add(("feed " + name, time));
        if (draft.Dates.Any(date => date.Basis is not ("feed updated" or "feed modified")))
            draft.Dates.RemoveAll(date => date.Basis is "feed updated" or "feed modified"); // changed later: no second date of publication
        return draft;
    }

    /// <summary>The text between two places, references and CDATA resolved.</summary>
    public static string Plain(string text, int start, int end) =>
        text.AsSpan(start, end - start).StartsWith(CData) ? text[(start + CData.Length)..InnerEnd(text, start, end)] : CharacterReferences.Decode(text[start..end]).Trim();

    private const string CData = "<![CDATA[";

    private static int InnerEnd(string text, int start, int end) => text.AsSpan(start, end - start).EndsWith("]]>") ? Math.Max(start + CData.Length, end - 3) : end;

    private static string PrintableTitle(string? title) => title is null ? "nothing" : $"the title '{title}' only";

    private static string? Address(string? text) => text?.Trim() is { } trimmed && (trimmed.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || trimmed.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ? trimmed : null;

    private void Take(HtmlToken token, int start, int end)
    {
        if (token.Type == HtmlTokenType.Character)
        {
            if (_field is not null && _inside == 0)
                (_fields.TryGetValue(_field, out var pieces) ? pieces : _fields[_field] = []).Add((start, end));
            return;
        }

        if (token.Type == HtmlTokenType.StartTag && token is HtmlTagToken { IsSelfClosing: var closed })
        {
            if (_field is null && token.Name is not ("item" or "entry"))
                Begin(token, end, closed);
            else if (_field is not null && token.Name == _field && !closed)
                _inside++;
            else if (_field is not null)
                _markup ??= _field;
        }
        else if (token.Type == HtmlTokenType.EndTag && token.Name == _field && _inside-- == 0)
        {
            if (_markup == _field)
                _inner.TryAdd(_field, (_from, start));
            (_field, _markup, _inside) = (null, null, 0);
        }
    }

    private void Begin(HtmlToken token, int end, bool closed)
    {
        if (token.Name == "link" && PageTokens.Attribute(token, "href") is { } href && PageTokens.Attribute(token, "rel") is null or "alternate")
            _link ??= Address(href);
        if (!closed)
            (_field, _markup, _inside, _from) = (token.Name, null, 0, end);
    }

    // the text of a field, references and CDATA resolved
    private ReadableText? TextOf(string name, OffsetMap? below)
    {
        if (!_fields.TryGetValue(name, out var pieces))
            return null;
        var text = new System.Text.StringBuilder();
        var map = new OffsetMap.Builder();
        foreach (var (start, end) in pieces)
        {
            if (_text.AsSpan(start, end - start).StartsWith(CData))
            {
                var (from, to) = (start + CData.Length, InnerEnd(_text, start, end));
                map.Add(text.Length, to - from, from, to - from);
                text.Append(_text, from, to - from);
            }
            else
            {
                CharacterReferences.Append(_text, start, end, text, map);
            }
        }

        var whole = text.ToString();
        return new ReadableText(below is null ? whole.Trim() : whole, below is null ? null : map.Build(below));
    }

    // the readable text of a field that holds HTML, escaped or as it is
    private ReadableText? BodyOf(string name, OffsetMap below)
    {
        if (_inner.TryGetValue(name, out var inner)) // XHTML as it is
        {
            var map = new OffsetMap.Builder();
            map.Add(0, inner.End - inner.Start, inner.Start, inner.End - inner.Start);
            return HtmlReader.Read(_text[inner.Start..inner.End], map.Build(below)).Text;
        }

        return TextOf(name, below) is { } text ? HtmlReader.Read(text.Text, text.Map).Text : null;
    }
}
