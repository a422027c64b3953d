namespace Manometer.Capture;

/// <summary>Tells the text of a page from what stands around it.</summary>
/// <remarks>
/// Where the page marks its article, the blocks of the article that are not mostly links. Where it does not, the decision by number of words and density of links of a block and its neighbours of
/// Kohlschütter, Fankhauser and Nejdl (2010), "Boilerplate detection using shallow text features", WSDM, algorithm 2,
/// but that a block of more than 16 words is kept whatever stands before it: what is left out cannot be coded, what is kept in vain costs little. Short blocks between two that are kept, such as the headings of a chronology, are kept too.
/// When that leaves nothing, every block outside the frame of the page; when there is none, every block. Cost: linear in the number of blocks.
/// </remarks>
internal static class MainContent
{
    private const double FewestWordsOfAnArticle = 25;
    private const double MostLinks = 1.0 / 3;
    private const int LongestGap = 3; // short blocks between two that are kept

    public static IReadOnlyList<TextBlock> Of(IReadOnlyList<TextBlock> blocks)
    {
        foreach (var mark in (BlockPlace[])[BlockPlace.ArticleBody, BlockPlace.Article, BlockPlace.Main])
        {
            var marked = blocks.Where(block => block.Place.HasFlag(mark) && !block.Place.HasFlag(BlockPlace.Frame)).ToList();
            var kept = marked.Where(block => block.LinkDensity <= 0.5).ToList();
            if (kept.Sum(block => block.Words) >= FewestWordsOfAnArticle)
                return WithHeadline(blocks, kept);
        }

        var open = blocks.Where(block => !block.Place.HasFlag(BlockPlace.Frame)).ToList();
        if (open.Count == 0)
            return blocks;
        var content = WithGaps(open, [.. open.Select((_, i) => IsContent(open, i))]);
        if (content.Sum(block => block.Words) >= FewestWordsOfAnArticle)
            return WithHeadline(blocks, content);
        var few = open.Where(block => block.LinkDensity <= MostLinks).ToList();
        return few.Count > 0 ? few : open;
    }

    private static bool IsContent(List<TextBlock> blocks, int i)
    {
        var (before, now, after) = (i > 0 ? blocks[i - 1] : null, blocks[i], i + 1 < blocks.Count ? blocks[i + 1] : null);
        if (now.LinkDensity > MostLinks)
            return false;
        return now.Words > 16 || ((before?.LinkDensity ?? 0) <= 0.555556
            ? (after?.Words ?? 0) > 15 || (before?.Words ?? 0) > 4
            : (after?.Words ?? 0) > 17);
    }

    private static List<TextBlock> WithGaps(List<TextBlock> blocks, bool[] content)
    {
        for (int i = 0, last = -1; i < blocks.Count; i++)
        {
            if (!content[i])
                continue;
            if (last >= 0 && i - last - 1 <= LongestGap)
                for (var j = last + 1; j < i; j++)
                    content[j] = blocks[j].LinkDensity <= MostLinks;
            last = i;
        }

        return [.. blocks.Where((_, i) => content[i])];
    }

    private static List<TextBlock> WithHeadline(IReadOnlyList<TextBlock> blocks, List<TextBlock> kept)
    {
        var headline = blocks.FirstOrDefault(block => block.Place.HasFlag(BlockPlace.Headline));
        if (headline is not null && !kept.Contains(headline))
            kept.Insert(0, headline);
        return kept;
    }
}
