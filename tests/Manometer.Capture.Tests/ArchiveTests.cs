using System.IO.Compression;
using System.Text;
using CsCheck;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>WARC and WACZ files.</summary>
public class ArchiveTests
{
    private const string Page = "<html><head><title>Fuel</title><meta property='article:published_time' content='2020-03-04'></head><body><p>Fuel is short in Hentzau.</p></body></html>";

    [Fact]
    public void The_pages_of_a_warc_are_read_with_their_addresses_and_days()
    {
        var reading = Read("a.warc", [.. Info, .. Response("https://a.example/fuel", Http("text/html; charset=utf-8", Page)), .. Response("https://a.example/x.png", Http("image/png", "x")), .. Response("https://a.example/no", Encoding.ASCII.GetBytes("HTTP/1.1 404 Not\r\nContent-Type: text/html\r\n\r\n<p>no"))]);

        var page = Assert.Single(reading.Documents);
        Assert.Equal(("https://a.example/fuel", "2020-03-04", new DateOnly(2021, 5, 6), "Fuel is short in Hentzau.", "Fuel"), (page.Address, page.Published.ToString(), page.Captured, page.Text.Text, page.Title));
        Assert.Equal(Page, Encoding.UTF8.GetString(page.Content.Span));
        Assert.Empty(reading.Diagnostics);
    }

    [Fact]
    public void Records_packed_one_by_one_are_read() =>
        Assert.Equal(2, Read("a.warc.gz", [.. Gzip(Info), .. Gzip(Response("https://a.example/1", Http("text/html", Page))), .. Gzip(Response("https://a.example/2", Http("text/html", Page.Replace("Hentzau", "Zenda", StringComparison.Ordinal))))]).Documents.Count);

    [Fact]
    public void A_body_in_chunks_or_packed_is_read()
    {
        var chunked = Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Fu\r\na;x=y\r\nel is shor\r\n2\r\nt.\r\n0\r\n\r\n");
        byte[] packed = [.. Encoding.UTF8.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"), .. Gzip(Encoding.UTF8.GetBytes("<p>Bread is short."))];

        Assert.Equal(["Fuel is short.", "Bread is short."], Read("a.warc", [.. Response("https://a.example/1", chunked), .. Response("https://a.example/2", packed)]).Documents.Select(one => one.Text.Text));
    }

    [Fact]
    public void Of_a_wacz_the_pages_of_its_list_are_read()
    {
        var reading = Read("a.wacz", Zip(("archive/data.warc.gz", [.. Gzip(Response("https://a.example/1", Http("text/html", Page))), .. Gzip(Response("https://ads.example/frame", Http("text/html", "<p>Buy this.")))]),
            ("pages/pages.jsonl", Encoding.UTF8.GetBytes("{\"format\":\"json-pages-1.0\"}\n{\"url\":\"https://a.example/1\"}\nnot json\n{\"url\":\"\\ud800\"}\n"))));

        Assert.Equal("https://a.example/1", Assert.Single(reading.Documents).Address);
    }

    [Fact]
    public void A_bomb_is_told_and_what_stood_before_it_is_read()
    {
        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Response("https://a.example/1", Http("text/html", Page)));
            gzip.Write(Encoding.ASCII.GetBytes("WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 999999999\r\n\r\n"));
            for (var i = 0; i < 40; i++)
                gzip.Write(new byte[1 << 20]);
        }

        var reading = Read("a.warc.gz", bomb.ToArray());

        Assert.Single(reading.Documents);
        Assert.Equal("MAN0902", Assert.Single(reading.Diagnostics).Code);
    }

    [Theory]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\n\r\n")]
    [InlineData("WARC/1.0\r\nContent-Length: -5\r\n\r\n")]
    [InlineData("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 500\r\n\r\nshort")]
    [InlineData("WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\nHELLO")]
    [InlineData("WARC/1.0\r\n")]
    public void A_damaged_warc_is_told(string text)
    {
        var reading = Read("a.warc", Encoding.ASCII.GetBytes(text));

        Assert.Empty(reading.Documents);
        Assert.Contains(Assert.Single(reading.Diagnostics).Code, (string[])["MAN0905", "MAN0904"]);
    }

    [Fact]
    public void A_sound_archive_with_bytes_changed_is_read_or_told()
    {
        byte[][] sound =
        [
            [.. Info, .. Response("https://a.example/1", Http("text/html", Page))],
            [.. Gzip(Info), .. Gzip(Response("https://a.example/1", Http("text/html", Page)))],
            Zip(("archive/data.warc.gz", Gzip(Response("https://a.example/1", Http("text/html", Page)))), ("pages/pages.jsonl", "{\"url\":\"https://a.example/1\"}\n"u8.ToArray())),
        ];
        string[] names = ["a.warc", "a.warc.gz", "a.wacz"];
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4_000], Gen.Byte, Gen.Int[20, 4_000]).Sample((which, at, value, length) =>
        {
            var bytes = sound[which][..Math.Min(length, sound[which].Length)];
            if (at < bytes.Length)
                bytes[at] = value;
            var reading = Read(names[which], bytes);
            Assert.True(reading.Documents.Count + reading.Diagnostics.Count > 0);
        }, iter: 1_000);
    }

    private static readonly byte[] Info = Encoding.ASCII.GetBytes("WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 6\r\n\r\nsoftwa\r\n\r\n");

    private static CaptureReading Read(string name, byte[] bytes) => CaptureReader.Read(name, bytes, null, Reading.Today);

    private static byte[] Http(string type, string body) => Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n{body}");

    private static byte[] Response(string address, byte[] block) =>
        [.. Encoding.UTF8.GetBytes($"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
                using (var stream = zip.CreateEntry(name).Open())
                    stream.Write(content);
        return packed.ToArray();
    }
}
