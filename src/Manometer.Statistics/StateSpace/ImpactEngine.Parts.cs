using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>What the fit is made of: posterior means of the coefficients, and of level, season and regression in every row.</summary>
internal sealed unsafe partial class ImpactEngine
{
    private readonly LaneBuffer _meanMemory = new(), _pathMemory = new();

    /// <summary>Posterior means in standard units. <paramref name="coefficients"/>: of the columns alive, 0 where a column is out. <paramref name="parts"/>: level with the constant, season, regression of each row, three a row, whole series through the last row after.</summary>
    public void Decompose(Span<double> coefficients, Span<double> parts)
    {
        coefficients.Clear();
        parts.Clear();
        var (alive, initial) = (_series.Alive, _layout.Initial);
        var stride = 1 + alive + initial;
        var means = _meanMemory.Of(_nodes.Groups * stride);
        for (var i = 0; i < _nodes.Groups * stride; i++)
            means[i] = V.Zero;
        for (var model = 0; model < _models; model++)
            for (var group = 0; group < _nodes.Groups; group++)
            {
                if (!Weighs(group, model))
                    continue;
                var members = Members(model);
                SetCell(group, members);
                _cell.FindMode();
                var count = InnerNodes(group);
                _cell.AddMeans(_inner, count, Lanes.Splat(Factor(model) / Mixture.Total), members, means + group * stride, alive);
            }
        for (var group = 0; group < _nodes.Groups; group++)
        {
            var mean = means + group * stride;
            for (var j = 0; j < alive; j++)
                coefficients[j] += Lanes.Sum(mean[1 + j]);
            if (Lanes.Sum(mean[0]) > 1e-9)
                Smooth(group, mean, parts);
        }
    }

    // Smoothed states at four nodes, given the mean coefficients and first states there: the smoother is linear in both.
    private void Smooth(int group, V* mean, Span<double> parts)
    {
        var (states, rows, fitted) = (_layout.States, _series.Rows, _series.Fitted);
        var (alive, initial) = (_series.Alive, _layout.Initial);
        var ratios = _nodes.Ratios(group);
        var square = states * states;
        var stride = states + square + 2;
        var path = _pathMemory.Of(checked(fitted * stride + 4 * states + 2 * square));
        var a = path + fitted * stride;
        var gain = a + states;
        var pull = a + 2 * states;
        var moved = a + 3 * states;
        var p = a + 4 * states;
        var mass = mean[0];
        var safe = Vector256.Max(mass, Lanes.Splat(1e-300));
        for (var i = 0; i < states; i++)
            a[i] = V.Zero;
        for (var i = 0; i < square; i++)
            p[i] = V.Zero;
        for (var i = 0; i < initial; i++)
            a[i] = mean[1 + alive + i] / safe;
        a[0] += Lanes.Splat(_series.FirstLevel);
        if (_layout.Slope)
            a[1] += Lanes.Splat(_series.FirstSlope);
        for (var t = 0; t < fitted; t++)
        {
            var at = path + t * stride;
            for (var i = 0; i < states; i++)
                at[i] = a[i];
            for (var i = 0; i < square; i++)
                at[states + i] = p[i];
            if (_series.Seen[t])
            {
                var v = Lanes.Splat(_series.Y[t]) - Measure(a, t) - Regression(mean, safe, t);
                for (var i = 0; i < states; i++)
                    gain[i] = Measure(p + i * states, t);
                var f = Measure(gain, t) + Lanes.Splat(1);
                (at[states + square], at[states + square + 1]) = (v, f);
                for (var i = 0; i < states; i++)
                {
                    a[i] += gain[i] * v / f;
                    for (var j = 0; j < states; j++)
                        p[i * states + j] -= gain[i] * gain[j] / f;
                }
            }
            if (t + 1 < rows)
            {
                RatioFilter.MoveColumns(a, 1, t, _layout);
                RatioFilter.MoveCovariance(p, ratios, t, _layout);
            }
        }
        for (var t = fitted; t < rows; t++)
        {
            Record(a, mean, safe, t, parts);
            RatioFilter.MoveColumns(a, 1, t, _layout);
        }
        for (var i = 0; i < states; i++)
            pull[i] = V.Zero;
        for (var t = fitted - 1; t >= 0; t--)
        {
            var at = path + t * stride;
            if (t + 1 < fitted)
                MoveBack(pull, t);
            if (_series.Seen[t])
            {
                // r = Z (v/F - K'r) + r, K = P Z'/F
                var (v, f) = (at[states + square], at[states + square + 1]);
                var dot = V.Zero;
                for (var i = 0; i < states; i++)
                    dot += Measure(at + states + i * states, t) * pull[i];
                AddMeasure(pull, (v - dot) / f, t);
            }
            for (var i = 0; i < states; i++)
            {
                moved[i] = at[i];
                for (var j = 0; j < states; j++)
                    moved[i] += at[states + i * states + j] * pull[j];
            }
            Record(moved, mean, safe, t, parts);
        }
    }

    private V Regression(V* mean, V safe, int row)
    {
        var sum = V.Zero;
        var x = _series.DesignRow(row);
        for (var j = 0; j < x.Length; j++)
            sum += Lanes.Splat(x[j]) * mean[1 + j];
        return sum / safe;
    }

    private void Record(V* state, V* mean, V safe, int row, Span<double> parts)
    {
        var constant = _series.Columns > 0 ? mean[1] / safe : V.Zero;
        var regression = Regression(mean, safe, row) - constant;
        for (var j = 0; j < _layout.Dynamic; j++)
            regression += Lanes.Splat(_series.DesignRow(row)[1 + j]) * state[_layout.DynamicAt + j];
        parts[3 * row] += Lanes.Sum(mean[0] * (state[0] + constant));
        if (_layout.Season > 0)
            parts[3 * row + 1] += Lanes.Sum(mean[0] * state[_layout.SeasonState(row)]);
        parts[3 * row + 2] += Lanes.Sum(mean[0] * regression);
    }

    private V Measure(V* state, int row)
    {
        var value = state[0];
        if (_layout.Season > 0)
            value += state[_layout.SeasonState(row)];
        for (var j = 0; j < _layout.Dynamic; j++)
            value += Lanes.Splat(_series.DesignRow(row)[1 + j]) * state[_layout.DynamicAt + j];
        return value;
    }

    private void AddMeasure(V* pull, V value, int row)
    {
        pull[0] += value;
        if (_layout.Season > 0)
            pull[_layout.SeasonState(row)] += value;
        for (var j = 0; j < _layout.Dynamic; j++)
            pull[_layout.DynamicAt + j] += Lanes.Splat(_series.DesignRow(row)[1 + j]) * value;
    }

    // T' r
    private void MoveBack(V* pull, int row)
    {
        if (_layout.Slope)
            pull[1] += pull[0];
        if (!_layout.Turns(row))
            return;
        var oldest = _layout.SeasonState(row + 1);
        var value = pull[oldest];
        pull[oldest] = V.Zero;
        for (var i = 0; i < _layout.Season; i++)
            pull[_layout.SeasonAt + i] -= value;
    }
}
