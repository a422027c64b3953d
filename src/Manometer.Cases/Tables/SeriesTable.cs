using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Rows of <c>series/*.csv</c>.</summary>
internal static class SeriesTable
{
    /// <param name="context">What is known of the case.</param>
    /// <param name="described">The series as the data package describes it, without points.</param>
    public static Series Read(ReadingContext context, Series described) => Read(context, described, out _);

    /// <summary>The same, with the unit the file itself names; null when it names none.</summary>
    public static Series Read(ReadingContext context, Series described, out string? unitInFile)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? unit = null;
        DateOnly? last = null;
        var disorder = false;
        var points = TableFile.Read(context, TableSchemas.SeriesPoints, described.File, row =>
        {
            var date = row.Date(0);
            if (date is { } known)
            {
                if (!seen.Add(known.ToString()))
                    row.Report(Rules.DateTwice, 0, "each date once", known.ToString());
                if (!disorder && last is { } before && known.FirstDay < before)
                {
                    disorder = true;
                    row.Report(Rules.DateOrder, 0, "rows in order of date", known.ToString());
                }

                last = known.FirstDay ?? last;
            }

            if (row.Pooled(2) is { } own)
            {
                unit ??= own;
                if (own != unit || own != described.Unit)
                    row.Report(Rules.UnitMix, 2, own != unit ? $"'{unit}', as above" : $"'{described.Unit}', as datapackage.json says", own, "put the numbers of another unit into a series of their own");
            }

            return new SeriesPoint { Date = date ?? default, Value = row.Number(1), Source = row.Pooled(3), Note = row.Text(4) };
        }, out var source);
        if (source is not null && points.TrueForAll(point => point.Value is null))
            context.Faults.Add(Rules.NoValues, source, 0, 1, "a row with a value", "none");
        unitInFile = unit;
        return described with { Points = [.. points.OrderBy(point => point.Date.Earliest).ThenBy(point => point.Date.Latest)] };
    }
}
