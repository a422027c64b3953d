namespace Manometer.Statistics;

/// <summary>Minimises functions of a few variables that are smooth in pieces: limited memory BFGS (Nocedal 1980), and the simplex search of Nelder and Mead (1965) to polish.</summary>
internal sealed class QuasiNewton(int size, Func<double[], double[]?, double> function)
{
    private const int Memory = 8;
    private readonly double[][] _steps = Rows(Memory, size);
    private readonly double[][] _changes = Rows(Memory, size);
    private readonly double[] _curvature = new double[Memory];
    private readonly double[] _factor = new double[Memory];
    private readonly double[] _gradient = new double[size];
    private readonly double[] _next = new double[size];
    private readonly double[] _nextGradient = new double[size];
    private readonly double[] _direction = new double[size];
    private readonly double[][] _corners = Rows(size + 1, size);
    private readonly double[] _values = new double[size + 1];
    private readonly double[] _centre = new double[size];
    private readonly double[] _trial = new double[size];
    private readonly double[] _second = new double[size];

    /// <summary>Moves <paramref name="x"/> downhill; returns the value reached.</summary>
    public double Descend(double[] x, int rounds, double enough)
    {
        var value = function(x, _gradient);
        var (kept, newest) = (0, -1);
        var small = 0;
        for (var round = 0; round < rounds; round++)
        {
            Direction(kept, newest);
            var slope = Vectors.Dot(_direction, _gradient);
            if (!(slope < 0))
            {
                kept = 0;
                for (var i = 0; i < size; i++)
                    _direction[i] = -_gradient[i];
                slope = -Vectors.Square(_gradient);
                if (!(slope < 0))
                    break;
            }

            var longest = 0.0;
            foreach (var one in _direction)
                longest = Math.Max(longest, Math.Abs(one));
            var step = kept == 0 ? 1 / longest : Math.Min(1, 4 / longest);
            double reached;
            var tries = 0;
            do
            {
                for (var i = 0; i < size; i++)
                    _next[i] = x[i] + step * _direction[i];
                reached = function(_next, _nextGradient);
                step *= 0.4;
            }
            while (!(reached <= value + 1e-4 * (step / 0.4) * slope) && ++tries < 12);
            if (!(reached < value))
            {
                if (kept == 0)
                    break;
                kept = 0;
                continue;
            }

            newest = (newest + 1) % Memory;
            kept = Math.Min(kept + 1, Memory);
            for (var i = 0; i < size; i++)
            {
                _steps[newest][i] = _next[i] - x[i];
                _changes[newest][i] = _nextGradient[i] - _gradient[i];
            }

            _curvature[newest] = Vectors.Dot(_steps[newest], _changes[newest]);
            if (!(_curvature[newest] > 1e-12 * Math.Sqrt(Vectors.Square(_steps[newest]) * Vectors.Square(_changes[newest]))))
                kept = 0;
            small = value - reached < enough * Math.Abs(value) ? small + 1 : 0;
            value = reached;
            _next.CopyTo(x, 0);
            _nextGradient.CopyTo(_gradient, 0);
            if (small >= 3)
                break;
        }

        return value;
    }

    /// <summary>Searches around <paramref name="x"/> without gradients; returns the value reached.</summary>
    public double Polish(double[] x, double width, int evaluations, double enough)
    {
        for (var i = 0; i <= size; i++)
        {
            x.CopyTo(_corners[i], 0);
            if (i > 0)
                _corners[i][i - 1] += width;
            _values[i] = function(_corners[i], null);
        }

        for (var used = size + 1; used < evaluations; used++)
        {
            Order();
            if (_values[size] - _values[0] <= enough * Math.Abs(_values[0]))
                break;
            for (var k = 0; k < size; k++)
            {
                _centre[k] = 0;
                for (var i = 0; i < size; i++)
                    _centre[k] += _corners[i][k] / size;
            }

            var value = Try(_trial, 1);
            if (value < _values[0])
            {
                used++;
                var further = Try(_second, 2);
                Replace(further < value ? _second : _trial, Math.Min(further, value));
            }
            else if (value < _values[size - 1])
                Replace(_trial, value);
            else
            {
                used++;
                var outside = value < _values[size];
                var nearer = Try(_second, outside ? 0.5 : -0.5);
                if (nearer < Math.Min(value, _values[size]))
                    Replace(_second, nearer);
                else
                {
                    for (var i = 1; i <= size; i++)
                    {
                        for (var k = 0; k < size; k++)
                            _corners[i][k] = 0.5 * (_corners[i][k] + _corners[0][k]);
                        _values[i] = function(_corners[i], null);
                    }

                    used += size;
                }
            }
        }

        Order();
        _corners[0].CopyTo(x, 0);
        return _values[0];
    }

    private double Try(double[] at, double reach)
    {
        for (var k = 0; k < size; k++)
            at[k] = _centre[k] + reach * (_centre[k] - _corners[size][k]);
        return function(at, null);
    }

    private void Replace(double[] by, double value)
    {
        by.CopyTo(_corners[size], 0);
        _values[size] = value;
    }

    private void Order()
    {
        for (var i = 1; i <= size; i++) // insertion: equal values keep their order
        {
            var (value, corner, at) = (_values[i], _corners[i], i);
            for (; at > 0 && _values[at - 1] > value; at--)
                (_values[at], _corners[at]) = (_values[at - 1], _corners[at - 1]);
            (_values[at], _corners[at]) = (value, corner);
        }
    }

    private void Direction(int kept, int newest)
    {
        for (var i = 0; i < size; i++)
            _direction[i] = -_gradient[i];
        for (var k = 0; k < kept; k++)
        {
            var at = (newest - k + Memory) % Memory;
            _factor[at] = Vectors.Dot(_steps[at], _direction) / _curvature[at];
            Vectors.Add(_direction, _changes[at], -_factor[at]);
        }

        if (kept > 0)
        {
            var scale = _curvature[newest] / Vectors.Square(_changes[newest]);
            for (var i = 0; i < size; i++)
                _direction[i] *= scale;
        }

        for (var k = kept - 1; k >= 0; k--)
        {
            var at = (newest - k + Memory) % Memory;
            Vectors.Add(_direction, _steps[at], _factor[at] - Vectors.Dot(_changes[at], _direction) / _curvature[at]);
        }
    }

    private static double[][] Rows(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
