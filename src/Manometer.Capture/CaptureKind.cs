namespace Manometer.Capture;

/// <summary>What something given is.</summary>
internal enum CaptureKind
{
    /// <summary>Nothing that can be read.</summary>
    None,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>RSS, RDF or Atom.</summary>
    Feed,

    /// <summary>A JSON feed.</summary>
    JsonFeed,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>A mail.</summary>
    Mail,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>WARC.</summary>
    Warc,

    /// <summary>WARC, packed with gzip.</summary>
    PackedWarc,

    /// <summary>WACZ.</summary>
    Wacz,
}
