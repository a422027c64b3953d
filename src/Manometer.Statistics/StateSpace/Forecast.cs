namespace Manometer.Statistics;

/// <summary>Weighted sums of the rows after the intervention as linear functions of the states after the last fitted row. A sum is held as: weights of those states, the design, the noise of each axis (in units of its ratio), and the squares of the weights.</summary>
internal sealed class Forecast
{
    private double[] _transition = [], _covariance = [], _withSum = [], _sumVariance = [], _sum = [], _now = [];
    private int _states, _axes, _columns;
    private StateLayout _layout;

    /// <summary>Length of one function.</summary>
    public int Stride => _states + _columns + _axes + 1;

    /// <summary>The function of the row last reached.</summary>
    public ReadOnlySpan<double> Row => _now.AsSpan(0, Stride);

    /// <summary>The function of the sum of the observed rows so far.</summary>
    public ReadOnlySpan<double> Total => _sum.AsSpan(0, Stride);

    /// <summary>Rows in the sum so far.</summary>
    public int Count { get; private set; }

    public double TotalActual { get; private set; }

    public void Begin(ImpactSeries series, in StateLayout layout)
    {
        _layout = layout;
        (_states, _axes, _columns) = (layout.States, layout.Axes, series.Alive);
        var square = _states * _states;
        if (_transition.Length < square || _covariance.Length < square * _axes || _now.Length < Stride || _sumVariance.Length < _axes)
            (_transition, _covariance, _withSum, _sumVariance, _sum, _now) = (new double[square], new double[square * _axes], new double[_states * _axes], new double[_axes], new double[Stride], new double[Stride]);
        Array.Clear(_transition);
        Array.Clear(_covariance);
        Array.Clear(_withSum);
        Array.Clear(_sumVariance);
        Array.Clear(_sum);
        for (var i = 0; i < _states; i++)
            _transition[i * _states + i] = 1;
        (Count, TotalActual) = (0, 0);
        for (var row = series.Fitted - 1; row < series.PostStart - 1; row++)
            Step(row);
    }

    /// <summary>Goes from the row before to <paramref name="row"/>, a row after the intervention; rows come in order.</summary>
    public void Reach(ImpactSeries series, int row)
    {
        Step(row - 1);
        var x = series.DesignRow(row);
        var season = _layout.Season > 0 ? _layout.SeasonState(row) : -1;
        for (var i = 0; i < _states; i++)
            _now[i] = Measure(_transition.AsSpan(i), _states, season, x);
        x.CopyTo(_now.AsSpan(_states));
        _now[Stride - 1] = 1;
        var observed = !double.IsNaN(series.Y[row]);
        for (var axis = 0; axis < _axes; axis++)
        {
            var covariance = _covariance.AsSpan(axis * _states * _states);
            var withSum = _withSum.AsSpan(axis * _states, _states);
            var cross = Measure(withSum, 1, season, x);
            var variance = Quadratic(covariance, season, x);
            _now[_states + _columns + axis] = variance;
            if (!observed)
                continue;
            _sumVariance[axis] += 2 * cross + variance;
            _sum[_states + _columns + axis] = _sumVariance[axis];
            for (var i = 0; i < _states; i++)
                withSum[i] += Measure(covariance.Slice(i * _states), 1, season, x);
        }
        if (!observed)
            return;
        for (var i = 0; i < _states + _columns; i++)
            _sum[i] += _now[i];
        _sum[Stride - 1] += 1;
        TotalActual += series.Y[row];
        Count++;
    }

    // Z a, the elements of a standing step apart.
    private double Measure(ReadOnlySpan<double> a, int step, int season, ReadOnlySpan<double> x)
    {
        var value = a[0];
        if (season >= 0)
            value += a[season * step];
        for (var j = 0; j < _layout.Dynamic; j++)
            value += x[x.Length - _layout.Dynamic + j] * a[(_layout.DynamicAt + j) * step];
        return value;
    }

    private double Quadratic(ReadOnlySpan<double> covariance, int season, ReadOnlySpan<double> x)
    {
        var value = Measure(covariance, 1, season, x);
        if (season >= 0)
            value += Measure(covariance.Slice(season * _states), 1, season, x);
        for (var j = 0; j < _layout.Dynamic; j++)
            value += x[x.Length - _layout.Dynamic + j] * Measure(covariance.Slice((_layout.DynamicAt + j) * _states), 1, season, x);
        return value;
    }

    private void Step(int row)
    {
        Move(_transition, _states, row);
        for (var axis = 0; axis < _axes; axis++)
        {
            var covariance = _covariance.AsSpan(axis * _states * _states, _states * _states);
            Move(covariance, _states, row);
            MoveRight(covariance, row);
            Move(_withSum.AsSpan(axis * _states, _states), 1, row);
        }
        _covariance[0] += 1;
        if (_layout.Slope)
            _covariance[_states * _states + _states + 1] += 1;
        if (_layout.Turns(row))
        {
            var at = _layout.SeasonState(row + 1);
            _covariance[(_layout.SeasonAxis * _states + at) * _states + at] += 1;
        }
        for (var i = 0; i < _layout.Dynamic; i++)
            _covariance[_layout.DynamicAxis * _states * _states + (_layout.DynamicAt + i) * (_states + 1)] += 1;
    }

    // T M, M with the given number of columns.
    private void Move(Span<double> m, int columns, int row)
    {
        if (_layout.Slope)
            for (var j = 0; j < columns; j++)
                m[j] += m[columns + j];
        if (!_layout.Turns(row))
            return;
        var oldest = _layout.SeasonState(row + 1);
        for (var j = 0; j < columns; j++)
        {
            var sum = 0.0;
            for (var i = 0; i < _layout.Season; i++)
                sum += m[(_layout.SeasonAt + i) * columns + j];
            m[oldest * columns + j] = -sum;
        }
    }

    // M T'.
    private void MoveRight(Span<double> m, int row)
    {
        if (_layout.Slope)
            for (var i = 0; i < _states; i++)
                m[i * _states] += m[i * _states + 1];
        if (!_layout.Turns(row))
            return;
        var oldest = _layout.SeasonState(row + 1);
        for (var i = 0; i < _states; i++)
        {
            var sum = 0.0;
            for (var j = 0; j < _layout.Season; j++)
                sum += m[i * _states + _layout.SeasonAt + j];
            m[i * _states + oldest] = -sum;
        }
    }
}
