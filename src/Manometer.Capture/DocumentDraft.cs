namespace Manometer.Capture;

/// <summary>A document as its form was read, before its dates, title and language are settled.</summary>
internal sealed class DocumentDraft(DocumentForm form, ReadOnlyMemory<byte> content, ReadableText text)
{
    public DocumentForm Form { get; } = form;

    public ReadOnlyMemory<byte> Content { get; } = content;

    public ReadableText Text { get; } = text;

    public string? Address { get; set; }

    /// <summary>Encoding the server of an archived page stated; null when none did.</summary>
    public string? Charset { get; set; }

    /// <summary>Which part of a mail it is, for messages; null where it is no part of one.</summary>
    public string? Part { get; set; }

    public string? Title { get; set; }

    public string? Outlet { get; set; }

    public string? Language { get; set; }

    /// <summary>Dates of publication as they stand, the most trusted first.</summary>
    public List<(string Basis, string Text)> Dates { get; } = [];

    /// <summary>The day an archive captured it; null when none says so.</summary>
    public DateOnly? Captured { get; set; }
}
