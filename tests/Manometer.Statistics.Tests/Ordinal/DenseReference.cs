namespace Manometer.Statistics.Tests;

/// <summary>The model once more, in another way: as a Gaussian process over the reports' predictors with a covariance function, Laplace by plain dense algebra (Rasmussen and Williams 2006, algorithm 3.1).</summary>
internal sealed class DenseReference
{
    private readonly OrdinalData data;
    private readonly OrdinalModel model;
    private readonly LagKernel kernel;
    private readonly double[] scales; // common, families with members, event, origin, lean

    public DenseReference(OrdinalData data, OrdinalModel model, double[] scales)
    {
        this.data = data;
        this.model = model;
        this.scales = scales;
        kernel = model.Kernels[0].Kernel;
        Solve();
    }

    public double LogEvidence { get; private set; }
    public double[] Predictor { get; private set; } = [];
    private double[,] inverse = new double[0, 0]; // (K + W^-1)^-1
    private double[] alpha = [];

    private double Walk(double step, int t, int u) => model.InitialSd * model.InitialSd + step * step * Math.Min(t, u);

    /// <summary>Prior covariance of the states of two cells in two months, effects included.</summary>
    public double StateCovariance(int c, int t, int e, int u)
    {
        var sum = Walk(scales[0], t, u);
        var at = 1;
        for (var f = 0; f < data.Families.Count; f++)
        {
            var n = data.Families[f].Members;
            if (n < 2)
                continue;
            int a = data.Cells[c].Members[f], b = data.Cells[e].Members[f];
            if (a >= 0 && b >= 0)
                sum += ((a == b ? 1 : 0) - 1.0 / n) * Walk(scales[at], t, u);
            at++;
        }
        if (model.Effects)
            for (var i = 0; i < data.Interventions.Count; i++)
                for (var j = 0; j < data.Interventions.Count; j++)
                {
                    var prior = model.MeanEffectSd * model.MeanEffectSd + (i == j && data.Interventions.Count > 1 ? model.EffectSpread * model.EffectSpread : 0);
                    sum += prior * Exposure(i, c, t) * Exposure(j, e, u);
                }
        foreach (var shock in model.Shocks)
            sum += shock.Sd * shock.Sd * Push(shock, c, t) * Push(shock, e, u);
        return sum;
    }

    private double Exposure(int i, int cell, int t) =>
        data.Interventions[i].Targets.Where(x => x.Cell == cell).Sum(x => x.Weight) * kernel.At(t - data.Interventions[i].Start);

    private static double Push(OrdinalShock shock, int cell, int t) =>
        t < shock.Start ? 0 : (shock.Targets.Count == 0 ? 1 : shock.Targets.Where(x => x.Cell == cell).Sum(x => x.Weight)) * Math.Exp(-(t - shock.Start) / shock.Decay);

    private double StatePart(OrdinalReport a, int cell, int month)
    {
        var sum = StateCovariance(a.Cell, a.Month, cell, month);
        if (a.Span > 0)
            sum -= StateCovariance(a.Cell, Math.Max(0, a.Month - a.Span), cell, month);
        return sum;
    }

    private double Covariance(int i, int j)
    {
        var n = data.Reports.Count;
        if (i >= n || j >= n)
        {
            if (i < n)
                (i, j) = (j, i);
            var (s, point) = Point(i - n);
            var total = data.Series[s].Cells.Sum(c => c.Weight);
            double sum = 0;
            foreach (var cell in data.Series[s].Cells)
            {
                var factor = data.Series[s].Sign * cell.Weight / total;
                if (j < n)
                    sum += factor * StatePart(data.Reports[j], cell.Cell, point.Month);
                else
                {
                    var (o, other) = Point(j - n);
                    var rest = data.Series[o].Cells.Sum(c => c.Weight);
                    foreach (var second in data.Series[o].Cells)
                        sum += factor * data.Series[o].Sign * second.Weight / rest * StateCovariance(cell.Cell, point.Month, second.Cell, other.Month);
                }
            }
            return sum + (j >= n && Point(j - n).Series == s ? 1 : 0);
        }
        OrdinalReport a = data.Reports[i], b = data.Reports[j];
        var value = StatePart(a, b.Cell, b.Month);
        if (b.Span > 0)
            value -= StatePart(a, b.Cell, Math.Max(0, b.Month - b.Span));
        double lean = scales[^1], origin = scales[^2], happening = scales[^3];
        if (a.Source == b.Source)
        {
            value += lean * lean;
            var reports = data.Reports.Count(r => r.Source == a.Source);
            if (model.Drift == LeanDrift.All || (model.Drift == LeanDrift.LongSources && reports >= 20))
                value += model.DriftSd * model.DriftSd * Math.Min(a.Month, b.Month);
        }
        if (a.Indicator == b.Indicator && a.Indicator > 0)
            value += 0.3 * 0.3;
        var sameEvent = i == j || (a.Event >= 0 && a.Event == b.Event);
        if (sameEvent)
        {
            value += happening * happening;
            var coded = data.Reports.Where((r, k) => k == i || (a.Event >= 0 && r.Event == a.Event)).Any(r => r.Origin >= 0);
            if (!coded)
                value += origin * origin;
        }
        if (a.Origin >= 0 && a.Origin == b.Origin)
            value += origin * origin;
        return value;
    }

