namespace Manometer.Statistics.Tests;

/// <summary>The same posterior by Gibbs sampling, in other code: states by forward filtering and backward sampling, variances from inverse gammas cut off by rejection, sets of columns by one-flip steps.</summary>
internal sealed class ImpactReferee(ImpactModel model, double[] y, double[][] x, int fitted, ulong seed)
{
    private readonly Xoshiro256 _random = new(seed);

    public sealed record Draws(double[] Average, double[] ObservationSd, double[] LevelSd, double[][] Included, double[][] Level);

    public Draws Run(int draws)
    {
        var n = fitted;
        var all = y.Length;
        var seen = Enumerable.Range(0, n).Where(t => !double.IsNaN(y[t])).ToArray();
        var mean = seen.Average(t => y[t]);
        var sd = Math.Sqrt(seen.Sum(t => (y[t] - mean) * (y[t] - mean)) / (seen.Length - 1));
        var z = y.Select(one => (one - mean) / sd).ToArray();
        var columns = x.Length == 0 ? [] : new[] { Enumerable.Repeat(1.0, all).ToArray() }.Concat(x.Select(column => Standardise(column, n))).ToArray();
        var k = columns.Length;
        var w = new double[k, k];
        for (var i = 0; i < k; i++)
            for (var j = 0; j < k; j++)
                w[i, j] = 0.01 * (i == j ? 1 : 0.5) * columns[i].Zip(columns[j], (a, b) => a * b).Sum() / all;
        var pi = k == 0 ? 1 : Math.Min(1, model.ExpectedColumns / k);
        var observation = model.Observation ?? (k > 0 ? new SdPrior(Math.Sqrt(0.2), 50, 1.2) : new SdPrior(1, 0.01, 1.2));
        var seasons = Math.Max(model.Seasons - 1, 0);
        var states = 1 + seasons;
        var guess = new double[states];
        guess[0] = z[0];
        var variances = new[] { 1e-4, 1e-4 };
        var (s2, beta, included) = (0.5, new double[k], Enumerable.Repeat(pi >= 1, k).ToArray());
        var (average, noise, level, inclusion, path) = (new double[draws], new double[draws], new double[draws], new double[draws][], new double[draws][]);
        for (var draw = 0; draw < draws; draw++)
        {
            var residual = Enumerable.Range(0, n).Select(t => z[t] - Enumerable.Range(0, k).Sum(j => columns[j][t] * beta[j])).ToArray();
            var a = SampleStates(residual, guess, variances, s2, states, n);
            var steps = Enumerable.Range(1, n - 1).Sum(t => (a[t][0] - a[t - 1][0]) * (a[t][0] - a[t - 1][0]));
            variances[0] = Variance(model.Level, n - 1, steps);
            if (seasons > 0)
                variances[1] = Variance(model.Season, n - 1, Enumerable.Range(1, n - 1).Sum(t => Math.Pow(a[t][1] + a[t - 1].Skip(1).Sum(), 2)));
            var rest = seen.Select(t => z[t] - a[t][0] - (seasons > 0 ? a[t][1] : 0)).ToArray();
            var design = columns.Select(column => seen.Select(t => column[t]).ToArray()).ToArray();
            if (pi < 1)
                foreach (var j in Enumerable.Range(0, k).OrderBy(_ => _random.NextDouble()).ToArray())
                {
                    included[j] = false;
                    var without = Score(design, rest, w, included, observation, pi, out _);
                    included[j] = true;
                    var with = Score(design, rest, w, included, observation, pi, out _);
                    included[j] = _random.NextDouble() < 1 / (1 + Math.Exp(without - with));
                }
            Score(design, rest, w, included, observation, pi, out var fit);
            do
                s2 = (observation.Rate + fit.Residual / 2) / Gamma(observation.Shape + seen.Length / 2.0);
            while (s2 > observation.UpperLimit * observation.UpperLimit);
            beta = Coefficients(fit, included, s2, k);
            average[draw] = mean + sd * Forecast(a[n - 1], variances, s2, columns, beta, n, all, z, seasons);
            (noise[draw], level[draw]) = (Math.Sqrt(s2), Math.Sqrt(variances[0]));
            inclusion[draw] = [.. included.Select(one => one ? 1.0 : 0)];
            path[draw] = [.. a.Select(state => mean + sd * (state[0] + (k > 0 ? beta[0] : 0)))];
        }
        var burn = draws / 10;
        return new(average[burn..], noise[burn..], level[burn..], inclusion[burn..], path[burn..]);
    }

    private static double[] Standardise(double[] column, int n)
    {
        var mean = column.Take(n).Average();
        var sd = Math.Sqrt(column.Take(n).Sum(one => (one - mean) * (one - mean)) / (n - 1));
        return [.. column.Select(one => (one - mean) / sd)];
    }

