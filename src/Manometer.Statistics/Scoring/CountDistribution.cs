namespace Manometer.Statistics;

/// <summary>A forecast on whole numbers, held as a table of probabilities down to 1e-22 of the largest.</summary>
/// <remarks>The table is built from the mode outwards by the ratio of neighbouring probabilities and scaled to sum to 1, so that no logarithm of a factorial enters the score; CRPS = sum p |k - y| - sum F (1 - F). Cost: about 15 standard deviations.</remarks>
public abstract class CountDistribution : PredictiveDistribution
{
    private const double Least = 1e-22;
    private const int LongestTable = 20_000_000;

    private readonly double[] _cdf;
    private readonly double[] _mass;
    private readonly double _half;

    // ratio(k) = p(k + 1) / p(k); 0 at the last value
    private protected CountDistribution(long mode, long least, long most, Func<double, double> ratio)
    {
        var up = new List<double>();
        var p = 1.0;
        for (var k = mode; k < most; k++)
        {
            p *= ratio(k);
            if (!(p > Least))
                break;
            Add(up, p);
        }

        var down = new List<double>();
        p = 1;
        for (var k = mode - 1; k >= least; k--)
        {
            p /= ratio(k);
            if (!(p > Least))
                break;
            Add(down, p);
        }

        First = mode - down.Count;
        _mass = new double[down.Count + 1 + up.Count];
        for (var i = 0; i < down.Count; i++)
            _mass[down.Count - 1 - i] = down[i];
        _mass[down.Count] = 1;
        up.CopyTo(_mass, down.Count + 1);
        var total = 0.0;
        foreach (var mass in _mass)
            total += mass;
        _cdf = new double[_mass.Length];
        var (sum, half) = (0.0, 0.0);
        for (var i = 0; i < _mass.Length; i++)
        {
            _mass[i] /= total;
            sum += _mass[i];
            _cdf[i] = Math.Min(1, sum);
            half += _cdf[i] * (1 - _cdf[i]);
        }

        _half = half;
    }

    private protected long First { get; }

    private protected override double CrpsOf(double y)
    {
        var sum = 0.0;
        for (var i = 0; i < _mass.Length; i++)
            sum += _mass[i] * Math.Abs(First + i - y);
        return sum - _half;
    }

    private protected override double CdfOf(double x)
    {
        var index = Math.Floor(x) - First;
        return index < 0 ? 0 : index >= _cdf.Length ? 1 : _cdf[(int)index];
    }

    private static void Add(List<double> side, double p)
    {
        if (side.Count >= LongestTable)
            throw new ScoringException(ScoringFault.Size, "The counts spread over more than 20 million values; score a normal approximation.");
        side.Add(p);
    }
}
