using System.Runtime.Intrinsics;

namespace Manometer.Statistics;

/// <summary>The columns of one estimate in units of their standard deviation before the intervention, with the constant column and the slab's precision.</summary>
internal sealed class ImpactSeries
{
    private double[] _y = [], _x = [], _rows = [], _slab = [], _means = [], _sds = [];
    private bool[] _seen = [], _dead = [];

    public int Rows { get; private set; }

    public int Fitted { get; private set; }

    public int Observed { get; private set; }

    public int PostStart { get; private set; }

    public int Start { get; private set; }

    /// <summary>Columns of the design: 0 without covariates, else the constant and each covariate.</summary>
    public int Columns { get; private set; }

    /// <summary>Columns that can be in the regression; the others are 0 in every row.</summary>
    public int Alive { get; private set; }

    public double Mean { get; private set; }

    public double Sd { get; private set; }

    public double FirstLevel { get; private set; }

    public double FirstSlope { get; private set; }

    public ImpactWarnings Warnings { get; private set; }

    /// <summary>Standardised response of all rows; NaN where missing.</summary>
    public ReadOnlySpan<double> Y => _y.AsSpan(0, Rows);

    /// <summary>Whether a row before the intervention is observed.</summary>
    public ReadOnlySpan<bool> Seen => _seen.AsSpan(0, Fitted);

    /// <summary>The design, row by row, without the columns that are 0.</summary>
    public ReadOnlySpan<double> Design => _rows.AsSpan(0, Rows * Alive);

    public ReadOnlySpan<double> DesignRow(int row) => _rows.AsSpan(row * Alive, Alive);

    /// <summary>The slab's precision over the noise precision, for the columns alive.</summary>
    public ReadOnlySpan<double> Slab => _slab.AsSpan(0, Alive * Alive);

    /// <summary>The place of a design column among those alive, or -1.</summary>
    public int PlaceOf(int column)
    {
        if (_dead[column])
            return -1;
        var place = 0;
        for (var j = 0; j < column; j++)
            if (!_dead[j])
                place++;
        return place;
    }

    public double MeanOf(int column) => _means[column];

    public double SdOf(int column) => _sds[column];

    public void Fill(ReadOnlySpan<double> y, ReadOnlySpan<double> x, int covariates, ImpactPeriods periods, ImpactModel model)
    {
        CheckShape(y, x, covariates, periods);
        Warnings = ImpactWarnings.None;
        var total = y.Length;
        var start = periods.PreStart;
        while (start <= periods.PreEnd && double.IsNaN(y[start]))
            start++;
        if (start > periods.PreStart)
            Warnings |= ImpactWarnings.FirstRowsMissing;
        (Start, Rows, Fitted, PostStart) = (start, periods.PostEnd + 1 - start, Math.Max(periods.PreEnd + 1 - start, 0), periods.PostStart - start);
        Columns = covariates > 0 ? covariates + 1 : 0;
        Grow();
        FillResponse(y.Slice(start, Rows), model.Raw);
        FillDesign(x, covariates, total);
        FillSlab(model);
        var season = model.Seasons > 0 ? 3L * model.Seasons * model.SeasonLength : 0;
        if (Observed < Math.Max(20, season))
            Warnings |= ImpactWarnings.FewRows;
    }

    private static void CheckShape(ReadOnlySpan<double> y, ReadOnlySpan<double> x, int covariates, ImpactPeriods periods)
    {
        if (covariates < 0 || x.Length != (long)covariates * y.Length)
            throw new ImpactException(ImpactFault.Shape, $"The response has {y.Length} rows; its {covariates} covariates need as many each.");
        if (covariates > 200)
            throw new ImpactException(ImpactFault.TooManyCovariates, $"{covariates} covariates are too many; give 200 at most, the ones with a reason.");
        if (periods.PreStart < 0 || periods.PreEnd < periods.PreStart || periods.PostStart <= periods.PreEnd || periods.PostEnd < periods.PostStart || periods.PostEnd >= y.Length)
            throw new ImpactException(ImpactFault.Periods, $"The rows before ({periods.PreStart} to {periods.PreEnd}) and after ({periods.PostStart} to {periods.PostEnd}) must follow each other within the {y.Length} rows there are.");
    }

    private void Grow()
    {
        var n = Rows;
        if (_y.Length < n)
            (_y, _seen) = (new double[n], new bool[n]);
        if (_rows.Length < (long)n * Columns)
            (_rows, _x) = (new double[checked(n * Columns)], new double[checked(n * Columns)]);
        if (_means.Length < Columns)
            (_means, _sds, _dead, _slab) = (new double[Columns], new double[Columns], new bool[Columns], new double[Columns * Columns]);
    }

