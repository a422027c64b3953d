using System.Globalization;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>
/// How often the verdict on a simulated case is wrong or too sure: false verdicts where nothing bites, and words where little can be known. Each case is made as <c>simulate</c> makes it and read as <c>assess</c> reads it.
/// </summary>
internal static class VerdictGates
{
    private const double Sure = 0.95;

    public static int Print(int corpora)
    {
        Console.WriteLine($"Verdicts on {corpora} simulated cases a row, quick look");
        Console.WriteLine("| world | reports | true effect | mean P(bite) | P(bite) > .95 | P(bite) < .05 | headline settled | headline above likely | forecasts beat both baselines | routes agree |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Row("null", 300, corpora);
        Row("lean-drift", 300, corpora);
        Row("other-cause", 300, corpora);
        Row("bite", 300, corpora);
        Row("bite", 60, corpora);
        Row("null", 60, corpora);
        Row("one-outlet", 300, corpora);
        return 0;
    }

    /// <summary>How often the index foretells later reports better than climatology and persistence where there is an effect and much to learn from.</summary>
    public static int Foretelling(int corpora)
    {
        Console.WriteLine($"Verdicts on {corpora} simulated cases, quick look");
        Console.WriteLine("| world | reports | true effect | mean P(bite) | P(bite) > .95 | P(bite) < .05 | headline settled | headline above likely | forecasts beat both baselines | routes agree |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        Row("bite", 1500, corpora);
        return 0;
    }

    private static void Row(string world, int reports, int corpora)
    {
        int sure = 0, sureNot = 0, settled = 0, above = 0, beats = 0, agree = 0, judged = 0;
        double sum = 0, effect = 0;
        for (var seed = 1; seed <= corpora; seed++)
        {
            var drawn = OrdinalSimulation.Draw(SimulatedCase.Worlds[world] with { Reports = reports }, (ulong)seed);
            var verdict = VerdictModel.Of(SimulatedCase.Of(drawn, TaxonomyFile.Shipped, world), null, VerdictDepth.Quick);
            effect = drawn.Truth.Effect;
            if (verdict.Bite.Probability is not { } bite)
                continue;
            judged++;
            sum += bite;
            sure += bite > Sure ? 1 : 0;
            sureNot += bite < 1 - Sure ? 1 : 0;
            settled += verdict.Bite.Word != "not settled" ? 1 : 0;
            above += verdict.Bite.Word is "very likely" or "almost certain" ? 1 : 0;
            beats += verdict.BeatsBaselines == true ? 1 : 0;
            agree += verdict.BayesFactor?.Agree == true ? 1 : 0;
        }

        double Share(int count) => (double)count / judged;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {world} | {reports} | {effect} | {sum / judged:F3} | {Share(sure):F3} | {Share(sureNot):F3} | {Share(settled):F3} | {Share(above):F3} | {Share(beats):F3} | {Share(agree):F3} |"));
    }
}
