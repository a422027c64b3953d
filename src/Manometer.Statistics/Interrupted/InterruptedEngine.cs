namespace Manometer.Statistics;

/// <summary>Integrates the model of a sparse series exactly over effects, places, first level, noise and the level's variance.</summary>
/// <remarks>
/// Standardised: y = d + level + X b + e, e_i ~ N(0, s2 / n_i + (range_i / 4)^2), level a Wiener process with variance rho s2 a month (or Ornstein-Uhlenbeck with v = rho length / 2), d ~ N(0, L), b ~ N(0, slab s2).
/// For given (rho, s2) one Kalman pass over the columns [y | d | X] gives everything in closed form (as in de Jong 1991); the two are integrated by the trapezoid rule in their logarithms.
/// </remarks>
internal sealed class InterruptedEngine
{
    private const double Tail = 30; // log weight below the best at which an axis ends
    private const double StepOfSd = 0.6;

    private readonly double[] _time;
    private readonly double[] _columns; // n x (2 + p): y, 1, X
    private readonly double[] _divided; // 1 / n_i
    private readonly double[] _spread; // (range_i / 4)^2
    private readonly bool _hasSpread;
    private readonly InterruptedModel _model;
    private readonly int _n;
    private readonly int _p;
    private readonly double[] _sums; // S of the last filter pass
    private readonly double[] _state;
    private readonly double[] _innovation;
    private readonly double[] _chol;
    private readonly double[] _sby;
    private readonly double[] _sbd;
    private readonly double[] _solved;
    private double _logVariances;
    private double _filtered = double.NaN;
    private double _length;
    private double _c;
    private double _b;
    private double _q;

    /// <param name="time">Ascending times in months.</param>
    /// <param name="columns">Row by row: y, a constant, regressors.</param>
    /// <param name="divided">Variance of each row's noise in units of s2.</param>
    /// <param name="spread">Fixed variance added to each row's noise.</param>
    /// <param name="model">Priors.</param>
    public InterruptedEngine(double[] time, double[] columns, double[] divided, double[] spread, InterruptedModel model)
    {
        (_time, _columns, _divided, _spread, _model) = (time, columns, divided, spread, model);
        _n = time.Length;
        _p = columns.Length / _n - 2;
        _hasSpread = Array.Exists(spread, one => one > 0);
        var width = _p + 2;
        (_sums, _state, _innovation) = (new double[width * width], new double[width], new double[width]);
        (_chol, _sby, _sbd, _solved) = (new double[_p * _p], new double[_p], new double[_p], new double[_p]);
    }

    private double NoiseShape => 0.5 * _model.NoiseDf;

    private double NoiseScale => 0.5 * _model.NoiseDf * _model.NoiseGuess * _model.NoiseGuess;

    private double LevelShape => 0.5 * _model.LevelDf;

    private double LevelScale => 0.5 * _model.LevelDf * _model.LevelGuess * _model.LevelGuess;

    /// <summary>The posterior of the first <paramref name="count"/> regressors' coefficients as weighted normals; and the log evidence.</summary>
    public WeightedNormals Integrate(int count, out double logEvidence)
    {
        double[] lengths = _model.Level == LevelProcess.Wiener ? [0] : [6, 24, 96];
        var nodes = new WeightedNormals(count);
        foreach (var length in lengths)
            Integrate(length, nodes);
        logEvidence = nodes.Normalise() - Elementary.Log(lengths.Length)
            + NoiseShape * Elementary.Log(NoiseScale) - LogGamma.Of(NoiseShape) + LevelShape * Elementary.Log(LevelScale) - LogGamma.Of(LevelShape);
        return nodes;
    }

    /// <summary>Log density of the values and of (ln rho, ln s2) at a point, constants of the priors left out.</summary>
    /// <param name="logRho">ln of the level's variance a month in units of s2.</param>
    /// <param name="logNoise">ln s2.</param>
    /// <param name="length">Length of the Ornstein-Uhlenbeck process in months; 0 for the Wiener process.</param>
    public double LogDensity(double logRho, double logNoise, double length)
    {
        if (length != _length)
            (_length, _filtered) = (length, double.NaN);
        var (rho, s2) = (Elementary.Exp(logRho), Elementary.Exp(logNoise));
        if (_hasSpread || _filtered != logRho)
            Filter(rho, s2);
        _filtered = logRho;
        return LogLikelihood(s2) - NoiseShape * logNoise - NoiseScale / s2 - LevelShape * (logRho + logNoise) - LevelScale / (rho * s2);
    }

