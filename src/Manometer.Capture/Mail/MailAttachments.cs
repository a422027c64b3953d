using System.Globalization;
using Manometer.Model;
using MimeKit;

namespace Manometer.Capture;

/// <summary>Takes what is attached to a mail as documents of their own: HTML, text, Markdown, PDF, and mails within the mail with what is attached to them.</summary>
/// <remarks>
/// Their bytes are those MIME decodes to. A name is a hint at the form and, where there is no better, the title; it is never a path. What says nothing of its date was published on or before the day of the mail, and what
/// says nothing of its outlet came from its sender. An attachment in another form is told, but for pictures, sounds, calendars and signatures, which no mail is without.
/// </remarks>
/// <param name="faults">Is told what is left out.</param>
/// <param name="drafts">Is given the documents.</param>
internal sealed class MailAttachments(CaptureFaults faults, List<DocumentDraft> drafts)
{
    /// <summary>Attachments of one mail, those of mails within it counted.</summary>
    public const int Most = 100;

    /// <summary>Mails within mails that are opened.</summary>
    public const int Deepest = 8;

    /// <summary>Bytes all of them may decode to; those within a mail within the mail count again.</summary>
    public const int Largest = 2 * CaptureReader.LargestDocument;

    private const int LongestName = 120;

    private static readonly FormatOptions Written = Dos(); // the same bytes on every machine

    private readonly Budget _budget = new(Largest);
    private int _count;
    private bool _isFull;

    /// <summary>Takes the attachments of a mail.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="body">Its own document.</param>
    /// <param name="depth">Mails around it.</param>
    public void Read(MimeMessage mail, DocumentDraft body, int depth)
    {
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in (string?[])[mail.TextBody, mail.HtmlBody])
            if (text is not null)
                bodies.Add(text);
        Walk(mail.Body, body, bodies, isAlternative: false, depth);
    }

    private void Walk(MimeEntity? entity, DocumentDraft body, HashSet<string> bodies, bool isAlternative, int depth)
    {
        if (_isFull)
            return;
        switch (entity)
        {
            case Multipart parts:
                foreach (var part in parts)
                    Walk(part, body, bodies, parts is MultipartAlternative or MultipartRelated, depth);
                break;
            case MessagePart message when Begins():
                using (var bytes = new MemoryStream())
                {
                    message.Message?.WriteTo(Written, bytes);
                    Mail(bytes.ToArray(), Shown(message.Message?.Subject) ?? Numbered(), body, depth);
                }

                break;
            case MimePart { Content: not null } part when IsAttached(part, bodies, isAlternative) && Begins():
                File(part, body, depth);
                break;
        }
    }

    // of the text of the mail another form, or a picture in it, is not attached
    private static bool IsAttached(MimePart part, HashSet<string> bodies, bool isAlternative) =>
        part.IsAttachment || !string.IsNullOrEmpty(part.FileName) || (!isAlternative && part is TextPart text && !bodies.Contains(text.Text) && !string.IsNullOrWhiteSpace(text.Text));

    private bool Begins()
    {
        if (_count++ < Most)
            return true;
        _isFull = true;
        faults.Add(CaptureRules.TooMany, string.Create(CultureInfo.InvariantCulture, $"at most {Most} attachments in a mail"), "more", "save the others from the mail program, and add the files");
        return false;
    }

    private void Mail(byte[] content, string part, DocumentDraft body, int depth)
    {
        if (depth >= Deepest)
        {
            faults.Add(CaptureRules.TooMany, string.Create(CultureInfo.InvariantCulture, $"at most {Deepest} mails within one another"), "more", "save the innermost from the mail program, and add the files", part);
            return;
        }

        if (!IsPaid(content.Length, part))
            return;
        var before = drafts.Count;
        MailReader.Read(content, faults, drafts, this, part, depth + 1);
        for (var i = before; i < drafts.Count; i++)
            Complete(drafts[i], body);
    }

    private void File(MimePart file, DocumentDraft body, int depth)
    {
        var name = file.FileName is { } path ? Shown(path[(path.LastIndexOfAny(['/', '\\']) + 1)..]) : null;
        var part = name ?? Numbered();
        using var bytes = new MemoryStream();
        file.Content!.DecodeTo(bytes);
        var content = bytes.ToArray();
        var charset = file.ContentType.Charset;
        var media = file.ContentType.MimeType.ToLowerInvariant();
        var kind = CaptureForm.Of(name ?? "", content, media == "application/octet-stream" ? null : media);
        if (kind == CaptureKind.Mail)
        {
            Mail(content, part, body, depth);
            return;
        }

        if (!IsPaid(content.Length, part))
            return;
        var draft = kind switch
        {
            CaptureKind.Html => HtmlReader.Read(content, charset, faults, part),
            CaptureKind.Pdf => PdfReader.Read(content, faults, part),
            CaptureKind.Text => CaptureText.Read(content, DocumentForm.Text, charset, faults),
            CaptureKind.Markdown => CaptureText.Read(content, DocumentForm.Markdown, charset, faults),
            _ => null,
        };
        if (draft is not null)
        {
            draft.Part = part;
            draft.Title ??= name;
            draft.Charset = charset;
            Complete(draft, body);
            drafts.Add(draft);
        }
        else if (kind != CaptureKind.Pdf && !IsUsual(media))
        {
            faults.Add(CaptureRules.NoForm, "HTML, text, Markdown, PDF or a mail", Path.GetExtension(name) is { Length: > 1 } ending ? $"{media}, {ending}" : media, "save it from the mail program in one of these forms, and add the file", part);
        }
    }

    private static void Complete(DocumentDraft draft, DocumentDraft body)
    {
        draft.Outlet ??= body.Outlet;
        if (draft.Dates.Count == 0)
            draft.Dates.AddRange(body.Dates.Select(date => (MailReader.Mailed, date.Text)));
    }

    private static bool IsUsual(string media) =>
        media.StartsWith("image/", StringComparison.Ordinal) || media.StartsWith("audio/", StringComparison.Ordinal) || media.StartsWith("video/", StringComparison.Ordinal)
        || media is "text/calendar" or "application/ics" or "text/vcard" or "text/x-vcard" or "application/pgp-signature" or "application/pgp-keys" or "application/pkcs7-signature" or "application/x-pkcs7-signature";

    private bool IsPaid(long length, string part)
    {
        if (length <= CaptureReader.LargestDocument && _budget.Take(length))
            return true;
        faults.Add(CaptureRules.TooLarge, string.Create(CultureInfo.InvariantCulture, $"at most {Largest >> 20} MB in all that is attached to a mail"), "more", "save it from the mail program, and add the file", part);
        return false;
    }

    private static FormatOptions Dos()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        return format;
    }

    private string Numbered() => string.Create(CultureInfo.InvariantCulture, $"attachment {_count}");

    private static string? Shown(string? name) => name is not null && PrintableText.Line(name, LongestName) is { Length: > 0 } line ? line : null;
}
