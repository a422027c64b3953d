namespace Manometer.Statistics.Tests;

/// <summary>The evidence of a local level with regression whose first level varies with the noise: Student's t given the ratio, by dense matrices, and a fine sum over the ratio.</summary>
internal static class ScaledClosedForm
{
    public static double LogEvidence(ImpactWorld.Truth truth, ImpactModel model)
    {
        var n = truth.Fitted;
        var all = truth.Y.Length;
        var k = truth.Covariates == 0 ? 0 : truth.Covariates + 1;
        double X(int j, int t) => j == 0 ? 1 : truth.X[(j - 1) * all + t];
        var w = new double[k, k];
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
                w[i, j] = model.SlabWeight * (i == j ? 1 : 1 - model.SlabDiagonal) * Enumerable.Range(0, all).Sum(t => X(i, t) * X(j, t)) / all;
        var slab = Inverse(w, out _);
        var (a0, b0) = (model.Observation!.Value.Shape, model.Observation.Value.Rate);
        var (a1, b1) = (model.Level.Shape, model.Level.Rate);
        var (shape, step) = (n / 2.0 + a0 + a1, 0.05);
        var logs = new List<double>();
        for (var u = -23.0; u < 4.6; u += step)
        {
            // covariance of y over s2: noise, first level, level steps, slab
            var v = new double[n, n];
            for (var t = 0; t < n; t++)
                for (var r = 0; r < n; r++)
                {
                    v[t, r] = (t == r ? 1 : 0) + 1 + Math.Exp(u) * Math.Min(t, r);
                    for (var i = 0; i < k; i++)
                        for (var j = 0; j < k; j++)
                            v[t, r] += X(i, t) * slab[i, j] * X(j, r);
                }
            var inverse = Inverse(v, out var log);
            var q = 0.0;
            for (var t = 0; t < n; t++)
                for (var r = 0; r < n; r++)
                    q += truth.Y[t] * inverse[t, r] * truth.Y[r];
            logs.Add(-n / 2.0 * Math.Log(2 * Math.PI) - log / 2 - a1 * u + LogGamma.Of(shape) - shape * Math.Log(q / 2 + b0 + b1 / Math.Exp(u)));
        }
        var top = logs.Max();
        return top + Math.Log(logs.Sum(one => Math.Exp(one - top)) * step) + a0 * Math.Log(b0) - LogGamma.Of(a0) + a1 * Math.Log(b1) - LogGamma.Of(a1);
    }

    private static double[,] Inverse(double[,] a, out double logDeterminant)
    {
        var n = a.GetLength(0);
        var (m, inverse) = ((double[,])a.Clone(), new double[n, n]);
        logDeterminant = 0;
        for (var i = 0; i < n; i++)
            inverse[i, i] = 1;
        for (var c = 0; c < n; c++)
        {
            var pivot = m[c, c];
            logDeterminant += Math.Log(pivot);
            for (var j = 0; j < n; j++)
                (m[c, j], inverse[c, j]) = (m[c, j] / pivot, inverse[c, j] / pivot);
            for (var i = 0; i < n; i++)
            {
                var factor = i == c ? 0 : m[i, c];
                for (var j = 0; j < n && factor != 0; j++)
                    (m[i, j], inverse[i, j]) = (m[i, j] - factor * m[c, j], inverse[i, j] - factor * inverse[c, j]);
            }
        }
        return inverse;
    }
}
