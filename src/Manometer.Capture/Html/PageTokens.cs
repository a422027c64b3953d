using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Manometer.Capture;

/// <summary>The tokens of markup with their places, in the order they stand in. No tree is built: nesting costs nothing, and time is linear in the length.</summary>
internal static class PageTokens
{
    /// <summary>Reads markup.</summary>
    /// <param name="markup">HTML, or XML read leniently.</param>
    /// <param name="isXml">XML: CDATA is text, and no element has raw content.</param>
    /// <param name="take">Is given each token with its first character and the one behind its last.</param>
    public static void Each(string markup, bool isXml, Action<HtmlToken, int, int> take)
    {
        using var source = new TextSource(markup);
        var tokenizer = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            IsNotConsumingCharacterReferences = true,
            IsAcceptingCharacterData = true,
            SkipComments = true,
            IsPreservingAttributeNames = false,
        };
        while (true)
        {
            var token = tokenizer.Get();
            if (token.Type == HtmlTokenType.EndOfFile)
                return;
            take(token, token.Position.Index, Math.Min(source.Index, markup.Length));
            if (!isXml && token.Type == HtmlTokenType.StartTag)
                tokenizer.State = StateIn(token.Name);
        }
    }

    /// <summary>Value of an attribute without references; null when the element has none of that name.</summary>
    public static string? Attribute(HtmlToken token, string name)
    {
        foreach (var attribute in ((HtmlTagToken)token).Attributes)
            if (attribute.Name == name)
                return CharacterReferences.Decode(attribute.Value);
        return null;
    }

    private static HtmlParseMode StateIn(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
