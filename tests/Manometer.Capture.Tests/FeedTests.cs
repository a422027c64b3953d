using System.Text;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>Feeds: each entry is a document, and is the slice of the feed that it was.</summary>
public class FeedTests
{
    private const string Rss = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Zenda &amp; Post</title><language>en</language><link>https://post.example/</link>
        <item><title>Bread &amp; wine</title><link>https://post.example/1</link><guid isPermaLink="false">abc</guid><pubDate>Thu, 04 Mar 2021 10:00:00 GMT</pubDate>
          <description>Short.</description>
          <content:encoded><![CDATA[<p>Bread rose to <b>5,000</b> crowns, caf&eacute; owners say.</p><p>Wine did not.</p>]]></content:encoded></item>
        <item><title>Fuel</title><link>https://post.example/2</link><pubDate>Sat, 01 Jan 2050 00:00:00 GMT</pubDate>
          <description>&lt;p&gt;Fuel is short in Hentzau, caf&amp;eacute; owners say.&lt;/p&gt;</description></item>
        <item><title>Only a title</title><link>https://post.example/3</link></item>
        </channel></rss>
        """;

    [Fact]
    public void An_entry_of_rss_is_read_with_what_the_feed_says()
    {
        var reading = Reading.Of("feed.xml", Rss);

        var bread = reading.Documents[0];
        Assert.Equal(("Bread & wine", "https://post.example/1", "2021-03-04", "Zenda & Post", "en"), (bread.Title, bread.Address, bread.Published.ToString(), bread.Outlet, bread.Language));
        Assert.Equal("Bread rose to 5,000 crowns, café owners say.\n\nWine did not.", bread.Text.Text);
        Assert.Equal(["https://post.example/1", "https://post.example/2", "https://post.example/3"], reading.Links);
    }

    [Fact]
    public void A_passage_of_an_entry_is_found_again_in_its_slice()
    {
        var documents = Reading.Of("feed.xml", Rss).Documents;

        Assert.Equal("<b>5,000</b> crowns, caf&eacute; owners", Reading.BytesOf(documents[0], "5,000 crowns, café owners").Insert(0, "<b>"));
        Assert.Equal("short in Hentzau, caf&amp;eacute; owners", Reading.BytesOf(documents[1], "short in Hentzau, café owners"));
        Assert.StartsWith("<item><title>Fuel", Encoding.UTF8.GetString(documents[1].Content.Span), StringComparison.Ordinal);
        Assert.EndsWith("</item>", Encoding.UTF8.GetString(documents[1].Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_slice_read_again_gives_the_same_text() =>
        Assert.All(Reading.Of("feed.xml", Rss).Documents, one => Assert.Equal(one.Text.Text, CaptureReader.TextOf(one.Extension, one.Content, one.Charset)!.Text));

    [Fact]
    public void A_date_that_lies_ahead_and_an_entry_without_text_are_told()
    {
        var reading = Reading.Of("feed.xml", Rss);

        Assert.Null(reading.Documents[1].Published);
        Assert.Equal(["MAN0911", "MAN0908", "MAN0907", "MAN0907"], reading.Diagnostics.Select(one => one.Code));
    }

    [Fact]
    public void An_entry_of_atom_is_read()
    {
        var reading = Reading.Of("feed", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title>
            <entry><title type="html">Bread &amp;amp; wine</title><link rel="self" href="https://post.example/self"/><link href="https://post.example/1"/>
            <published>2021-03-04T10:00:00Z</published><updated>2021-05-04T10:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Bread rose.</p><p>Wine <i>fell</i>.</p></div></content></entry></feed>
            """);

        var entry = Assert.Single(reading.Documents);
        Assert.Equal(("Bread & wine", "https://post.example/1", "2021-03-04", "Bread rose.\n\nWine fell."), (entry.Title, entry.Address, entry.Published.ToString(), entry.Text.Text));
        Assert.Empty(reading.Diagnostics);
        Assert.Equal("Wine <i>fell</i>.", Reading.BytesOf(entry, "Wine fell."));
    }

    [Fact]
    public void An_item_of_a_json_feed_is_read()
    {
        var reading = Reading.Of("feed.json", """
            {"version":"https://jsonfeed.org/version/1.1","title":"Post","items":[
              {"id":"1","url":"https://post.example/1","title":"Bread","date_published":"2021-03-04T10:00:00Z","content_html":"<p>Bread \u00e0 la \"carte\" rose.<\/p>"},
              {"id":"2","content_text":"Half \ud83d a pair, a whole \ud83d\ude00 one.","date_published":"2021-03-05"}]}
            """);

        Assert.Equal(["Bread à la \"carte\" rose.", "Half \uFFFD a pair, a whole \U0001F600 one."], reading.Documents.Select(one => one.Text.Text));
        Assert.Equal("Bread \\u00e0 la \\\"carte\\\" rose", Reading.BytesOf(reading.Documents[0], "Bread à la \"carte\" rose"));
        Assert.Equal("whole \\ud83d\\ude00 one", Reading.BytesOf(reading.Documents[1], "whole \U0001F600 one"));
        Assert.Equal("Post", reading.Documents[1].Outlet);
    }

    [Fact]
    public void A_feed_that_is_cut_off_gives_what_is_whole()
    {
        var reading = Reading.Of("feed.xml", "<rss><channel><item><title>A</title><pubDate>4 Mar 2021</pubDate><description>Fuel is short.</description></item><item><title>B");

        Assert.Equal("Fuel is short.", Assert.Single(reading.Documents).Text.Text);
        Assert.Equal("MAN0905", Assert.Single(reading.Diagnostics).Code);
    }
}
