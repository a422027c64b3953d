using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <content>The filter where the level is the only state.</content>
/// <remarks>
/// The predicted variance is a fraction N/D. With it kept as such, N' = N + rho D, D' = N' + D, F = D'/D, and a column times its D only adds up: ED' = ED - N x, innovation (D x + ED)/D. So nothing waits for a division, two rows share one,
/// and ln det is ln D. In these units the column of the first level is 1 in every row, and so is the constant of the design: the innovations of both are the same, because a start too low by 1 and a response higher by 1 throughout are the same.
/// D grows by 2 + rho a row at most; after <see cref="Stretch"/> rows everything is divided by it.
/// </remarks>
internal static unsafe partial class RatioFilter
{
    private const int Stretch = 32; // 102^32 = 2e64: the product of three D, and the square of a column, stay far below 1e308

    // N and D one and two rows on, for an unseen row before nothing: N += rho D.
    private readonly struct Advance(V rho)
    {
        private readonly V _rho = rho;
        private readonly V _one = Lanes.Splat(1) + rho;
        private readonly V _two = Lanes.Splat(2) + rho;
        private readonly V _twice = rho * (Lanes.Splat(2) + rho);
        private readonly V _square = rho + (Lanes.Splat(1) + rho) * (Lanes.Splat(1) + rho);

        public V Unseen(V n, V d) => n + _rho * d;

        public V N(V n, V d) => n + _rho * d;

        public V D(V n, V d) => n + _one * d;

        public V SecondN(V n, V d) => _one * n + _twice * d;

        public V SecondD(V n, V d) => _two * n + _square * d;
    }

    private static void Level(ImpactSeries series, V rho, int columns, V* s, V* e, V* p, V* logDeterminant)
    {
        switch (columns)
        {
            case <= 3:
                LevelAlone(series, rho, columns, s, e, p, logDeterminant);
                break;
            case 4:
                LevelWithOne(series, rho, s, e, p, logDeterminant);
                break;
            default:
                LevelWithMany(series, rho, columns, s, e, p, logDeterminant);
                break;
        }
    }

    // Response and first level; the constant, where there is one, repeats the latter.
    private static void LevelAlone(ImpactSeries series, V rho, int columns, V* s, V* e, V* p, V* logDeterminant)
    {
        var one = Lanes.Splat(1);
        var advance = new Advance(rho);
        var (n, d, first, log) = (-rho, one, one, V.Zero); // before row 0 nothing is added
        var e0 = Lanes.Splat(-series.FirstLevel);
        var (s00, s10, s11) = (V.Zero, V.Zero, V.Zero);
        var (cross, weights) = (V.Zero, V.Zero); // since the last division
        var y = series.Y;
        var seen = series.Seen;
        var (t, end) = (0, Math.Min(Stretch, seen.Length));
        while (true)
        {
            while (t < end)
            {
                if (!seen[t])
                {
                    n = advance.Unseen(n, d);
                    t++;
                    continue;
                }
                var (n1, d1) = (advance.N(n, d), advance.D(n, d));
                var y1 = Lanes.Splat(y[t]);
                var u1 = d * y1 + e0;
                e0 -= n1 * y1;
                if (t + 1 < end && seen[t + 1])
                {
                    var (n2, d2) = (advance.SecondN(n, d), advance.SecondD(n, d));
                    var y2 = Lanes.Splat(y[t + 1]);
                    var u2 = d1 * y2 + e0;
                    e0 -= n2 * y2;
                    var inverse = one / (d * d1 * d2);
                    var (w1, w2) = (inverse * d2, inverse * d);
                    var (a1, a2) = (u1 * w1, u2 * w2);
                    weights += w1 + w2;
                    cross += a1 + a2;
                    s00 += a1 * u1 + a2 * u2;
                    (n, d, t) = (n2, d2, t + 2);
                }
                else
                {
                    var w1 = one / (d * d1);
                    var a1 = u1 * w1;
                    weights += w1;
                    cross += a1;
                    s00 += a1 * u1;
                    (n, d, t) = (n1, d1, t + 1);
                }
            }
            s10 += first * cross;
            s11 += first * first * weights;
            (cross, weights) = (V.Zero, V.Zero);
            log += Lanes.Log(d);
            var scale = one / d;
            (n, d, first, e0) = (n * scale, one, first * scale, e0 * scale);
            if (t == seen.Length)
                break;
            end = Math.Min(t + Stretch, seen.Length);
        }
        (s[0], s[1], s[2]) = (s00, s10, s11);
        (e[0], e[1]) = (e0, first);
        if (columns == 3)
            RepeatFirst(s, e, first);
        (*p, *logDeterminant) = (n, log);
    }

    // The constant's row of the sums, and what it leaves: 1 + E is the innovation.
    private static void RepeatFirst(V* s, V* e, V first)
    {
        (s[3], s[4], s[5]) = (s[1], s[2], s[2]);
        e[2] = first - Lanes.Splat(1);
    }

