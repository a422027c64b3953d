using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>One set of columns at four sets of variance ratios: coefficients and first states integrated out, the noise variance s2 left as the one variable.</summary>
/// <remarks>
/// ln p(x) = Constant - I x - sum ln(1 + D/s2)/2 - [(Q0 - sum u^2/(D + s2))/2 + B]/s2 with x = ln s2, on x at most Cap. D and u come from the first states: eigenvalues of L^(1/2) C L^(1/2) and the rotated right-hand side.
/// </remarks>
internal sealed unsafe class Cell
{
    private readonly LaneBuffer _memory = new();
    private V* _cholesky, _zy, _zd, _d, _u, _rotation, _work, _zh, _e1;
    private int _k, _initial;
    private double _initialSd;
    private bool _scaled; // the first states vary with the noise: D + 1 in place of D + s2

    public V Q0;
    public V LogDeterminant;
    public V Constant;
    public V B;
    public V Cap;
    public double I;
    public V Mode;
    public V AtMode;

    // Of the function last set: mean = Base + sum Cross/(D + s2), variance = s2 (Spread + sum Square/(D + s2)).
    public V Base;
    public V Spread;

    public int Size => _k;

    public V* FirstStates => _d;

    public V* FirstSides => _u;

    public V* FirstFunction => _e1;

    /// <summary>Factors the set. <paramref name="members"/> are places among the columns alive, rising.</summary>
    public void Factor(V* s, int initial, int alive, ReadOnlySpan<double> slab, ReadOnlySpan<int> members, double initialSd, bool scaled)
    {
        _k = members.Length;
        _initial = initial;
        _initialSd = initialSd;
        var k = _k;
        var start = _memory.Of(k * k + 2 * k + k * initial + 3 * initial + 2 * initial * initial);
        _cholesky = start;
        _zy = _cholesky + k * k;
        _zd = _zy + k;
        _zh = _zd + k * initial;
        _d = _zh + k;
        _u = _d + initial;
        _e1 = _u + initial;
        _rotation = _e1 + initial;
        _work = _rotation + initial * initial;
        var product = Lanes.Splat(1);
        LogDeterminant = V.Zero;
        var one = Lanes.Splat(1);
        for (var i = 0; i < k; i++)
        {
            var column = members[i] + initial + 1;
            var row = s + column * (column + 1) / 2;
            var ci = _cholesky + i * k;
            for (var j = 0; j <= i; j++)
            {
                var value = row[members[j] + initial + 1] + Lanes.Splat(slab[members[i] * alive + members[j]]);
                var cj = _cholesky + j * k;
                for (var l = 0; l < j; l++)
                    value -= ci[l] * cj[l];
                if (j < i)
                {
                    ci[j] = value * cj[j]; // the diagonal holds reciprocals
                    continue;
                }
                value = Vector256.Max(value, Lanes.Splat(1e-290));
                product *= value;
                if ((i & 3) == 3)
                    (LogDeterminant, product) = (LogDeterminant + Lanes.Log(product), one);
                ci[i] = one / Vector256.Sqrt(value);
            }
            var y = row[0];
            for (var l = 0; l < i; l++)
                y -= ci[l] * _zy[l];
            _zy[i] = y * ci[i];
            for (var m = 0; m < initial; m++)
            {
                var value = row[1 + m];
                for (var l = 0; l < i; l++)
                    value -= ci[l] * _zd[l * initial + m];
                _zd[i * initial + m] = value * ci[i];
            }
        }
        if (k > 0)
            LogDeterminant += Lanes.Log(product);
        Q0 = s[0];
        for (var i = 0; i < k; i++)
            Q0 -= _zy[i] * _zy[i];
        FirstStateBlock(s);
        _scaled = scaled;
    }

    private void FirstStateBlock(V* s)
    {
        var n = _initial;
        var scale = Lanes.Splat(_initialSd);
        var side = _e1; // borrowed
        for (var i = 0; i < n; i++)
        {
            var row = s + (i + 1) * (i + 2) / 2;
            var b = row[0];
            for (var l = 0; l < _k; l++)
                b -= _zd[l * n + i] * _zy[l];
            side[i] = b * scale;
            for (var j = 0; j <= i; j++)
            {
                var c = row[1 + j];
                for (var l = 0; l < _k; l++)
                    c -= _zd[l * n + i] * _zd[l * n + j];
                _work[i * n + j] = _work[j * n + i] = c * scale * scale;
            }
        }
        if (n == 1)
        {
            (_d[0], _u[0], _rotation[0]) = (Vector256.Max(_work[0], V.Zero), side[0], Lanes.Splat(1));
            return;
        }
        Jacobi(_work, _rotation, n);
        for (var i = 0; i < n; i++)
        {
            _d[i] = Vector256.Max(_work[i * n + i], V.Zero);
            var u = V.Zero;
            for (var j = 0; j < n; j++)
                u += _rotation[j * n + i] * side[j];
            _u[i] = u;
        }
    }

