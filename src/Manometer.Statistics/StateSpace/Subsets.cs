using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>The evidence of every set of columns at four sets of variance ratios, by one walk down the tree of in or out: each column in is one elimination of what remains, so half the sets cost almost nothing and none rests on a long chain of updates.</summary>
/// <remarks>The first states are eliminated once, with a ridge that is exact at one reference noise variance. The result ranks sets (they are evaluated exactly afterwards); it is exact where the first states do not matter.</remarks>
internal sealed unsafe class Subsets
{
    private readonly LaneBuffer _memory = new();
    private V* _levels;
    private V* _out;
    private double[] _slab = [];
    private double[] _logSlab = [];
    private int _columns;
    private V _b;
    private double _i;

    /// <summary>ln |W| of every set, by its bits.</summary>
    public ReadOnlySpan<double> LogSlab => _logSlab;

    public void Prepare(ReadOnlySpan<double> slab, int columns)
    {
        _columns = columns;
        if (_logSlab.Length < 1 << columns)
            (_logSlab, _slab) = (new double[1 << columns], new double[(columns + 1) * columns * (columns + 1)]);
        for (var i = 0; i < columns; i++)
            for (var j = 0; j < columns; j++)
                _slab[i * columns + j] = slab[i * columns + j];
        Determinants(0, 0, 0, 1, 0);
    }

    private void Determinants(int column, int set, int depth, double product, double log)
    {
        if (column == _columns)
        {
            _logSlab[set] = log + Elementary.Log(product);
            return;
        }
        Determinants(column + 1, set, depth, product, log);
        var k = _columns;
        var m = _slab.AsSpan(depth * k * k, k * k);
        var next = _slab.AsSpan((depth + 1) * k * k, k * k);
        var pivot = m[column * k + column];
        for (var i = column + 1; i < k; i++)
            for (var j = column + 1; j <= i; j++)
                next[i * k + j] = m[i * k + j] - m[i * k + column] * m[j * k + column] / pivot;
        product *= pivot;
        if (depth % 8 == 7)
            (log, product) = (log + Elementary.Log(product), 1);
        Determinants(column + 1, set | 1 << column, depth + 1, product, log);
    }

    /// <summary>Fills <paramref name="results"/> with -ln|A|/2 - I ln(Q/2 + B) of every set, <paramref name="ridge"/> being added to the diagonal of the first states.</summary>
    public void Run(V* s, int initial, ReadOnlySpan<double> slab, double ridge, V b, double i, V* results)
    {
        var k = _columns;
        var size = 1 + initial + k;
        var whole = size * (size + 1) / 2;
        _levels = _memory.Of(whole + (k + 2) * (k + 2) * (k + 3) / 2);
        _b = b;
        _i = i;
        _out = results;
        // order: first states, columns, response; columns of the lower triangle one after the other
        var m = _levels;
        for (var column = 0; column < size; column++)
            for (var row = column; row < size; row++)
            {
                var (r, c) = (Place(row, size), Place(column, size));
                var value = s[Math.Max(r, c) * (Math.Max(r, c) + 1) / 2 + Math.Min(r, c)];
                if (row == column && row < initial)
                    value += Lanes.Splat(ridge);
                if (row < size - 1 && column >= initial)
                    value += Lanes.Splat(slab[(row - initial) * k + column - initial]);
                *m++ = value;
            }
        m = _levels;
        var product = Lanes.Splat(1);
        var log = V.Zero;
        for (var column = 0; column < initial; column++)
        {
            Eliminate(m, m + (size - column), size - column);
            product *= m[0];
            if (column % 4 == 3)
                (log, product) = (log + Lanes.Log(product), Lanes.Splat(1));
            m += size - column;
        }
        Walk(m, _levels + whole, k + 1, 0, 0, 0, product, log);
    }

    private static int Place(int index, int size) => index == size - 1 ? 0 : index + 1;

    // to = rest of from after its first column, which is at from[0 .. size - 1]; to may be the rest itself
    private static void Eliminate(V* from, V* to, int size)
    {
        var inverse = Lanes.Splat(1) / Vector256.Max(from[0], Lanes.Splat(1e-290));
        var rest = from + size;
        for (var column = 1; column < size; column++)
        {
            var factor = from[column] * inverse;
            for (var row = column; row < size; row++)
                *to++ = *rest++ - factor * from[row];
        }
    }

    private void Walk(V* m, V* free, int size, int column, int set, int depth, V product, V log)
    {
        if (size == 1)
        {
            var r = Lanes.Splat(0.5) * Vector256.Max(m[0], V.Zero) + _b;
            _out[set] = -(Lanes.Splat(0.5) * (log + Lanes.Log(product))) - Lanes.Splat(_i) * Lanes.Log(Vector256.Max(r, Lanes.Splat(1e-290)));
            return;
        }
        Walk(m + size, free, size - 1, column + 1, set, depth, product, log);
        Eliminate(m, free, size);
        product *= m[0];
        if (depth % 4 == 3)
            (log, product) = (log + Lanes.Log(product), Lanes.Splat(1));
        Walk(free, free + size * (size - 1) / 2, size - 1, column + 1, set | 1 << column, depth + 1, product, log);
    }
}
