using System.Runtime.Intrinsics;

namespace Manometer.Statistics.Tests;

/// <summary>With even steps the engine for uneven dates is the engine for regular series: the same sums from two filters written apart.</summary>
public class RegularStepsTests
{
    [Fact]
    public unsafe void Both_engines_give_one_density()
    {
        const int Before = 80;
        const int Rows = 90;
        var random = new Xoshiro256(12);
        var (y, x) = (new double[Rows], new double[Rows]);
        var level = 0.0;
        for (var t = 0; t < Rows; t++)
        {
            level += 0.2 * random.NextNormal();
            x[t] = random.NextNormal() + 0.02 * t;
            y[t] = 5 + level + 0.8 * x[t] + 0.5 * random.NextNormal();
        }

        y[17] = double.NaN; // a missing row is a longer step
        var regular = new ImpactSeries();
        regular.Fill(y, x, 1, new ImpactPeriods(0, Before - 1, Before, Rows - 1), new ImpactModel());
        int[] seen = [.. Enumerable.Range(0, Before).Where(t => t != 17)];
        var columns = new double[seen.Length * 4];
        for (var i = 0; i < seen.Length; i++)
        {
            (columns[4 * i], columns[4 * i + 1]) = (regular.Y[seen[i]] - regular.FirstLevel, 1);
            regular.DesignRow(seen[i]).CopyTo(columns.AsSpan(4 * i + 2, 2));
        }

        var uneven = new InterruptedEngine([.. seen.Select(t => (double)t)], columns, [.. seen.Select(_ => 1.0)], new double[seen.Length], new InterruptedModel());
        var s = stackalloc Vector256<double>[10];
        var e = stackalloc Vector256<double>[4];
        foreach (var rho in new[] { 1e-4, 0.01, 0.5, 20 })
        {
            var ratio = Vector256.Create(rho);
            Vector256<double> p, logDeterminant;
            RatioFilter.Run(regular, new StateLayout(Slope: false, 0, 1, 0), &ratio, s, e, &p, &logDeterminant);
            foreach (var s2 in new[] { 0.1, 0.6, 3 })
            {
                // the lower triangle: response, first level, intercept, covariate; slab 1/10 on the last two
                double S(int row, int column) => s[row * (row + 1) / 2 + column].ToScalar();
                var (a, b, d) = (S(2, 2) + 0.1, S(3, 2), S(3, 3) + 0.1);
                var det = a * d - b * b;
                double Inner(int i, int k) => (S(2, i) * (d * S(2, k) - b * S(3, k)) + S(3, i) * (a * S(3, k) - b * S(2, k))) / det;
                var (q, side, c) = (S(0, 0) - Inner(0, 0), S(1, 0) - Inner(0, 1), S(1, 1) - Inner(1, 1));
                var expected = -0.5 * seen.Length * Math.Log(2 * Math.PI * s2) - 0.5 * logDeterminant.ToScalar() + 0.5 * (Math.Log(0.01) - Math.Log(det)) - 0.5 * Math.Log(1 + c / s2) - (q - side * side / (c + s2)) / (2 * s2)
                    - 2 * Math.Log(s2) - 2 * 0.25 / s2 - 2 * Math.Log(rho * s2) - 2 * 0.01 / (rho * s2);

                Assert.Equal(expected, uneven.LogDensity(Math.Log(rho), Math.Log(s2), 0), 1e-12 * Math.Abs(expected));
            }
        }
    }
}