    /// <summary>Mean and variance of coefficient <paramref name="j"/> at the point last evaluated.</summary>
    public (double Mean, double Variance) Coefficient(int j, double s2)
    {
        // A x = e_j
        Array.Clear(_solved);
        _solved[j] = 1;
        Solve(_solved);
        var (own, toY, toD) = (_solved[j], 0.0, 0.0);
        for (var i = 0; i < _p; i++)
        {
            toY += _solved[i] * _sby[i];
            toD += _solved[i] * _sbd[i];
        }

        var (mean, variance) = Start(s2);
        return (toY - toD * mean, s2 * own + toD * toD * variance);
    }

    /// <summary>The level without places and effects at other times, as weighted normals, one target a time.</summary>
    /// <param name="nodes">The posterior of the variances, from <see cref="Integrate(int, out double)"/>.</param>
    /// <param name="times">Times in months, from the first reading on or before it: the level is held still before that.</param>
    /// <remarks>Nodes of less than 1e-5 of the largest weight are left out. Each takes time in the cube of the readings.</remarks>
    public WeightedNormals Level(WeightedNormals nodes, ReadOnlySpan<double> times)
    {
        var level = new WeightedNormals(times.Length);
        var most = 0.0;
        for (var i = 0; i < nodes.Count; i++)
            most = Math.Max(most, nodes[i].Weight);
        var (v, y, cross) = (new double[_n * _n], new double[_n], new double[_n]);
        for (var i = 0; i < nodes.Count; i++)
        {
            var (logRho, logNoise, length, weight) = nodes[i];
            if (weight < 1e-5 * most)
                continue;
            level.Start(Elementary.Log(weight));
            var (move, s2) = (Elementary.Exp(logRho + logNoise), Elementary.Exp(logNoise));
            Covariance(v, move, s2, length);
            for (var k = 0; k < _n; k++)
                y[k] = _columns[k * (_p + 2)];
            Forward(v, y);
            for (var j = 0; j < times.Length; j++)
            {
                for (var k = 0; k < _n; k++)
                    cross[k] = _model.StartVariance + Shared(times[j], _time[k], move, length);
                Forward(v, cross);
                var (mean, variance) = (0.0, _model.StartVariance + Shared(times[j], times[j], move, length));
                for (var k = 0; k < _n; k++)
                    (mean, variance) = (mean + cross[k] * y[k], variance - cross[k] * cross[k]);
                level.Set(j, mean, Math.Max(variance, 1e-12 * s2));
            }
        }

        level.Normalise();
        return level;
    }

    // covariance of the level's moves up to two times
    private double Shared(double a, double b, double move, double length) =>
        length > 0 ? 0.5 * move * length * Elementary.Exp(-Math.Abs(a - b) / length) : move * Math.Max(0, Math.Min(a, b) - _time[0]);

    // Cholesky factor of the covariance of the readings
    private void Covariance(double[] v, double move, double s2, double length)
    {
        var width = _p + 2;
        for (var i = 0; i < _n; i++)
            for (var k = 0; k <= i; k++)
            {
                var sum = _model.StartVariance + Shared(_time[i], _time[k], move, length);
                for (var j = 2; j < width; j++)
                    sum += s2 * _model.Slab * _columns[i * width + j] * _columns[k * width + j];
                if (i == k)
                    sum += s2 * _divided[i] + _spread[i];
                for (var j = 0; j < k; j++)
                    sum -= v[i * _n + j] * v[k * _n + j];
                v[i * _n + k] = i == k ? Math.Sqrt(sum) : sum / v[k * _n + k];
            }
    }