    private static double[] Move(double[] a)
    {
        if (a.Length == 1)
            return [a[0]];
        return [a[0], -a.Skip(1).Sum(), .. a.Skip(1).SkipLast(1)];
    }

    private double[][] SampleStates(double[] y, double[] guess, double[] variances, double s2, int m, int n)
    {
        var transition = new double[m, m];
        for (var j = 0; j < m; j++)
        {
            var unit = new double[m];
            unit[j] = 1;
            var moved = Move(unit);
            for (var i = 0; i < m; i++)
                transition[i, j] = moved[i];
        }
        var q = new double[m, m];
        q[0, 0] = variances[0];
        if (m > 1)
            q[1, 1] = variances[1];
        var (filtered, covariances, predicted, predictedCovariances) = (new double[n][], new double[n][,], new double[n][], new double[n][,]);
        var a = (double[])guess.Clone();
        var p = new double[m, m];
        for (var i = 0; i < m; i++)
            p[i, i] = 1;
        for (var t = 0; t < n; t++)
        {
            (predicted[t], predictedCovariances[t]) = (a, p);
            if (!double.IsNaN(y[t]))
            {
                double Z(Func<int, double> of) => of(0) + (m > 1 ? of(1) : 0);
                var gain = Enumerable.Range(0, m).Select(i => Z(j => p[i, j])).ToArray();
                var f = Z(i => gain[i]) + s2;
                var v = y[t] - Z(i => a[i]);
                a = [.. a.Select((one, i) => one + gain[i] * v / f)];
                var next = new double[m, m];
                for (var i = 0; i < m; i++)
                    for (var j = 0; j < m; j++)
                        next[i, j] = p[i, j] - gain[i] * gain[j] / f;
                p = next;
            }
            (filtered[t], covariances[t]) = (a, p);
            a = Move(a);
            p = Add(Multiply(Multiply(transition, p), Transpose(transition)), q);
        }
        var states = new double[n][];
        states[n - 1] = Normal(filtered[n - 1], covariances[n - 1]);
        for (var t = n - 2; t >= 0; t--)
        {
            // a(t) given a(t+1): only the noisy parts of the step carry information beyond the exact ones, so invert on those by a small ridge
            var pt = Multiply(covariances[t], Transpose(transition));
            var ahead = (double[,])predictedCovariances[t + 1].Clone();
            for (var i = 0; i < m; i++)
                ahead[i, i] += 1e-14;
            var weights = Multiply(pt, Inverse(ahead));
            var difference = states[t + 1].Zip(predicted[t + 1], (one, other) => one - other).ToArray();
            var center = Enumerable.Range(0, m).Select(i => filtered[t][i] + Enumerable.Range(0, m).Sum(j => weights[i, j] * difference[j])).ToArray();
            states[t] = Normal(center, Add(covariances[t], Multiply(weights, Transpose(pt)), -1));
        }
        return states;
    }

    private double[] Normal(double[] mean, double[,] covariance)
    {
        var m = mean.Length;
        var l = new double[m, m];
        for (var i = 0; i < m; i++)
            for (var j = 0; j <= i; j++)
            {
                var value = covariance[i, j];
                for (var h = 0; h < j; h++)
                    value -= l[i, h] * l[j, h];
                l[i, j] = i == j ? Math.Sqrt(Math.Max(value, 0)) : l[j, j] > 1e-9 ? value / l[j, j] : 0;
            }
        var draws = mean.Select(_ => _random.NextNormal()).ToArray();
        return [.. mean.Select((one, i) => one + Enumerable.Range(0, i + 1).Sum(j => l[i, j] * draws[j]))];
    }

    private double Variance(SdPrior prior, int count, double squares)
    {
        while (true)
        {
            var value = (prior.Rate + squares / 2) / Gamma(prior.Shape + count / 2.0);
            if (value <= prior.UpperLimit * prior.UpperLimit)
                return value;
        }
    }

    private sealed record Fit(double[,] Precision, double[] Mean, double Residual, int[] Members);

