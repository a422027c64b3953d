using System.Text;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>Web pages: the text of the article, where it stands in the bytes, and what the page says of itself.</summary>
public class HtmlReaderTests
{
    private const string Page = """
        <!doctype html>
        <html lang="en-GB"><head>
        <meta charset="utf-8"><title>Coal &amp; iron | Zenda Post</title>
        <meta property="og:title" content="Coal &amp; iron fall"><meta property="og:site_name" content="Zenda Post">
        <meta property="article:published_time" content="2021-03-04T23:30:00+05:00">
        <link rel="canonical" href="https://post.example/coal">
        <script>var x = "<p>not text</p>";</script><style>p { color: red }</style>
        </head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/trade">Trade and much more of the same kind</a></li></ul></nav>
        <article><h1>Coal &amp; iron fall</h1>
        <p>Exports of coal fell by <b>35&nbsp;percent</b> in February, a trader in Strelsau said, because no ship
        would take the cargo since the embargo.</p>
        <div hidden>Subscribe now to read the rest of it</div>
        <p>Caf&eacute;s closed early, and the price of bread rose to 5,000 crowns.<br>Nobody knows why.</p>
        <aside>Read also: ten things about mountains that nobody told you before</aside>
        </article>
        <footer>All rights reserved, and the address of the house, which is long enough to be taken for text</footer>
        </body></html>
        """;

    [Fact]
    public void The_text_is_that_of_the_article() => Assert.Equal("""
        Coal & iron fall

        Exports of coal fell by 35 percent in February, a trader in Strelsau said, because no ship would take the cargo since the embargo.

        Cafés closed early, and the price of bread rose to 5,000 crowns.
        Nobody knows why.
        """, Reading.One("coal.html", Page).Text.Text);

