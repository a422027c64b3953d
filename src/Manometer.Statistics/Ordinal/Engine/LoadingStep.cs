namespace Manometer.Statistics;

/// <summary>One step of the outer maximisation of loadings, spacings of cuts and sds of series, at the present distribution of the state.</summary>
internal static class LoadingStep
{
    /// <summary>Moves the layout's values; returns the largest change of a logarithm.</summary>
    public static double Update(OrdinalState state, OrdinalWorkspace work)
    {
        var layout = state.Layout;
        state.ComputeVariances(work);
        var raw = new double[layout.Months * layout.Raw + layout.Border];
        work.Expand(state.State, state.Border, raw);
        var moved = 0.0;
        for (var q = 0; q < layout.Loading.Length; q++)
        {
            if (!layout.LoadingFree[q])
                continue;
            var rows = Enumerable.Range(0, layout.Rows).Where(i => layout.LoadingOf(i) == q && state.Mask[i] > 0).ToArray();
            if (rows.Length == 0)
                continue;
            moved = Math.Max(moved, q < layout.Data.Indicators ? Indicator(state, raw, rows, q) : Series(state, raw, rows, q));
        }
        layout.Refresh();
        return moved;
    }

    // ln loading ~ N(0, spread^2), ln spacing ~ N(0, .2^2): Newton steps with numerical slopes on the expected log likelihood, three-point Gauss-Hermite over each predictor
    private static double Indicator(OrdinalState state, double[] raw, int[] rows, int q)
    {
        var layout = state.Layout;
        var spread = new double[rows.Length];
        for (var j = 0; j < rows.Length; j++)
            spread[j] = 1.7320508075688772 * Math.Sqrt(state.EtaVariance[rows[j]]);
        var part = rows.Select(i => LoadedPart(layout, raw, i)).ToArray();
        double Value(double a, double b)
        {
            var sum = -0.5 * (a / layout.Model.LoadingSpread) * (a / layout.Model.LoadingSpread) - 0.5 * (b / 0.2) * (b / 0.2);
            double loading = Elementary.Exp(a), widen = Elementary.Exp(b) / layout.Spacing[q];
            for (var j = 0; j < rows.Length; j++)
            {
                var i = rows[j];
                double high = layout.HighCut[i] * widen, low = layout.LowCut[i] * widen, gap = StepLikelihood.Gap(high, low);
                var ratio = loading / layout.Loading[q];
                var eta = state.FullEta(i) + (ratio - 1) * part[j];
                var expected = (StepLikelihood.Log(eta - spread[j], high, low, gap, out _, out _, out _) + StepLikelihood.Log(eta + spread[j], high, low, gap, out _, out _, out _)) / 6
                    + StepLikelihood.Log(eta, high, low, gap, out _, out _, out _) * 2 / 3;
                sum += state.Mask[i] * state.Share[i] * expected;
            }
            return sum;
        }
        var start = (A: Elementary.Log(layout.Loading[q]), B: Elementary.Log(layout.Spacing[q]));
        var at = start;
        for (var round = 0; round < 3; round++)
        {
            at.A = Line(x => Value(x, at.B), at.A);
            at.B = Line(x => Value(at.A, x), at.B);
        }
        layout.Loading[q] = Elementary.Exp(at.A);
        layout.Spacing[q] = Elementary.Exp(at.B);
        return Math.Max(Math.Abs(at.A - start.A), Math.Abs(at.B - start.B));
    }

    private static double Line(Func<double, double> f, double x)
    {
        const double Step = 1e-3;
        double below = f(x - Step), here = f(x), above = f(x + Step);
        var curvature = (above - 2 * here + below) / (Step * Step);
        var slope = (above - below) / (2 * Step);
        return Math.Clamp(x + Math.Clamp(curvature < 0 ? -slope / curvature : 0.1 * Math.Sign(slope), -0.3, 0.3), -2, 2);
    }

    // Gaussian rows: regression of the values on the state's part, with errors in it; sd^2 has the prior IG(2, 1), loading the sign that was declared
    private static double Series(OrdinalState state, double[] raw, int[] rows, int q)
    {
        var layout = state.Layout;
        double xx = 0, xy = 0;
        var old = layout.Loading[q];
        var level = raw[layout.BorderIndex(layout.SeriesBorder + q - layout.Data.Indicators)];
        var parts = rows.Select(i => LoadedPart(layout, raw, i) / old).ToArray();
        for (var j = 0; j < rows.Length; j++)
        {
            var variance = state.EtaVariance[rows[j]] / (old * old);
            xx += parts[j] * parts[j] + variance;
            xy += parts[j] * (layout.Observed[rows[j]] - level);
        }
        var sd = layout.SeriesSd[q - layout.Data.Indicators];
        // ln loading ~ N(0, .25^2), entered as a normal prior about 1
        var loading = Math.Max(0.05, (xy / (sd * sd) + 1 / 0.0625) / (xx / (sd * sd) + 1 / 0.0625));
        var squares = 0.0;
        for (var j = 0; j < rows.Length; j++)
        {
            var rest = layout.Observed[rows[j]] - level - loading * parts[j];
            squares += rest * rest + state.EtaVariance[rows[j]];
        }
        var next = Math.Sqrt((squares + 2) / (rows.Length + 6));
        layout.Loading[q] = loading;
        layout.SeriesSd[q - layout.Data.Indicators] = next;
        return Math.Max(Math.Abs(Elementary.Log(loading / old)), Math.Abs(Elementary.Log(next / sd)));
    }

    private static double LoadedPart(OrdinalLayout layout, double[] raw, int row)
    {
        var sum = 0.0;
        for (var e = layout.RowStart[row]; e < layout.RowStart[row + 1]; e++)
            if (layout.IsLoaded(e))
                sum += layout.Value[e] * raw[layout.Index[e]];
        return sum;
    }
}
