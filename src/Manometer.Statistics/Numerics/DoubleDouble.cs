namespace Manometer.Statistics;

/// <summary>A number held as the unevaluated sum of two doubles, about 32 decimal digits; without fused multiply-add, so the same bits everywhere.</summary>
/// <remarks>Error-free sum after Knuth (1969), error-free product after Dekker (1971).</remarks>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static DoubleDouble From(double value) => new(value, 0);

    public double Value => High + Low;

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var sum = Sum(a.High, b.High);
        return Quick(sum.High, sum.Low + (a.Low + b.Low));
    }

    public static DoubleDouble operator +(DoubleDouble a, double b)
    {
        var sum = Sum(a.High, b);
        return Quick(sum.High, sum.Low + a.Low);
    }

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var product = Product(a.High, b.High);
        return Quick(product.High, product.Low + (a.High * b.Low + a.Low * b.High));
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var first = a.High / b.High;
        var rest = a - b * From(first);
        var second = rest.High / b.High;
        rest -= b * From(second);
        var third = rest.High / b.High;
        return Quick(first, second) + From(third);
    }

    /// <summary>The exact sum of two doubles.</summary>
    public static DoubleDouble Sum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return new(sum, (a - (sum - part)) + (b - part));
    }

    /// <summary>The exact product of two doubles of magnitude below 1e300.</summary>
    public static DoubleDouble Product(double a, double b)
    {
        var product = a * b;
        var (aHigh, aLow) = Split(a);
        var (bHigh, bLow) = Split(b);
        return new(product, ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow);
    }

    private static DoubleDouble Quick(double high, double low)
    {
        var sum = high + low;
        return new(sum, low - (sum - high));
    }

    private static (double High, double Low) Split(double a)
    {
        var scaled = 134217729.0 * a;
        var high = scaled - (scaled - a);
        return (high, a - high);
    }
}
