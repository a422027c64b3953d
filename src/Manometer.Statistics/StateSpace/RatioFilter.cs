using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>The Kalman filter at four sets of variance ratios at once, over all columns: response, first states, design. The first states are columns, so the filter starts from known states and needs no diffuse limit.</summary>
/// <remarks>
/// Columns c: 0 the response, then the <see cref="StateLayout.Initial"/> first states, then the design. For each a vector of states E(c), with which the innovation is v(c) = (value of the column) + Z E(c), and E(c) -= P Z' v(c)/F.
/// Collects S = sum v v'/F (lower triangle, row by row), ln det = sum ln F, and leaves E and P as they are after the last row, before the next step.
/// </remarks>
internal static unsafe partial class RatioFilter
{
    public static void Run(ImpactSeries series, in StateLayout layout, V* ratios, V* s, V* e, V* p, V* logDeterminant, V* scratch = null)
    {
        var columns = 1 + layout.Initial + series.Alive;
        Clear(s, columns * (columns + 1) / 2);
        Clear(e, columns * layout.States);
        Clear(p, layout.States * layout.States);
        if (layout.LevelOnly)
            Level(series, ratios[0], columns, s, e, p, logDeterminant);
        else if (Seasonal(layout))
            Season(series, layout, ratios, columns, s, e, p, logDeterminant, scratch);
        else
            General(series, layout, ratios, columns, s, e, p, logDeterminant);
    }

    private static void Clear(V* p, int count)
    {
        for (var i = 0; i < count; i++)
            p[i] = V.Zero;
    }

    internal static void General(ImpactSeries series, in StateLayout layout, V* ratios, int columns, V* s, V* e, V* p, V* logDeterminant)
    {
        var states = layout.States;
        var initial = layout.Initial;
        e[0] = Lanes.Splat(-series.FirstLevel);
        if (layout.Slope)
            e[1] = Lanes.Splat(-series.FirstSlope);
        for (var i = 0; i < initial; i++)
            e[(1 + i) * states + i] = Lanes.Splat(1);
        var one = Lanes.Splat(1);
        var product = one;
        var log = V.Zero;
        var pending = 0;
        var n = series.Fitted;
        var v = stackalloc V[columns];
        var k = stackalloc V[states];
        var seen = series.Seen;
        var y = series.Y;
        var seasons = layout.Season;
        var dynamic = layout.Dynamic > 0;
        for (var t = 0; t < n; t++)
        {
            if (seen[t])
            {
                var season = seasons > 0 ? layout.SeasonState(t) : -1;
                var x = series.DesignRow(t);
                for (var i = 0; i < states; i++)
                {
                    var row = p + i * states;
                    var sum = row[0];
                    if (season >= 0)
                        sum += row[season];
                    if (dynamic)
                        sum += Wandering(row, x, layout);
                    k[i] = sum;
                }
                var f = k[0] + one;
                if (season >= 0)
                    f += k[season];
                if (dynamic)
                    f += Wandering(k, x, layout);
                var inverse = one / f;
                for (var c = 0; c < columns; c++)
                {
                    var column = e + c * states;
                    var value = column[0];
                    if (season >= 0)
                        value += column[season];
                    if (dynamic)
                        value += Wandering(column, x, layout);
                    if (c == 0)
                        value += Lanes.Splat(y[t]);
                    else if (c > initial)
                        value += Lanes.Splat(x[c - 1 - initial]);
                    v[c] = value;
                    var scaled = value * inverse;
                    for (var i = 0; i < states; i++)
                        column[i] -= k[i] * scaled;
                    var row = s + c * (c + 1) / 2;
                    for (var b = 0; b <= c; b++)
                        row[b] += scaled * v[b];
                }
                for (var i = 0; i < states; i++)
                {
                    var scaled = k[i] * inverse;
                    var row = p + i * states;
                    for (var j = 0; j <= i; j++)
                    {
                        var value = row[j] - scaled * k[j];
                        row[j] = value;
                        p[j * states + i] = value;
                    }
                    row[i] = Vector256.Max(row[i], V.Zero);
                }
                product *= f;
                if (++pending == 8)
                    (log, product, pending) = (log + Lanes.Log(product), one, 0);
            }
            if (t + 1 < n)
            {
                MoveColumns(e, columns, t, layout);
                MoveCovariance(p, ratios, t, layout);
            }
        }
        *logDeterminant = log + Lanes.Log(product);
    }

    // With wandering coefficients the design has a constant first, so covariate j stands at j + 1.
    private static double Covariate(ReadOnlySpan<double> x, int j, in StateLayout layout) => x[x.Length - layout.Dynamic + j];

    private static V Wandering(V* state, ReadOnlySpan<double> x, in StateLayout layout)
    {
        var value = V.Zero;
        for (var j = 0; j < layout.Dynamic; j++)
            value += Lanes.Splat(Covariate(x, j, layout)) * state[layout.DynamicAt + j];
        return value;
    }

    public static void MoveColumns(V* e, int columns, int row, in StateLayout layout)
    {
        var states = layout.States;
        if (layout.Slope)
            for (var c = 0; c < columns; c++)
                e[c * states] += e[c * states + 1];
        if (!layout.Turns(row))
            return;
        var oldest = layout.SeasonState(row + 1);
        var (first, end) = (layout.SeasonAt, layout.SeasonAt + layout.Season);
        for (var c = 0; c < columns; c++)
        {
            var column = e + c * states;
            var sum = V.Zero;
            for (var i = first; i < end; i++)
                sum += column[i];
            column[oldest] = -sum;
        }
    }

    public static void MoveCovariance(V* p, V* ratios, int row, in StateLayout layout)
    {
        var states = layout.States;
        if (layout.Slope)
        {
            for (var j = 0; j < states; j++)
                p[j] += p[states + j];
            for (var j = 0; j < states; j++)
                p[j * states] += p[j * states + 1];
            p[states + 1] += ratios[1];
        }
        p[0] += ratios[0];
        if (layout.Turns(row))
            Turn(p, layout.SeasonState(row + 1), ratios[layout.SeasonAxis], layout);
        for (var i = 0; i < layout.Dynamic; i++)
            p[(layout.DynamicAt + i) * (states + 1)] += ratios[layout.DynamicAxis];
    }

    // The oldest effect becomes minus the sum of all. Sums run down the columns, so what is overwritten is not read again.
    private static void Turn(V* p, int oldest, V ratio, in StateLayout layout)
    {
        var states = layout.States;
        var (first, end) = (layout.SeasonAt, layout.SeasonAt + layout.Season);
        var total = V.Zero;
        for (var j = 0; j < states; j++)
        {
            var sum = V.Zero;
            for (var i = first; i < end; i++)
                sum += p[i * states + j];
            if (j >= first && j < end)
                total += sum;
            p[oldest * states + j] = -sum;
        }
        for (var j = 0; j < states; j++)
            p[j * states + oldest] = p[oldest * states + j];
        p[oldest * states + oldest] = total + ratio;
    }
}
