using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Manometer.Capture;

/// <summary>Goes over a page once and gathers its blocks of text and what it says of itself.</summary>
internal sealed class PageScan
{
    private static readonly HashSet<string> Breaking =
    [
        "address", "article", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
    ];

    private static readonly HashSet<string> Silent = ["script", "style", "noscript", "template", "svg", "math", "iframe", "select", "button", "object", "textarea", "title", "head", "noframes", "noembed"];
    private static readonly HashSet<string> Framing = ["nav", "aside", "footer", "header", "form"];
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private readonly string _markup;
    private readonly bool _mindHidden;
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private string? _hidden; // name of the hidden element we are in
    private int _hiddenDepth;
    private string? _body; // name of the element marked as the body of the article
    private int _bodyDepth;
    private string? _apart; // name of the element that is none of the text
    private int _apartDepth;
    private int _silent, _framing;
    private bool _inLink;
    private bool _headlineSeen;
    private int _articles;
    private string? _reading; // title or script whose text is wanted
    private TextBlock _block = new();

    private PageScan(string markup, bool mindHidden) => (_markup, _mindHidden) = (markup, mindHidden);

    public List<TextBlock> Blocks { get; } = [];

    public PageMetadata Metadata { get; } = new();

    public static PageScan Of(string markup)
    {
        var scan = Scan(markup, mindHidden: true);
        return scan._hidden is null ? scan : Scan(markup, mindHidden: false); // a hidden element nobody closed hides nothing
    }

    private static PageScan Scan(string markup, bool mindHidden)
    {
        var scan = new PageScan(markup, mindHidden);
        PageTokens.Each(markup, isXml: false, scan.Take);
        scan.EndBlock();
        return scan;
    }