    private (int Series, (int Month, double Value) Point) Point(int index)
    {
        for (var s = 0; ; s++)
        {
            if (index < data.Series[s].Points.Count)
                return (s, data.Series[s].Points[index]);
            index -= data.Series[s].Points.Count;
        }
    }

    private int Count => data.Reports.Count + data.Series.Sum(s => s.Points.Count);

    // log likelihood, slope, curvature, in the textbook form that cancels
    private (double L, double G, double W) Row(int i, double f)
    {
        if (i >= data.Reports.Count)
        {
            var z = Point(i - data.Reports.Count).Point.Value - f;
            return (-0.5 * z * z - 0.5 * Math.Log(2 * Math.PI), z, 1);
        }
        var report = data.Reports[i];
        static double S(double x) => 1 / (1 + Math.Exp(-x));
        var up = report.High == 2 ? 1 : S(model.Cuts[report.High + 2] - f);
        var down = report.Low == -2 ? 0 : S(model.Cuts[report.Low + 1] - f);
        return (report.Weight * Math.Log(up - down), report.Weight * (up + down - 1), report.Weight * (up * (1 - up) + down * (1 - down)));
    }

    private void Solve()
    {
        var n = Count;
        var k = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                k[i, j] = Covariance(i, j);
        var f = new double[n];
        for (var step = 0; step < 60; step++)
        {
            var rows = Enumerable.Range(0, n).Select(i => Row(i, f[i])).ToArray();
            var root = rows.Select(r => Math.Sqrt(r.W)).ToArray();
            var b = new double[n, n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    b[i, j] = (i == j ? 1 : 0) + root[i] * k[i, j] * root[j];
            var l = Cholesky(b);
            var right = rows.Select((r, i) => r.W * f[i] + r.G).ToArray();
            var scaled = Multiply(k, right).Select((v, i) => v * root[i]).ToArray();
            var solved = SolveWith(l, scaled);
            alpha = [.. right.Select((v, i) => v - root[i] * solved[i])];
            var next = Multiply(k, alpha);
            var moved = next.Zip(f, (x, y) => Math.Abs(x - y)).Max();
            f = next;
            if (moved > 1e-12)
                continue;
            LogEvidence = f.Select((v, i) => Row(i, v).L).Sum() - 0.5 * alpha.Zip(f, (x, y) => x * y).Sum();
            for (var i = 0; i < n; i++)
                LogEvidence -= Math.Log(l[i, i]);
            inverse = new double[n, n];
            for (var j = 0; j < n; j++)
            {
                var unit = new double[n];
                unit[j] = root[j];
                var column = SolveWith(l, unit);
                for (var i = 0; i < n; i++)
                    inverse[i, j] = root[i] * column[i];
            }
            break;
        }
        Predictor = f;
    }

    /// <summary>Mode and variance of a cell's state in a month less its baseline mean.</summary>
    public (double Mean, double Sd) Index(int cell, int month)
    {
        var last = Math.Min(data.Months, data.BaselineFirst + data.BaselineMonths);
        var parts = Enumerable.Range(data.BaselineFirst, last - data.BaselineFirst).Select(t => (Month: t, Weight: -1.0 / (last - data.BaselineFirst))).Append((Month: month, Weight: 1.0)).ToArray();
        var n = Count;
        var with = new double[n];
        for (var i = 0; i < n; i++)
            foreach (var (t, w) in parts)
            {
                if (i < data.Reports.Count)
                {
                    with[i] += w * StatePart(data.Reports[i], cell, t);
                    continue;
                }
                var (s, point) = Point(i - data.Reports.Count);
                var total = data.Series[s].Cells.Sum(c => c.Weight);
                with[i] += w * data.Series[s].Cells.Sum(c => data.Series[s].Sign * c.Weight / total * StateCovariance(c.Cell, point.Month, cell, t));
            }
        var own = parts.Sum(a => parts.Sum(b => a.Weight * b.Weight * StateCovariance(cell, a.Month, cell, b.Month)));
        var mean = with.Zip(alpha, (x, y) => x * y).Sum();
        return (mean, Math.Sqrt(own - with.Zip(Multiply(inverse, with), (x, y) => x * y).Sum()));
    }

    /// <summary>Posterior variance of each predictor.</summary>
    public double PredictorVariance(int i)
    {
        var n = Count;
        var with = Enumerable.Range(0, n).Select(j => Covariance(i, j)).ToArray();
        return Covariance(i, i) - with.Zip(Multiply(inverse, with), (x, y) => x * y).Sum();
    }

    public static double[,] Cholesky(double[,] a)
    {
        var n = a.GetLength(0);
        var l = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                    sum -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        return l;
    }

    public static double[] SolveWith(double[,] l, double[] b)
    {
        var n = b.Length;
        var x = (double[])b.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
                x[i] -= l[i, k] * x[k];
            x[i] /= l[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                x[i] -= l[k, i] * x[k];
            x[i] /= l[i, i];
        }
        return x;
    }

    public static double[] Multiply(double[,] a, double[] x)
    {
        var n = x.Length;
        var y = new double[n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                y[i] += a[i, j] * x[j];
        return y;
    }
}
