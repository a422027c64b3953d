using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>A weighted sum of normal distributions: moments, tails and quantiles.</summary>
internal sealed unsafe class GaussianMixture
{
    private readonly LaneBuffer _weights = new(), _means = new(), _scales = new(), _halves = new();
    private V* _w, _m, _s, _half;
    private int _used;

    /// <summary>Vectors added, or left after <see cref="Normalise"/>.</summary>
    public int Count { get; private set; }

    public double Mean { get; private set; }

    public double Sd { get; private set; }

    /// <summary>Sum of the weights added.</summary>
    public double Total { get; private set; }

    /// <summary>Mean and sd of the half of the grid whose indices add up to an even number.</summary>
    public double HalfMean { get; private set; }

    public double HalfSd { get; private set; }

    private double _skewness, _excess, _halfTotal;

    public void Clear() => (Count, _used) = (0, 0);

    // half is 1 where the node belongs to the even half of the grid, else 0
    public void Add(V weight, V mean, V variance, V half)
    {
        if (Count == _used)
        {
            _used = Math.Max(64, 2 * Count);
            _w = _weights.Extended(_used, Count);
            _m = _means.Extended(_used, Count);
            _s = _scales.Extended(_used, Count);
            _half = _halves.Extended(_used, Count);
        }
        (_w[Count], _m[Count], _s[Count], _half[Count]) = (weight, mean, variance, half);
        Count++;
    }

    /// <summary>Multiplies the weights from one vector on.</summary>
    public void Scale(int from, double factor)
    {
        for (var i = from; i < Count; i++)
            _w[i] *= Lanes.Splat(factor);
    }

    /// <summary>Mean of what was added from one vector on; before <see cref="Normalise"/>.</summary>
    public double MeanFrom(int from)
    {
        var (sum, total) = (V.Zero, V.Zero);
        for (var i = from; i < Count; i++)
            (sum, total) = (sum + _w[i] * _m[i], total + _w[i]);
        var weight = Lanes.Sum(total);
        return weight > 0 ? Lanes.Sum(sum) / weight : 0;
    }

    /// <summary>Makes the weights sum to 1 and takes the moments. False when there is no mass.</summary>
    public bool Normalise()
    {
        var total = V.Zero;
        var kept = Count;
        for (var i = 0; i < kept; i++)
            total += _w[i];
        var sum = Lanes.Sum(total);
        Total = sum;
        if (!(sum > 0 && double.IsFinite(sum)))
            return false;
        var share = Lanes.Splat(1 / sum);
        var (mean, halfMean, halfTotal) = (V.Zero, V.Zero, V.Zero);
        for (var i = 0; i < kept; i++)
        {
            var w = _w[i] * share;
            _w[i] = w;
            mean += w * _m[i];
            halfMean += w * _half[i] * _m[i];
            halfTotal += w * _half[i];
        }
        Mean = Lanes.Sum(mean);
        _halfTotal = Lanes.Sum(halfTotal);
        HalfMean = Lanes.Sum(halfMean) / _halfTotal; // not a number where halves are not told apart, and not asked for there
        Spread(kept);
        return double.IsFinite(Mean) && double.IsFinite(Sd) && Sd > 0;
    }

    private void Spread(int kept)
    {
        var center = Lanes.Splat(Mean);
        var (second, third, fourth, halfSecond) = (V.Zero, V.Zero, V.Zero, V.Zero);
        var one = Lanes.Splat(1);
        for (var i = 0; i < kept; i++)
        {
            var (w, v) = (_w[i], _s[i]);
            var d = _m[i] - center;
            var d2 = d * d;
            var square = v + d2;
            second += w * square;
            halfSecond += w * _half[i] * square;
            third += w * d * (d2 + Lanes.Splat(3) * v);
            fourth += w * (d2 * d2 + Lanes.Splat(6) * d2 * v + Lanes.Splat(3) * v * v);
            _s[i] = one / Vector256.Sqrt(v);
        }
        var variance = Lanes.Sum(second);
        Sd = Math.Sqrt(variance);
        _skewness = Lanes.Sum(third) / (variance * Sd);
        _excess = Lanes.Sum(fourth) / (variance * variance) - 3;
        HalfSd = Math.Sqrt(Math.Max(Lanes.Sum(halfSecond) / _halfTotal - (HalfMean - Mean) * (HalfMean - Mean), 0));
    }

    /// <summary>Mass below and above <paramref name="x"/>, each to its own relative accuracy.</summary>
    public (double Below, double Above) Tails(double x)
    {
        var (below, above) = (V.Zero, V.Zero);
        var at = Lanes.Splat(x);
        for (var i = 0; i < Count; i++)
        {
            var z = (at - _m[i]) * _s[i];
            var tail = Lanes.Tail(z, out _);
            var negative = Vector256.LessThan(z, V.Zero);
            var rest = Lanes.Splat(1) - tail;
            below += _w[i] * Vector256.ConditionalSelect(negative, tail, rest);
            above += _w[i] * Vector256.ConditionalSelect(negative, rest, tail);
        }
        return (Lanes.Sum(below), Lanes.Sum(above));
    }

