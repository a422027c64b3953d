using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads <c>links.csv</c>: decisions on pairs, each of the right kind of thing, and none against another that stands.</summary>
internal static class LinkTable
{
    public static List<Link> Read(ReadingContext context)
    {
        var standing = new StandingLinks();
        return TableFile.Read(context, TableSchemas.Links, row =>
        {
            var link = new Link
            {
                Id = row.Id(0),
                Kind = row.Word<LinkKind>(1) ?? LinkKind.Event,
                One = row.Reference(2) ?? "",
                Other = row.Reference(3) ?? "",
                Says = row.Word<LinkSays>(4) ?? LinkSays.Disputed,
                By = row.Text(5) ?? "",
                On = row.Date(6),
                Reason = row.Text(7),
                Withdrawn = row.Date(8),
            };
            if (row.Good(1, 2, 3))
                Check(context, row, link, standing);
            return link;
        });
    }

    private static void Check(ReadingContext context, RowReader row, Link link, StandingLinks standing)
    {
        var (table, thing) = link.Kind == LinkKind.Event ? ("observations", "an observation") : ("reports", "a report");
        foreach (var (column, id) in new[] { (2, link.One), (3, link.Other) })
            if (!context.IdsOf(table).Contains(id))
            {
                row.Report(Rules.LinkOfOther, column, $"{thing}, as the kind is '{Word.Of(link.Kind)}'", id);
                return;
            }

        if (link.One == link.Other)
        {
            row.Report(Rules.LinkToItself, 3, "another " + thing.Split(' ')[1], link.Other);
            return;
        }

        if (link.Withdrawn is null && row.Good(4) && standing.Against(link) is { } against)
            row.Report(Rules.LinksContradict, 4, $"no decision against {against}", Word.Of(link.Says), $"withdraw one of the two: write the day into its 'withdrawn'; or make it 'disputed' in one row");
    }
}
