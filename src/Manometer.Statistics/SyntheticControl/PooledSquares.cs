namespace Manometer.Statistics;

/// <summary>Weights of several units at once: one simplex each, tied by the error of their mean. Solved unit by unit, each exactly, until nothing moves; the whole is convex, so that is the optimum.</summary>
internal sealed class PooledSquares
{
    private const int Sweeps = 400;
    private readonly int _units, _lags;
    private readonly double[][] _columns; // donors' rows before the treatment, one donor after the other
    private readonly double[][] _targets;
    private readonly SimplexLeastSquares[] _solvers;
    private readonly double[][] _residuals;
    private readonly double[] _sum;

    public PooledSquares(IReadOnlyList<double[]> columns, IReadOnlyList<double[]> targets)
    {
        _units = targets.Count;
        (_columns, _targets) = ([.. columns], [.. targets]);
        _lags = targets.Min(target => target.Length);
        _solvers = [.. targets.Select(_ => new SimplexLeastSquares { StartsFromLast = true })];
        Weights = [.. columns.Select((all, i) => new double[all.Length / _targets[i].Length])];
        _residuals = [.. targets.Select(target => new double[target.Length])];
        _sum = new double[_lags];
    }

    public double[][] Weights { get; }

    /// <summary>Error of the mean over the times before the treatment that all units have.</summary>
    public double Pooled => Math.Sqrt(Vectors.Square(_sum) / _lags) / _units;

    public double Separate
    {
        get
        {
            var sum = 0.0;
            foreach (var residual in _residuals)
                sum += Vectors.Square(residual) / residual.Length;
            return Math.Sqrt(sum / _units);
        }
    }

    public void Run(double nu, double enough)
    {
        for (var i = 0; i < _units; i++)
            Residual(i);
        Total();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var moved = 0.0;
            for (var i = 0; i < _units; i++)
                moved = Math.Max(moved, Move(i, nu));
            if (moved <= enough || nu == 0)
                return;
        }
    }

    // Rows of the unit's own error, and rows of the error of the mean, the other units held.
    private double Move(int unit, double nu)
    {
        var (own, target) = (Math.Sqrt((1 - nu) / _units / _targets[unit].Length), _targets[unit]);
        var shared = Math.Sqrt(nu / _lags) / _units;
        var (pre, count) = (target.Length, Weights[unit].Length);
        var rows = nu > 0 ? pre + _lags : pre;
        if (nu == 0)
            own = 1;
        var columns = new double[count * rows];
        var right = new double[rows];
        for (var j = 0; j < count; j++)
            for (var t = 0; t < rows; t++)
                columns[j * rows + t] = t < pre ? own * _columns[unit][j * pre + t] : shared * _columns[unit][j * pre + pre - 1 - (t - pre)];
        for (var t = 0; t < rows; t++)
            right[t] = t < pre ? own * target[t] : shared * (target[pre - 1 - (t - pre)] + _sum[t - pre] - _residuals[unit][pre - 1 - (t - pre)]);
        var next = _solvers[unit].Solve(columns, right);
        var moved = 0.0;
        for (var j = 0; j < count; j++)
            moved = Math.Max(moved, Math.Abs(next[j] - Weights[unit][j]));
        next.CopyTo(Weights[unit]);
        for (var lag = 0; lag < _lags; lag++)
            _sum[lag] -= _residuals[unit][pre - 1 - lag];
        Residual(unit);
        for (var lag = 0; lag < _lags; lag++)
            _sum[lag] += _residuals[unit][pre - 1 - lag];
        return moved;
    }

    private void Residual(int unit)
    {
        var (pre, residual) = (_targets[unit].Length, _residuals[unit]);
        _targets[unit].CopyTo(residual, 0);
        for (var j = 0; j < Weights[unit].Length; j++)
            Vectors.Add(residual, _columns[unit].AsSpan(j * pre, pre), -Weights[unit][j]);
    }

    private void Total()
    {
        _sum.AsSpan().Clear();
        foreach (var residual in _residuals)
            for (var lag = 0; lag < _lags; lag++)
                _sum[lag] += residual[^(lag + 1)];
    }
}
