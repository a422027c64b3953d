using MimeKit;

namespace Manometer.Capture;

/// <summary>Reads mails: the text of the body, and what is attached as documents of its own.</summary>
internal static class MailReader
{
    private const int Deepest = 32;

    /// <summary>Basis of a date that says when something was mailed, by which it was published at the latest.</summary>
    public const string Mailed = "mail that brought it, Date";

    /// <summary>Reads the body of a mail.</summary>
    public static DocumentDraft? Read(ReadOnlyMemory<byte> content, CaptureFaults faults)
    {
        try
        {
            using var mail = Load(content);
            return Body(mail, content, null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Damaged(faults, fault, null);
            return null;
        }
    }

    /// <summary>Reads a mail with what is attached to it; of a mail without a text of its own the attachments alone.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="faults">Is told what could not be read.</param>
    /// <param name="drafts">Is given the documents, the body first.</param>
    public static void Read(ReadOnlyMemory<byte> content, CaptureFaults faults, List<DocumentDraft> drafts) => Read(content, faults, drafts, new MailAttachments(faults, drafts), null, 0);

    /// <summary>Reads a mail that may be within another.</summary>
    internal static void Read(ReadOnlyMemory<byte> content, CaptureFaults faults, List<DocumentDraft> drafts, MailAttachments attachments, string? part, int depth)
    {
        var before = drafts.Count;
        try
        {
            using var mail = Load(content);
            var body = Body(mail, content, part);
            drafts.Add(body);
            attachments.Read(mail, body, depth);
            if (drafts.Count > before + 1 && string.IsNullOrWhiteSpace(body.Text.Text))
                drafts.RemoveAt(before);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Damaged(faults, fault, part);
        }
    }

    private static MimeMessage Load(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        return MimeMessage.Load(new ParserOptions { MaxMimeDepth = Deepest }, stream);
    }

    private static DocumentDraft Body(MimeMessage mail, ReadOnlyMemory<byte> content, string? part)
    {
        var plain = mail.TextBody;
        var text = !string.IsNullOrWhiteSpace(plain) ? plain : mail.HtmlBody is { } html ? HtmlReader.Read(html, null).Text.Text : "";
        text = CaptureText.Whole(text.ReplaceLineEndings("\n")).Trim();
        var draft = new DocumentDraft(DocumentForm.Mail, content, new ReadableText(text, null))
        {
            Title = mail.Subject,
            Outlet = mail.From.Mailboxes.FirstOrDefault() is { } from ? string.IsNullOrWhiteSpace(from.Name) ? from.Address : from.Name : null,
            Part = part ?? "the mail itself",
        };
        if (mail.Headers[HeaderId.Date] is { Length: > 0 } date)
            draft.Dates.Add(("mail Date", date));
        return draft;
    }

    private static void Damaged(CaptureFaults faults, Exception fault, string? part) => faults.Add(CaptureRules.Damaged, "a mail", fault.Message, "save it anew from the mail program", part);
}
