namespace Manometer.Statistics;

/// <summary>Least squares over columns that sum to one: a QR factor, by Householder reflections, of the differences of the columns from the first of them.</summary>
/// <remarks>
/// Columns are added and dropped one at a time; what stands before the change is kept, so that the result has the bits of a factorisation from the start. A ridge adds one row a column, at the column's
/// place in the support, so that the factor stays short.
/// </remarks>
internal sealed class DifferenceFactor
{
    private double[] _factor = []; // column i at i * _stride: reflector below and on the diagonal, R above
    private double[] _diagonal = [];
    private double[] _twice = [];
    private double[] _right = [];
    private int[] _support = [];
    private double[] _columns = [];
    private int _columnStride, _rows, _stride, _factored;
    private double _root;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Support => _support.AsSpan(0, Count);

    public void Start(double[] columns, int columnStride, int rows, int candidates, double ridge)
    {
        (_columns, _columnStride, _rows, _root) = (columns, columnStride, rows, Math.Sqrt(ridge));
        _stride = ridge > 0 ? rows + candidates : rows;
        if (_support.Length < candidates)
            (_support, _diagonal, _twice) = (new int[candidates], new double[candidates], new double[candidates]);
        var width = ridge > 0 ? candidates : Math.Min(candidates, rows + 1);
        if (_factor.Length < width * _stride)
            _factor = new double[width * _stride];
        if (_right.Length < _stride)
            _right = new double[_stride];
        Count = _factored = 0;
    }

    /// <summary>Adds a column; false, and nothing changed, when its difference depends on those before.</summary>
    public bool TryAdd(int column)
    {
        _support[Count] = column;
        if (Count > 0 && !Factor(Count, column))
            return false;
        Count++;
        _factored = Count;
        return true;
    }

    /// <summary>Drops the column at a place of the support; those behind move up.</summary>
    public void DropAt(int place)
    {
        for (var i = place; i + 1 < Count; i++)
            _support[i] = _support[i + 1];
        Count--;
        _factored = place == 0 ? 1 : place;
        for (var i = _factored; i < Count; i++)
            Factor(i, _support[i]); // a part of independent columns is independent
        _factored = Count;
    }

    /// <summary>The weights, one for each of the support, that minimise the length of the weighted sum of the columns, and sum to one.</summary>
    public void Solve(Span<double> weights)
    {
        var length = Length(Count - 1);
        var right = _right.AsSpan(0, length);
        right.Clear();
        _columns.AsSpan(_support[0] * _columnStride, _rows).CopyTo(right);
        if (_root > 0)
            right[_rows] = _root;
        for (var i = 1; i < Count; i++)
            Reflect(i, right);
        var sum = 0.0;
        for (var i = Count - 1; i >= 1; i--)
        {
            var value = -right[i - 1];
            for (var k = i + 1; k < Count; k++)
                value -= _factor[k * _stride + i - 1] * weights[k];
            weights[i] = value / _diagonal[i];
        }

        for (var i = 1; i < Count; i++)
            sum += weights[i];
        weights[0] = 1 - sum;
    }

    /// <summary>Drops all columns from a place on.</summary>
    public void Trim(int count) => Count = _factored = Math.Min(count, Count);

    /// <summary>The direction, summing to zero over the support, that solves the optimality conditions of the squares with the given right side: the adjoint of <see cref="Solve"/>.</summary>
    public void SolveAdjoint(ReadOnlySpan<double> right, Span<double> direction)
    {
        for (var i = 1; i < Count; i++) // R' u = right, differences from the first
        {
            var value = right[i] - right[0];
            for (var k = 1; k < i; k++)
                value -= _factor[i * _stride + k - 1] * direction[k];
            direction[i] = value / _diagonal[i];
        }

        var sum = 0.0;
        for (var i = Count - 1; i >= 1; i--)
        {
            var value = direction[i];
            for (var k = i + 1; k < Count; k++)
                value -= _factor[k * _stride + i - 1] * direction[k];
            direction[i] = value / _diagonal[i];
            sum += direction[i];
        }

        direction[0] = -sum;
    }

    private int Length(int place) => _root > 0 ? _rows + place + 1 : _rows;

    private bool Factor(int place, int column)
    {
        var length = Length(place);
        if (place > length)
            return false;
        if (_root == 0 && place > _rows)
            return false;
        var target = _factor.AsSpan(place * _stride, length);
        var first = _columns.AsSpan(_support[0] * _columnStride, _rows);
        var own = _columns.AsSpan(column * _columnStride, _rows);
        for (var t = 0; t < own.Length; t++)
            target[t] = own[t] - first[t];
        if (_root > 0)
        {
            target[_rows..].Clear();
            target[_rows] = -_root;
            target[_rows + place] = _root;
        }

        var whole = Vectors.Square(target);
        for (var i = 1; i < place; i++)
            Reflect(i, target);
        var rest = target[(place - 1)..];
        var square = Vectors.Square(rest);
        if (!(square > 1e-22 * whole))
            return false;
        var norm = Math.Sqrt(square);
        var diagonal = rest[0] > 0 ? -norm : norm;
        rest[0] -= diagonal;
        _diagonal[place] = diagonal;
        _twice[place] = -1 / (diagonal * rest[0]); // 2 / v'v
        return true;
    }

    private void Reflect(int place, Span<double> vector)
    {
        var length = Length(place) - (place - 1);
        var reflector = _factor.AsSpan(place * _stride + place - 1, length);
        var part = vector.Slice(place - 1, length);
        Vectors.Add(part, reflector, -_twice[place] * Vectors.Dot(reflector, part));
    }
}
