using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>The Kalman filter at four sets of variance ratios at once, over all columns: response, first states, design. The first states are columns, so the filter starts from known states and needs no diffuse limit.</summary>
/// <remarks>
/// Columns c: 0 the response, then the <see cref="StateLayout.Initial"/> first states, then the design. For each a vector of states E(c), with which the innovation is v(c) = (value of the column) + Z E(c), and E(c) -= P Z' v(c)/F.
/// Collects S = sum v v'/F (lower triangle, row by row), ln det = sum ln F, and leaves E and P as they are after the last row, before the next step.
/// </remarks>
internal static unsafe class RatioFilter
{
    public static void Run(ImpactSeries series, in StateLayout layout, V* ratios, V* s, V* e, V* p, V* logDeterminant)
    {
        var columns = 1 + layout.Initial + series.Alive;
        Clear(s, columns * (columns + 1) / 2);
        Clear(e, columns * layout.States);
        Clear(p, layout.States * layout.States);
        if (layout.LevelOnly)
            if (columns == 4)
                LevelOfFour(series, ratios[0], s, e, p, logDeterminant);
            else
                Level(series, ratios[0], columns, s, e, p, logDeterminant);
        else
            General(series, layout, ratios, columns, s, e, p, logDeterminant);
    }

    private static void Clear(V* p, int count)
    {
        for (var i = 0; i < count; i++)
            p[i] = V.Zero;
    }

    private static void Level(ImpactSeries series, V rho, int columns, V* s, V* e, V* pOut, V* logDeterminant)
    {
        e[0] = Lanes.Splat(-series.FirstLevel);
        e[1] = Lanes.Splat(1);
        var one = Lanes.Splat(1);
        var p = V.Zero;
        var product = one;
        var log = V.Zero;
        var pending = 0;
        var y = series.Y;
        var seen = series.Seen;
        var n = series.Fitted;
        var v = stackalloc V[columns];
        fixed (double* design = series.Design)
        {
            var width = columns - 2;
            for (var t = 0; t < n; t++)
            {
                if (seen[t])
                {
                    var f = p + one;
                    var inverse = one / f;
                    var gain = p * inverse;
                    v[0] = Lanes.Splat(y[t]) + e[0];
                    v[1] = e[1];
                    var x = design + (long)t * width;
                    for (var c = 0; c < width; c++)
                        v[c + 2] = Lanes.Splat(x[c]) + e[c + 2];
                    var row = s;
                    for (var c = 0; c < columns; c++)
                    {
                        var value = v[c];
                        e[c] -= gain * value;
                        var scaled = value * inverse;
                        for (var b = 0; b <= c; b++)
                            row[b] += scaled * v[b];
                        row += c + 1;
                    }
                    p = gain;
                    product *= f;
                    if (++pending == 8)
                        (log, product, pending) = (log + Lanes.Log(product), one, 0);
                }
                if (t + 1 < n)
                    p += rho;
            }
        }
        *pOut = p;
        *logDeterminant = log + Lanes.Log(product);
    }

    // The same for the commonest number of columns (response, first level, constant, one covariate), all in registers.
    private static void LevelOfFour(ImpactSeries series, V rho, V* s, V* e, V* pOut, V* logDeterminant)
    {
        var one = Lanes.Splat(1);
        var (e0, e1, e2, e3) = (Lanes.Splat(-series.FirstLevel), one, V.Zero, V.Zero);
        var (s00, s10, s11, s20, s21, s22) = (V.Zero, V.Zero, V.Zero, V.Zero, V.Zero, V.Zero);
        var (s30, s31, s32, s33) = (V.Zero, V.Zero, V.Zero, V.Zero);
        var (p, product, log, pending) = (V.Zero, one, V.Zero, 0);
        var y = series.Y;
        var seen = series.Seen;
        var n = seen.Length;
        fixed (double* design = series.Design)
            for (var t = 0; t < n; t++)
            {
                if (seen[t])
                {
                    var f = p + one;
                    var inverse = one / f;
                    var gain = p * inverse;
                    var v0 = Lanes.Splat(y[t]) + e0;
                    var v1 = e1;
                    var v2 = Lanes.Splat(design[2 * t]) + e2;
                    var v3 = Lanes.Splat(design[2 * t + 1]) + e3;
                    e0 -= gain * v0;
                    e1 -= gain * v1;
                    e2 -= gain * v2;
                    e3 -= gain * v3;
                    s00 += v0 * inverse * v0;
                    var scaled = v1 * inverse;
                    s10 += scaled * v0;
                    s11 += scaled * v1;
                    scaled = v2 * inverse;
                    s20 += scaled * v0;
                    s21 += scaled * v1;
                    s22 += scaled * v2;
                    scaled = v3 * inverse;
                    s30 += scaled * v0;
                    s31 += scaled * v1;
                    s32 += scaled * v2;
                    s33 += scaled * v3;
                    p = gain;
                    product *= f;
                    if (++pending == 8)
                        (log, product, pending) = (log + Lanes.Log(product), one, 0);
                }
                if (t + 1 < n)
                    p += rho;
            }
        (s[0], s[1], s[2], s[3], s[4]) = (s00, s10, s11, s20, s21);
        (s[5], s[6], s[7], s[8], s[9]) = (s22, s30, s31, s32, s33);
        (e[0], e[1], e[2], e[3]) = (e0, e1, e2, e3);
        *pOut = p;
        *logDeterminant = log + Lanes.Log(product);
    }

    private static void General(ImpactSeries series, in StateLayout layout, V* ratios, int columns, V* s, V* e, V* p, V* logDeterminant)
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
