using System.IO.Compression;
using System.Net;
using System.Text;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>Fetching, against a server on this machine.</summary>
public class FetcherTests
{
    private static readonly FetchOptions Quick = new() { AllowPrivate = true, Pause = TimeSpan.Zero, BackOff = TimeSpan.FromMilliseconds(1), Timeout = TimeSpan.FromSeconds(20) };

    private static async Task<Fetched> Get(LoopbackServer server, string path, FetchOptions? options = null)
    {
        using var fetcher = new Fetcher(options ?? Quick, TimeProvider.System);
        return await fetcher.Get(server.Address + path);
    }

    [Fact]
    public async Task A_page_is_fetched_after_robots_txt_was_read()
    {
        using var server = new LoopbackServer(path => path == "/robots.txt" ? LoopbackServer.Status(404) : LoopbackServer.Ok("text/html; charset=utf-8", "<p>Fuel is short."));

        var fetched = await Get(server, "/a?b=c");

        Assert.Equal(("<p>Fuel is short.", "text/html; charset=utf-8", null), (Encoding.UTF8.GetString(fetched.Content!), fetched.MediaType, fetched.Fault));
        Assert.Equal(["/robots.txt", "/a?b=c"], server.Asked);
    }

    [Fact]
    public async Task What_robots_txt_bars_is_not_asked_for()
    {
        using var server = new LoopbackServer(path => path == "/robots.txt" ? LoopbackServer.Ok("text/plain", "User-agent: *\nDisallow: /a\n") : LoopbackServer.Ok("text/html", "x"));

        var fetched = await Get(server, "/abc");

        Assert.Equal("MAN0914", fetched.Fault!.Code);
        Assert.Equal(["/robots.txt"], server.Asked);
    }

    [Fact]
    public async Task A_server_in_trouble_bars_everything()
    {
        using var server = new LoopbackServer(path => LoopbackServer.Status(path == "/robots.txt" ? 503 : 200));

        Assert.Equal("MAN0914", (await Get(server, "/")).Fault!.Code);
    }

    [Fact]
    public async Task What_fails_for_the_moment_is_tried_again()
    {
        var tries = 0;
        using var server = new LoopbackServer(path => path == "/robots.txt" ? LoopbackServer.Status(404) : ++tries < 3 ? LoopbackServer.Status(503) : LoopbackServer.Ok("text/html", "x"));

        Assert.Equal("x", Encoding.UTF8.GetString((await Get(server, "/")).Content!));
        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task What_is_not_there_is_not_tried_again()
    {
        using var server = new LoopbackServer(_ => LoopbackServer.Status(404));

        var fetched = await Get(server, "/gone");

        Assert.Equal("MAN0913", fetched.Fault!.Code);
        Assert.Contains("404", fetched.Fault.Found, StringComparison.Ordinal);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_host_that_hangs_up_is_given_up()
    {
        using var server = new LoopbackServer(path => path == "/robots.txt" ? LoopbackServer.Status(404) : null);

        Assert.Equal("MAN0913", (await Get(server, "/", Quick with { Retries = 1 })).Fault!.Code);
        Assert.True(server.Asked.Count > 2); // robots.txt, the page, the page again
    }

    [Fact]
    public async Task Redirections_are_followed_but_not_for_ever()
    {
        using var server = new LoopbackServer(path => path switch
        {
            "/robots.txt" => LoopbackServer.Ok("text/plain", "User-agent: *\nDisallow: /secret"),
            "/a" => LoopbackServer.Status(301, "Location: /b\r\n"),
            "/b" => LoopbackServer.Ok("text/html", "there"),
            "/to-secret" => LoopbackServer.Status(302, "Location: /secret\r\n"),
            "/file" => LoopbackServer.Status(302, "Location: file:///etc/passwd\r\n"),
            _ => LoopbackServer.Status(302, "Location: /loop\r\n"),
        });

        Assert.EndsWith("/b", (await Get(server, "/a")).Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("MAN0914", (await Get(server, "/to-secret")).Fault!.Code);
        Assert.Equal("MAN0913", (await Get(server, "/file")).Fault!.Code);
        Assert.Equal("MAN0913", (await Get(server, "/loop")).Fault!.Code);
    }

    [Fact]
    public async Task An_answer_that_unpacks_to_too_much_is_dropped()
    {
        var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(new byte[3 << 20]);
        using var server = new LoopbackServer(path => path == "/robots.txt" ? LoopbackServer.Status(404) : LoopbackServer.Ok("text/html", bomb.ToArray(), "Content-Encoding: gzip\r\n"));

        Assert.Equal("MAN0902", (await Get(server, "/", Quick with { Largest = 1 << 20 })).Fault!.Code);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        using var held = new ManualResetEventSlim();
        using var server = new LoopbackServer(path =>
        {
            if (path == "/robots.txt")
                return LoopbackServer.Status(404);
            held.Wait(TimeSpan.FromSeconds(10));
            return null;
        });

        Assert.Equal("MAN0913", (await Get(server, "/", Quick with { Timeout = TimeSpan.FromMilliseconds(300) })).Fault!.Code);
        held.Set();
    }

    [Fact]
    public async Task A_private_address_is_not_asked_without_leave()
    {
        using var server = new LoopbackServer(_ => LoopbackServer.Ok("text/html", "x"));

        Assert.Equal("MAN0915", (await Get(server, "/", Quick with { AllowPrivate = false })).Fault!.Code);
        Assert.Empty(server.Asked);
    }

    [Theory]
    [InlineData("ftp://a.example/")]
    [InlineData("http://user:secret@127.0.0.1/")]
    [InlineData("http://")]
    public async Task What_is_no_address_is_told(string address)
    {
        using var fetcher = new Fetcher(Quick, TimeProvider.System);

        Assert.Equal("MAN0916", (await fetcher.Get(address)).Fault!.Code);
    }

    [Fact]
    public async Task One_host_is_asked_one_thing_at_a_time()
    {
        using var server = new LoopbackServer(path => path == "/robots.txt" ? LoopbackServer.Status(404) : Slow(path));
        using var fetcher = new Fetcher(Quick, TimeProvider.System);

        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => fetcher.Get($"{server.Address}/{i}")));

        Assert.All(all, one => Assert.Null(one.Fault));
        Assert.Equal(1, server.MostAtOnce);

        static byte[] Slow(string path)
        {
            Thread.Sleep(5);
            return LoopbackServer.Ok("text/html", path);
        }
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2a00:1450:4001:80b::200e", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    public void Addresses_of_private_networks_are_known(string address, bool isPublic) => Assert.Equal(isPublic, AddressGuard.IsPublic(IPAddress.Parse(address)));

    // the rows of the table in RFC 9309, section 2.2.3, and its example of groups
    [Theory]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /public", "/public/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /public", "/other", false)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/a/b.gif", false)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/a/b.gif?x", true)]
    [InlineData("User-agent: *\nDisallow: /example/\nAllow: /example/", "/example/x", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyyc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/axxbyy", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\nUser-agent: Manometer\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: x\nUser-agent: manometer\nDisallow: /b # so\n", "/b", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("Disallow: /\nnonsense\n:\n", "/a", true)]
    [InlineData("", "/a", true)]
    public void Robots_txt_is_kept(string text, string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Parse(text, "manometer").Allows(path));

    [Fact]
    public void The_delay_a_site_wants_is_read() => Assert.Equal(TimeSpan.FromSeconds(2.5), RobotsRules.Parse("User-agent: *\nCrawl-delay: 2.5", "manometer").Delay);
}
