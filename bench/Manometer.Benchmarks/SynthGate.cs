using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>How often the placebo tests reject at 5 % when nothing happened. Gate 7 of the statistics: at most 6 % for the test that is shown.</summary>
internal static class SynthGate
{
    public static int Print(int runs)
    {
        Console.WriteLine($"Rejections at nominal .05 under no effect, {runs} panels a row; standard error {Math.Sqrt(.05 * .95 / runs).ToString("F4", CultureInfo.InvariantCulture)}.");
        Console.WriteLine();
        Console.WriteLine("| donors | T0 | T1 | rho | factor | treated noise | naive z | ratio | mean gap | headline | shown |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var worst = 0.0;
        foreach (var (donors, factor, own) in new[] { (19, 0.0, 1.0), (39, 0.0, 1.0), (39, 2.0, 1.0), (39, 0.0, 2.0) })
            foreach (var pre in new[] { 4, 10, 20 })
                foreach (var rho in new[] { 0.0, 0.5 })
                {
                    var row = Rates(donors, pre, 5, rho, factor, own, runs);
                    var text = string.Join(" | ", row.Select(rate => rate.ToString("F3", CultureInfo.InvariantCulture)));
                    Console.WriteLine(FormattableString.Invariant($"| {donors} | {pre} | 5 | {rho} | {factor} | {own} | {text} |"));
                    worst = Math.Max(worst, row[^1]);
                }

        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant($"Worst row of the test as shown: {worst:F3} ({(worst <= 0.06 ? "met" : "missed")}: at most .060)."));
        return worst <= 0.06 ? 0 : 1;
    }

    /// <summary>Rates of rejection: naive z of the mean gap, ratio rank, rank of the mean gap, headline rank, and the headline where nothing refuses the result or warns of a treated unit noisier than its donors.</summary>
    private static double[] Rates(int donors, int pre, int post, double rho, double factor, double own, int runs)
    {
        var random = new Xoshiro256((ulong)(donors * 1000 + pre * 10) + (ulong)(rho * 4) + (ulong)(factor * 100) + (ulong)(own * 7));
        var counts = new double[5];
        for (var run = 0; run < runs; run++)
        {
            var result = SyntheticControl.Of(SynthPanels.Null(random, donors, pre, post, rho, factor, own)).Treated("u0").From(pre).Fit();
            var headline = result.Placebo!.SimilarGap.Either;
            counts[0] += Math.Abs(result.Att) > 1.96 * result.PreRmspe / Math.Sqrt(post) ? 1 : 0;
            counts[1] += result.Placebo.Ratio.P <= 0.05 ? 1 : 0;
            counts[2] += result.Placebo.Gap.Either.P <= 0.05 ? 1 : 0;
            counts[3] += headline.P <= 0.05 ? 1 : 0;
            counts[4] += headline.P <= 0.05 && !result.IsRefused && result.Flags.All(flag => flag.Flag != SynthFlagCode.NoisierThanDonors) ? 1 : 0;
        }

        return [.. counts.Select(count => count / runs)];
    }
}
