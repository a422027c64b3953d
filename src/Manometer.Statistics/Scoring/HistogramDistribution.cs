namespace Manometer.Statistics;

/// <summary>A forecast stated as probabilities of ranges, spread evenly inside each range.</summary>
public sealed class HistogramDistribution : PredictiveDistribution
{
    private readonly double[] _edges, _mass, _cdf;

    /// <summary>Makes the histogram.</summary>
    /// <param name="edges">Rising edges, one more than ranges.</param>
    /// <param name="probabilities">Probability of each range; they sum to 1.</param>
    /// <exception cref="ScoringException">Edges that do not rise, lists that do not fit, or probabilities that do not sum to 1.</exception>
    public HistogramDistribution(IEnumerable<double> edges, IEnumerable<double> probabilities)
    {
        (_edges, _mass) = ([.. edges], [.. probabilities]);
        Require.SameLength(_edges.Length - 1, _mass.Length, "ranges as probabilities");
        Require.Rising(_edges, "edge");
        Require.Probabilities(_mass);
        _cdf = new double[_edges.Length];
        for (var i = 0; i < _mass.Length; i++)
            _cdf[i + 1] = i == _mass.Length - 1 ? 1 : Math.Min(1, _cdf[i] + _mass[i]);
    }

    private protected override double CrpsOf(double y)
    {
        var sum = y < _edges[0] ? _edges[0] - y : y > _edges[^1] ? y - _edges[^1] : 0;
        for (var i = 0; i < _mass.Length; i++)
        {
            var cut = Math.Clamp(y, _edges[i], _edges[i + 1]);
            var at = At(i, cut);
            sum += Square(_cdf[i], at, cut - _edges[i]) + Square(1 - at, 1 - _cdf[i + 1], _edges[i + 1] - cut);
        }

        return sum;
    }

    private protected override double LogScoreOf(double y)
    {
        for (var i = 0; i < _mass.Length; i++)
            if (y >= _edges[i] && (y < _edges[i + 1] || (i == _mass.Length - 1 && y == _edges[^1])))
                return Elementary.Log(_edges[i + 1] - _edges[i]) - Elementary.Log(_mass[i]);
        return double.PositiveInfinity;
    }

    private protected override double CdfOf(double x)
    {
        if (x < _edges[0])
            return 0;
        for (var i = 0; i < _mass.Length; i++)
            if (x < _edges[i + 1])
                return At(i, x);
        return 1;
    }

    private double At(int range, double x) => _cdf[range] + (_cdf[range + 1] - _cdf[range]) * (x - _edges[range]) / (_edges[range + 1] - _edges[range]);

    private static double Square(double from, double to, double length) => (from * from + from * to + to * to) / 3 * length;
}
