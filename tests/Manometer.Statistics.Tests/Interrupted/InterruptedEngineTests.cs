using System.Globalization;
using CsCheck;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

public class InterruptedEngineTests
{
    [Theory] // y is jointly normal given the two variances: its density by the covariance matrix of all rows
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(24, false)]
    [InlineData(6, true)]
    public void The_filter_gives_the_density_of_the_joint_normal(double length, bool ranges) =>
        Gen.Select(Gen.ULong, Gen.Int[3, 14], Gen.Int[0, 3], Gen.Double[-6, 3], Gen.Double[-4, 2]).Sample((seed, n, p, logRho, logNoise) =>
        {
            var (time, columns, divided, spread) = Random(seed, n, p, ranges);
            var model = new InterruptedModel { StartVariance = 2.5, Slab = 7 };
            var engine = new InterruptedEngine(time, columns, divided, spread, model);
            var (rho, s2) = (Math.Exp(logRho), Math.Exp(logNoise));

            var density = engine.LogDensity(logRho, logNoise, length);

            var v = Covariance(time, columns, divided, spread, rho, s2, length, model);
            var y = Enumerable.Range(0, n).Select(i => columns[i * (p + 2)]).ToArray();
            var (logDet, solved) = Solve(v, y);
            var expected = -0.5 * (n * Math.Log(2 * Math.PI) + logDet + y.Zip(solved, (a, b) => a * b).Sum())
                - 2 * logNoise - 2 * 0.25 / s2 - 2 * (logRho + logNoise) - 2 * 0.01 / (rho * s2);
            Assert.Equal(expected, density, 1e-8 * (1 + Math.Abs(expected)));
            for (var j = 0; j < p; j++)
            {
                var cross = Enumerable.Range(0, n).Select(i => s2 * 7 * columns[i * (p + 2) + 2 + j]).ToArray();
                var (mean, variance) = engine.Coefficient(j, s2);
                Assert.Equal(cross.Zip(solved, (a, b) => a * b).Sum(), mean, 1e-7 * (1 + Math.Abs(mean)));
                Assert.Equal(s2 * 7 - cross.Zip(Solve(v, cross).Solved, (a, b) => a * b).Sum(), variance, 1e-7 * (1 + s2 * 7));
            }
        }, iter: 60, threads: 1);

    [Fact] // the recursion for regular rows: P += rho each row, no time anywhere
    public void Unit_steps_give_the_numbers_of_the_regular_filter()
    {
        var random = new Xoshiro256(4);
        const int Rows = 60;
        var (time, columns) = (new double[Rows], new double[Rows * 3]);
        for (var i = 0; i < Rows; i++)
            (time[i], columns[3 * i], columns[3 * i + 1], columns[3 * i + 2]) = (i, random.NextNormal() + 0.05 * i, 1, i >= 35 ? 1 : 0);
        var engine = new InterruptedEngine(time, columns, [.. Enumerable.Repeat(1.0, Rows)], new double[Rows], new InterruptedModel());
        foreach (var logRho in new[] { -7.0, -2, 0, 2 })
            foreach (var logNoise in new[] { -2.0, 0, 1 })
            {
                var (rho, s2) = (Math.Exp(logRho), Math.Exp(logNoise));
                double p = 0, ld = 0;
                var a = new double[3];
                var s = new double[3, 3];
                for (var i = 0; i < Rows; i++)
                {
                    if (i > 0)
                        p += rho;
                    var f = p + 1;
                    var v = new double[3];
                    for (var c = 0; c < 3; c++)
                    {
                        v[c] = columns[3 * i + c] - a[c];
                        a[c] += p / f * v[c];
                    }

                    for (var c = 0; c < 3; c++)
                        for (var d = 0; d < 3; d++)
                            s[c, d] += v[c] * v[d] / f;
                    ld += Math.Log(f);
                    p /= f;
                }

                var whole = s[2, 2] + 0.1;
                var (q, b, cc) = (s[0, 0] - s[2, 0] * s[2, 0] / whole, s[0, 1] - s[2, 0] * s[2, 1] / whole, s[1, 1] - s[2, 1] * s[2, 1] / whole);
                var expected = -0.5 * Rows * Math.Log(2 * Math.PI * s2) - ld / 2 + 0.5 * (Math.Log(0.1) - Math.Log(whole)) - 0.5 * Math.Log(1 + cc / s2) - (q - b * b / (cc + s2)) / (2 * s2)
                    - 2 * logNoise - 2 * 0.25 / s2 - 2 * (logRho + logNoise) - 2 * 0.01 / (rho * s2);

                Assert.Equal(expected, engine.LogDensity(logRho, logNoise, 0), 1e-12 * Math.Abs(expected));
                var d0 = b / (cc + s2);
                Assert.Equal((s[2, 0] - s[2, 1] * d0) / whole, engine.Coefficient(0, s2).Mean, 1e-12);
            }
    }

    [Fact] // KFAS, exact diffuse start: -632.54562511567 at H = 15099, Q = 1469.1
    public void The_Nile_has_the_published_likelihood()
    {
        double[] y = [.. File.ReadAllLines(Repository.Reference("data", "impact", "nile.csv")).Skip(1).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))];
        const double H = 15099, Q = 1469.1, Wide = 1e13;
        var columns = y.SelectMany(one => new[] { one - y[0], 1 }).ToArray();
        var model = new InterruptedModel { StartVariance = Wide };
        var engine = new InterruptedEngine([.. y.Select((_, i) => (double)i)], columns, [.. y.Select(_ => 1.0)], new double[y.Length], model);
        var (logRho, logNoise) = (Math.Log(Q / H), Math.Log(H));

        var density = engine.LogDensity(logRho, logNoise, 0) + 2 * logNoise + 2 * 0.25 / H + 2 * (logRho + logNoise) + 2 * 0.01 / Q;

        Assert.Equal(-632.54562511567, density + 0.5 * Math.Log(2 * Math.PI * Wide), 1e-7);
    }

    [Theory] // the same integral by a fine fixed grid over a wide range
    [InlineData(3UL, 12, false)]
    [InlineData(4UL, 25, false)]
    [InlineData(5UL, 25, true)]
    [InlineData(6UL, 60, false)]
    public void Integration_agrees_with_a_fine_fixed_grid(ulong seed, int n, bool ranges)
    {
        var (time, columns, divided, spread) = Random(seed, n, 2, ranges);
        var engine = new InterruptedEngine(time, columns, divided, spread, new InterruptedModel());

        var mixture = engine.Integrate(1, out var evidence);

        var nodes = new List<(double Log, double Mean, double Variance)>();
        for (var u = -24.0; u <= 22; u += 0.1)
            for (var t = -12.0; t <= 8; t += 0.05)
            {
                var log = engine.LogDensity(u, t, 0);
                var (mean, variance) = engine.Coefficient(0, Math.Exp(t));
                nodes.Add((log, mean, variance));
            }

        var top = nodes.Max(node => node.Log);
        var sum = nodes.Sum(node => Math.Exp(node.Log - top));
        var expected = nodes.Sum(node => Math.Exp(node.Log - top) * node.Mean) / sum;
        var sd = Math.Sqrt(nodes.Sum(node => Math.Exp(node.Log - top) * (node.Variance + (node.Mean - expected) * (node.Mean - expected))) / sum);
        var (gotMean, gotSd) = mixture.Moments(0);
        Assert.Equal(expected, gotMean, 1e-6 * sd);
        Assert.Equal(sd, gotSd, 1e-6 * sd);
        var constant = 2 * Math.Log(2 * 0.25) + 2 * Math.Log(2 * 0.01); // gamma(2) = 1
        Assert.Equal(top + Math.Log(sum * 0.1 * 0.05) + constant, evidence, 1e-5);
        var below = nodes.Sum(node => Math.Exp(node.Log - top) * Normal.Cdf((0.3 - node.Mean) / Math.Sqrt(node.Variance))) / sum;
        Assert.Equal(below, mixture.Cdf(0, 0.3), 1e-7);
        Assert.Equal(0.3, mixture.Quantile(0, below), 1e-5);
    }

    private static (double[] Time, double[] Columns, double[] Divided, double[] Spread) Random(ulong seed, int n, int p, bool ranges)
    {
        var random = new Xoshiro256(seed);
        var time = Simulated.Dates(random, n, 40);
        if (n > 4)
            time[3] = time[2]; // two values of one date
        var columns = new double[n * (p + 2)];
        for (var i = 0; i < n; i++)
        {
            (columns[i * (p + 2)], columns[i * (p + 2) + 1]) = (random.NextNormal(), 1);
            for (var j = 0; j < p; j++)
                columns[i * (p + 2) + 2 + j] = j == 0 ? (i > n / 2 ? 1 : 0) : random.NextNormal();
        }

        return (time, columns, [.. time.Select(_ => 1.0 / (1 + random.NextInt(3)))], [.. time.Select(_ => ranges ? 0.3 * random.NextDouble() : 0)]);
    }

    private static double[,] Covariance(double[] time, double[] columns, double[] divided, double[] spread, double rho, double s2, double length, InterruptedModel model)
    {
        var n = time.Length;
        var width = columns.Length / n;
        var v = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var k = 0; k < n; k++)
            {
                v[i, k] = model.StartVariance + s2 * rho * (length > 0 ? 0.5 * length * Math.Exp(-Math.Abs(time[i] - time[k]) / length) : Math.Min(time[i], time[k]) - time[0]);
                for (var j = 2; j < width; j++)
                    v[i, k] += s2 * model.Slab * columns[i * width + j] * columns[k * width + j];
                if (i == k)
                    v[i, k] += s2 * divided[i] + spread[i];
            }

        return v;
    }

    private static (double LogDet, double[] Solved) Solve(double[,] v, double[] y)
    {
        var n = y.Length;
        var l = new double[n, n];
        var logDet = 0.0;
        for (var i = 0; i < n; i++)
            for (var k = 0; k <= i; k++)
            {
                var sum = v[i, k];
                for (var j = 0; j < k; j++)
                    sum -= l[i, j] * l[k, j];
                l[i, k] = i == k ? Math.Sqrt(sum) : sum / l[k, k];
                logDet += i == k ? 2 * Math.Log(l[i, i]) : 0;
            }

        var x = (double[])y.Clone();
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

        return (logDet, x);
    }
}
