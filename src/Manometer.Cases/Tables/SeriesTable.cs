using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Rows of <c>series/*.csv</c>: of one series, or of the members of a panel.</summary>
internal static class SeriesTable
{
    /// <param name="context">What is known of the case.</param>
    /// <param name="described">The series as the data package describes it, without points.</param>
    public static Series Read(ReadingContext context, Series described) => Read(context, described, out _);

    /// <summary>The same, with the unit the file itself names; null when it names none.</summary>
    public static Series Read(ReadingContext context, Series described, out string? unitInFile)
    {
        var points = new PointReader(described, first: 0);
        var rows = TableFile.Read(context, TableSchemas.SeriesPoints, described.File, row => points.Read(row, ""), out var source);
        CheckValues(context, source, rows);
        unitInFile = points.UnitInFile;
        return described with { Points = InOrder(rows) };
    }

    /// <summary>The series of a panel, one a member, in the order in which the members first stand in the file. Each is named and titled as the panel; its reader gives it its own role.</summary>
    /// <param name="context">What is known of the case.</param>
    /// <param name="described">What the data package says of the panel as a whole, without points.</param>
    /// <param name="unitInFile">The unit the file itself names; null when it names none.</param>
    public static IReadOnlyList<Series> ReadPanel(ReadingContext context, Series described, out string? unitInFile)
    {
        var points = new PointReader(described, first: 1);
        var members = new Dictionary<string, List<SeriesPoint>>(StringComparer.Ordinal);
        var order = new List<string>();
        var scattered = false;
        var rows = TableFile.Read(context, TableSchemas.PanelPoints, described.File, row =>
        {
            var member = row.Pooled(0) ?? "";
            if (member.Length > 0 && !RowReader.IsId(member))
                row.Report(Rules.BadId, 0, "letters, digits, dots, hyphens, underscores", member);
            if (!members.TryGetValue(member, out var own))
            {
                members.Add(member, own = []);
                order.Add(member);
            }
            else if (!scattered && order[^1] != member)
            {
                scattered = true;
                row.Report(Rules.DateOrder, 0, "the rows of a member together", $"more rows of '{member}'");
            }

            var point = points.Read(row, member);
            if (!row.Failed)
                own.Add(point);
            return point;
        }, out var source);
        CheckValues(context, source, rows);
        unitInFile = points.UnitInFile;
        return [.. order.Where(member => members[member].Count > 0).Select(member => described with { Name = $"{described.Name}.{member}", Panel = described.Name, Member = member, Points = InOrder(members[member]) })];
    }

    private static void CheckValues(ReadingContext context, SourceText? source, List<SeriesPoint> points)
    {
        if (source is not null && points.TrueForAll(point => point.Value is null))
            context.Faults.Add(Rules.NoValues, source, 0, 1, "a row with a value", "none");
    }

    private static IReadOnlyList<SeriesPoint> InOrder(List<SeriesPoint> points) => [.. points.OrderBy(point => point.Date.Earliest).ThenBy(point => point.Date.Latest)];

    /// <summary>Reads the cells of a point, and watches over dates and units from row to row.</summary>
    private sealed class PointReader(Series described, int first)
    {
        private readonly HashSet<(string Member, string Date)> _seen = [];
        private string? _member;
        private DateOnly? _last;
        private bool _disorder;

        public string? UnitInFile { get; private set; }

        public SeriesPoint Read(RowReader row, string member)
        {
            if (member != _member)
                (_member, _last) = (member, null);
            var date = row.Date(first);
            if (date is { } known)
            {
                if (!_seen.Add((member, known.ToString())))
                    row.Report(Rules.DateTwice, first, member.Length == 0 ? "each date once" : "each date once a member", known.ToString());
                if (!_disorder && _last is { } before && known.FirstDay < before)
                {
                    _disorder = true;
                    row.Report(Rules.DateOrder, first, "rows in order of date", known.ToString());
                }

                _last = known.FirstDay ?? _last;
            }

            if (row.Pooled(first + 2) is { } own)
            {
                UnitInFile ??= own;
                if (own != UnitInFile || own != described.Unit)
                    row.Report(Rules.UnitMix, first + 2, own != UnitInFile ? $"'{UnitInFile}', as above" : $"'{described.Unit}', as datapackage.json says", own, "put the numbers of another unit into a series of their own");
            }

            return new SeriesPoint { Date = date ?? default, Value = row.Number(first + 1), Source = row.Pooled(first + 3), Note = row.Text(first + 4) };
        }
    }
}
