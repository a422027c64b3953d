using System.Text;
using Manometer.Capture;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Manometer.Capture.Tests;

/// <summary>Text, Markdown, mails, PDF, and what is none of them.</summary>
public class OtherFormsTests
{
    [Fact]
    public void Text_is_read_as_it_stands()
    {
        var text = Reading.One("note.txt", "Fuel is short\r\n\r\nTrucks stand idle in Žižkov.\r\n");

        Assert.Equal(("Fuel is short", ".txt", "Fuel is short\r\n\r\nTrucks stand idle in Žižkov.\r\n"), (text.Title, text.Extension, text.Text.Text));
        Assert.Equal("idle in Žižkov", Reading.BytesOf(text, "idle in Žižkov"));
    }

    [Theory]
    [InlineData("Caracas, 12 February 2020. Fuel queues grew.", "2020-02-12")]
    [InlineData("Fuel queues\n\nPORT SUDAN, Sudan, May 3, 2019 (Agency) - Fuel queues grew.", "2019-05-03")]
    [InlineData("Saint-Émile, 3 Jan. 2019 — Fuel queues grew.", "2019-01-03")]
    [InlineData("Shopping abroad\nLimpopo Monitor, 3 May 2002\n\nFuel queues grew.", "2002-05-03")]
    [InlineData("Taken down by J.K., 22 June 2005\nFuel queues grew.", "2005-06-22")]
    [InlineData("# Fuel\n*Weekly note, Limpopo Monitor, 9 December 2003*\n\nFuel queues grew.", "2003-12-09")]
    [InlineData("Fuel queues grew.\nDate: 2003-12-09\n", "2003-12-09")]
    [InlineData("The queues that grew all through the year were longest of all in Caracas, 12 February 2020", null)] // a sentence
    [InlineData("Fuel queues grew until 12 February 2020", null)]
    [InlineData("CARACAS, Feb 12 (Agency) - Fuel queues grew.", null)] // of which year?
    [InlineData("Fuel queues grew in Caracas, 12 February 2020 was worst.", null)]
    [InlineData("Caracas, 12 February 2077. Fuel queues grew.", null)]
    public void A_text_without_fields_has_the_date_of_its_dateline(string text, string? published)
    {
        var read = Reading.One("a.txt", text);

        Assert.Equal((published, published is null ? null : "dateline"), (read.Published?.ToString(), read.DateBasis));
    }

    [Theory]
    [InlineData("Fuel queues grew in the capital. ", "Fuel queues grew in the capital.")]
    [InlineData("The queues at the pumps of the capital grew longer by the day, residents said.", null)]
    public void A_first_line_that_is_a_sentence_is_no_title(string text, string? title) => Assert.Equal(title, Reading.One("a.txt", text).Title);

    [Fact]
    public void Markdown_has_fields_at_its_head()
    {
        var text = Reading.One("note.md", "---\ntitle: \"Fuel\"\ndate: 2021-03-04\noutlet: Zenda Post\nurl: https://post.example/1\n---\n# Heading\nTrucks stand idle.\n");

        Assert.Equal(("Fuel", "2021-03-04", "Zenda Post", "https://post.example/1", "# Heading\nTrucks stand idle.\n"), (text.Title, text.Published.ToString(), text.Outlet, text.Address, text.Text.Text));
        Assert.Equal("Trucks stand", Reading.BytesOf(text, "Trucks stand"));
    }

    [Fact]
    public void The_body_of_a_mail_is_read_whatever_its_encoding()
    {
        var mail = Reading.One("a.eml", $"From: Anna <anna@post.example>\r\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes("Brot & Wein"))}?=\r\nDate: Thu, 04 Mar 2021 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=C3=A9s closed early.\r\n");

        Assert.Equal(("Brot & Wein", "Anna", "2021-03-04", "Cafés closed early.", ".eml"), (mail.Title, mail.Outlet, mail.Published.ToString(), mail.Text.Text, mail.Extension));
        Assert.Equal("Cafés closed", Reading.BytesOf(mail, "Cafés closed"));
    }