    private void Take(HtmlToken token, int start, int end)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Open(token);
                break;
            case HtmlTokenType.EndTag:
                Close(token.Name);
                break;
            case HtmlTokenType.Character:
                Text(start, end);
                break;
        }
    }

    private void Open(HtmlToken token)
    {
        var name = token.Name;
        if (Breaking.Contains(name))
            EndBlock();
        switch (name)
        {
            case "br":
                _block.Pieces.Add((0, 0, BlockPiece.Break));
                return;
            case "meta":
                Meta(token);
                return;
            case "link" when PageTokens.Attribute(token, "rel") == "canonical":
                Metadata.Put("canonical", PageTokens.Attribute(token, "href"));
                return;
            case "html":
                Metadata.Put("lang", PageTokens.Attribute(token, "lang") ?? PageTokens.Attribute(token, "xml:lang"));
                break;
            case "a":
                _inLink = true;
                break;
            case "body":
                Count("head", -_open.GetValueOrDefault("head"));
                break;
            case "title":
                _reading = Metadata.Named.ContainsKey("title") ? null : "title";
                break;
            case "script" when PageTokens.Attribute(token, "type")?.Trim().Equals("application/ld+json", StringComparison.OrdinalIgnoreCase) == true:
                _reading = "script";
                break;
            case "time" when PageTokens.Attribute(token, "datetime") is { } time:
                if (Property(token) == "datepublished" || PageTokens.Attribute(token, "pubdate") is not null)
                    Metadata.Dates.Add(("time marked as publication", time));
                else if (_framing == 0 && Metadata.Dates.TrueForAll(date => date.Basis != "first time"))
                    Metadata.Dates.Add(("first time", time));
                break;
        }

        if (Void.Contains(name))
            return;
        if (_hidden is not null)
            _hiddenDepth += name == _hidden && name != "p" ? 1 : 0;
        else if (_mindHidden && name is "div" or "section" or "p" or "span" or "ul" or "li" or "aside" && IsHidden(token))
            (_hidden, _hiddenDepth) = (name, 1);
        if (_body is not null)
            _bodyDepth += name == _body ? 1 : 0;
        else if (name is "div" or "section" or "article" && Property(token) == "articlebody")
            (_body, _bodyDepth) = (name, 1);
        if (_apart is not null)
            _apartDepth += name == _apart && name != "p" ? 1 : 0;
        else if (name is "div" or "section" or "p" or "span" or "ul" or "ol" or "li" or "aside" or "figcaption" or "figure" or "table" or "dl" && IsApart(token))
            (_apart, _apartDepth) = (name, 1);
        Count(name, 1);
    }

    private void Close(string name)
    {
        if (Breaking.Contains(name))
            EndBlock();
        if (name == "a")
            _inLink = false;
        if (_reading == name)
            _reading = null;
        if (name == _hidden && --_hiddenDepth == 0)
            _hidden = null;
        if (name == _body && --_bodyDepth == 0)
            _body = null;
        if (name == _apart && --_apartDepth == 0)
            _apart = null;
        Count(name, -1);
    }

    // open elements are counted by name, not kept in a stack: what is nested a million deep costs no more than what is not
    private void Count(string name, int by)
    {
        if (by == 0 || !(Silent.Contains(name) || Framing.Contains(name) || name is "article" or "main" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre"))
            return;
        var was = _open.GetValueOrDefault(name);
        var now = name is ['h', >= '1' and <= '6'] ? Math.Max(by, 0) : Math.Max(0, was + by);
        _open[name] = now;
        _articles += name == "article" && was == 0 && now == 1 ? 1 : 0;
        _silent += Silent.Contains(name) ? now - was : 0;
        _framing += Framing.Contains(name) ? now - was : 0;
    }

    private void Text(int start, int end)
    {
        if (_reading is not null)
        {
            var text = _markup[start..end];
            if (_reading == "title")
                Metadata.Put("title", CharacterReferences.Decode(text));
            else
                LinkedData.Read(text, Metadata);
            _reading = null;
            return;
        }

        if (_silent > 0 || _hidden is not null)
            return;
        var kind = BlockPiece.Text;
        if (_markup.AsSpan(start, end - start).StartsWith("<![CDATA["))
        {
            start += "<![CDATA[".Length;
            end -= _markup.AsSpan(start, end - start).EndsWith("]]>") ? 3 : 0;
            kind = BlockPiece.Verbatim;
        }

        if (end <= start)
            return;
        if (_block.Words == 0)
            (_block.Place, _block.Article) = (PlaceNow(), _open.GetValueOrDefault("article") > 0 ? _articles : 0);
        _block.Pieces.Add((start, end, kind));
        _block.IsSentence = EndsSentence(_markup.AsSpan(start, end - start)) ?? _block.IsSentence;
        var words = Words(_markup.AsSpan(start, end - start));
        _block.Words += words;
        _block.LinkWords += _inLink ? words : 0;
    }

    private BlockPlace PlaceNow()
    {
        var place = (_body is not null ? BlockPlace.ArticleBody : BlockPlace.None) | (Is("article") ? BlockPlace.Article : BlockPlace.None) | (Is("main") ? BlockPlace.Main : BlockPlace.None);
        if (_framing > 0 && !(_open.GetValueOrDefault("header") == _framing && (Is("article") || Is("main")))) // the header of an article holds its headline
            place |= BlockPlace.Frame;
        if (Is("h1") || Is("h2") || Is("h3") || Is("h4") || Is("h5") || Is("h6"))
            place |= BlockPlace.Heading | (Is("h1") && !_headlineSeen ? BlockPlace.Headline : BlockPlace.None);
        if (_apart is not null)
            place |= BlockPlace.Apart;
        _headlineSeen |= place.HasFlag(BlockPlace.Headline);
        return place;

        bool Is(string name) => _open.GetValueOrDefault(name) > 0;
    }

    private void EndBlock()
    {
        if (_block.Words > 0)
            Blocks.Add(_block);
        if (_block.Pieces.Count > 0)
            _block = new TextBlock();
    }

    private void Meta(HtmlToken token)
    {
        if (PageTokens.Attribute(token, "content") is not { Length: > 0 and < 4096 } content)
            return;
        var name = (PageTokens.Attribute(token, "property") ?? PageTokens.Attribute(token, "name") ?? PageTokens.Attribute(token, "itemprop") ?? PageTokens.Attribute(token, "http-equiv"))?.Trim().ToLowerInvariant();
        switch (name)
        {
            case "og:title" or "og:site_name" or "og:url" or "twitter:title" or "og:locale" or "content-language" or "dc.title" or "citation_title" or "application-name" or "dc.publisher" or "dc.language":
                Metadata.Put(name, content);
                break;
            case "article:published_time" or "og:article:published_time" or "datepublished" or "dc.date.issued" or "dcterms.issued" or "citation_publication_date" or "citation_date"
                or "parsely-pub-date" or "sailthru.date" or "pubdate" or "publishdate" or "publish-date" or "publication_date" or "dc.date" or "dcterms.date" or "dcterms.created" or "date":
                Metadata.Dates.Add(("meta " + name, content));
                break;
        }
    }

    // does a text end as sentences do? null for one of spaces alone
    private static bool? EndsSentence(ReadOnlySpan<char> text)
    {
        var end = text.TrimEnd().TrimEnd("\"'\u201D\u2019\u00BB)]");
        return end.IsEmpty ? null : end[^1] is '.' or '!' or '?' or ':' or ';' or '\u2026' or '\u3002' or '\uFF01' or '\uFF1F' or '\u0964';
    }

    private static string? Property(HtmlToken token) => PageTokens.Attribute(token, "itemprop")?.Trim().ToLowerInvariant();

    private static bool IsApart(HtmlToken token) =>
        (PageTokens.Attribute(token, "class") is { } names && ApartNames.In(names)) || (PageTokens.Attribute(token, "id") is { } id && ApartNames.In(id)) || (PageTokens.Attribute(token, "role") is { } role && ApartNames.In(role));

    private static bool IsHidden(HtmlToken token) =>
        PageTokens.Attribute(token, "hidden") is not null and not "until-found"
        || PageTokens.Attribute(token, "aria-hidden") == "true"
        || PageTokens.Attribute(token, "style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Words of a text; two Chinese or Japanese characters count as one word.</summary>
    internal static double Words(ReadOnlySpan<char> text)
    {
        var words = 0.0;
        var inside = false;
        foreach (var letter in text)
        {
            if (letter is (>= '\u3041' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF'))
                (words, inside) = (words + 0.5, false);
            else if (!char.IsLetterOrDigit(letter))
                inside &= letter is '\'' or '\u2019' or '-' or '&' or ';' or '#';
            else if (!inside)
                (words, inside) = (words + 1, true);
        }

        return words;
    }
}