    // The commonest design, a constant and one covariate, all in registers.
    private static void LevelWithOne(ImpactSeries series, V rho, V* s, V* e, V* p, V* logDeterminant)
    {
        var one = Lanes.Splat(1);
        var advance = new Advance(rho);
        var (n, d, first, log) = (-rho, one, one, V.Zero);
        var (e0, e3) = (Lanes.Splat(-series.FirstLevel), V.Zero);
        var (s00, s10, s11, s30, s31, s33) = (V.Zero, V.Zero, V.Zero, V.Zero, V.Zero, V.Zero);
        var (cross0, cross3, weights) = (V.Zero, V.Zero, V.Zero);
        var y = series.Y;
        var seen = series.Seen;
        var design = series.Design;
        var (t, end) = (0, Math.Min(Stretch, seen.Length));
        while (true)
        {
            while (t < end)
            {
                if (!seen[t])
                {
                    n = advance.Unseen(n, d);
                    t++;
                    continue;
                }
                var (n1, d1) = (advance.N(n, d), advance.D(n, d));
                var (y1, x1) = (Lanes.Splat(y[t]), Lanes.Splat(design[2 * t + 1]));
                var (u1, v1) = (d * y1 + e0, d * x1 + e3);
                e0 -= n1 * y1;
                e3 -= n1 * x1;
                if (t + 1 < end && seen[t + 1])
                {
                    var (n2, d2) = (advance.SecondN(n, d), advance.SecondD(n, d));
                    var (y2, x2) = (Lanes.Splat(y[t + 1]), Lanes.Splat(design[2 * t + 3]));
                    var (u2, v2) = (d1 * y2 + e0, d1 * x2 + e3);
                    e0 -= n2 * y2;
                    e3 -= n2 * x2;
                    var inverse = one / (d * d1 * d2);
                    var (w1, w2) = (inverse * d2, inverse * d);
                    var (a1, a2) = (u1 * w1, u2 * w2);
                    var (b1, b2) = (v1 * w1, v2 * w2);
                    weights += w1 + w2;
                    cross0 += a1 + a2;
                    cross3 += b1 + b2;
                    s00 += a1 * u1 + a2 * u2;
                    s30 += a1 * v1 + a2 * v2;
                    s33 += b1 * v1 + b2 * v2;
                    (n, d, t) = (n2, d2, t + 2);
                }
                else
                {
                    var w1 = one / (d * d1);
                    var (a1, b1) = (u1 * w1, v1 * w1);
                    weights += w1;
                    cross0 += a1;
                    cross3 += b1;
                    s00 += a1 * u1;
                    s30 += a1 * v1;
                    s33 += b1 * v1;
                    (n, d, t) = (n1, d1, t + 1);
                }
            }
            s10 += first * cross0;
            s31 += first * cross3;
            s11 += first * first * weights;
            (cross0, cross3, weights) = (V.Zero, V.Zero, V.Zero);
            log += Lanes.Log(d);
            var scale = one / d;
            (n, d, first, e0, e3) = (n * scale, one, first * scale, e0 * scale, e3 * scale);
            if (t == seen.Length)
                break;
            end = Math.Min(t + Stretch, seen.Length);
        }
        (s[0], s[1], s[2], s[6], s[7], s[8], s[9]) = (s00, s10, s11, s30, s31, s31, s33);
        (e[0], e[1], e[3]) = (e0, first, e3);
        RepeatFirst(s, e, first);
        (*p, *logDeterminant) = (n, log);
    }

