namespace Manometer.Statistics;

/// <summary>The digamma function for positive arguments: recurrence up to 10, then the asymptotic series (DLMF 5.11.2). Absolute error below 1e-13.</summary>
internal static class Digamma
{
    public static double Of(double x)
    {
        var shift = 0.0;
        while (x < 10)
            shift -= 1 / x++;
        var inverse = 1 / (x * x);
        return shift + Elementary.Log(x) - 0.5 / x - inverse * (1.0 / 12 - inverse * (1.0 / 120 - inverse * (1.0 / 252 - inverse * (1.0 / 240 - inverse * (1.0 / 132 - inverse * 691.0 / 32760)))));
    }
}
