using System.Numerics;

namespace Manometer.Statistics;

/// <summary>PELT for the Gaussian kernel without the matrix of all pairs: the sum of kernels of each live segment grows by one row at a time.</summary>
internal sealed class RbfPelt
{
    private static readonly double[] Inverse = [1, 1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880, 1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600];

    private int[] _start = [];
    private int[] _dropAt = [];
    private double[] _inside = [];
    private double[] _value = [];
    private double[] _column = [];
    private double[] _kernel = [];

    /// <summary>Fills <paramref name="best"/> and <paramref name="last"/>; <paramref name="rows"/> are row by row, <paramref name="gamma"/> is 1 / squared length.</summary>
    public void Run(ReadOnlySpan<double> rows, int columns, double gamma, double penalty, int minimum, double[] best, int[] last)
    {
        var n = rows.Length / columns;
        var pad = n + Vector<double>.Count;
        if (_start.Length < n + 1)
            (_start, _dropAt, _inside, _value, _kernel) = (new int[n + 1], new int[n + 1], new double[n + 1], new double[n + 1], new double[pad]);
        if (_column.Length < pad * columns)
            _column = new double[pad * columns];
        var root = Math.Sqrt(gamma);
        for (var j = 0; j < columns; j++)
            for (var i = 0; i < n; i++)
                _column[j * pad + i] = rows[i * columns + j] * root;
        var count = 0;
        best[0] = -penalty;
        for (var t = 1; t <= n; t++)
        {
            // row t - 1 arrives; a segment may start with it unless no segmentation ends before it
            if (!double.IsPositiveInfinity(best[t - 1]))
            {
                (_start[count], _dropAt[count], _inside[count]) = (t - 1, int.MaxValue, 0);
                count++;
            }

            Kernels(_start[0], t - 1, pad, columns);
            var sum = 0.0;
            var at = t - 2;
            for (var i = count - 1; i >= 0; i--)
            {
                for (var s = _start[i]; at >= s; at--)
                    sum += _kernel[at];
                _inside[i] += 2 * sum + 1;
            }

            var least = double.PositiveInfinity;
            var ripe = 0;
            for (; ripe < count && _start[ripe] <= t - minimum; ripe++)
            {
                double length = t - _start[ripe];
                var value = best[_start[ripe]] + penalty + Math.Max(0, length - _inside[ripe] / length);
                _value[ripe] = value;
                if (value < least)
                    least = value;
            }

            best[t] = double.PositiveInfinity;
            if (ripe == 0)
                continue;
            var bound = least + Math.Abs(least) * BreakSolver.Tie;
            var pick = 0;
            while (_value[pick] > bound)
                pick++;
            best[t] = _value[pick];
            last[t] = _start[pick];
            count = Prune(count, ripe, least + penalty + (Math.Abs(least) + penalty + t) * 1e-12, t, minimum);
        }
    }

    private int Prune(int count, int ripe, double keep, int t, int minimum)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var dropAt = _dropAt[i];
            if (i < ripe && dropAt == int.MaxValue && _value[i] > keep)
                dropAt = t + minimum - 1;
            if (dropAt <= t)
                continue;
            (_start[kept], _dropAt[kept], _inside[kept]) = (_start[i], dropAt, _inside[i]);
            kept++;
        }

        return kept;
    }

    // exp(-squared distance) of rows [from, to) to row `to`. Every element by the same operations in the same order, so the width of the vectors does not show.
    private void Kernels(int from, int to, int pad, int columns)
    {
        var logTwoHigh = new Vector<double>(0.693147180369123816490);
        var logTwoLow = new Vector<double>(1.90821492927058770002e-10);
        var perLogTwo = new Vector<double>(1.44269504088896340736);
        var magic = new Vector<double>(6755399441055744.0); // 1.5 * 2^52: adding it rounds to a whole number
        var one = Vector<double>.One;
        var most = new Vector<double>(700.0);
        for (var i = from; i < to; i += Vector<double>.Count)
        {
            var z = Vector<double>.Zero;
            for (var j = 0; j < columns; j++)
            {
                var d = new Vector<double>(_column, j * pad + i) - new Vector<double>(_column[j * pad + to]);
                z += d * d;
            }

            z = -Vector.Min(z, most);
            var shifted = z * perLogTwo + magic;
            var whole = shifted - magic;
            var r = z - whole * logTwoHigh - whole * logTwoLow;
            var p = new Vector<double>(Inverse[11]);
            for (var k = 10; k >= 0; k--)
                p = p * r + new Vector<double>(Inverse[k]);
            p = p * r + one;
            var exponent = Vector.AsVectorInt64(shifted) - Vector.AsVectorInt64(magic) + new Vector<long>(1023);
            (p * Vector.AsVectorDouble(Vector.ShiftLeft(exponent, 52))).CopyTo(_kernel, i);
        }
    }
}
