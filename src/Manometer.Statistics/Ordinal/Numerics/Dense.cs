using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Manometer.Statistics;

/// <summary>Small dense kernels on row-major arrays. Sums over the inner index run in its order, element by element, so that the width of the machine's vectors does not show in the result.</summary>
internal static class Dense
{
    /// <summary>target[j] -= sum over k of coefficient[k * coefficientStride] * source[k * sourceStride + j], k in order.</summary>
    public static void SubtractProducts(Span<double> target, ReadOnlySpan<double> source, int sourceStride, ReadOnlySpan<double> coefficient, int coefficientStride, int count)
    {
        if (count <= 0 || target.Length == 0)
            return;
        var length = target.Length;
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var s = ref MemoryMarshal.GetReference(source);
        ref var c = ref MemoryMarshal.GetReference(coefficient);
        var width = Vector<double>.Count;
        var k = 0;
        for (; k + 4 <= count; k += 4)
        {
            var c0 = Unsafe.Add(ref c, k * coefficientStride);
            var c1 = Unsafe.Add(ref c, (k + 1) * coefficientStride);
            var c2 = Unsafe.Add(ref c, (k + 2) * coefficientStride);
            var c3 = Unsafe.Add(ref c, (k + 3) * coefficientStride);
            ref var s0 = ref Unsafe.Add(ref s, k * sourceStride);
            ref var s1 = ref Unsafe.Add(ref s, (k + 1) * sourceStride);
            ref var s2 = ref Unsafe.Add(ref s, (k + 2) * sourceStride);
            ref var s3 = ref Unsafe.Add(ref s, (k + 3) * sourceStride);
            var j = 0;
            if (length >= width)
            {
                var v0 = new Vector<double>(c0);
                var v1 = new Vector<double>(c1);
                var v2 = new Vector<double>(c2);
                var v3 = new Vector<double>(c3);
                for (; j + width <= length; j += width)
                {
                    ref var place = ref Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref t, j));
                    var value = place;
                    value -= v0 * Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref s0, j));
                    value -= v1 * Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref s1, j));
                    value -= v2 * Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref s2, j));
                    value -= v3 * Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref s3, j));
                    place = value;
                }
            }
            for (; j < length; j++)
            {
                var value = Unsafe.Add(ref t, j);
                value -= c0 * Unsafe.Add(ref s0, j);
                value -= c1 * Unsafe.Add(ref s1, j);
                value -= c2 * Unsafe.Add(ref s2, j);
                value -= c3 * Unsafe.Add(ref s3, j);
                Unsafe.Add(ref t, j) = value;
            }
        }
        for (; k < count; k++)
        {
            var ck = Unsafe.Add(ref c, k * coefficientStride);
            ref var sk = ref Unsafe.Add(ref s, k * sourceStride);
            var j = 0;
            if (length >= width)
            {
                var v = new Vector<double>(ck);
                for (; j + width <= length; j += width)
                {
                    ref var place = ref Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref t, j));
                    place -= v * Unsafe.As<double, Vector<double>>(ref Unsafe.Add(ref sk, j));
                }
            }
            for (; j < length; j++)
                Unsafe.Add(ref t, j) -= ck * Unsafe.Add(ref sk, j);
        }
    }

    /// <summary>Upper Cholesky factor in place: a = U'U, row-major n x n, upper triangle read and written. False when a is not positive definite.</summary>
    public static bool Cholesky(Span<double> a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var row = a.Slice(i * n + i, n - i);
            if (i > 0)
                SubtractProducts(row, a[i..], n, a[i..], n, i);
            var pivot = row[0];
            if (!(pivot > 0) || double.IsInfinity(pivot))
                return false;
            var root = Math.Sqrt(pivot);
            row[0] = root;
            var inverse = 1 / root;
            for (var j = 1; j < row.Length; j++)
                row[j] *= inverse;
        }
        return true;
    }

    /// <summary>b := U'^-1 b, where U is n x n upper and b is n x columns.</summary>
    public static void ForwardSolve(ReadOnlySpan<double> u, int n, Span<double> b, int columns) => ForwardSolve(u, n, b, columns, columns);

    /// <summary>The same for the first columns of rows that stand <paramref name="stride"/> apart.</summary>
    public static void ForwardSolve(ReadOnlySpan<double> u, int n, Span<double> b, int columns, int stride)
    {
        for (var i = 0; i < n; i++)
        {
            var row = b.Slice(i * stride, columns);
            if (i > 0)
                SubtractProducts(row, b, stride, u[i..], n, i);
            var inverse = 1 / u[i * n + i];
            for (var j = 0; j < columns; j++)
                row[j] *= inverse;
        }
    }

    /// <summary>b := U^-1 b, where U is n x n upper and b is n x columns.</summary>
    public static void BackwardSolve(ReadOnlySpan<double> u, int n, Span<double> b, int columns) => BackwardSolve(u, n, b, columns, columns);

    /// <summary>The same for the first columns of rows that stand <paramref name="stride"/> apart.</summary>
    public static void BackwardSolve(ReadOnlySpan<double> u, int n, Span<double> b, int columns, int stride)
    {
        for (var i = n - 1; i >= 0; i--)
        {
            var row = b.Slice(i * stride, columns);
            if (i + 1 < n)
                SubtractProducts(row, b[((i + 1) * stride)..], stride, u[(i * n + i + 1)..], 1, n - i - 1);
            var inverse = 1 / u[i * n + i];
            for (var j = 0; j < columns; j++)
                row[j] *= inverse;
        }
    }

    /// <summary>The inverse of U'U, full and symmetric.</summary>
    public static void Inverse(ReadOnlySpan<double> u, int n, Span<double> result)
    {
        result[..(n * n)].Clear();
        for (var i = 0; i < n; i++)
            result[i * n + i] = 1;
        ForwardSolve(u, n, result, n);
        BackwardSolve(u, n, result, n);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
                result[i * n + j] = result[j * n + i];
    }

    /// <summary>Sum of the logarithms of the diagonal of an n x n array.</summary>
    public static double LogDiagonal(ReadOnlySpan<double> u, int n)
    {
        double sum = 0, product = 1;
        for (var i = 0; i < n; i++)
        {
            product *= u[i * n + i];
            if (product is > 1e100 or < 1e-100)
            {
                sum += Elementary.Log(product);
                product = 1;
            }
        }
        return sum + Elementary.Log(product);
    }

    /// <summary>Inner product, four running sums.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        b = b[..a.Length];
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var sums = Vector256<double>.Zero;
        var i = 0;
        for (; i + 4 <= a.Length; i += 4)
            sums += Vector256.LoadUnsafe(ref x, (nuint)i) * Vector256.LoadUnsafe(ref y, (nuint)i);
        var first = sums[0];
        for (; i < a.Length; i++)
            first += a[i] * b[i];
        return first + sums[1] + (sums[2] + sums[3]);
    }
}