    [Fact]
    public void The_text_of_a_pdf_is_read_and_its_date_is_about()
    {
        var pdf = Assert.Single(CaptureReader.Read("a.pdf", Pdf("Fuel is short in Hentzau."), null, Reading.Today).Documents);

        Assert.Equal(("Fuel is short in Hentzau.", "2021-03-04~", "Bulletin", ".pdf"), (pdf.Text.Text, pdf.Published.ToString(), pdf.Title, pdf.Extension));
    }

    [Fact]
    public void A_pdf_without_text_is_told()
    {
        var reading = CaptureReader.Read("a.pdf", Pdf(null), null, Reading.Today);

        Assert.Empty(reading.Documents);
        Assert.Equal("MAN0904", Assert.Single(reading.Diagnostics).Code);
        Assert.Contains("OCR", reading.Diagnostics[0].Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.bin", new byte[] { 1, 2, 3, 0, 5 }, "MAN0903")]
    [InlineData("a.zip", new byte[] { 0x50, 0x4B, 3, 4, 0 }, "MAN0903")]
    [InlineData("a.pdf", new byte[] { (byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', 1, 2 }, "MAN0905")]
    [InlineData("a.txt", new byte[] { }, "MAN0904")]
    [InlineData("a.txt", new byte[] { 32, 10, 32 }, "MAN0904")]
    [InlineData("a.csv", new byte[] { (byte)'a', (byte)',', (byte)'b' }, "MAN0903")]
    public void What_cannot_be_read_is_told(string name, byte[] bytes, string code)
    {
        var reading = CaptureReader.Read(name, bytes, null, Reading.Today);

        Assert.Empty(reading.Documents);
        Assert.Equal(code, Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void Mixed_encodings_are_told_and_the_sound_part_is_read()
    {
        var reading = CaptureReader.Read("a.txt", (byte[])[.. "Café, crème brûlée. "u8, 0xE9, .. " Fuel is short."u8], null, Reading.Today);

        Assert.Equal("Café, crème brûlée. \uFFFD Fuel is short.", Assert.Single(reading.Documents).Text.Text);
        Assert.Contains("MAN0906", reading.Diagnostics.Select(one => one.Code));
    }

    [Fact]
    public void Western_text_that_is_no_utf8_is_read_as_browsers_do() =>
        Assert.Equal("Caf\u00e9 \u20ac", Assert.Single(CaptureReader.Read("a.txt", new byte[] { (byte)'C', (byte)'a', (byte)'f', 0xE9, 32, 0x80 }, null, Reading.Today).Documents).Text.Text);

    [Fact]
    public void Marks_that_turn_the_writing_are_told_and_kept_out_of_the_title()
    {
        var reading = Reading.Of("a.txt", "Fuel \u202Etrohs si\n");

        Assert.Contains("MAN0910", reading.Diagnostics.Select(one => one.Code));
        Assert.Equal("Fuel trohs si", Assert.Single(reading.Documents).Title);
    }

    [Fact]
    public void Every_rule_has_its_place_in_the_documentation()
    {
        var page = File.ReadAllText(Manometer.Testing.Repository.Path("docs", "capture.md"));

        Assert.All(CaptureRules.All, rule => Assert.Contains($"| {rule.Code} | {rule.Title} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Why} |", page, StringComparison.Ordinal));
        Assert.Equal(CaptureRules.All.Select(rule => rule.Code).Distinct().Order(StringComparer.Ordinal), CaptureRules.All.Select(rule => rule.Code));
    }

    internal static byte[] Pdf(string? text)
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = "Bulletin";
        builder.DocumentInformation.CreationDate = "D:20210304101112Z";
        var page = builder.AddPage(PageSize.A4);
        if (text is not null)
            page.AddText(text, 12, new PdfPoint(50, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }
}
