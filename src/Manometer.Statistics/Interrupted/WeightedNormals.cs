namespace Manometer.Statistics;

/// <summary>A mixture of normals for each of several targets, with weights in common.</summary>
internal sealed class WeightedNormals(int targets)
{
    private readonly List<double> _weights = [];
    private readonly List<double> _means = [];
    private readonly List<double> _variances = [];
    private readonly List<(double LogRho, double LogNoise, double Length)> _nodes = [];

    public int Targets => targets;

    public int Count => _weights.Count;

    /// <summary>Where a component lies, and its weight.</summary>
    public (double LogRho, double LogNoise, double Length, double Weight) this[int i] => (_nodes[i].LogRho, _nodes[i].LogNoise, _nodes[i].Length, _weights[i]);

    /// <summary>Begins a component of the given log weight; its targets are <see cref="Set"/> next.</summary>
    public void Start(double logWeight, double logRho = 0, double logNoise = 0, double length = 0)
    {
        _weights.Add(logWeight);
        _nodes.Add((logRho, logNoise, length));
        for (var j = 0; j < targets; j++)
        {
            _means.Add(0);
            _variances.Add(0);
        }
    }

    public void Set(int target, double mean, double variance) => (_means[^(targets - target)], _variances[^(targets - target)]) = (mean, variance);

    /// <summary>Turns log weights into weights that sum to 1, and drops those below 1e-12; the log of their sum before.</summary>
    public double Normalise()
    {
        var most = double.NegativeInfinity;
        foreach (var one in _weights)
            most = Math.Max(most, one);
        var sum = 0.0;
        foreach (var one in _weights)
            sum += Elementary.Exp(one - most);
        var kept = 0;
        for (var i = 0; i < _weights.Count; i++)
        {
            var weight = Elementary.Exp(_weights[i] - most) / sum;
            if (weight < 1e-12)
                continue;
            (_weights[kept], _nodes[kept]) = (weight, _nodes[i]);
            for (var j = 0; j < targets; j++)
                (_means[kept * targets + j], _variances[kept * targets + j]) = (_means[i * targets + j], _variances[i * targets + j]);
            kept++;
        }

        _weights.RemoveRange(kept, _weights.Count - kept);
        _nodes.RemoveRange(kept, _nodes.Count - kept);
        return most + Elementary.Log(sum);
    }

    public (double Mean, double Sd) Moments(int target)
    {
        var mean = 0.0;
        for (var i = 0; i < Count; i++)
            mean += _weights[i] * _means[i * targets + target];
        var variance = 0.0;
        for (var i = 0; i < Count; i++)
        {
            var gap = _means[i * targets + target] - mean;
            variance += _weights[i] * (_variances[i * targets + target] + gap * gap);
        }

        return (mean, Math.Sqrt(variance));
    }

    public double Cdf(int target, double x)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
            sum += _weights[i] * Normal.Cdf((x - _means[i * targets + target]) / Math.Sqrt(_variances[i * targets + target]));
        return Math.Clamp(sum, 0, 1);
    }

    public double Quantile(int target, double p) => Root(x => Cdf(target, x) - p, Moments(target));

    /// <summary>The size that |target| exceeds with probability p.</summary>
    public double LargerThan(int target, double p)
    {
        var (mean, sd) = Moments(target);
        return Math.Max(0, Root(x => Cdf(target, x) - Cdf(target, -x) - (1 - p), (Math.Abs(mean), sd)));
    }

    // Illinois steps, bisection every fourth: the functions rise
    private static double Root(Func<double, double> f, (double Mean, double Sd) about)
    {
        var (low, high) = (about.Mean - 2 * about.Sd, about.Mean + 2 * about.Sd);
        for (var i = 0; i < 60 && f(low) > 0; i++)
            low -= about.Sd * (1 << Math.Min(i, 20));
        for (var i = 0; i < 60 && f(high) < 0; i++)
            high += about.Sd * (1 << Math.Min(i, 20));
        var (flow, fhigh) = (f(low), f(high));
        var side = 0;
        for (var i = 1; i < 200 && high - low > 1e-9 * about.Sd; i++)
        {
            var middle = i % 4 == 0 || !(fhigh > flow) ? 0.5 * (low + high) : low - flow * (high - low) / (fhigh - flow);
            // just past the root, so that the bracket closes from both sides
            middle = Math.Clamp(middle, low + 2e-10 * about.Sd, high - 2e-10 * about.Sd);
            var value = f(middle);
            if (value < 0)
            {
                (low, flow) = (middle, value);
                if (side < 0)
                    fhigh *= 0.5;
                side = -1;
            }
            else
            {
                (high, fhigh) = (middle, value);
                if (side > 0)
                    flow *= 0.5;
                side = 1;
            }
        }

        return 0.5 * (low + high);
    }
}
