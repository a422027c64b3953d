using Manometer.Model;

namespace Manometer.Capture;

/// <summary>One document with its text and what it says of itself.</summary>
public sealed record CapturedDocument
{
    /// <summary>The bytes to keep: what was given, or the part of a feed or an archive that is this document.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What it is.</summary>
    public required DocumentForm Form { get; init; }

    /// <summary>Address it was found at, or says it has; null when neither is known.</summary>
    public string? Address { get; init; }

    /// <summary>Title, one line of at most 300 characters; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, by its own account; null when it gives none that can be true.</summary>
    public Edtf? Published { get; init; }

    /// <summary>What the date rests on, such as <c>meta article:published_time</c>; null without a date.</summary>
    public string? DateBasis { get; init; }

    /// <summary>Who published it, by its own account; null when it does not say.</summary>
    public string? Outlet { get; init; }

    /// <summary>Language tag (BCP 47): as declared, else a guess by script and small words; null when neither tells.</summary>
    public string? Language { get; init; }

    /// <summary>Encoding a server stated and without which the bytes would be read otherwise; null when they speak for themselves.</summary>
    public string? Charset { get; init; }

    /// <summary>The day it was captured, where an archive says so; null otherwise.</summary>
    public DateOnly? Captured { get; init; }

    /// <summary>Its readable text.</summary>
    public required ReadableText Text { get; init; }

    /// <summary>Ending of its file, with the dot.</summary>
    public string Extension => Form switch
    {
        DocumentForm.Html => ".html",
        DocumentForm.Markdown => ".md",
        DocumentForm.FeedEntry => ".xml",
        DocumentForm.JsonFeedEntry => ".json",
        DocumentForm.Pdf => ".pdf",
        DocumentForm.Mail => ".eml",
        _ => ".txt",
    };
}
