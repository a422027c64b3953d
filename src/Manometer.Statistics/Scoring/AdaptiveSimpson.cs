namespace Manometer.Statistics;

/// <summary>Integral of a smooth function over an interval by adaptive Simpson steps (Lyness 1969); deterministic, at most 40 halvings deep.</summary>
internal static class AdaptiveSimpson
{
    public static double Integrate(Func<double, double> f, double from, double to, double tolerance)
    {
        if (!(from < to))
            return 0;
        // sixteen panels to begin with, so that no bump hides between three points
        var sum = 0.0;
        for (var i = 0; i < 16; i++)
        {
            double a = from + (to - from) * i / 16, b = from + (to - from) * (i + 1) / 16;
            double fa = f(a), fm = f((a + b) / 2), fb = f(b);
            sum += Refine(f, a, b, fa, fm, fb, (b - a) / 6 * (fa + 4 * fm + fb), tolerance / 16, 40);
        }

        return sum;
    }

    private static double Refine(Func<double, double> f, double a, double b, double fa, double fm, double fb, double whole, double tolerance, int depth)
    {
        var m = (a + b) / 2;
        double fl = f((a + m) / 2), fr = f((m + b) / 2);
        double left = (m - a) / 6 * (fa + 4 * fl + fm), right = (b - m) / 6 * (fm + 4 * fr + fb);
        var difference = left + right - whole;
        if (depth == 0 || Math.Abs(difference) <= 15 * tolerance + 1e-15 * (b - a))
            return left + right + difference / 15;
        return Refine(f, a, m, fa, fl, fm, left, tolerance / 2, depth - 1) + Refine(f, m, b, fm, fr, fb, right, tolerance / 2, depth - 1);
    }
}
