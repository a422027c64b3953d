namespace Manometer.Capture;

/// <summary>A stretch of a page without a break of paragraphs.</summary>
internal sealed class TextBlock
{
    /// <summary>The pieces of its text, as they stand in the markup.</summary>
    public List<(int Start, int End, BlockPiece Kind)> Pieces { get; } = [];

    /// <summary>Where in the page it stands.</summary>
    public BlockPlace Place { get; set; }

    /// <summary>Number of the article it stands in, the outermost; 0 where it stands in none.</summary>
    public int Article { get; set; }

    /// <summary>Does it end with the sign of a sentence?</summary>
    public bool IsSentence { get; set; }

    /// <summary>Words in it; two Chinese or Japanese characters count as one.</summary>
    public double Words { get; set; }

    /// <summary>Words of it that are links.</summary>
    public double LinkWords { get; set; }

    /// <summary>Share of its words that are links, 0..1.</summary>
    public double LinkDensity => Words > 0 ? LinkWords / Words : 0;
}