    private void FillResponse(ReadOnlySpan<double> y, bool raw)
    {
        var (sum, count, largest) = (0.0, 0, 0.0);
        for (var t = 0; t < Fitted; t++)
        {
            _seen[t] = !double.IsNaN(y[t]);
            if (!_seen[t])
                continue;
            sum += y[t];
            count++;
            largest = Math.Max(largest, Math.Abs(y[t]));
        }
        foreach (var one in y)
            if (double.IsInfinity(one))
                throw new ImpactException(ImpactFault.NotFinite, "The response is infinite in a row; write a missing value as missing.");
        if (count < 3)
            throw new ImpactException(ImpactFault.YConstant, $"The response has {count} values in the rows before; 3 are the least.");
        Observed = count;
        Mean = sum / count;
        var squares = 0.0;
        for (var t = 0; t < Fitted; t++)
            if (_seen[t])
                squares += (y[t] - Mean) * (y[t] - Mean);
        Sd = Math.Sqrt(squares / (count - 1));
        if (Sd <= 4e-15 * largest)
            throw new ImpactException(ImpactFault.YConstant, largest < 1e-150 && largest > 0 ? "The response is too small to be squared; multiply it by a power of ten." : "The response does not vary in the rows before, so there is nothing to learn from; lengthen the period or take another series.");
        if (!double.IsFinite(Sd) || !double.IsFinite(1 / Sd))
            throw new ImpactException(ImpactFault.Scale, "The response cannot be squared and summed; divide it by a power of ten.");
        if (raw)
            (Mean, Sd) = (0, 1);
        for (var t = 0; t < Rows; t++)
            _y[t] = (y[t] - Mean) / Sd;
        var last = Fitted - 1;
        while (!_seen[last])
            last--;
        FirstLevel = raw ? 0 : _y[0];
        FirstSlope = raw ? 0 : (_y[last] - _y[0]) / Fitted;
        var after = false;
        for (var t = PostStart; t < Rows && !after; t++)
            after = !double.IsNaN(y[t]);
        if (!after)
            throw new ImpactException(ImpactFault.YMissing, "The response has no value in the rows after, so there is nothing to compare.");
    }

    private void FillDesign(ReadOnlySpan<double> x, int covariates, int total)
    {
        Alive = Columns;
        if (covariates == 0)
            return;
        var n = Rows;
        (_means[0], _sds[0], _dead[0]) = (0, 1, false);
        _x.AsSpan(0, n).Fill(1);
        Alive = 1;
        for (var j = 1; j <= covariates; j++)
        {
            var column = x.Slice((j - 1) * total + Start, n);
            var (sum, largest) = (0.0, 0.0);
            for (var t = 0; t < n; t++)
            {
                if (!double.IsFinite(column[t]))
                    throw new ImpactException(ImpactFault.CovariateMissing, $"Covariate {j} is missing or infinite in row {Start + t} (from 0); it is never filled in: drop the column or shorten the periods.");
                if (t < Fitted)
                    (sum, largest) = (sum + column[t], Math.Max(largest, Math.Abs(column[t])));
            }
            var mean = sum / Fitted;
            var squares = 0.0;
            for (var t = 0; t < Fitted; t++)
                squares += (column[t] - mean) * (column[t] - mean);
            var sd = Math.Sqrt(squares / (Fitted - 1));
            if (!double.IsFinite(sd))
                throw new ImpactException(ImpactFault.Scale, $"Covariate {j} cannot be squared and summed; divide it by a power of ten.");
            var constant = sd <= 4e-15 * largest || !double.IsFinite(1 / sd);
            if (constant)
                (sd, mean) = (1, column[0]);
            (_means[j], _sds[j]) = (mean, sd);
            var target = _x.AsSpan(Alive * n, n);
            var alive = false;
            var worst = 0.0;
            for (var t = 0; t < n; t++)
            {
                target[t] = (column[t] - mean) / sd;
                if (constant && t < Fitted)
                    target[t] = 0;
                alive |= target[t] != 0;
                worst = Math.Max(worst, Math.Abs(target[t]));
            }
            if (!(worst < 1e150))
                throw new ImpactException(ImpactFault.Scale, $"Covariate {j} leaves the range it had before by more than can be squared.");
            if (constant)
                Warnings |= ImpactWarnings.CovariateConstant;
            _dead[j] = !alive;
            Alive += alive ? 1 : 0;
        }
        for (var j = 0; j < Alive; j++)
            for (var t = 0; t < n; t++)
                _rows[t * Alive + j] = _x[j * n + t];
    }

    // W = weight x ((1 - d) X'X/N + d diag(X'X/N)) over all rows.
    private void FillSlab(ImpactModel model)
    {
        var n = Rows;
        var d = model.SlabDiagonal;
        for (var i = 0; i < Alive; i++)
            for (var j = 0; j <= i; j++)
            {
                var cross = Dot(_x.AsSpan(i * n, n), _x.AsSpan(j * n, n)) / n;
                _slab[i * Alive + j] = _slab[j * Alive + i] = model.SlabWeight * (i == j ? cross : (1 - d) * cross);
            }
    }

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var first = Vector256<double>.Zero;
        var second = Vector256<double>.Zero;
        var t = 0;
        for (; t + 8 <= a.Length; t += 8)
        {
            first += Vector256.Create(a.Slice(t, 4)) * Vector256.Create(b.Slice(t, 4));
            second += Vector256.Create(a.Slice(t + 4, 4)) * Vector256.Create(b.Slice(t + 4, 4));
        }
        var sum = Lanes.Sum(first + second);
        for (; t < a.Length; t++)
            sum += a[t] * b[t];
        return sum;
    }
}
