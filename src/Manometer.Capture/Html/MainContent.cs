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
        var inside = blocks.Where(block => !block.Place.HasFlag(BlockPlace.Apart)).ToList();
        return Prose(inside) >= Math.Min(FewestWordsOfAnArticle, Prose(blocks) / 2) ? Choose(inside) : Choose(blocks); // a name that says too much says nothing
    }

    private static double Prose(IEnumerable<TextBlock> blocks) => blocks.Where(block => block.Words > 16 && block.LinkDensity <= MostLinks && !block.Place.HasFlag(BlockPlace.Frame)).Sum(block => block.Words);

    private static IReadOnlyList<TextBlock> Choose(IReadOnlyList<TextBlock> blocks)
    {
        foreach (var mark in (BlockPlace[])[BlockPlace.ArticleBody, BlockPlace.Article, BlockPlace.Main])
        {
            var marked = blocks.Where(block => block.Place.HasFlag(mark) && !block.Place.HasFlag(BlockPlace.Frame)).ToList();
            var kept = Ends(Largest(marked).Where(block => block.LinkDensity <= 0.5).ToList());
            if (kept.Sum(block => block.Words) >= FewestWordsOfAnArticle)
                return WithHeadline(blocks, kept);
        }

        var open = blocks.Where(block => !block.Place.HasFlag(BlockPlace.Frame)).ToList();
        if (open.Count == 0)
            return blocks;
        var content = Ends(WithGaps(open, [.. open.Select((_, i) => IsContent(open, i))]));
        if (content.Sum(block => block.Words) >= FewestWordsOfAnArticle)
            return WithHeadline(blocks, content);
        var few = open.Where(block => block.LinkDensity <= MostLinks).ToList();
        return few.Count > 0 ? few : open;
    }

    /// <summary>Of several articles of a page, those not much smaller than the largest: the others are teasers.</summary>
    private static IEnumerable<TextBlock> Largest(List<TextBlock> blocks)
    {
        var words = blocks.GroupBy(block => block.Article).ToDictionary(article => article.Key, article => Prose(article));
        var most = words.Values.DefaultIfEmpty().Max();
        return blocks.Where(block => words[block.Article] >= most / 3);
    }

    /// <summary>Leaves out what stands before the first and behind the last paragraph and is short and no sentence: names, dates, buttons.</summary>
    private static List<TextBlock> Ends(List<TextBlock> blocks)
    {
        var first = blocks.FindIndex(IsParagraph);
        var last = blocks.FindLastIndex(IsParagraph);
        return first < 0 ? blocks : [.. blocks.Where((block, i) => (i >= first || block.Place.HasFlag(BlockPlace.Heading)) && (i <= last || block.IsSentence || (block.Words > 3 && block.LinkWords == 0)))];
    }

    private static bool IsParagraph(TextBlock block) => block.Words > 16 || (block.Words > 4 && block.IsSentence);

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