    /// <summary>The mass below x of the even half of the grid.</summary>
    public double HalfBelow(double x)
    {
        var below = V.Zero;
        var at = Lanes.Splat(x);
        for (var i = 0; i < Count; i++)
        {
            var z = (at - _m[i]) * _s[i];
            var tail = Lanes.Tail(z, out _);
            below += _w[i] * _half[i] * Vector256.ConditionalSelect(Vector256.LessThan(z, V.Zero), tail, Lanes.Splat(1) - tail);
        }
        return Lanes.Sum(below) / _halfTotal;
    }

    /// <summary>The value below which a share p lies, to 1e-10 sd: steps on the fourth-order expansion of the distribution function, kept inside a bracket.</summary>
    public double Quantile(double p, out double density)
    {
        var z = Normal.InverseCdf(p);
        var start = z + (z * z - 1) * _skewness / 6 + z * (z * z - 3) * _excess / 24 - z * (2 * z * z - 5) * _skewness * _skewness / 36;
        if (!(Math.Abs(start - z) < 2))
            start = z;
        var x = Mean + Sd * start;
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        density = 0;
        for (var step = 0; step < 200; step++)
        {
            Expand(x, out var f, out var d1, out var d2, out var d3, out var d4);
            density = d1;
            if (f < p)
                low = x;
            else
                high = x;
            var move = (p - f) / d1;
            for (var inner = 0; inner < 3; inner++)
            {
                var value = f - p + move * (d1 + move * (d2 / 2 + move * (d3 / 6 + move * d4 / 24)));
                var slope = d1 + move * (d2 + move * (d3 / 2 + move * d4 / 6));
                if (!(slope > 0.2 * d1))
                {
                    move = (p - f) / d1;
                    break;
                }
                move -= value / slope;
            }
            if (Math.Abs(move) <= 8e-3 * Sd) // what is left out is of the order of the fifth power
                return x + move;
            var limit = Sd;
            var next = x + Math.Clamp(double.IsFinite(move) ? move : f < p ? limit : -limit, -limit, limit);
            if (next <= low || next >= high)
                next = double.IsFinite(low) && double.IsFinite(high) ? low + (high - low) / 2 : next;
            if (next == x || high - low < 1e-11 * Sd)
                return x;
            x = next;
        }
        return x;
    }

    private void Expand(double x, out double f, out double d1, out double d2, out double d3, out double d4)
    {
        var (sum, first, second, third, fourth) = (V.Zero, V.Zero, V.Zero, V.Zero, V.Zero);
        var at = Lanes.Splat(x);
        var one = Lanes.Splat(1);
        for (var i = 0; i < Count; i++)
        {
            var s = _s[i];
            var z = (at - _m[i]) * s;
            var tail = Lanes.Tail(z, out var density);
            var w = _w[i];
            sum += w * Vector256.ConditionalSelect(Vector256.LessThan(z, V.Zero), tail, one - tail);
            var a = w * density * s;
            var b = a * s;
            first += a;
            second -= b * z;
            var square = z * z;
            var c = b * s;
            third += c * (square - one);
            fourth += c * s * z * (Lanes.Splat(3) - square);
        }
        d4 = Lanes.Sum(fourth);
        (f, d1, d2, d3) = (Lanes.Sum(sum), Lanes.Sum(first), Lanes.Sum(second), Lanes.Sum(third));
    }

    /// <summary>E[1/(Y + shift)] and E[1/(Y + shift)^2] by a nine-point rule in each normal; for mixtures without mass near -shift.</summary>
    public (double First, double Second) Inverse(double shift)
    {
        // nodes and weights of the nine-point Gauss-Hermite rule for the standard normal (probabilists' form), positive half
        ReadOnlySpan<double> nodes = [0, 1.0232556637891326, 2.0768479786778302, 3.2054290028564703, 4.512745863399783];
        ReadOnlySpan<double> weights = [0.40634920634920635, 0.2440975028949394, 0.049916406765217876, 0.002789141321231769, 2.2345844007746565e-05];
        var (first, second) = (V.Zero, V.Zero);
        for (var i = 0; i < Count; i++)
        {
            var sd = Lanes.Splat(1) / _s[i];
            for (var k = -4; k <= 4; k++)
            {
                var inverse = Lanes.Splat(1) / (Lanes.Splat(shift) + _m[i] + sd * Lanes.Splat(k < 0 ? -nodes[-k] : nodes[k]));
                var w = _w[i] * Lanes.Splat(weights[Math.Abs(k)]);
                first += w * inverse;
                second += w * inverse * inverse;
            }
        }
        return (Lanes.Sum(first), Lanes.Sum(second));
    }
}
