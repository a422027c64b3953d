namespace Manometer.Capture;

/// <summary>Words in the class, id or role of an element which say that it is none of the text: comments, links to other pages, what is for sharing or selling.</summary>
internal static class ApartNames
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "ad", "ads", "advert", "advertisement", "advertising", "adslot", "alert", "banner", "breadcrumb", "breadcrumbs", "byline", "caption", "comment", "comments", "complementary", "consent", "contentinfo", "cookie",
        "cookies", "copyright", "credit", "disqus", "donate", "donation", "footer", "gdpr", "masthead", "menu", "mostread", "modal", "nav", "navbar", "navigation", "newsletter", "outbrain", "pager", "pagination", "popular",
        "popup", "promo", "promos", "promotion", "recirc", "recirculation", "recommend", "recommended", "recommendations", "related", "relatedposts", "share", "sharing", "sharedaddy", "sidebar", "signup",
        "skip", "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola", "tags", "taglist", "teaser", "toolbar", "trending", "widget", "widgets",
    };

    // what is named so as well holds the text, too: "content with-sidebar"
    private static readonly HashSet<string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        "article", "body", "container", "content", "entry", "has", "layout", "main", "no", "page", "post", "row", "site", "story", "text", "with", "without", "wrap", "wrapper",
    };

    /// <summary>Is one of the words of an attribute such a word, and none of them one of the whole? Words end at signs, at digits, and where a small letter meets a capital.</summary>
    public static bool In(ReadOnlySpan<char> attribute)
    {
        var apart = false;
        var (words, whole) = (Words.GetAlternateLookup<ReadOnlySpan<char>>(), Whole.GetAlternateLookup<ReadOnlySpan<char>>());
        for (var at = 0; at < attribute.Length;)
        {
            if (!char.IsAsciiLetter(attribute[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < attribute.Length && char.IsAsciiLetter(attribute[end]) && !(char.IsAsciiLetterUpper(attribute[end]) && char.IsAsciiLetterLower(attribute[end - 1])))
                end++;
            if (whole.Contains(attribute[at..end]))
                return false;
            apart |= words.Contains(attribute[at..end]);
            at = end;
        }

        return apart;
    }
}
