namespace Manometer.Statistics;

/// <summary>When did a series change? The entry to dating breaks: <c>BreakDates.Of(y).Find()</c>.</summary>
/// <remarks>
/// The segmentation is the exact optimum (Killick, Fearnhead, Eckley 2012; Maidstone, Hocking, Rigaill, Fearnhead 2017); each break has an interval (Bai 1997) and,
/// where the cost is that of a likelihood, the exact posterior of its date. Every row is a candidate. Rows are taken as evenly spaced: dates belong to the caller.
/// </remarks>
public static class BreakDates
{
    /// <summary>Breaks of one series.</summary>
    /// <param name="series">One value a row, in order of time; all finite. Copied.</param>
    public static BreakSearch Of(params ReadOnlySpan<double> series) => new(series.ToArray(), 1);

    /// <summary>Breaks that several series have together.</summary>
    /// <param name="columns">Series of equal length. Copied.</param>
    /// <exception cref="BreakException">No series, or series of different length.</exception>
    public static BreakSearch OfColumns(params IReadOnlyList<double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0 || columns.Any(column => column.Length != columns[0].Length))
            throw new BreakException(BreakFault.Shape, "Columns that break together are of one length, and there is at least one.");
        var rows = new double[columns[0].Length * columns.Count];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = columns[i % columns.Count][i / columns.Count];
        return new BreakSearch(rows, columns.Count);
    }
}
