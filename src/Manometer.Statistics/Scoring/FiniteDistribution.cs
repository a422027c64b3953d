namespace Manometer.Statistics;

/// <summary>A forecast that gives probabilities to a few numbers.</summary>
public sealed class FiniteDistribution : PredictiveDistribution
{
    private readonly double[] _values, _mass;

    /// <summary>Makes the distribution.</summary>
    /// <param name="values">The numbers, rising.</param>
    /// <param name="probabilities">Their probabilities, which sum to 1.</param>
    /// <exception cref="ScoringException">Values that do not rise, lists of different length, or probabilities that do not sum to 1.</exception>
    public FiniteDistribution(IEnumerable<double> values, IEnumerable<double> probabilities)
    {
        (_values, _mass) = ([.. values], [.. probabilities]);
        Require.SameLength(_values.Length, _mass.Length, "values as probabilities");
        Require.Rising(_values, "value");
        Require.Probabilities(_mass);
    }

    private protected override double CrpsOf(double y)
    {
        var (sum, cdf) = (0.0, 0.0);
        for (var i = 0; i < _values.Length; i++)
        {
            sum += _mass[i] * Math.Abs(_values[i] - y);
            cdf += _mass[i];
            if (i + 1 < _values.Length)
                sum -= cdf * (1 - cdf) * (_values[i + 1] - _values[i]);
        }

        return sum;
    }

    private protected override double LogScoreOf(double y)
    {
        var index = Array.IndexOf(_values, y);
        return index < 0 ? double.PositiveInfinity : -Elementary.Log(_mass[index]);
    }

    private protected override double CdfOf(double x)
    {
        var sum = 0.0;
        for (var i = 0; i < _values.Length && _values[i] <= x; i++)
            sum += _mass[i];
        return Math.Min(1, sum);
    }
}
