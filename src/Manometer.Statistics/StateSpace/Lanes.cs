using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>Elementary functions of four numbers at once, without fused multiply-add: the same bits on every machine. Relative error of the exponential below 1e-14, of the tail below 5e-12; of the logarithm below 1e-15 of the larger of 1 and the value.</summary>
internal static class Lanes
{
    public const int Count = 4;

    private const double LogTwoHigh = 0.693147180369123816490;
    private const double LogTwoLow = 1.90821492927058770002e-10;
    private const double Magic = 6755399441055744.0; // 1.5 x 2^52: adding it rounds to a whole number, which then stands in the low bits
    private const int MillsDegree = 22;
    private static readonly double[] MillsPolynomial = MakeMills();

    /// <summary>e^x; 0 below -700; x at most 700.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp(V x)
    {
        var lowest = Vector256.Create(-700.0);
        var small = Vector256.LessThan(x, lowest);
        x = Vector256.Min(Vector256.Max(x, lowest), Vector256.Create(700.0));
        var shifted = x * Vector256.Create(1.4426950408889634) + Vector256.Create(Magic);
        var n = shifted - Vector256.Create(Magic);
        var r = (x - n * Vector256.Create(LogTwoHigh)) - n * Vector256.Create(LogTwoLow);
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = (Vector256.Create(1.0) + r) + r2 * (Vector256.Create(0.5) + r * Vector256.Create(1.0 / 6));
        var middle = (Vector256.Create(1.0 / 24) + r * Vector256.Create(1.0 / 120)) + r2 * (Vector256.Create(1.0 / 720) + r * Vector256.Create(1.0 / 5040));
        var high = (Vector256.Create(1.0 / 40320) + r * Vector256.Create(1.0 / 362880)) + r2 * (Vector256.Create(1.0 / 3628800) + r * Vector256.Create(1.0 / 39916800));
        var top = Vector256.Create(1.0 / 479001600) + r * Vector256.Create(1.0 / 6227020800);
        var polynomial = low + r4 * (middle + r4 * (high + r4 * top));
        var power = (Vector256.ShiftLeft(shifted.AsInt64(), 52) + Vector256.Create(1023L << 52)).AsDouble();
        return Vector256.AndNot(polynomial * power, small);
    }

    /// <summary>ln x for positive normal x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log(V x)
    {
        var offset = Vector256.Create(0x3FE6A09E667F3BCDL);
        var shifted = x.AsInt64() - offset;
        // exponent as a double: its biased value in the mantissa of 2^52
        var raised = shifted + Vector256.Create(1024L << 52);
        var e = (Vector256.ShiftRightLogical(raised, 52) | Vector256.Create(0x4330000000000000L)).AsDouble() - Vector256.Create(4503599627370496.0 + 1024);
        var m = (x.AsInt64() - (shifted & Vector256.Create(unchecked((long)0xFFF0000000000000UL)))).AsDouble();
        var f = m - Vector256.Create(1.0);
        var s = f / (m + Vector256.Create(1.0));
        var s2 = s * s;
        var s4 = s2 * s2;
        var a = (Vector256.Create(1.0 / 3) + s2 * Vector256.Create(1.0 / 5)) + s4 * (Vector256.Create(1.0 / 7) + s2 * Vector256.Create(1.0 / 9));
        var b = (Vector256.Create(1.0 / 11) + s2 * Vector256.Create(1.0 / 13)) + s4 * (Vector256.Create(1.0 / 15) + s2 * Vector256.Create(1.0 / 17));
        var series = s2 * (a + s4 * s4 * (b + s4 * s4 * (Vector256.Create(1.0 / 19) + s2 * Vector256.Create(1.0 / 21))));
        var twice = s + s;
        return e * Vector256.Create(LogTwoHigh) + (twice + (twice * series + e * Vector256.Create(LogTwoLow)));
    }

    /// <summary>Density of the standard normal and the tail beyond |z|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tail(V z, out V density)
    {
        var x = Vector256.Min(Vector256.Abs(z), Vector256.Create(37.0));
        density = Exp(x * x * Vector256.Create(-0.5)) * Vector256.Create(0.39894228040143267794);
        var t = (x - Vector256.Create(4.0)) / (x + Vector256.Create(4.0));
        ref var c = ref MillsPolynomial[0];
        var even = Vector256.Create(Unsafe.Add(ref c, MillsDegree));
        var odd = Vector256.Create(Unsafe.Add(ref c, MillsDegree - 1));
        var t2 = t * t;
        for (var k = MillsDegree - 2; k > 0; k -= 2)
        {
            even = even * t2 + Vector256.Create(Unsafe.Add(ref c, k));
            odd = odd * t2 + Vector256.Create(Unsafe.Add(ref c, k - 1));
        }
        var mills = even * t2 + Vector256.Create(c) + odd * t;
        return density * mills / (x + Vector256.Create(1.0));
    }

    /// <summary>The sum of the four, in a fixed order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(V x) => (x.GetElement(0) + x.GetElement(1)) + (x.GetElement(2) + x.GetElement(3));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Max(V x) => Math.Max(Math.Max(x.GetElement(0), x.GetElement(1)), Math.Max(x.GetElement(2), x.GetElement(3)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Splat(double x) => Vector256.Create(x);

    // (x + 1) R(x), R the Mills ratio, as polynomial in t = (x - 4)/(x + 4): interpolated at Chebyshev points, then brought to powers of t.
    private static double[] MakeMills()
    {
        const int n = MillsDegree + 1;
        const int points = 64;
        var chebyshev = new double[n];
        var first = 0.0; // cos(pi/128), by halving pi/2 six times: the platform's cosine differs between machines
        for (var halving = 0; halving < 6; halving++)
            first = Math.Sqrt((1 + first) / 2);
        var (older, newer) = (first, first); // cos of -1 and 1 times pi/128
        for (var i = 0; i < points; i++)
        {
            var t = newer;
            var x = 4 * (1 + t) / (1 - t);
            var value = Normal.Mills(x) * (x + 1) / points;
            var (last, current) = (1.0, t);
            chebyshev[0] += value;
            for (var k = 1; k < n; k++)
            {
                chebyshev[k] += 2 * value * current;
                (last, current) = (current, 2 * t * current - last);
            }
            (older, newer) = (newer, 2 * (2 * first * first - 1) * newer - older);
        }
        var powers = new double[n];
        var before = new double[n];
        var now = new double[n];
        before[0] = 1;
        now[1] = 1;
        powers[0] = chebyshev[0];
        for (var k = 1; k < n; k++)
        {
            for (var i = 0; i <= k; i++)
                powers[i] += chebyshev[k] * now[i];
            var next = new double[n];
            for (var i = 0; i <= k && i + 1 < n; i++)
                next[i + 1] = 2 * now[i];
            for (var i = 0; i < n; i++)
                next[i] -= before[i];
            (before, now) = (now, next);
        }
        return powers;
    }
}