    [Theory]
    [InlineData("<div class='comments-area'><p>COMMENT</p></div>", false)]
    [InlineData("<section id='relatedPosts'><p>COMMENT</p></section>", false)]
    [InlineData("<div role='complementary'><p>COMMENT</p></div>", false)]
    [InlineData("<div class='content with-sidebar'><p>COMMENT</p></div>", true)] // holds the text, too
    [InlineData("<div class='shared'><p>COMMENT</p></div>", true)] // another word
    public void What_a_page_names_as_none_of_its_text_is_left_out(string part, bool kept)
    {
        const string Comment = "A reader of this paper thinks that all of this was foreseen by everybody who cared to look at the harbour for more than a day.";
        var text = Reading.One("a.html", "<article><h1>Coal</h1><p>Exports of coal fell by a third in February, a trader in Strelsau said, because no ship would take the cargo since the embargo began in earnest.</p>" + part.Replace("COMMENT", Comment, StringComparison.Ordinal) + "</article>").Text.Text;

        Assert.Contains("Exports of coal", text, StringComparison.Ordinal);
        Assert.Equal(kept, text.Contains(Comment, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_articles_the_teasers_are_left_out()
    {
        const string Long = "<p>Exports of coal fell by a third in February, a trader in Strelsau said, because no ship would take the cargo since the embargo.</p>";
        var text = Reading.One("a.html", $"<article><h1>Coal</h1>{Long}{Long}{Long}</article><article><h2>Bread</h2><p>The price of bread rose in all towns of the north, bakers said on Monday, and more is to come.</p></article>").Text.Text;

        Assert.DoesNotContain("Bread", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, text.Split("Exports of coal").Length - 1);
    }

    [Fact]
    public void Names_and_buttons_around_the_text_are_left_out_and_a_list_at_its_end_is_not()
    {
        var text = Reading.One("a.html", "<article><h1>Coal</h1><p>By A. Writer</p><p>Exports of coal fell by a third in February, a trader in Strelsau said, because no ship would take the cargo.</p><ul><li>Fell: coal, iron and copper</li></ul><p><a href='/'>More</a></p></article>").Text.Text;

        Assert.Equal("Coal\n\nExports of coal fell by a third in February, a trader in Strelsau said, because no ship would take the cargo.\n\nFell: coal, iron and copper", text);
    }

    [Fact]
    public void A_page_says_who_when_and_where()
    {
        var page = Reading.One("coal.html", Page);

        Assert.Equal(("Coal & iron fall", "Zenda Post", "en-GB", "https://post.example/coal", "2021-03-04", "meta article:published_time", ".html"),
            (page.Title, page.Outlet, page.Language, page.Address, page.Published.ToString(), page.DateBasis, page.Extension));
    }

    [Theory]
    [InlineData("Exports of coal fell by", "Exports of coal fell by")]
    [InlineData("fell by 35 percent in", "fell by <b>35&nbsp;percent</b> in")]
    [InlineData("Cafés closed", "Caf&eacute;s closed")]
    [InlineData("é", "&eacute;")]
    [InlineData("crowns.\nNobody", "crowns.<br>Nobody")]
    [InlineData("embargo.\n\nCafés", "embargo.</p>\n<div hidden>Subscribe now to read the rest of it</div>\n<p>Caf&eacute;s")]
    public void A_passage_is_found_again_in_the_bytes(string passage, string bytes) =>
        Assert.Equal(bytes, Reading.BytesOf(Reading.One("coal.html", Page.ReplaceLineEndings("\n")), passage));

    [Fact]
    public void A_page_in_another_encoding_keeps_its_offsets()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;
        var bytes = cyrillic.GetBytes("<html><head><meta charset=windows-1251></head><body><p>Цены на рис выросли вдвое, говорят торговцы на рынке в столице.</p></body></html>");

        var page = Assert.Single(CaptureReader.Read("a.html", bytes, null, Reading.Today).Documents);

        var at = page.Text.Text.IndexOf("выросли вдвое", StringComparison.Ordinal);
        var (start, end) = page.Text.Bytes(at, at + "выросли вдвое".Length);
        Assert.Equal("выросли вдвое", cyrillic.GetString(bytes[start..end]));
        Assert.Equal("ru", page.Language);
    }

    [Fact]
    public void The_charset_of_the_server_is_kept_when_the_bytes_need_it()
    {
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;
        var bytes = korean.GetBytes("<body><p>쌀값이 크게 올랐다고 상인들이 말했다.</p></body>");

        var page = Assert.Single(CaptureReader.Read("https://a.example/", bytes, "text/html; charset=euc-kr", Reading.Today).Documents);

        Assert.Equal(("쌀값이 크게 올랐다고 상인들이 말했다.", "euc-kr", "ko"), (page.Text.Text, page.Charset, page.Language));
        Assert.Equal(page.Text.Text, CaptureReader.TextOf(".html", bytes, "euc-kr")!.Text);
        Assert.Equal(page.Text.Bytes(0, 2), (9, 13));
    }

    [Fact]
    public void A_page_that_marks_no_article_is_parted_by_words_and_links()
    {
        var page = Reading.One("a.html", """
            <html><body><div><a href=1>Home</a> <a href=2>News</a> <a href=3>Sport</a></div>
            <div><div>Traders at the bridge say that since the ban on coal nothing at all has crossed for three weeks, and the trucks stand idle.</div>
            <div>3/2016:</div>
            <div>The price of rice in the market of Hentzau rose by a third within a month, and families sell what they have to buy it.</div></div>
            <div><a href=4>More from this author and others</a></div></body></html>
            """);

        Assert.Equal("""
            Traders at the bridge say that since the ban on coal nothing at all has crossed for three weeks, and the trucks stand idle.

            3/2016:

            The price of rice in the market of Hentzau rose by a third within a month, and families sell what they have to buy it.
            """, page.Text.Text);
    }

    [Fact]
    public void A_page_of_two_lines_is_read_whole() => Assert.Equal("Fuel is short.", Reading.One("a.html", "<p>Fuel is short.").Text.Text);

    [Fact]
    public void What_is_hidden_and_never_closed_hides_nothing() => Assert.Equal("Fuel is short.", Reading.One("a.html", "<body><div hidden><p>Fuel is short.").Text.Text);

    [Fact]
    public void A_page_without_text_is_told() => Assert.Equal("MAN0904", Assert.Single(Reading.Of("a.html", "<html><script>render()</script></html>").Diagnostics).Code);

    [Theory]
    [InlineData("<script type=\"application/ld+json\">{\"@graph\":[{\"datePublished\":\"2020-05-06\"}]}</script><meta name=date content=2019-01-01>", "2020-05-06", "MAN0909")]
    [InlineData("<time datetime=2020-05-06T01:02>", "2020-05-06", "")]
    [InlineData("<meta name=pubdate content='6 May 2020'>", "2020-05-06", "")]
    [InlineData("<meta name=date content=2031-01-01>", "", "MAN0908 MAN0907")]
    [InlineData("<link rel=canonical href=https://a.example/2020/05/06/fuel>", "2020-05-06", "")]
    [InlineData("<link rel=canonical href=https://a.example/2020/05/fuel>", "2020-05", "")]
    [InlineData("<script type='application/ld+json'>{{{{[[[</script>", "", "MAN0907")]
    [InlineData("<script type='application/ld+json'>{\"datePublished\":\"\\ud800\"}</script>", "", "MAN0907")]
    public void The_date_is_the_most_trusted_one_that_can_be(string head, string date, string codes)
    {
        var reading = Reading.Of("a.html", $"<html><head>{head}</head><body><p>Fuel is short.</p></body></html>");

        Assert.Equal(date, Assert.Single(reading.Documents).Published?.ToString() ?? "");
        Assert.Equal(codes, string.Join(' ', reading.Diagnostics.Select(one => one.Code)));
    }
}
