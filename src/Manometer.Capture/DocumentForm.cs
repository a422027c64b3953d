namespace Manometer.Capture;

/// <summary>What a captured document is, and so how its text is read.</summary>
public enum DocumentForm
{
    /// <summary>A web page.</summary>
    Html,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown: its text is read as it stands, but for the block of fields at its head.</summary>
    Markdown,

    /// <summary>One entry of an RSS or Atom feed: the slice of the feed from the start of its element to its end.</summary>
    FeedEntry,

    /// <summary>One item of a JSON feed: the slice of the feed that is its object.</summary>
    JsonFeedEntry,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>A mail (RFC 5322, with MIME).</summary>
    Mail,
}
