namespace Manometer.Statistics;

/// <summary>A series made ready: checked, centred by its median, scaled by a power of two (which changes no bit of the rest), summed.</summary>
internal sealed class Preparation
{
    private double[] _scratch = [];
    private int[] _order = [];

    public int Rows { get; private set; }

    public int Columns { get; private set; }

    /// <summary>Row by row, centred and scaled; whitened ranks for the rank cost.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Rows * Columns);

    /// <summary>What a scaled cost is multiplied by.</summary>
    public double Unit { get; private set; }

    /// <summary>What is added to the total cost afterwards.</summary>
    public double Offset { get; private set; }

    public double PenaltyUnit { get; private set; }

    public double Lowest { get; private set; }

    public double Highest { get; private set; }

    public bool Constant { get; private set; }

    /// <summary>Would sums of squares in doubles lose the noise?</summary>
    public bool NeedsWide { get; private set; }

    public double Floor { get; private set; }

    public double LogFloor { get; private set; }

    public double Gamma { get; private set; }

    public double[] Counts { get; private set; } = [];

    public Plain[] PlainSums { get; private set; } = [];

    public Plain[] PlainSquares { get; private set; } = [];

    public Wide[] WideSums { get; private set; } = [];

    public Wide[] WideSquares { get; private set; } = [];

    private double[] _values = [];

    public void Fill(ReadOnlySpan<double> values, int columns, SegmentCost cost, int minimum)
    {
        Check(values, columns, minimum);
        (Columns, Rows) = (columns, values.Length / columns);
        if (_values.Length < values.Length)
            _values = new double[values.Length];
        if (_scratch.Length < Rows)
            _scratch = new double[Rows];
        values.CopyTo(_values);
        (Unit, Offset, NeedsWide) = (1, 0, false);
        Constant = true;
        for (var i = columns; i < values.Length && Constant; i++)
            Constant = values[i] == values[i - columns];
        if (cost == SegmentCost.Poisson)
        {
            Count(values);
            return;
        }

        if (cost == SegmentCost.Rank)
            Rank();
        else
            Scale(cost);
        var noise = 0.0;
        for (var j = 0; j < columns; j++)
            noise += Noise(j);
        PenaltyUnit = cost switch { SegmentCost.L2 => noise * Unit, SegmentCost.Rbf => 1.0 / 3, SegmentCost.Normal => 4.0 / 3, _ => columns };
        if (PenaltyUnit == 0 && Constant)
            PenaltyUnit = 1;
        if (cost == SegmentCost.Rbf)
        {
            Gamma = 1 / MedianDistance();
            return;
        }

        if (cost == SegmentCost.Normal)
        {
            Floor = noise > 0 ? 1e-6 * noise * (0.6745 * 0.6745 * 2) : 1;
            LogFloor = Elementary.Log(Floor);
            Offset = Rows * Elementary.Log(Unit);
            Unit = 1;
        }

        Sum(noise, cost);
    }

    private static void Check(ReadOnlySpan<double> values, int columns, int minimum)
    {
        if (columns < 1 || values.Length % columns != 0)
            throw new BreakException(BreakFault.Shape, "The number of values is not a whole number of rows.");
        for (var i = 0; i < values.Length; i++)
            if (!double.IsFinite(values[i]))
                throw new BreakException(BreakFault.NotFinite, $"Row {i / columns} (counted from 0) is not a finite number. Leave it out or fill it by a rule of yours; it is never filled silently.");
        if (values.Length / columns < minimum || values.Length / columns < 2)
            throw new BreakException(BreakFault.TooShort, $"{values.Length / columns} row(s) are fewer than one segment of {Math.Max(minimum, 2)}.");
    }

    private void Count(ReadOnlySpan<double> values)
    {
        if (Columns > 1)
            throw new BreakException(BreakFault.Shape, "The Poisson cost takes one column.");
        if (Counts.Length < Rows + 1)
            Counts = new double[Rows + 1];
        Highest = 1;
        for (var i = 0; i < Rows; i++)
        {
            if (values[i] < 0 || values[i] != Math.Floor(values[i]))
                throw new BreakException(BreakFault.NotCounts, $"Row {i} (counted from 0) is no count: the Poisson cost wants whole numbers from 0. Use L2 or rank.");
            Counts[i + 1] = Counts[i] + values[i];
            Highest = Math.Max(Highest, values[i]);
        }

        if (Counts[Rows] > 9007199254740992)
            throw new BreakException(BreakFault.NotCounts, "The counts add up to more than 2^53; divide them, or use L2.");
        PenaltyUnit = 1;
    }

    private void Scale(SegmentCost cost)
    {
        var most = 0.0;
        for (var j = 0; j < Columns; j++)
        {
            for (var i = 0; i < Rows; i++)
                _scratch[i] = _values[i * Columns + j];
            var median = Quantiles.Median(_scratch.AsSpan(0, Rows));
            for (var i = 0; i < Rows; i++)
            {
                ref var value = ref _values[i * Columns + j];
                value -= median;
                most = Math.Max(most, Math.Abs(value));
            }
        }

        if (!double.IsFinite(most))
            throw new BreakException(BreakFault.Scale, "The values spread further than doubles reach; divide them by a power of ten.");
        var exponent = most > 0 ? Math.ILogB(most) + 1 : 0;
        if (exponent is > 505 or < -505 && cost != SegmentCost.Rbf && cost != SegmentCost.Normal)
            throw new BreakException(BreakFault.Scale, "The squares of the values leave the range of doubles; multiply or divide them by a power of ten.");
        var (half, rest) = (Math.ScaleB(1, -exponent / 2), Math.ScaleB(1, -exponent - -exponent / 2)); // in two, as one may be beyond doubles
        foreach (ref var value in _values.AsSpan(0, Rows * Columns))
            value = value * half * rest;
        Unit = cost == SegmentCost.Rbf ? 1 : Math.ScaleB(1, 2 * Math.Clamp(exponent, -505, 505));
    }

