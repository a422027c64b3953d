namespace Manometer.Statistics;

/// <summary>Small functions that keep their digits where the plain formula loses them.</summary>
internal static class Stable
{
    public const double RootPi = 1.7724538509055160273;
    public const double LogTwo = 0.69314718055994530942;

    /// <summary>ln(1 + x), accurate near 0.</summary>
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return double.IsInfinity(sum) || sum == 0 ? Elementary.Log(sum) : Elementary.Log(sum) - ((sum - 1) - x) / sum;
    }

    /// <summary>ln(1 + e^x) without overflow.</summary>
    public static double Softplus(double x) => (x > 0 ? x : 0) + LogOnePlus(Elementary.Exp(-Math.Abs(x)));

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Logistic(double x)
    {
        var e = Elementary.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>a to the power b, for a at least 0.</summary>
    public static double Power(double a, double b) => a == 0 ? (b == 0 ? 1 : 0) : Elementary.Exp(b * Elementary.Log(a));

    /// <summary>The gamma function for positive arguments.</summary>
    public static double Gamma(double x) => Elementary.Exp(LogGamma.Of(x));

    /// <summary>Logarithm of the beta function.</summary>
    public static double LogBeta(double a, double b) => LogGamma.Of(a) + LogGamma.Of(b) - LogGamma.Of(a + b);
}
