namespace Manometer.Capture;

/// <summary>Where in a page a block stands.</summary>
[Flags]
internal enum BlockPlace
{
    /// <summary>Nowhere in particular.</summary>
    None = 0,

    /// <summary>Marked as the body of an article (<c>itemprop="articleBody"</c>).</summary>
    ArticleBody = 1,

    /// <summary>In an <c>article</c>.</summary>
    Article = 2,

    /// <summary>In <c>main</c>.</summary>
    Main = 4,

    /// <summary>In the frame of the page: navigation, header, footer, aside, form.</summary>
    Frame = 8,

    /// <summary>A heading.</summary>
    Heading = 16,

    /// <summary>The first heading of the page.</summary>
    Headline = 32,

    /// <summary>In a part whose class, id or role says that it is none of the text.</summary>
    Apart = 64,
}