    // The squared noise of a column: median absolute first difference / (.6745 sqrt 2), squared; where more than half of the steps are 0, half the mean squared step.
    private double Noise(int column)
    {
        var square = 0.0;
        for (var i = 1; i < Rows; i++)
        {
            var step = Math.Abs(_values[i * Columns + column] - _values[(i - 1) * Columns + column]);
            _scratch[i - 1] = step;
            square += step * step;
        }

        var median = Quantiles.Median(_scratch.AsSpan(0, Rows - 1)) / (0.6745 * 1.4142135623730951);
        return median > 0 ? median * median : 0.5 * square / (Rows - 1);
    }

    private void Sum(double noise, SegmentCost cost)
    {
        DoubleDouble squares = default;
        (Lowest, Highest) = (0, 0);
        foreach (var value in Values)
        {
            squares += value * value;
            Lowest = Math.Min(Lowest, value);
            Highest = Math.Max(Highest, value);
        }

        NeedsWide = !(noise * Rows > 0.004 * squares.Value) && !Constant;
        if (NeedsWide)
            (WideSums, WideSquares) = Sums(WideSums, WideSquares);
        else
            (PlainSums, PlainSquares) = Sums(PlainSums, PlainSquares);
        if (cost == SegmentCost.Rank)
            Offset = -squares.Value;
    }

    private (TReal[] Sums, TReal[] Squares) Sums<TReal>(TReal[] sums, TReal[] squares) where TReal : struct, IReal<TReal>
    {
        if (squares.Length < Rows + 1)
            squares = new TReal[Rows + 1];
        if (sums.Length < (Rows + 1) * Columns)
            sums = new TReal[(Rows + 1) * Columns];
        for (var j = 0; j < Columns; j++)
        {
            DoubleDouble sum = default;
            sums[j] = default;
            for (var i = 0; i < Rows; i++)
            {
                sum += _values[i * Columns + j];
                sums[(i + 1) * Columns + j] = TReal.From(sum);
            }
        }

        DoubleDouble square = default;
        squares[0] = default;
        for (var i = 0; i < Rows; i++)
        {
            for (var j = 0; j < Columns; j++)
            {
                var value = _values[i * Columns + j];
                square += DoubleDouble.Product(value, value);
            }

            squares[i + 1] = TReal.From(square);
        }

        return (sums, squares);
    }

    // Centred mid-ranks, made uncorrelated with unit variance: V = L L', rows become L^-1 r.
    private void Rank()
    {
        if (_order.Length < Rows)
            _order = new int[Rows];
        for (var j = 0; j < Columns; j++)
        {
            for (var i = 0; i < Rows; i++)
                (_scratch[i], _order[i]) = (_values[i * Columns + j], i);
            _scratch.AsSpan(0, Rows).Sort(_order.AsSpan(0, Rows));
            for (var first = 0; first < Rows;)
            {
                var after = first + 1;
                while (after < Rows && _scratch[after] == _scratch[first])
                    after++;
                for (var i = first; i < after; i++)
                    _values[_order[i] * Columns + j] = 0.5 * (first + after - 1) - 0.5 * (Rows - 1);
                first = after;
            }
        }

        Whiten();
    }

    private void Whiten()
    {
        var p = Columns;
        var cov = p == 1 ? stackalloc double[1] : new double[p * p];
        for (var i = 0; i < Rows; i++)
            for (var j = 0; j < p; j++)
                for (var k = 0; k <= j; k++)
                    cov[j * p + k] += _values[i * p + j] * _values[i * p + k];
        var trace = 0.0;
        for (var j = 0; j < p; j++)
            trace += cov[j * p + j];
        if (trace == 0)
            return;
        for (var j = 0; j < p; j++)
        {
            cov[j * p + j] += 1e-9 * trace;
            for (var k = 0; k <= j; k++)
            {
                var sum = cov[j * p + k];
                for (var l = 0; l < k; l++)
                    sum -= cov[j * p + l] * cov[k * p + l];
                cov[j * p + k] = j == k ? Math.Sqrt(sum) : sum / cov[k * p + k];
            }
        }

        var root = Math.Sqrt(Rows);
        for (var i = 0; i < Rows; i++)
            for (var j = 0; j < p; j++)
            {
                var value = _values[i * p + j] * root;
                for (var l = 0; l < j; l++)
                    value -= cov[j * p + l] * _values[i * p + l];
                _values[i * p + j] = value / cov[j * p + j];
            }
    }

    // The median squared distance of all pairs, of 2,000 equally spaced rows at most; the mean where the median is 0.
    private double MedianDistance()
    {
        var rows = Math.Min(Rows, 2000);
        var pairs = rows * (rows - 1) / 2;
        if (_scratch.Length < pairs)
            _scratch = new double[pairs];
        var (at, mean) = (0, 0.0);
        for (var a = 1; a < rows; a++)
        {
            var i = (int)((long)a * Rows / rows) * Columns;
            for (var b = 0; b < a; b++)
            {
                var k = (int)((long)b * Rows / rows) * Columns;
                var distance = 0.0;
                for (var j = 0; j < Columns; j++)
                {
                    var d = _values[i + j] - _values[k + j];
                    distance += d * d;
                }

                mean += distance;
                _scratch[at++] = distance;
            }
        }

        var median = Quantiles.Median(_scratch.AsSpan(0, pairs));
        return median > 0 ? median : mean > 0 ? mean / pairs : 1;
    }
}