    // Rows by fours: each of the many sums is fetched and stored once for four rows.
    private static void LevelWithMany(ImpactSeries series, V rho, int columns, V* s, V* e, V* p, V* logDeterminant)
    {
        var one = Lanes.Splat(1);
        var advance = new Advance(rho);
        var (n, d, first, log) = (-rho, one, one, V.Zero);
        var wide = columns - 2; // response and covariates
        var u = stackalloc V[4 * wide];
        var a = stackalloc V[4 * wide];
        var sums = stackalloc V[wide]; // of a: the products with the column of ones, since the last division
        var ns = stackalloc V[12];
        var ds = ns + 4;
        var ws = ns + 8;
        var rows = stackalloc int[4];
        for (var c = 0; c < wide; c++)
            sums[c] = V.Zero;
        var left = V.Zero;
        e[0] = Lanes.Splat(-series.FirstLevel);
        var y = series.Y;
        var seen = series.Seen;
        var width = series.Alive;
        var weights = V.Zero;
        var (t, passed) = (0, 0);
        fixed (double* response = y)
        fixed (double* design = series.Design)
            while (true)
            {
                var got = 0;
                for (; t < seen.Length && got < 4 && passed < Stretch; t++, passed++)
                    if (seen[t])
                    {
                        var (n1, d1) = (advance.N(n, d), advance.D(n, d));
                        (ns[got], ds[got], ws[got], rows[got]) = (n1, d, one / (d * d1), t);
                        weights += ws[got++];
                        (n, d) = (n1, d1);
                    }
                    else
                        n = advance.Unseen(n, d);
                for (var i = got; i < 4; i++) // nothing: weight and N are 0
                    (ns[i], ds[i], ws[i], rows[i]) = (V.Zero, V.Zero, V.Zero, 0);
                if (got > 0)
                {
                    left = e[0];
                    sums[0] += Gather(u, a, ns, ds, ws, response + rows[0], response + rows[1], response + rows[2], response + rows[3], ref left);
                    e[0] = left;
                    for (var c = 1; c < wide; c++)
                    {
                        left = e[c + 2];
                        sums[c] += Gather(u + 4 * c, a + 4 * c, ns, ds, ws, design + (long)rows[0] * width + c, design + (long)rows[1] * width + c, design + (long)rows[2] * width + c, design + (long)rows[3] * width + c, ref left);
                        e[c + 2] = left;
                    }
                    AddProducts(u, a, wide, s);
                }
                if (passed < Stretch && t < seen.Length)
                    continue;
                s[1] += first * sums[0];
                s[2] += first * first * weights;
                for (var c = 1; c < wide; c++)
                    s[(c + 2) * (c + 3) / 2 + 1] += first * sums[c];
                for (var c = 0; c < wide; c++)
                    sums[c] = V.Zero;
                weights = V.Zero;
                log += Lanes.Log(d);
                var scale = one / d;
                (n, d, first, passed) = (n * scale, one, first * scale, 0);
                e[0] *= scale;
                for (var c = 1; c < wide; c++)
                    e[c + 2] *= scale;
                if (t == seen.Length)
                    break;
            }
        for (var c = 1; c < wide; c++)
            s[(c + 2) * (c + 3) / 2 + 2] = s[(c + 2) * (c + 3) / 2 + 1];
        e[1] = first;
        RepeatFirst(s, e, first);
        (*p, *logDeterminant) = (n, log);
    }

    // A column in four rows: D x + ED into u, that by its weight into a; returns the sum of a.
    private static V Gather(V* u, V* a, V* n, V* d, V* w, double* x0, double* x1, double* x2, double* x3, ref V left)
    {
        var (e, x) = (left, Lanes.Splat(*x0));
        u[0] = d[0] * x + e;
        e -= n[0] * x;
        x = Lanes.Splat(*x1);
        u[1] = d[1] * x + e;
        e -= n[1] * x;
        x = Lanes.Splat(*x2);
        u[2] = d[2] * x + e;
        e -= n[2] * x;
        x = Lanes.Splat(*x3);
        u[3] = d[3] * x + e;
        e -= n[3] * x;
        left = e;
        (a[0], a[1], a[2], a[3]) = (u[0] * w[0], u[1] * w[1], u[2] * w[2], u[3] * w[3]);
        return (a[0] + a[1]) + (a[2] + a[3]);
    }

    // s(c, b) += a(c) . u(b) over four rows, two c at a time; place 0 is column 0, place c > 0 column c + 2.
    private static void AddProducts(V* u, V* a, int wide, V* s)
    {
        s[0] += Products(a, u);
        var c = 1;
        for (; c + 1 < wide; c += 2)
        {
            var upper = s + (c + 2) * (c + 3) / 2;
            var lower = upper + c + 3;
            var (a0, a1, a2, a3) = (a[4 * c], a[4 * c + 1], a[4 * c + 2], a[4 * c + 3]);
            var (b0, b1, b2, b3) = (a[4 * c + 4], a[4 * c + 5], a[4 * c + 6], a[4 * c + 7]);
            upper[0] += (a0 * u[0] + a1 * u[1]) + (a2 * u[2] + a3 * u[3]);
            lower[0] += (b0 * u[0] + b1 * u[1]) + (b2 * u[2] + b3 * u[3]);
            for (var b = 1; b <= c; b++)
            {
                var (u0, u1, u2, u3) = (u[4 * b], u[4 * b + 1], u[4 * b + 2], u[4 * b + 3]);
                upper[b + 2] += (a0 * u0 + a1 * u1) + (a2 * u2 + a3 * u3);
                lower[b + 2] += (b0 * u0 + b1 * u1) + (b2 * u2 + b3 * u3);
            }
            lower[c + 3] += Products(a + 4 * c + 4, u + 4 * c + 4);
        }
        if (c < wide)
        {
            var upper = s + (c + 2) * (c + 3) / 2;
            upper[0] += Products(a + 4 * c, u);
            for (var b = 1; b <= c; b++)
                upper[b + 2] += Products(a + 4 * c, u + 4 * b);
        }
    }

    private static V Products(V* a, V* u) => (a[0] * u[0] + a[1] * u[1]) + (a[2] * u[2] + a[3] * u[3]);
}
