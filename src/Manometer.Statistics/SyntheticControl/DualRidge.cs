namespace Manometer.Statistics;

/// <summary>Minimises |C w|^2 + ridge |w|^2 over the simplex where there are more columns than rows, in as many unknowns as rows.</summary>
/// <remarks>
/// The dual is min over z of sum max(0, 1 - c_j'z)^2 + ridge |z|^2, smooth, convex and quadratic in pieces; Newton's method ends after few steps, each a least squares by Householder reflections. The weights are the positive parts of
/// 1 - c_j'z over their sum. Good where the ridge is not small beside the loss, as for perfect fits; the caller checks the optimality conditions.
/// </remarks>
internal sealed class DualRidge
{
    private double[] _matrix = []; // rows of the support, then the ridge; column by column
    private double[] _diagonal = [], _twice = [], _right = [], _z = [], _next = [], _rest = [];
    private int[] _support = [];
    private int _rows, _height;
    private double[] _columns = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Support => _support.AsSpan(0, Count);

    public int Steps { get; private set; }

    /// <summary>Fills the weights; false when it did not settle.</summary>
    public bool Run(double[] columns, int rows, int count, double ridge, Span<double> weights)
    {
        (_columns, _rows) = (columns, rows);
        Room(rows, count);
        Count = count;
        for (var j = 0; j < count; j++)
            _support[j] = j;
        var z = _z.AsSpan(0, rows);
        var next = _next.AsSpan(0, rows);
        z.Clear();
        var value = (double)count;
        for (Steps = 1; Steps <= 100; Steps++)
        {
            Factor(Math.Sqrt(ridge));
            var right = _right.AsSpan(0, _height);
            right[..Count].Fill(1);
            right[Count..].Clear();
            Solve(right, next);
            var reached = Value(next, ridge, count);
            for (var half = 0; !(reached <= value) && half < 40; half++)
            {
                for (var k = 0; k < rows; k++)
                    next[k] = 0.5 * (next[k] + z[k]);
                reached = Value(next, ridge, count);
            }

            next.CopyTo(z);
            value = reached;
            if (!Changes(count))
            {
                var sum = 0.0;
                for (var j = 0; j < count; j++)
                    sum += weights[j] = Math.Max(_rest[j], 0);
                if (!(sum > 0))
                    return false;
                for (var j = 0; j < count; j++)
                    weights[j] /= sum;
                return true;
            }

            if (Count == 0)
                return false;
        }

        return false;
    }

    /// <summary>What of a vector over the support its regression on the columns leaves, over the ridge: the inverse of C'C + ridge there.</summary>
    public void Inverse(ReadOnlySpan<double> vector, double ridge, Span<double> result)
    {
        var right = _right.AsSpan(0, _height);
        vector.CopyTo(right);
        right[Count..].Clear();
        var next = _next.AsSpan(0, _rows);
        Solve(right, next);
        for (var i = 0; i < Count; i++)
            result[i] = (vector[i] - Vectors.Dot(Column(_support[i]), next)) / ridge;
    }

    private ReadOnlySpan<double> Column(int j) => _columns.AsSpan(j * _rows, _rows);

    private void Room(int rows, int count)
    {
        if (_support.Length < count)
            (_support, _rest) = (new int[count], new double[count]);
        if (_z.Length < rows)
            (_z, _next, _diagonal, _twice) = (new double[rows], new double[rows], new double[rows], new double[rows]);
        if (_right.Length < count + rows)
            _right = new double[count + rows];
        if (_matrix.Length < (count + rows) * rows)
            _matrix = new double[(count + rows) * rows];
    }

    private double Value(ReadOnlySpan<double> z, double ridge, int count)
    {
        var sum = ridge * Vectors.Square(z);
        for (var j = 0; j < count; j++)
        {
            var rest = _rest[j] = 1 - Vectors.Dot(Column(j), z);
            if (rest > 0)
                sum += rest * rest;
        }

        return sum;
    }

    // Takes the columns with something left as the new support; false when they are the old ones.
    private bool Changes(int count)
    {
        var (at, changed) = (0, false);
        for (var j = 0; j < count; j++)
        {
            if (!(_rest[j] > 0))
                continue;
            changed |= at >= Count || _support[at] != j;
            _support[at++] = j; // at <= j: nothing unread is written over
        }

        changed |= at != Count;
        Count = at;
        return changed;
    }

    private void Factor(double root)
    {
        _height = Count + _rows;
        for (var k = 0; k < _rows; k++)
        {
            var column = _matrix.AsSpan(k * _height, _height);
            for (var i = 0; i < Count; i++)
                column[i] = _columns[_support[i] * _rows + k];
            column[Count..].Clear();
            column[Count + k] = root;
        }

        for (var k = 0; k < _rows; k++)
        {
            var own = _matrix.AsSpan(k * _height + k, _height - k);
            var norm = Math.Sqrt(Vectors.Square(own));
            var diagonal = own[0] > 0 ? -norm : norm;
            own[0] -= diagonal;
            (_diagonal[k], _twice[k]) = (diagonal, -1 / (diagonal * own[0]));
            for (var l = k + 1; l < _rows; l++)
            {
                var other = _matrix.AsSpan(l * _height + k, _height - k);
                Vectors.Add(other, own, -_twice[k] * Vectors.Dot(own, other));
            }
        }
    }

    private void Solve(Span<double> right, Span<double> solution)
    {
        for (var k = 0; k < _rows; k++)
        {
            var own = _matrix.AsSpan(k * _height + k, _height - k);
            Vectors.Add(right[k..], own, -_twice[k] * Vectors.Dot(own, right[k..]));
        }

        for (var k = _rows - 1; k >= 0; k--)
        {
            var value = right[k];
            for (var l = k + 1; l < _rows; l++)
                value -= _matrix[l * _height + k] * solution[l];
            solution[k] = value / _diagonal[k];
        }
    }
}