    private void Forward(double[] factor, double[] x)
    {
        for (var i = 0; i < _n; i++)
        {
            var sum = x[i];
            for (var k = 0; k < i; k++)
                sum -= factor[i * _n + k] * x[k];
            x[i] = sum / factor[i * _n + i];
        }
    }

    // one Kalman pass; the noise of row i is N(0, s2 (1/n_i + spread_i / s2))
    private void Filter(double rho, double s2)
    {
        var width = _p + 2;
        var (sums, state, innovation) = (_sums, _state, _innovation);
        Array.Clear(sums);
        Array.Clear(state);
        var stationary = 0.5 * rho * _length;
        var (variance, product) = (_length > 0 ? stationary : 0.0, 1.0);
        _logVariances = 0;
        for (var i = 0; i < _n; i++)
        {
            if (i > 0 && _time[i] - _time[i - 1] is > 0 and var gap)
            {
                if (_length > 0)
                {
                    var kept = Elementary.Exp(-gap / _length);
                    variance = kept * kept * variance + stationary * (1 - kept * kept);
                    for (var c = 0; c < width; c++)
                        state[c] *= kept;
                }
                else
                {
                    variance += rho * gap;
                }
            }

            var noise = _divided[i] + (_hasSpread ? _spread[i] / s2 : 0);
            var total = variance + noise;
            var (gain, inverse) = (variance / total, 1 / total);
            product *= total;
            if (product is > 1e200 or < 1e-200)
            {
                _logVariances += Elementary.Log(product);
                product = 1;
            }

            var row = _columns.AsSpan(i * width, width);
            for (var c = 0; c < width; c++)
            {
                innovation[c] = row[c] - state[c];
                state[c] += gain * innovation[c];
            }

            for (var a = 0; a < width; a++)
            {
                var scaled = innovation[a] * inverse;
                for (var c = 0; c <= a; c++)
                    sums[a * width + c] += scaled * innovation[c];
            }

            variance = variance * noise / total;
        }

        _logVariances += Elementary.Log(product);
        Collapse();
    }

    // coefficients integrated: what is left of y and of the first level
    private void Collapse()
    {
        var width = _p + 2;
        var log = 0.0;
        for (var j = 0; j < _p; j++)
        {
            (_sby[j], _sbd[j]) = (_sums[(j + 2) * width], _sums[(j + 2) * width + 1]);
            for (var k = 0; k <= j; k++)
            {
                var sum = _sums[(j + 2) * width + k + 2];
                if (j == k)
                    sum += 1 / _model.Slab;
                for (var l = 0; l < k; l++)
                    sum -= _chol[j * _p + l] * _chol[k * _p + l];
                _chol[j * _p + k] = j == k ? Math.Sqrt(sum) : sum / _chol[k * _p + k];
            }

            log += Elementary.Log(_chol[j * _p + j] * _chol[j * _p + j] * _model.Slab);
        }

        _logVariances += log;
        _q = _sums[0];
        _b = _sums[width];
        _c = _sums[width + 1];
        if (_p == 0)
            return;
        _sby.CopyTo(_solved, 0);
        Solve(_solved);
        for (var j = 0; j < _p; j++)
        {
            _q -= _solved[j] * _sby[j];
            _b -= _solved[j] * _sbd[j];
        }

        _sbd.CopyTo(_solved, 0);
        Solve(_solved);
        for (var j = 0; j < _p; j++)
            _c -= _solved[j] * _sbd[j];
    }

