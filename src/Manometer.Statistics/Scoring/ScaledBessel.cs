namespace Manometer.Statistics;

/// <summary>e^-x I0(x) and e^-x I1(x) for x at least 0.</summary>
/// <remarks>Power series (DLMF 10.25.2), all terms positive, below 40; Hankel's expansion (DLMF 10.40.1) from 40 up, whose smallest term is below e^-80.</remarks>
internal static class ScaledBessel
{
    public static double Zero(double x) => x < 40 ? Series(x, 0) : Asymptotic(x, 0);

    public static double One(double x) => x < 40 ? Series(x, 1) : Asymptotic(x, 1);

    private static double Series(double x, int order)
    {
        var quarter = x * x / 4;
        var term = order == 0 ? 1 : x / 2;
        var sum = term;
        for (var k = 1; k < 500 && term > sum * 1e-18; k++)
        {
            term *= quarter / (k * (k + (double)order));
            sum += term;
        }

        return sum * Elementary.Exp(-x);
    }

    private static double Asymptotic(double x, int order)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var k = 1; k < 60; k++)
        {
            var odd = 2.0 * k - 1;
            term *= (odd * odd - 4.0 * order) / (k * 8 * x);
            sum += term;
            if (Math.Abs(term) < 1e-18)
                break;
        }

        return sum / Math.Sqrt(2 * Math.PI * x);
    }
}
