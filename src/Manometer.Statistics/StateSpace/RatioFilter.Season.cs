using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <content>The filter of a level with seasons.</content>
/// <remarks>
/// The states here are the level of each season, level + effect, of all seasons: as many as level and ring of effects, since the effects add up to 0. A row sees one of them; nothing moves from row to row but the noise: that of the level comes to
/// all alike, that of the season, when it turns, to the season that begins and with the other sign to the one after it, the effect of which is minus the sum of those since. At the end level and ring are taken from them.
/// </remarks>
internal static unsafe partial class RatioFilter
{
    // Vectors of memory that a run needs.
    public static int Scratch(in StateLayout layout, int columns) => Seasonal(layout) ? layout.States * (columns + 2) + 2 * columns : 0;

    private static bool Seasonal(in StateLayout layout) => layout.Season > 0 && !layout.Slope && layout.Dynamic == 0;

    private static void Season(ImpactSeries series, in StateLayout layout, V* ratios, int columns, V* s, V* e, V* p, V* logDeterminant, V* scratch)
    {
        var states = layout.States;
        var v = scratch;
        var scaled = v + columns;
        var k = scaled + columns;
        var levels = k + 2 * states; // by season, in each the columns
        Clear(levels, states * columns);
        for (var q = 0; q < states; q++)
        {
            levels[q * columns] = Lanes.Splat(-series.FirstLevel);
            levels[q * columns + 1] = Lanes.Splat(1);
        }
        for (var slot = 0; slot < layout.Season; slot++) // the effect in this slot is that of the season so many turns ago
        {
            levels[Of(-slot, states) * columns + 2 + slot] = Lanes.Splat(1);
            levels[1 * columns + 2 + slot] = Lanes.Splat(-1);
        }
        var one = Lanes.Splat(1);
        var (product, log, pending) = (one, V.Zero, 0);
        var n = series.Fitted;
        var y = series.Y;
        var seen = series.Seen;
        var (level, turn) = (ratios[0], ratios[layout.SeasonAxis]);
        var (now, untilTurn) = (0, layout.SeasonLength);
        for (var t = 0; t < n; t++)
        {
            var step = t + 1 < n ? level : V.Zero;
            if (seen[t])
            {
                for (var i = 0; i <= now; i++)
                    k[i] = p[now * states + i];
                for (var i = now + 1; i < states; i++)
                    k[i] = p[i * states + now];
                var f = k[now] + one;
                var inverse = one / f;
                var row = levels + now * columns;
                v[0] = row[0] + Lanes.Splat(y[t]);
                scaled[0] = v[0] * inverse;
                for (var c = 1; c <= states; c++)
                {
                    v[c] = row[c];
                    scaled[c] = row[c] * inverse;
                }
                if (columns > states + 1)
                {
                    var x = series.DesignRow(t);
                    for (var c = states + 1; c < columns; c++)
                    {
                        var value = row[c] + Lanes.Splat(x[c - states - 1]);
                        v[c] = value;
                        scaled[c] = value * inverse;
                    }
                }
                var sums = s;
                for (var c = 0; c < columns; sums += ++c)
                    AddMultiple(sums, v, scaled[c], c + 1);
                for (var i = 0; i < states; i++)
                {
                    AddMultiple(levels + i * columns, scaled, -k[i], columns);
                    Lower(p + i * states, k, k[i] * inverse, step, i);
                }
                product *= f;
                if (++pending == 8)
                    (log, product, pending) = (log + Lanes.Log(product), one, 0);
            }
            else
                for (var i = 0; i < states; i++)
                    for (var j = 0; j <= i; j++)
                        p[i * states + j] += step;
            if (--untilTurn > 0)
                continue;
            untilTurn = layout.SeasonLength;
            now = now + 1 == states ? 0 : now + 1;
            if (t + 1 == n)
                continue;
            var next = now + 1 == states ? 0 : now + 1;
            p[now * states + now] += turn;
            p[next * states + next] += turn;
            p[Math.Max(now, next) * states + Math.Min(now, next)] -= turn;
        }
        *logDeterminant = log + Lanes.Log(product);
        ToRing(layout, (n - 1) / layout.SeasonLength, columns, levels, k, e, p);
    }

    // The season that is on after so many turns.
    private static int Of(int turns, int seasons) => (turns % seasons + seasons) % seasons;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddMultiple(V* target, V* by, V factor, int count)
    {
        var c = 0;
        for (; c + 4 <= count; c += 4)
        {
            target[c] += factor * by[c];
            target[c + 1] += factor * by[c + 1];
            target[c + 2] += factor * by[c + 2];
            target[c + 3] += factor * by[c + 3];
        }
        for (; c < count; c++)
            target[c] += factor * by[c];
    }

    // A row of the covariance through its diagonal: less what was learned, more what the step adds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Lower(V* row, V* k, V gain, V step, int diagonal)
    {
        for (var j = 0; j < diagonal; j++)
            row[j] = row[j] - gain * k[j] + step;
        row[diagonal] = Vector256.Max(row[diagonal] - gain * k[diagonal], V.Zero) + step;
    }

    // Level = mean of the levels of all seasons; the ring holds the effects of the seasons of the last turns.
    private static void ToRing(in StateLayout layout, int turns, int columns, V* levels, V* means, V* e, V* p)
    {
        var states = layout.States;
        var share = Lanes.Splat(1.0 / states);
        for (var c = 0; c < columns; c++)
        {
            var mean = V.Zero;
            for (var q = 0; q < states; q++)
                mean += levels[q * columns + c];
            mean *= share;
            e[c * states] = mean;
            for (var back = 0; back < layout.Season; back++)
                e[c * states + layout.SeasonAt + Of(back - turns, layout.Season)] = levels[Of(turns - back, states) * columns + c] - mean;
        }
        var full = levels; // read and done with
        var all = V.Zero;
        for (var i = 0; i < states; i++)
        {
            var mean = V.Zero;
            for (var j = 0; j < states; j++)
            {
                full[i * states + j] = p[Math.Max(i, j) * states + Math.Min(i, j)];
                mean += full[i * states + j];
            }
            means[i] = mean * share;
            all += means[i];
        }
        all *= share;
        p[0] = all;
        for (var back = 0; back < layout.Season; back++)
        {
            var (i, row) = (Of(turns - back, states), layout.SeasonAt + Of(back - turns, layout.Season));
            p[row] = p[row * states] = means[i] - all;
            for (var other = 0; other <= back; other++)
            {
                var (j, column) = (Of(turns - other, states), layout.SeasonAt + Of(other - turns, layout.Season));
                p[row * states + column] = p[column * states + row] = full[i * states + j] - means[i] - means[j] + all;
            }
        }
    }
}
