namespace Manometer.Statistics;

/// <summary>
/// The weights, none negative and summing to one, whose mix of columns comes nearest to a target: minimises |A w - b|^2 + ridge |w|^2 over the simplex, exactly.
/// Keeps its scratch memory: after a first run of a size further runs allocate nothing. Not for several threads at once.
/// </summary>
/// <remarks>
/// Primal active set on QR factors of column differences (never the normal equations); cost of a step O(rows x support + rows x columns). Where the optimum is not unique the weights of least norm are
/// returned, by a ridge of 1e-8 |A - b|^2 / columns, and <see cref="IsUnique"/> is false. A step that does not lower the loss makes the choice of the next column go by the smallest index
/// (Bland 1977), so that it ends.
/// </remarks>
public sealed class SimplexLeastSquares
{
    private const double Zero = -1e-14;
    private readonly DifferenceFactor _factor = new();
    private readonly DualRidge _dual = new();
    private double _dualRidge; // above 0 when the last optimum is the dual's
    private double[] _columns = [];
    private double[] _weights = [];
    private double[] _target = [];
    private double[] _residual = [];
    private double[] _gradient = [];
    private double[] _norms = [];
    private bool[] _in = [];
    private bool[] _barred = [];
    private int _rows, _count;
    private double _unit;
    private double _largest, _length; // of the longest column, of the residual

    /// <summary>Starts from the weights of the last run, where its size was the same: quicker in a search that moves in small steps.</summary>
    internal bool StartsFromLast { get; init; }

    /// <summary>Was the optimum of the last run the only one?</summary>
    public bool IsUnique { get; private set; }

    /// <summary>Steps of the last run.</summary>
    public int Iterations { get; private set; }

    /// <summary>How far the weights of the last run are from meeting the conditions of Karush, Kuhn and Tucker: the largest violation, relative to the longest column times the residual; 1e-9 or less is exact to rounding.</summary>
    public double KktResidual { get; private set; }

    /// <summary>Root of the mean squared residual of the last run, in the unit of the target.</summary>
    public double Rmse { get; private set; }

    /// <summary>Finds the weights. Valid until the next run.</summary>
    /// <param name="columns">The columns of A one after the other, each of the length of <paramref name="target"/>.</param>
    /// <param name="target">b.</param>
    /// <param name="ridge">Multiple of the squared length of the weights that is added to the loss, 0 or more; default 0.</param>
    /// <exception cref="SynthException">No column, no row, a length that does not fit, or a value that is not finite.</exception>
    public ReadOnlySpan<double> Solve(ReadOnlySpan<double> columns, ReadOnlySpan<double> target, double ridge = 0)
    {
        if (target.Length == 0 || columns.Length == 0 || columns.Length % target.Length != 0)
            throw new SynthException(SynthFault.Shape, "The columns must be as long as the target, and there must be one.");
        if (!(ridge >= 0 && ridge < double.PositiveInfinity))
            throw new SynthException(SynthFault.Shape, "A ridge is a finite number, 0 or more.");
        var again = StartsFromLast && _rows == target.Length && _count == columns.Length / target.Length;
        var unit = Fill(columns, target);
        var scaledRidge = ridge / unit / unit;
        if (!TryDual(scaledRidge))
            Run(scaledRidge, warm: again);
        var size = _factor.Count;
        IsUnique = ridge > 0 || HasOneOptimum();
        if (ridge == 0)
            _factor.Trim(size);
        var steps = Iterations;
        if (!IsUnique)
        {
            var leastNorm = LeastNormRidge();
            if (!TryDual(leastNorm))
                Run(leastNorm, warm: true);
            Iterations += steps;
        }

        _unit = unit;
        Rmse = Math.Sqrt(Vectors.Square(_residual.AsSpan(0, _rows)) / _rows) * unit;
        return _weights.AsSpan(0, _count);
    }

    /// <summary>Columns with a weight in the last run, and some at its edge.</summary>
    internal ReadOnlySpan<int> Support => _dualRidge > 0 ? _dual.Support : _factor.Support;

