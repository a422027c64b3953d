using System.Globalization;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>How often a negative control raises a false alarm where nothing touched it, and how often one that was touched is found out.</summary>
internal static class ControlGates
{
    private static readonly DateOnly End = new(2019, 12, 31);

    public static int Print(int corpora)
    {
        Console.WriteLine($"Negative controls on {corpora} simulated cases a row: two sectors of eight are declared untouchable");
        Console.WriteLine("| world | reports | true effect | on the controls | does not hold 0 at 95 % | mean effect found | mean contraction |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var reports in new[] { 300, 1500 })
        {
            Row("null", OrdinalWorld.Null, reports, touched: false, corpora);
            Row("bite", OrdinalWorld.WithEffect, reports, touched: false, corpora);
            Row("lean-drift", OrdinalWorld.DriftingLeans, reports, touched: false, corpora);
            Row("other-cause", OrdinalWorld.OtherCause, reports, touched: false, corpora);
            Row("bite", OrdinalWorld.WithEffect, reports, touched: true, corpora);
            Row("strong bite", OrdinalWorld.WithEffect with { Effect = 3, Ramp = 3 }, reports, touched: true, corpora);
        }

        return 0;
    }

    private static void Row(string name, OrdinalWorld world, int reports, bool touched, int corpora)
    {
        int moved = 0, judged = 0;
        double effect = 0, contraction = 0;
        for (var seed = 1; seed <= corpora; seed++)
        {
            var drawn = SimulatedCase.Of(OrdinalSimulation.Draw(world with { Reports = reports }, (ulong)seed), TaxonomyFile.Shipped, name);
            string Sector(int i) => TaxonomyFile.Shipped.Sectors[i].Id;
            // sectors 1 to 4 are hit; where the controls are to be touched, the measures are said to aim at the first two only
            var @case = drawn with
            {
                Measures = touched ? [.. drawn.Measures.Select(measure => measure with { Sectors = [Sector(0), Sector(1)] })] : drawn.Measures,
                Header = drawn.Header with { Controls = new Controls { Sectors = touched ? [Sector(2), Sector(3)] : [Sector(6), Sector(7)] } },
            };
            var input = ModelInput.Of(@case, End, ModelScope.Sector).Graded();
            var found = NegativeControls.Of(@case, input, StoryFits.Of(input, [], VerdictDepth.Full, 1), 1)[0];
            if (found is not { Mean: { } mean, Contraction: { } narrower })
                continue;
            judged++;
            moved += found.CoversZero == false ? 1 : 0;
            effect += mean;
            contraction += narrower;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {reports} | {world.Effect} | {(touched ? "yes" : "no")} | {(double)moved / judged:F3} | {effect / judged:+0.00;-0.00} | {contraction / judged:F2} |"));
    }
}
