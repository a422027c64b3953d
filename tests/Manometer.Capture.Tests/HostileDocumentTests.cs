using System.Text;
using CsCheck;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>Whatever the bytes: documents and diagnostics, no exception; every passage has its bytes.</summary>
public class HostileDocumentTests
{
    private static readonly string[] Names = ["a.html", "a.txt", "a.md", "a.xml", "feed.json", "a.eml", "a.pdf", "a", "https://a.example/x?y.html"];

    private static readonly string[] Scraps =
    [
        "<p>", "</p>", "<div hidden>", "</div>", "<article>", "</article>", "<a href=x>", "</a>", "<script>", "</script>", "<script type='application/ld+json'>", "{\"datePublished\":", "\"2020-01-01\"}",
        "<title>", "</title>", "<![CDATA[", "]]>", "<!--", "-->", "<rss>", "<channel>", "<item>", "</item>", "<entry>", "</entry>", "<link href='http://a.example/'>", "<pubDate>", "</pubDate>",
        "Mon, 99 Foo 20200", "<description>", "</description>", "<content type=xhtml>", "</content>", "&amp;", "&#x110000;", "&#99999999999999999999;", "&#55296;", "&nosuch", "&eacute", "&", "<", ">", "\"", "=",
        "Coal exports fell by a third.", "쌀값", "\uD83D\uDE00", "\uD83D", "\uDE00", "\u202E", "\0", "\r\n", "\n", "\t", "---\n", "title: x\n", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[", "{\"content_html\":\"",
        "\\ud800", "\\u00e9", "\"},", "]}", "From: a@b\n", "Subject: =?x?B?", "Content-Type: multipart/mixed; boundary=x\n\n--x\n", "%PDF-1.4\n", "1 0 obj\n<< /Type /Catalog >>\nendobj\n", "trailer\n<< /Root 1 0 R >>",
        "<meta charset=euc-kr>", "<meta property='article:published_time' content='", "99999999999999999999",
    ];

    private static readonly Gen<string> Soup = Gen.Int[0, Scraps.Length - 1].Select(i => Scraps[i]).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Any_soup_of_markup_is_read() => Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), Soup).Sample((name, text) => Check(name, Encoding.UTF8.GetBytes(text)), iter: 3_000);

    [Fact]
    public void Any_bytes_are_read() => Gen.Select(Gen.Int[0, Names.Length - 1].Select(i => Names[i]), Gen.Byte.Array[0, 200], Soup).Sample((name, bytes, text) => Check(name, [.. Encoding.UTF8.GetBytes(text), .. bytes]), iter: 1_500);

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_of_markup_is_read_in_one_pass(string name, string scrap, int times) => Check(name, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(scrap, times))));

    public static TheoryData<string, string, int> Bombs() => new()
    {
        { "a.html", "<div>", 200_000 },
        { "a.html", "<p>a<nav>", 200_000 },
        { "a.html", "<div hidden><span hidden>x", 100_000 },
        { "a.html", "<a href=x>word ", 200_000 },
        { "a.html", "&amp;", 200_000 },
        { "a.html", "&", 500_000 },
        { "a.html", "</div>", 200_000 },
        { "a.html", "<!--", 200_000 },
        { "a.html", "<h1><article>x", 100_000 },
        { "a.html", "<script type=application/ld+json>[[[[[[[", 50_000 },
        { "a.xml", "<rss><item><title>x", 100_000 },
        { "a.xml", "<rss></item><item>", 100_000 },
        { "a.xml", "<feed><entry><content>&lt;p&gt;&amp;amp;", 50_000 },
        { "a.txt", "9", 1_000_000 },
        { "a.txt", "\u202E", 200_000 },
        { "a.md", "---\n", 200_000 },
        { "a.warc", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", 50_000 },
        { "a.eml", "Content-Type: multipart/mixed; boundary=x\n\n--x\n", 5_000 },
        { "feed.json", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{", 20_000 },
    };

    [Fact]
    public void A_sound_pdf_with_bytes_changed_is_read_or_told()
    {
        var sound = OtherFormsTests.Pdf("Fuel is short.");
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Sample((at, value, length) =>
        {
            var bytes = sound[..Math.Max(length, 16)];
            if (at < bytes.Length)
                bytes[at] = value;
            Check("a.pdf", bytes);
        }, iter: 200);
    }

    private static void Check(string name, byte[] bytes)
    {
        var reading = CaptureReader.Read(name, bytes, null, Reading.Today);
        Assert.True(reading.Documents.Count > 0 || reading.Diagnostics.Count > 0 || bytes.Length == 0, "neither a document nor a word why");
        Assert.All(reading.Diagnostics, one => Assert.False(string.IsNullOrEmpty(one.Next)));
        foreach (var document in reading.Documents.Take(20))
        {
            var text = document.Text.Text;
            var limit = document.Text.Map is null ? Encoding.UTF8.GetByteCount(text) : document.Content.Length;
            for (var at = 0; at < text.Length; at += Math.Max(1, text.Length / 50))
            {
                Assert.False(char.IsSurrogate(text[at]) && !(char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1])), "half a surrogate pair");
                var (start, end) = document.Text.Bytes(at, Math.Min(text.Length, at + 30));
                Assert.InRange(start, 0, end);
                Assert.InRange(end, start, limit);
            }

            Assert.Equal(text, CaptureReader.TextOf(document.Extension, document.Content, document.Charset)?.Text);
        }
    }
}