    /// <summary>The direction over <see cref="Support"/>, summing to zero, that a gradient over it is turned into by the inverse of A'A there; with it derivatives of the weights are had without solving again.</summary>
    internal void Adjoint(ReadOnlySpan<double> gradient, Span<double> direction)
    {
        var count = Support.Length;
        if (_dualRidge > 0)
        {
            var ones = _target.AsSpan(0, count);
            _gradient.AsSpan(0, count).Fill(1);
            _dual.Inverse(_gradient.AsSpan(0, count), _dualRidge, ones);
            _dual.Inverse(gradient[..count], _dualRidge, direction);
            var (sum, all) = (0.0, 0.0);
            for (var i = 0; i < count; i++)
                (sum, all) = (sum + direction[i], all + ones[i]);
            for (var i = 0; i < count; i++)
                direction[i] -= sum / all * ones[i];
        }
        else
            _factor.SolveAdjoint(gradient, direction);
        for (var i = 0; i < count; i++)
            direction[i] = direction[i] / _unit / _unit;
    }

    // By the distance from the target, so that a constant added to all values changes nothing.
    private double LeastNormRidge() => _largest > 0 ? 1e-8 * Vectors.Square(_columns.AsSpan(0, _count * _rows)) / _count : 1;

    // Columns are kept as their distance from the target, divided by a power of two.
    private double Fill(ReadOnlySpan<double> columns, ReadOnlySpan<double> target)
    {
        _rows = target.Length;
        _count = columns.Length / _rows;
        if (_columns.Length < columns.Length)
            _columns = new double[columns.Length];
        if (_weights.Length < _count)
            (_weights, _target, _gradient, _norms, _in, _barred) = (new double[_count], new double[_count], new double[_count], new double[_count], new bool[_count], new bool[_count]);
        if (_residual.Length < _rows)
            _residual = new double[_rows];
        var largest = 0.0;
        for (var j = 0; j < _count; j++)
        {
            var from = columns.Slice(j * _rows, _rows);
            var to = _columns.AsSpan(j * _rows, _rows);
            for (var t = 0; t < to.Length; t++)
            {
                to[t] = from[t] - target[t];
                largest = Math.Max(largest, Math.Abs(to[t])); // NaN stays NaN
            }
        }

        if (!(largest < 1e300))
            throw new SynthException(double.IsFinite(largest) ? SynthFault.Scale : SynthFault.NotFinite, "A value is not a finite number, or too large to subtract; leave the row out or divide by a power of ten.");
        var unit = largest > 0 ? BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(largest) & 0x7FF0000000000000L) : 1;
        if (unit == 0)
            unit = double.Epsilon * (1L << 52);
        _largest = 0;
        for (var j = 0; j < _count; j++)
        {
            var column = _columns.AsSpan(j * _rows, _rows);
            for (var t = 0; t < column.Length; t++)
                column[t] /= unit;
            _norms[j] = Math.Sqrt(Vectors.Square(column));
            _largest = Math.Max(_largest, _norms[j]);
        }