    private void Solve(double[] x)
    {
        for (var i = 0; i < _p; i++)
        {
            for (var k = 0; k < i; k++)
                x[i] -= _chol[i * _p + k] * x[k];
            x[i] /= _chol[i * _p + i];
        }

        for (var i = _p - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _p; k++)
                x[i] -= _chol[k * _p + i] * x[k];
            x[i] /= _chol[i * _p + i];
        }
    }

    private double LogLikelihood(double s2)
    {
        var d = _model.StartVariance * _c;
        var u2 = _model.StartVariance * _b * _b;
        return -0.5 * _n * (1.8378770664093454836 + Elementary.Log(s2)) - 0.5 * _logVariances - 0.5 * Elementary.Log(1 + d / s2) - (_q - u2 / (d + s2)) / (2 * s2);
    }

    // posterior of the first level
    private (double Mean, double Variance) Start(double s2)
    {
        var total = _model.StartVariance * _c + s2;
        return (_model.StartVariance * _b / total, s2 * _model.StartVariance / total);
    }

    private void Integrate(double length, WeightedNormals nodes)
    {
        // coarse scan of both axes
        var (u, t, best) = (0.0, 0.0, double.NegativeInfinity);
        for (var i = -16.0; i <= 12; i += 2)
            for (var k = -10.0; k <= 4; k += 1)
                if (LogDensity(i, k, length) is var value && value > best)
                    (u, t, best) = (i, k, value);
        if (!double.IsFinite(best))
            throw new InterruptedException(InterruptedFault.Scale, "The likelihood is not finite; scale the values.");
        // mode by parabola steps on the marginal of ln rho; a firm prior makes it narrow
        var reach = Math.Min(0.5, 1 / Math.Sqrt(LevelShape));
        for (var round = 0; round < 40; round++)
        {
            var (step, _) = Parabola(x => Marginal(x, ref t, length, null), u, reach);
            u = Math.Clamp(u + step, -40, 40);
            if (Math.Abs(step) < 0.05 * reach)
                break;
        }

        var (_, curvature) = Parabola(x => Marginal(x, ref t, length, null), u, reach);
        var sd = curvature < 0 ? Math.Min(4.5, 1 / Math.Sqrt(-curvature)) : 4.5;
        var pace = StepOfSd * sd;
        var top = Marginal(u, ref t, length, (nodes, pace));
        foreach (var side in new[] { -1, 1 })
        {
            var at = t;
            for (var i = 1; i < 400; i++)
            {
                var value = Marginal(u + side * i * pace, ref at, length, (nodes, pace));
                top = Math.Max(top, value);
                if (value < top - Tail || Math.Abs(u + side * i * pace) > 60)
                    break;
            }
        }
    }

    // the log of the integral over ln s2 at one ln rho; its mode is left in t; nodes are recorded where wanted
    private double Marginal(double u, ref double t, double length, (WeightedNormals Nodes, double Pace)? record)
    {
        var sd = 1 / Math.Sqrt(0.5 * _n + NoiseShape + LevelShape);
        for (var round = 0; round < 60; round++)
        {
            var (step, _) = Parabola(x => LogDensity(u, x, length), t, Math.Min(0.25, sd));
            t = Math.Clamp(t + step, -60, 40);
            if (Math.Abs(step) < 0.1 * sd)
                break;
        }

        var pace = StepOfSd * sd;
        var top = LogDensity(u, t, length);
        var sum = 0.0;
        Add(t, top);
        foreach (var side in new[] { -1, 1 })
            for (var i = 1; i < 2000; i++)
            {
                var value = LogDensity(u, t + side * i * pace, length);
                if (value < top - Tail)
                    break;
                Add(t + side * i * pace, value);
            }

        return top + Elementary.Log(sum * pace);

        void Add(double at, double value)
        {
            sum += Elementary.Exp(value - top);
            if (record is not { } to)
                return;
            var s2 = Elementary.Exp(at);
            to.Nodes.Start(value + Elementary.Log(to.Pace * pace), u, at, length);
            for (var j = 0; j < to.Nodes.Targets; j++)
            {
                var (mean, variance) = Coefficient(j, s2);
                to.Nodes.Set(j, mean, variance);
            }
        }
    }

    // step to the top of the parabola through three points, at most 1 long; and its curvature
    private static (double Step, double Curvature) Parabola(Func<double, double> f, double x, double reach)
    {
        var (left, middle, right) = (f(x - reach), f(x), f(x + reach));
        var slope = (right - left) / (2 * reach);
        var curvature = (right - 2 * middle + left) / (reach * reach);
        var step = curvature < 0 ? -slope / curvature : slope > 0 ? 1 : slope < 0 ? -1 : 0;
        return (Math.Clamp(step, -1, 1), curvature);
    }
}
