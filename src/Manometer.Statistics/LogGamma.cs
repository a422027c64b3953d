namespace Manometer.Statistics;

/// <summary>Natural logarithm of the gamma function for positive arguments.</summary>
/// <remarks>Stirling's series (DLMF 5.11.1) from 15 up, with seven terms; below it the recurrence ln G(x) = ln G(x + n) - ln(x (x+1) ... (x+n-1)). Relative error below 1e-14 away from the zeros at 1 and 2, absolute error below 1e-14 near them.</remarks>
internal static class LogGamma
{
    private static readonly double[] Terms = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156];

    public static double Of(double x)
    {
        var product = 1.0;
        while (x < 15)
            product *= x++;
        var inverse = 1 / x;
        var square = inverse * inverse;
        var series = 0.0;
        for (var i = Terms.Length - 1; i >= 0; i--)
            series = series * square + Terms[i];
        return (x - 0.5) * Elementary.Log(x) - x + 0.91893853320467274178 + series * inverse - Elementary.Log(product);
    }
}