        return unit;
    }

    private void Run(double ridge, bool warm)
    {
        if (!warm || !TryStart(ridge))
        {
            _weights.AsSpan(0, _count).Clear();
            var best = 0;
            for (var j = 1; j < _count; j++)
                if (_norms[j] < _norms[best])
                    best = j;
            _weights[best] = 1;
            TryStart(ridge);
        }

        Iterations = 0;
        var stalled = 0;
        var least = double.PositiveInfinity;
        var entered = -1;
        var limit = 100 * (_count + 10);
        while (Iterations++ < limit)
        {
            var target = _target.AsSpan(0, _factor.Count);
            _factor.Solve(target);
            if (entered >= 0 && target[^1] <= 0 && _factor.Support[^1] == entered)
            {
                Bar(_factor.Count - 1); // a direction of descent by rounding only
                entered = -1;
                if (!Enter(ridge, stalled >= 50, ref entered))
                    break;
                continue;
            }

            entered = -1;
            if (!Move(target, stalled >= 50))
                continue;
            var loss = Residual(ridge);
            if (loss < least * (1 - 1e-15))
            {
                (least, stalled) = (loss, 0);
                _barred.AsSpan(0, _count).Clear();
            }
            else
                stalled++;
            if (ridge == 0 && _factor.Count == 1 && _norms[_factor.Support[0]] == 0)
                break;
            if (!Enter(ridge, stalled >= 50, ref entered))
                break;
        }

        Residual(ridge);
        KktResidual = Violation(ridge);
    }

    // With more columns than rows and a ridge that counts, in as many unknowns as rows; kept only when it is the optimum.
    private bool TryDual(double ridge)
    {
        _dualRidge = 0;
        if (!(ridge > 0) || _count <= _rows || !_dual.Run(_columns, _rows, _count, ridge, _weights.AsSpan(0, _count)))
            return false;
        _dualRidge = ridge;
        Iterations = _dual.Steps;
        Residual(ridge);
        KktResidual = Violation(ridge);
        if (KktResidual <= 1e-10)
            return true;
        _dualRidge = 0;
        return false;
    }

    // From the weights there are; false when columns of theirs depend on each other.
    private bool TryStart(double ridge)
    {
        _in.AsSpan(0, _count).Clear();
        _barred.AsSpan(0, _count).Clear();
        _factor.Start(_columns, _rows, _rows, _count, ridge);
        for (var j = 0; j < _count; j++)
            if (_weights[j] > 0 && !(_in[j] = _factor.TryAdd(j)))
                return false;
        return true;
    }

    // Goes to the least squares of the support, or as far towards it as no weight turns negative; true on arrival.
    private bool Move(ReadOnlySpan<double> target, bool bland)
    {
        var support = _factor.Support;
        var step = 1.0;
        var blocking = -1;
        for (var i = 0; i < support.Length; i++)
        {
            if (target[i] >= Zero)
                continue;
            var now = _weights[support[i]];
            var ratio = now / (now - target[i]);
            if (blocking < 0 || ratio < step || (bland && ratio == step && support[i] < support[blocking]))
                (step, blocking) = (ratio, i);
        }

        for (var i = 0; i < support.Length; i++)
            _weights[support[i]] = blocking < 0 ? Math.Max(target[i], 0) : Math.Max(_weights[support[i]] + step * (target[i] - _weights[support[i]]), 0);
        if (blocking < 0)
            return true;
        _weights[support[blocking]] = 0;
        _in[support[blocking]] = false;
        _factor.DropAt(blocking);
        return false;
    }

    private void Bar(int place)
    {
        var column = _factor.Support[place];
        _factor.DropAt(place);
        (_in[column], _barred[column], _weights[column]) = (false, true, 0);
    }

    private bool Enter(double ridge, bool bland, ref int entered)
    {
        while (true)
        {
            var level = Gradient(ridge);
            var choice = -1;
            var lowest = 0.0;
            for (var j = 0; j < _count; j++)
            {
                if (_in[j] || _barred[j])
                    continue;
                var reduced = _gradient[j] - level;
                if (reduced < -Tolerance(j, 1e-11) && (choice < 0 || (!bland && reduced < lowest)))
                    (choice, lowest) = (j, reduced);
            }

            if (choice < 0)
                return false;
            if (_factor.TryAdd(choice))
            {
                (_in[choice], entered) = (true, choice);
                return true;
            }

            _barred[choice] = true;
        }
    }

    private double Residual(double ridge)
    {
        var residual = _residual.AsSpan(0, _rows);
        residual.Clear();
        var square = 0.0;
        foreach (var j in Support)
        {
            Vectors.Add(residual, _columns.AsSpan(j * _rows, _rows), _weights[j]);
            square += _weights[j] * _weights[j];
        }

        var loss = Vectors.Square(residual);
        _length = Math.Sqrt(loss + ridge * square);
        return loss + ridge * square;
    }

    // The gradient of every column, and its mean over the support.
    private double Gradient(double ridge)
    {
        var residual = _residual.AsSpan(0, _rows);
        for (var j = 0; j < _count; j++)
            _gradient[j] = Vectors.Dot(_columns.AsSpan(j * _rows, _rows), residual) + ridge * _weights[j];
        var sum = 0.0;
        foreach (var j in Support)
            sum += _gradient[j];
        return sum / Support.Length;
    }

    // What rounding of the residual alone makes of a gradient stands beside the share of it.
    private double Tolerance(int column, double share) => _norms[column] * (share * _length + 1e-15 * _largest);

    private double Violation(double ridge)
    {
        var level = Gradient(ridge);
        var worst = 0.0;
        for (var j = 0; j < _count; j++)
        {
            var reduced = _gradient[j] - level;
            worst = Math.Max(worst, _weights[j] > 0 ? Math.Abs(reduced) : -reduced);
        }

        var scale = _largest * Math.Max(_length, 1e-6 * _largest);
        return scale > 0 ? worst / scale : 0;
    }

    // Columns that could enter without loss, all of them where the fit is perfect, and depend on those within leave a choice.
    private bool HasOneOptimum()
    {
        var perfect = _length <= 1e-9 * _largest;
        var level = Gradient(0);
        for (var j = 0; j < _count; j++)
            if (!_in[j] && (perfect || _gradient[j] - level < Tolerance(j, 1e-9)) && !_factor.TryAdd(j))
                return false;
        return true;
    }
}
