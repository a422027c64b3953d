using System.Globalization;

namespace Manometer.Statistics;

/// <summary>A result in words.</summary>
internal static class ImpactSentence
{
    public static string Of(ImpactResult result)
    {
        var percent = Number(100 * (1 - result.Alpha));
        var average = result.Average;
        var text = $"After the intervention the response averaged {Number(average.Actual)} over {Count(result.RowsAfter, "row")}; without it {Number(average.Predicted)} was to be expected. "
            + $"The difference is {Number(average.Effect)}, {percent} % credible interval {Number(average.Lower)} to {Number(average.Upper)}";
        if (result.Relative is { } relative)
            text += $", or {Number(100 * relative.Effect)} % ({Number(100 * relative.Lower)} % to {Number(100 * relative.Upper)} %)";
        text += $"; in sum {Number(result.Cumulative.Effect)} ({Number(result.Cumulative.Lower)} to {Number(result.Cumulative.Upper)}). ";
        text += result.CoversZero
            ? "The interval covers 0: the data are compatible with no effect. "
            : $"The interval does not cover 0; a response this far from the prediction on this side has probability {Probability(result.TailArea)} under the model. ";
        if (result.MissingAfter > 0)
            text += $"{Count(result.MissingAfter, "row")} after the intervention had no value and {(result.MissingAfter == 1 ? "is" : "are")} left out of both sides. ";
        return text + "This holds if the covariates were not moved by the intervention and nothing else changed at the same time; compare the placebo dates.";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : string.Create(CultureInfo.InvariantCulture, $"{count} {noun}s");

    private static string Probability(double p) => p < 1e-6 ? "below 1e-6" : Number(p);

    /// <summary>Four digits, without an exponent where that is short.</summary>
    public static string Number(double value)
    {
        if (value == 0)
            return "0";
        var size = Math.Abs(value);
        if (size is >= 1e7 or < 1e-4)
            return value.ToString("0.###e+0", CultureInfo.InvariantCulture);
        if (size >= 1000)
            return value.ToString("0", CultureInfo.InvariantCulture);
        var digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : size >= 0.1 ? 3 : size >= 0.01 ? 4 : 5;
        return Math.Round(value, digits).ToString("0." + new string('#', digits), CultureInfo.InvariantCulture);
    }
}
