namespace Manometer.Statistics;

/// <summary>Likelihood of a set of adjacent steps under the cumulative logistic model: P(low &lt;= y &lt;= high) = F(high cut - eta) - F(low cut - eta).</summary>
/// <remarks>With a = high cut - eta and b = low cut - eta: p = F(a) F(-b) (1 - e^(b-a)), which does not cancel; d ln p/d eta = F(a) + F(b) - 1; -d2 = F(a)(1-F(a)) + F(b)(1-F(b)), never negative.</remarks>
internal static class StepLikelihood
{
    /// <summary>Probability; gap is 1 - exp(low cut - high cut), 1 when either is infinite.</summary>
    public static double Probability(double eta, double highCut, double lowCut, double gap)
    {
        var up = double.IsPositiveInfinity(highCut) ? 1 : 1 / (1 + Elementary.Exp(eta - highCut));
        var down = double.IsNegativeInfinity(lowCut) ? 1 : 1 / (1 + Elementary.Exp(lowCut - eta));
        return up * down * gap;
    }

    /// <summary>Logarithm of the probability with the first derivative in eta, the negated second and its derivative.</summary>
    public static double Log(double eta, double highCut, double lowCut, double gap, out double slope, out double weight, out double weightSlope)
    {
        double up = 1, upRest = 0, down = 1, downRest = 0;
        if (!double.IsPositiveInfinity(highCut))
            Pair(highCut - eta, out up, out upRest);
        if (!double.IsNegativeInfinity(lowCut))
            Pair(eta - lowCut, out down, out downRest);
        slope = downRest - upRest;
        var first = up * upRest;
        var second = down * downRest;
        weight = first + second;
        weightSlope = second * (downRest - down) - first * (upRest - up);
        var probability = up * down * gap;
        return probability > 1e-300 ? Elementary.Log(probability) : LogTail(highCut - eta) + LogTail(eta - lowCut) + Elementary.Log(gap);
    }

    // F(x) and 1 - F(x), each to full relative precision
    private static void Pair(double x, out double value, out double rest)
    {
        if (x >= 0)
        {
            var e = Elementary.Exp(-x);
            value = 1 / (1 + e);
            rest = e * value;
        }
        else
        {
            var e = Elementary.Exp(x);
            rest = 1 / (1 + e);
            value = e * rest;
        }
    }

    private static double LogTail(double x) => double.IsPositiveInfinity(x) ? 0 : x < -40 ? x : -Elementary.Log(1 + Elementary.Exp(-x));

    /// <summary>1 - exp(low - high).</summary>
    public static double Gap(double highCut, double lowCut) => double.IsInfinity(highCut) || double.IsInfinity(lowCut) ? 1 : 1 - Elementary.Exp(lowCut - highCut);
}
