using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Manometer.Capture;

/// <summary>Reads RSS 0.9 to 2.0, RDF and Atom feeds, leniently: many feeds are no well-formed XML.</summary>
internal static class FeedReader
{
    /// <summary>What a feed says of itself.</summary>
    public sealed record Feed(string? Title, string? Language, IReadOnlyList<ReadOnlyMemory<byte>> Entries, bool IsCut);

    /// <summary>The slices of a feed that are its entries, in UTF-8.</summary>
    /// <param name="content">The feed.</param>
    /// <param name="charset">Encoding a header states; null for none.</param>
    /// <param name="most">Entries taken.</param>
    public static Feed Entries(ReadOnlyMemory<byte> content, string? charset, int most)
    {
        var decoded = DecodedText.Of(content.Span, charset ?? HtmlReader.DeclaredIn(content.Span));
        var text = decoded.Text;
        var entries = new List<ReadOnlyMemory<byte>>();
        var (start, depth, cut) = (-1, 0, false);
        string? field = null, title = null, language = null;
        var entryName = "";
        PageTokens.Each(text, isXml: true, (token, from, to) =>
        {
            if (token.Type == HtmlTokenType.StartTag && token.Name is "item" or "entry")
            {
                if (start >= 0)
                    depth += token.Name == entryName ? 1 : 0;
                else
                    (start, depth, entryName) = (from, 1, token.Name);
            }
            else if (token.Type == HtmlTokenType.EndTag && start >= 0 && token.Name == entryName && --depth == 0)
            {
                if (entries.Count < most)
                    entries.Add(Slice(start, to));
                else
                    cut = true;
                start = -1;
            }
            else if (start < 0 && token.Type == HtmlTokenType.StartTag)
            {
                field = token.Name;
                if (field == "feed")
                    language ??= PageTokens.Attribute(token, "xml:lang");
            }
            else if (start < 0 && token.Type == HtmlTokenType.EndTag)
            {
                field = null;
            }
            else if (start < 0 && token.Type == HtmlTokenType.Character)
            {
                if (field == "title")
                    title ??= FeedEntry.Plain(text, from, to);
                else if (field is "language" or "dc:language")
                    language ??= FeedEntry.Plain(text, from, to);
            }
        });
        return new Feed(title, language, entries, cut || start >= 0);

        ReadOnlyMemory<byte> Slice(int from, int to)
        {
            if (decoded.Encoding != "utf-8")
                return Encoding.UTF8.GetBytes(text[from..to]);
            var (first, last) = decoded.Map.ToSource(from, to);
            return content[first..last];
        }
    }
}
