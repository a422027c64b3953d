using System.Buffers;
using System.Text;

namespace Manometer.Capture;

/// <summary>Reads web pages.</summary>
internal static class HtmlReader
{
    private static readonly SearchValues<char> AfterCharset = SearchValues.Create("\"' />;?\r\n");

    private const int DeclarationWithin = 4096;

    /// <summary>Text and metadata of a page in bytes.</summary>
    public static DocumentDraft Read(ReadOnlyMemory<byte> content, string? charset, CaptureFaults faults, string? part = null)
    {
        var decoded = DecodedText.Of(content.Span, charset ?? DeclaredIn(content.Span));
        CaptureText.Doubts(decoded, faults, part);
        var (text, metadata) = Read(decoded.Text, decoded.Map);
        var draft = new DocumentDraft(DocumentForm.Html, content, text)
        {
            Address = metadata.First("canonical", "og:url"),
            Title = metadata.First("ld:headline", "og:title", "citation_title", "twitter:title", "dc.title", "title"),
            Outlet = metadata.First("og:site_name", "ld:publisher", "dc.publisher", "application-name"),
            Language = metadata.First("lang", "ld:language", "content-language", "dc.language", "og:locale"),
        };
        draft.Dates.AddRange(metadata.Dates.OrderBy(date => Trust(date.Basis)));
        return draft;
    }

    /// <summary>The readable text of markup.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="below">Where its characters stand; null when nowhere.</param>
    public static (ReadableText Text, PageMetadata Metadata) Read(string markup, OffsetMap? below)
    {
        var scan = PageScan.Of(markup);
        return (TextOf(markup, MainContent.Of(scan.Blocks), below), scan.Metadata);
    }

    private static ReadableText TextOf(string markup, IReadOnlyList<TextBlock> blocks, OffsetMap? below)
    {
        var text = new StringBuilder();
        var map = new OffsetMap.Builder();
        foreach (var block in blocks)
        {
            var before = text.Length;
            if (text.Length > 0)
                text.Append("\n\n"); // a headline ends where it ends, without a full stop
            var begun = text.Length;
            foreach (var (start, end, kind) in block.Pieces)
            {
                if (kind == BlockPiece.Break)
                {
                    if (text.Length > begun && text[^1] is not '\n')
                        text.Append('\n');
                    continue;
                }

                for (var at = start; at < end;)
                {
                    var taken = 1;
                    var meant = kind == BlockPiece.Text && markup[at] == '&' ? CharacterReferences.Read(markup.AsSpan(at, end - at), out taken) : null;
                    if (meant is null)
                        taken = 1;
                    if (IsSpace(meant is { Length: 1 } ? meant[0] : meant is null ? markup[at] : 'x'))
                    {
                        if (text.Length > begun && text[^1] is not (' ' or '\n'))
                        {
                            map.Add(text.Length, 1, at, taken);
                            text.Append(' ');
                        }

                        at += taken;
                        continue;
                    }

                    if (meant is null)
                    {
                        while (at + taken < end && markup[at + taken] != '&' && !IsSpace(markup[at + taken]))
                            taken++;
                        map.Add(text.Length, taken, at, taken);
                        text.Append(markup, at, taken);
                    }
                    else
                    {
                        map.Add(text.Length, meant.Length, at, taken);
                        text.Append(meant);
                    }

                    at += taken;
                }
            }

            while (text.Length > begun && text[^1] is ' ' or '\n')
                text.Length--;
            if (text.Length == begun)
                text.Length = before;
        }

        return new ReadableText(text.ToString(), below is null ? null : map.Build(below));
    }

    private static bool IsSpace(char letter) => letter is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0';

    private static int Trust(string basis) => basis switch
    {
        "JSON-LD datePublished" => 0,
        "meta article:published_time" or "meta og:article:published_time" => 1,
        "meta datepublished" or "time marked as publication" => 2,
        "first time" => 9,
        "meta date" or "meta dc.date" or "meta dcterms.date" or "meta dcterms.created" => 5,
        _ => 3,
    };

    // <meta charset=...> or <?xml encoding=...?>, near the start
    public static string? DeclaredIn(ReadOnlySpan<byte> content)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, DeclarationWithin)]);
        foreach (var word in (string[])["charset=", "encoding="])
        {
            var at = head.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var name = head.AsSpan(at + word.Length).TrimStart("\"' ");
            var end = name.IndexOfAny(AfterCharset);
            if (end > 0)
                return name[..end].ToString();
        }

        return null;
    }
}
