namespace Manometer.Statistics;

/// <summary>The best segmentation with each number of breaks, by dynamic programming (Auger and Lawrence 1989).</summary>
internal static class SegmentNeighbourhood
{
    public static IReadOnlyList<Segmentation> Search(BreakSolver solver, int most)
    {
        var (n, m) = (solver.Data.Rows, solver.MinimumSegment);
        if (solver.Cost == SegmentCost.Rbf)
            throw new BreakException(BreakFault.Algorithm, "The kernel cost is searched by penalty only: use Path.");
        if (most < 0 || (most + 1L) * m > n)
            throw new BreakException(BreakFault.Count, $"{most} breaks do not fit into {n} rows with segments of at least {m}.");
        if (n > BreakSearch.CountedRows)
            throw new BreakException(BreakFault.Count, $"Segmentations of a given number of breaks are searched in at most {BreakSearch.CountedRows} rows; use Path.");
        // best[k][t]: least cost of the first t rows in k + 1 segments
        var best = new double[most + 1][];
        var last = new int[most + 1][];
        for (var k = 0; k <= most; k++)
        {
            (best[k], last[k]) = (new double[n + 1], new int[n + 1]);
            Array.Fill(best[k], double.PositiveInfinity);
        }

        for (var t = m; t <= n; t++)
        {
            best[0][t] = solver.CostOf(0, t);
            for (var s = m; s <= t - m; s++)
            {
                var cost = solver.CostOf(s, t);
                for (var k = 1; k <= most && !double.IsPositiveInfinity(best[k - 1][s]); k++)
                {
                    var value = best[k - 1][s] + cost;
                    if (value < best[k][t] - Math.Abs(best[k][t]) * BreakSolver.Tie || double.IsPositiveInfinity(best[k][t]))
                        (best[k][t], last[k][t]) = (value, s);
                }
            }
        }

        var all = new Segmentation[most + 1];
        for (var k = 0; k <= most; k++)
        {
            var breaks = new int[k];
            for (var (j, t) = (k, n); j > 0; j--)
                breaks[j - 1] = t = last[j][t];
            all[k] = new Segmentation(breaks, best[k][n] + solver.Data.Offset);
        }

        return all;
    }
}
