namespace Manometer.Statistics;

/// <summary>A weighted mixture of normal distributions as a forecast.</summary>
/// <remarks>Closed form of Grimit, Gneiting, Berrocal and Johnson (2006). Cost: the square of the number of components.</remarks>
public sealed class NormalMixtureDistribution : PredictiveDistribution
{
    private readonly double[] _means, _deviations, _weights;
    private readonly double _half;

    /// <summary>Makes the mixture.</summary>
    /// <param name="means">Means of the components.</param>
    /// <param name="standardDeviations">Their standard deviations, above 0.</param>
    /// <param name="weights">Their weights, which sum to 1.</param>
    /// <exception cref="ScoringException">Lists of different length, weights that do not sum to 1, or a parameter outside its range.</exception>
    public NormalMixtureDistribution(IEnumerable<double> means, IEnumerable<double> standardDeviations, IEnumerable<double> weights)
    {
        (_means, _deviations, _weights) = ([.. means], [.. standardDeviations], [.. weights]);
        Require.SameLength(_means.Length, _deviations.Length, "means as standard deviations");
        Require.SameLength(_means.Length, _weights.Length, "means as weights");
        Require.Probabilities(_weights);
        foreach (var mean in _means)
            Require.Finite(mean, "mean");
        foreach (var deviation in _deviations)
            Require.Positive(deviation, "standard deviation");
        for (var i = 0; i < _means.Length; i++)
            for (var j = 0; j < _means.Length; j++)
                _half += 0.5 * _weights[i] * _weights[j] * Distance(_means[i] - _means[j], Math.Sqrt(_deviations[i] * _deviations[i] + _deviations[j] * _deviations[j]));
    }

    private protected override double CrpsOf(double y)
    {
        var sum = 0.0;
        for (var i = 0; i < _means.Length; i++)
            sum += _weights[i] * Distance(y - _means[i], _deviations[i]);
        return sum - _half;
    }

    private protected override double LogScoreOf(double y)
    {
        // the largest exponent is taken out, so that far outcomes do not underflow
        var largest = double.NegativeInfinity;
        Span<double> logs = _means.Length <= 64 ? stackalloc double[_means.Length] : new double[_means.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            var z = (y - _means[i]) / _deviations[i];
            logs[i] = Elementary.Log(_weights[i]) - Elementary.Log(_deviations[i]) - 0.5 * z * z;
            largest = Math.Max(largest, logs[i]);
        }

        var sum = 0.0;
        foreach (var log in logs)
            sum += Elementary.Exp(log - largest);
        return 0.91893853320467274178 - largest - Elementary.Log(sum);
    }

    private protected override double CdfOf(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < _means.Length; i++)
            sum += _weights[i] * Normal.Cdf((x - _means[i]) / _deviations[i]);
        return Math.Min(1, sum);
    }

    // E|N(m, s^2)|
    private static double Distance(double m, double s) => m * (2 * Normal.Cdf(m / s) - 1) + 2 * s * Normal.Density(m / s);
}