    // Cyclic Jacobi rotations: m becomes diagonal, rotation holds the eigenvectors in columns.
    private static void Jacobi(V* m, V* rotation, int n)
    {
        for (var i = 0; i < n * n; i++)
            rotation[i] = V.Zero;
        for (var i = 0; i < n; i++)
            rotation[i * n + i] = Lanes.Splat(1);
        var one = Lanes.Splat(1);
        for (var sweep = 0; sweep < 20; sweep++)
        {
            var off = V.Zero;
            var trace = V.Zero;
            for (var i = 0; i < n; i++)
            {
                trace += Vector256.Abs(m[i * n + i]);
                for (var j = 0; j < i; j++)
                    off += m[i * n + j] * m[i * n + j];
            }
            if (!Vector256.GreaterThanAny(off, trace * trace * Lanes.Splat(1e-32)))
                return;
            for (var p = 0; p < n - 1; p++)
                for (var q = p + 1; q < n; q++)
                {
                    var apq = m[p * n + q];
                    var theta = (m[q * n + q] - m[p * n + p]) / (apq + apq);
                    var magnitude = Vector256.Abs(theta);
                    var t = one / (magnitude + Vector256.Sqrt(theta * theta + one));
                    t = Vector256.ConditionalSelect(Vector256.LessThan(theta, V.Zero), -t, t);
                    t = Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Abs(apq), Lanes.Splat(1e-300)), t, V.Zero);
                    var c = one / Vector256.Sqrt(t * t + one);
                    var s = t * c;
                    for (var i = 0; i < n; i++)
                    {
                        var (a, b) = (m[i * n + p], m[i * n + q]);
                        (m[i * n + p], m[i * n + q]) = (c * a - s * b, s * a + c * b);
                        (a, b) = (rotation[i * n + p], rotation[i * n + q]);
                        (rotation[i * n + p], rotation[i * n + q]) = (c * a - s * b, s * a + c * b);
                    }
                    for (var i = 0; i < n; i++)
                    {
                        var (a, b) = (m[p * n + i], m[q * n + i]);
                        (m[p * n + i], m[q * n + i]) = (c * a - s * b, s * a + c * b);
                    }
                }
        }
    }

    /// <summary>Finds the conditional mode of ln s2 and the height there.</summary>
    public void FindMode()
    {
        var q = Q0;
        var floor = Lanes.Splat(1e-9);
        for (var i = 0; i < _initial; i++)
            q -= _u[i] * _u[i] / Vector256.Max(_d[i], floor);
        var half = Lanes.Splat(0.5);
        var inverseI = Lanes.Splat(1 / I);
        var s2 = Vector256.Max((Vector256.Max(q, V.Zero) * half + B) * inverseI, Lanes.Splat(1e-280));
        var x = Lanes.Log(s2);
        for (var step = 0; step < 6; step++)
        {
            q = Q0;
            var unit = _scaled ? Lanes.Splat(1) : s2;
            var (first, second) = (V.Zero, V.Zero);
            for (var i = 0; i < _initial; i++)
            {
                var inverse = Lanes.Splat(1) / (_d[i] + unit);
                var share = _u[i] * inverse;
                q -= _u[i] * share;
                first += _d[i] * inverse;
                second += share * share;
            }
            var g = (q * half + B) / s2 - Lanes.Splat(I);
            if (!_scaled)
                g += half * (first - second);
            var move = Vector256.Min(Vector256.Max(g * inverseI, Lanes.Splat(-1)), Lanes.Splat(1));
            x += move;
            s2 = Lanes.Exp(x);
            if (!Vector256.GreaterThanAny(Vector256.Abs(move), Lanes.Splat(1e-3)))
                break;
        }
        Mode = x;
        var at = Vector256.Min(x, Cap);
        AtMode = LogDensity(at, Lanes.Exp(at));
    }

    public V LogDensity(V x, V s2)
    {
        var inverse = Lanes.Splat(1) / s2;
        var unit = _scaled ? Lanes.Splat(1) : s2;
        var q = Q0;
        var product = Lanes.Splat(1);
        var logs = V.Zero;
        for (var i = 0; i < _initial; i++)
        {
            q -= _u[i] * _u[i] / (_d[i] + unit);
            product *= Lanes.Splat(1) + _d[i] / unit;
            if ((i & 7) == 7)
                (logs, product) = (logs + Lanes.Log(product), Lanes.Splat(1));
        }
        logs += Lanes.Log(product);
        return Constant - Lanes.Splat(I) * x - Lanes.Splat(0.5) * logs - (q * Lanes.Splat(0.5) + B) * inverse;
    }

    /// <summary>Sets the function whose predictive is wanted: see <see cref="Forecast"/>. <paramref name="scale"/> multiplies its weights.</summary>
    public void SetFunction(ReadOnlySpan<double> function, double scale, ReadOnlySpan<int> members, int states, int axes, int alive, V* e, V* p, V* ratios)
    {
        var q = function[..states];
        var n = _initial;
        var factor = Lanes.Splat(scale);
        Base = -(factor * Dot(q, e));
        var spread = V.Zero;
        for (var i = 0; i < _k; i++)
        {
            var value = factor * (Lanes.Splat(function[states + members[i]]) + Dot(q, e + (1 + n + members[i]) * states));
            var row = _cholesky + i * _k;
            for (var l = 0; l < i; l++)
                value -= row[l] * _zh[l];
            value *= row[i];
            _zh[i] = value;
            Base += value * _zy[i];
            spread += value * value;
        }
        var direct = _work; // borrowed: the block of first states is not needed any more
        for (var m = 0; m < n; m++)
        {
            var value = factor * Dot(q, e + (1 + m) * states);
            for (var i = 0; i < _k; i++)
                value -= _zd[i * n + m] * _zh[i];
            direct[m] = value * Lanes.Splat(_initialSd);
        }
        for (var i = 0; i < n; i++)
        {
            var value = V.Zero;
            for (var m = 0; m < n; m++)
                value += _rotation[m * n + i] * direct[m];
            _e1[i] = value;
        }
        var state = V.Zero;
        for (var i = 0; i < states; i++)
            state += Lanes.Splat(q[i]) * Dot(q, p + i * states);
        state += Lanes.Splat(function[states + alive + axes]);
        for (var axis = 0; axis < axes; axis++)
            state += Lanes.Splat(function[states + alive + axis]) * ratios[axis];
        Spread = spread + factor * factor * state;
    }

    private static V Dot(ReadOnlySpan<double> q, V* e)
    {
        var sum = V.Zero;
        for (var i = 0; i < q.Length; i++)
            sum += Lanes.Splat(q[i]) * e[i];
        return sum;
    }

    public void Predict(V s2, out V mean, out V variance)
    {
        mean = Base;
        var unit = _scaled ? Lanes.Splat(1) : s2;
        var spread = Spread;
        for (var i = 0; i < _initial; i++)
        {
            var share = _e1[i] / (_d[i] + unit);
            mean += share * _u[i];
            spread += share * _e1[i];
        }
        variance = s2 * spread;
    }

    /// <summary>Adds to <paramref name="means"/>, weighted: 1, the coefficients of the columns alive, the first states less their guesses. The nodes are weight, s2 and half.</summary>
    public void AddMeans(V* nodes, int count, V factor, ReadOnlySpan<int> members, V* means, int alive)
    {
        var n = _initial;
        var first = _e1; // borrowed
        for (var i = 0; i < n; i++)
            first[i] = V.Zero;
        var mass = V.Zero;
        for (var q = 0; q < count; q++)
        {
            var weight = nodes[3 * q] * factor;
            mass += weight;
            var unit = _scaled ? Lanes.Splat(1) : nodes[3 * q + 1];
            for (var i = 0; i < n; i++)
                first[i] += weight * _u[i] / (_d[i] + unit);
        }
        means[0] += mass;
        var rotated = _work;
        for (var m = 0; m < n; m++)
        {
            var value = V.Zero;
            for (var i = 0; i < n; i++)
                value += _rotation[m * n + i] * first[i];
            rotated[m] = value * Lanes.Splat(_initialSd);
            means[1 + alive + m] += rotated[m];
        }
        for (var i = _k - 1; i >= 0; i--)
        {
            var value = mass * _zy[i];
            for (var m = 0; m < n; m++)
                value -= _zd[i * n + m] * rotated[m];
            for (var l = i + 1; l < _k; l++)
                value -= _cholesky[l * _k + i] * _zh[l];
            _zh[i] = value * _cholesky[i * _k + i];
            means[1 + members[i]] += _zh[i];
        }
    }
}
