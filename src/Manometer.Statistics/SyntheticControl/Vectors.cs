using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manometer.Statistics;

/// <summary>Sums over short vectors in one fixed order: eight lanes, added pairwise at the end, whatever the machine.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var n = Math.Min(a.Length, b.Length);
        Vector256<double> low = default, high = default;
        nuint i = 0;
        for (; i + 8 <= (nuint)n; i += 8)
        {
            low += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
            high += Vector256.LoadUnsafe(ref x, i + 4) * Vector256.LoadUnsafe(ref y, i + 4);
        }

        if (i + 4 <= (nuint)n)
        {
            low += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
            i += 4;
        }

        var lanes = low + high;
        var halves = lanes.GetLower() + lanes.GetUpper();
        var sum = halves[0] + halves[1];
        for (; i < (nuint)n; i++)
            sum += a[(int)i] * b[(int)i];
        return sum;
    }

    public static double Square(ReadOnlySpan<double> a) => Dot(a, a);

    /// <summary>Adds a multiple of <paramref name="b"/> to <paramref name="a"/>.</summary>
    public static void Add(Span<double> a, ReadOnlySpan<double> b, double factor)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var n = Math.Min(a.Length, b.Length);
        var all = Vector256.Create(factor);
        nuint i = 0;
        for (; i + 4 <= (nuint)n; i += 4)
            (Vector256.LoadUnsafe(ref x, i) + all * Vector256.LoadUnsafe(ref y, i)).StoreUnsafe(ref x, i);
        for (; i < (nuint)n; i++)
            a[(int)i] += factor * b[(int)i];
    }
}