    private static double Score(double[][] x, double[] y, double[,] w, bool[] included, SdPrior observation, double pi, out Fit fit)
    {
        var members = Enumerable.Range(0, x.Length).Where(j => included[j]).ToArray();
        var k = members.Length;
        var (a, v, b) = (new double[k, k], new double[k, k], new double[k]);
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                v[i, j] = w[members[i], members[j]];
                a[i, j] = v[i, j] + x[members[i]].Zip(x[members[j]], (one, other) => one * other).Sum();
            }
            b[i] = x[members[i]].Zip(y, (one, other) => one * other).Sum();
        }
        var inverse = Inverse(a);
        var mean = Enumerable.Range(0, k).Select(i => Enumerable.Range(0, k).Sum(j => inverse[i, j] * b[j])).ToArray();
        var residual = y.Sum(one => one * one) - mean.Zip(b, (one, other) => one * other).Sum();
        fit = new(a, mean, residual, members);
        var prior = pi < 1 ? k * Math.Log(pi) + (x.Length - k) * Math.Log(1 - pi) : 0;
        return 0.5 * (LogDeterminant(v) - LogDeterminant(a)) - (observation.Shape + y.Length / 2.0) * Math.Log(observation.Rate + residual / 2) + prior;
    }

    private double[] Coefficients(Fit fit, bool[] included, double s2, int k)
    {
        var beta = new double[k];
        if (fit.Members.Length == 0)
            return beta;
        var covariance = Inverse(fit.Precision);
        for (var i = 0; i < fit.Members.Length; i++)
            for (var j = 0; j < fit.Members.Length; j++)
                covariance[i, j] *= s2;
        var draw = Normal(fit.Mean, covariance);
        for (var i = 0; i < fit.Members.Length; i++)
            beta[fit.Members[i]] = draw[i];
        return beta;
    }

    private double Forecast(double[] state, double[] variances, double s2, double[][] columns, double[] beta, int n, int all, double[] z, int seasons)
    {
        var (sum, count) = (0.0, 0);
        for (var t = n; t < all; t++)
        {
            state = Move(state);
            state[0] += Math.Sqrt(variances[0]) * _random.NextNormal();
            if (seasons > 0)
                state[1] += Math.Sqrt(variances[1]) * _random.NextNormal();
            var value = state[0] + (seasons > 0 ? state[1] : 0) + Enumerable.Range(0, columns.Length).Sum(j => columns[j][t] * beta[j]) + Math.Sqrt(s2) * _random.NextNormal();
            if (!double.IsNaN(z[t]))
                (sum, count) = (sum + value, count + 1);
        }
        return sum / count;
    }

    /// <summary>Gamma with rate 1 (Marsaglia and Tsang 2000).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(_random.NextDouble(), 1 / shape);
        var d = shape - 1.0 / 3;
        while (true)
        {
            var z = _random.NextNormal();
            var v = 1 + z / Math.Sqrt(9 * d);
            v = v * v * v;
            if (v > 0 && Math.Log(_random.NextDouble()) < 0.5 * z * z + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        var c = new double[a.GetLength(0), b.GetLength(1)];
        for (var i = 0; i < a.GetLength(0); i++)
            for (var h = 0; h < a.GetLength(1); h++)
                for (var j = 0; j < b.GetLength(1); j++)
                    c[i, j] += a[i, h] * b[h, j];
        return c;
    }

    private static double[,] Transpose(double[,] a)
    {
        var b = new double[a.GetLength(1), a.GetLength(0)];
        for (var i = 0; i < a.GetLength(0); i++)
            for (var j = 0; j < a.GetLength(1); j++)
                b[j, i] = a[i, j];
        return b;
    }

    private static double[,] Add(double[,] a, double[,] b, double factor = 1)
    {
        var c = new double[a.GetLength(0), a.GetLength(1)];
        for (var i = 0; i < a.GetLength(0); i++)
            for (var j = 0; j < a.GetLength(1); j++)
                c[i, j] = a[i, j] + factor * b[i, j];
        return c;
    }

    private static double[,] Inverse(double[,] a)
    {
        var n = a.GetLength(0);
        var m = (double[,])a.Clone();
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++)
            inverse[i, i] = 1;
        for (var c = 0; c < n; c++)
        {
            var pivot = m[c, c];
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

    private static double LogDeterminant(double[,] a)
    {
        var m = (double[,])a.Clone();
        var (n, log) = (m.GetLength(0), 0.0);
        for (var c = 0; c < n; c++)
        {
            log += Math.Log(m[c, c]);
            for (var i = c + 1; i < n; i++)
                for (var j = n - 1; j >= c; j--)
                    m[i, j] -= m[i, c] / m[c, c] * m[c, j];
        }
        return log;
    }

    /// <summary>Mean of a chain and its standard error by Geyer's initial positive sequence.</summary>
    public static (double Mean, double Error) Mean(IReadOnlyList<double> chain)
    {
        var n = chain.Count;
        var mean = chain.Average();
        double At(int lag) => Enumerable.Range(0, n - lag).Sum(t => (chain[t] - mean) * (chain[t + lag] - mean)) / n;
        var variance = -At(0);
        for (var lag = 0; lag < n / 2; lag += 2)
        {
            var pair = At(lag) + At(lag + 1);
            if (pair <= 0)
                break;
            variance += 2 * pair;
        }
        return (mean, Math.Sqrt(Math.Max(variance, 1e-300) / n));
    }
}
