using MimeKit;

namespace Manometer.Capture;

/// <summary>Reads mails: the text of the body; attachments are left to be added by themselves.</summary>
internal static class MailReader
{
    private const int Deepest = 32;

    /// <summary>Reads a mail.</summary>
    public static DocumentDraft? Read(ReadOnlyMemory<byte> content, CaptureFaults faults)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var mail = MimeMessage.Load(new ParserOptions { MaxMimeDepth = Deepest }, stream);
            var plain = mail.TextBody;
            var text = !string.IsNullOrWhiteSpace(plain) ? plain : mail.HtmlBody is { } html ? HtmlReader.Read(html, null).Text.Text : "";
            text = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))).Trim();
            var draft = new DocumentDraft(DocumentForm.Mail, content, new ReadableText(text, null))
            {
                Title = mail.Subject,
                Outlet = mail.From.Mailboxes.FirstOrDefault() is { } from ? string.IsNullOrWhiteSpace(from.Name) ? from.Address : from.Name : null,
            };
            if (mail.Headers[HeaderId.Date] is { Length: > 0 } date)
                draft.Dates.Add(("mail Date", date));
            return draft;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            faults.Add(CaptureRules.Damaged, "a mail", fault.Message, "save it anew from the mail program");
            return null;
        }
    }
}
