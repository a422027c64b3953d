using System.Globalization;
using System.Text;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>What is attached to a mail is read, within bounds, whatever it is called.</summary>
public class MailAttachmentTests
{
    private const string Head = "From: Anna <anna@post.example>\r\nSubject: Letters\r\nDate: Thu, 04 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\n";

    private static string Mixed(params string[] parts) => Mixed(Head, parts);

    private static string Mixed(string head, IReadOnlyList<string> parts)
    {
        var mark = "b" + parts.Sum(part => part.Length).ToString(CultureInfo.InvariantCulture) + "x" + parts.Count.ToString(CultureInfo.InvariantCulture);
        return $"{head}Content-Type: multipart/mixed; boundary={mark}\r\n\r\n{string.Concat(parts.Select(part => $"--{mark}\r\n{part}\r\n"))}--{mark}--\r\n";
    }

    private static string Part(string type, string body, string more = "") => $"Content-Type: {type}\r\n{more}\r\n{body}";

    private static string Attached(string type, string name, byte[] content) => Part(type, Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks), $"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n");

    [Fact]
    public void Attachments_are_reports_of_their_own_with_their_own_bytes()
    {
        var pdf = OtherFormsTests.Pdf("Fuel is short in Hentzau.");
        const string html = "<html><head><title>Bread</title><meta name=date content=2021-02-01></head><body><p>Bread is dear in Zenda.</p></body></html>";

        var reading = Reading.Of("a.eml", Mixed(
            Part("text/plain", "See below."),
            Attached("application/pdf", "bulletin.pdf", pdf),
            Attached("text/html", "page.html", Encoding.UTF8.GetBytes(html)),
            Attached("text/plain; charset=iso-8859-1", "note.txt", [.. "Caf"u8, 0xE9, .. "s closed early.\n\nAll of them."u8])));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(
            ["Letters|2021-03-04|Anna|.eml|See below.", "Bulletin|2021-03-04~|Anna|.pdf|Fuel is short in Hentzau.", "Bread|2021-02-01|Anna|.html|Bread is dear in Zenda.", "Cafés closed early.|../2021-03-04|Anna|.txt|Cafés closed early.\n\nAll of them."],
            reading.Documents.Select(one => $"{one.Title}|{one.Published}|{one.Outlet}|{one.Extension}|{one.Text.Text}"));
        Assert.Equal(pdf, reading.Documents[1].Content.ToArray());
        Assert.Equal(html, Encoding.UTF8.GetString(reading.Documents[2].Content.Span));
        foreach (var document in reading.Documents)
            Assert.Equal(document.Text.Text, CaptureReader.TextOf(document.Extension, document.Content, document.Charset)?.Text);
    }

    [Fact]
    public void A_mail_within_a_mail_is_read_with_what_is_attached_to_it()
    {
        var inner = Mixed("From: Bo <bo@radio.example>\r\nSubject: Inner 3/2021\r\nDate: Mon, 01 Mar 2021 10:00:00 +0000\r\n", [Part("text/plain", "Trucks stand idle."), Attached("text/plain", "list.txt", "Rice 5,000\n\nFuel none"u8.ToArray())]);

        var reading = Reading.Of("a.eml", Mixed(Part("text/plain", "I pass this on."), Part("message/rfc822", inner), Attached("application/octet-stream", "saved.eml", Encoding.UTF8.GetBytes(Head + "\r\nA mail as a file."))));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["Anna 2021-03-04 I pass this on.", "Bo 2021-03-01 Trucks stand idle.", "Bo ../2021-03-01 Rice 5,000\n\nFuel none", "Anna 2021-03-04 A mail as a file."], reading.Documents.Select(one => $"{one.Outlet} {one.Published} {one.Text.Text}"));
        Assert.Equal(["Letters", "Inner 3/2021", "Rice 5,000", "Letters"], reading.Documents.Select(one => one.Title));
        Assert.Equal(inner, Encoding.UTF8.GetString(reading.Documents[1].Content.Span)); // to the byte
    }

    [Fact]
    public void A_mail_that_only_brings_something_is_no_report()
    {
        var reading = Reading.Of("a.eml", Mixed(Part("text/plain", " \r\n"), Attached("text/plain", "note.txt", "Fuel is short."u8.ToArray())));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(".txt", Assert.Single(reading.Documents).Extension);
    }

    [Fact]
    public void Text_that_follows_the_body_is_not_lost()
    {
        var reading = Reading.Of("a.eml", Mixed(Part("text/plain", "Before the picture."), Part("image/png", "x", "Content-Disposition: inline; filename=p.png\r\n"), Part("text/plain", "Behind the picture.")));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(["Before the picture.", "Behind the picture."], reading.Documents.Select(one => one.Text.Text.Trim()));
    }

    [Fact]
    public void The_other_form_of_the_body_is_no_attachment()
    {
        var mail = Head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n" + Part("text/plain", "Fuel is short.") + "\r\n--b\r\n" + Part("text/html", "<p>Fuel is short, in bold.</p>") + "\r\n--b\r\n" + Part("text/calendar", "BEGIN:VCALENDAR") + "\r\n--b--\r\n";

        Assert.Equal("Fuel is short.", Reading.One("a.eml", mail).Text.Text);
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("C:\\\\Windows\\\\note.txt", "note.txt")]
    [InlineData("=?utf-8?B?4oCudHh0LmV4ZQ==?=", "txt.exe")] // U+202E txt.exe
    [InlineData("a\u0007b.txt", "ab.txt")]
    [InlineData("..", "..")]
    [InlineData("", null)]
    public void A_name_is_shown_safely_and_is_no_path(string name, string? title)
    {
        var reading = Reading.Of("a.eml", Mixed(Part("text/plain", "See below."), Attached("text/plain", name, Encoding.UTF8.GetBytes(new string('a', 250) + " fuel is short"))));

        Assert.Empty(reading.Diagnostics);
        Assert.Equal(title, reading.Documents[1].Title);
    }

    [Fact]
    public void A_name_without_end_is_cut()
    {
        var reading = Reading.Of("a.eml", Mixed(Part("text/plain", "See below."), Attached("text/plain", new string('n', 5_000) + ".txt", Encoding.UTF8.GetBytes(new string('a', 250)))));

        Assert.InRange(reading.Documents[1].Title!.Length, 1, 120);
    }

    [Fact]
    public void What_cannot_be_read_is_told_by_its_name_and_hides_no_other()
    {
        var reading = Reading.Of("a.eml", Mixed(
            Part("text/plain", "See below."),
            Attached("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "report.docx", [0x50, 0x4B, 3, 4, 0]),
            Attached("application/pdf", "broken.pdf", "%PDF-1.4 nonsense"u8.ToArray()),
            Attached("image/jpeg", "logo.jpg", [0xFF, 0xD8, 0]),
            Attached("application/pgp-signature", "signature.asc", "-----BEGIN"u8.ToArray()),
            Attached("text/plain", "note.txt", "Fuel is short."u8.ToArray())));

        Assert.Equal(["MAN0903 a.eml (report.docx)", "MAN0905 a.eml (broken.pdf)"], reading.Diagnostics.Select(one => $"{one.Code} {one.Where.File}"));
        Assert.Equal(["See below.", "Fuel is short."], reading.Documents.Select(one => one.Text.Text.Trim()));
    }

    [Fact]
    public void No_more_than_a_hundred_are_taken()
    {
        var reading = Reading.Of("a.eml", Mixed([Part("text/plain", "See below."), .. Enumerable.Range(0, 500).Select(i => Attached("text/plain", $"{i}.txt", Encoding.UTF8.GetBytes($"Fuel is short in place {i}.")))]));

        Assert.Equal(101, reading.Documents.Count);
        Assert.Equal("MAN0912", Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void Mails_within_mails_are_opened_to_a_depth()
    {
        var mail = Head + "\r\nThe innermost.";
        for (var i = 0; i < 12; i++)
            mail = Mixed(Part("text/plain", $"Mail {i}."), Part("message/rfc822", mail));

        var reading = Reading.Of("a.eml", mail);

        Assert.Equal(9, reading.Documents.Count);
        Assert.Equal("MAN0912", Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void A_mail_that_unpacks_itself_again_and_again_is_stopped_at_its_size()
    {
        var mail = Mixed(Part("text/plain", "x"), Attached("text/plain", "a.txt", Encoding.UTF8.GetBytes(new string('a', 12_000_000))));
        for (var i = 0; i < 7; i++)
            mail = Mixed(Part("text/plain", $"Mail {i}."), Part("message/rfc822", mail));

        var reading = Reading.Of("a.eml", mail);

        Assert.Contains("MAN0902", reading.Diagnostics.Select(one => one.Code));
        Assert.InRange(reading.Documents.Sum(one => (long)one.Content.Length), 1, MailAttachments.Largest + CaptureReader.LargestDocument);
    }
}
