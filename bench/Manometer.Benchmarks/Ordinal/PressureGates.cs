using System.Globalization;
using Manometer.Statistics;
using Manometer.Statistics.Tests;

namespace Manometer.Benchmarks;

/// <summary>Long checks of the ordinal state-space model on simulated corpora; each prints a table and whether its gate holds.</summary>
internal static class PressureGates
{
    /// <summary>times [large] | coverage CORPORA REPORTS [WORLD ...] | calibration CORPORA REPORTS | factors CORPORA REPORTS | referee REPORTS DRAWS.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments is ["times", .. var size])
            return PressureTimes.Print(size is ["large"]);
        if (arguments is ["coverage", var corpora, var each, .. var worlds] && worlds.Length > 0)
            return Coverage(int.Parse(corpora, CultureInfo.InvariantCulture), int.Parse(each, CultureInfo.InvariantCulture), [.. worlds.Select(name => Array.IndexOf(Names, name)).Where(w => w >= 0)]);
        if (arguments is not [var what, var first, var second] || !int.TryParse(first, CultureInfo.InvariantCulture, out var one) || !int.TryParse(second, CultureInfo.InvariantCulture, out var two))
        {
            Console.Error.WriteLine("pressure times [large] | coverage CORPORA REPORTS [WORLD ...] | calibration CORPORA REPORTS | factors CORPORA REPORTS | referee REPORTS DRAWS");
            return 2;
        }
        return what switch
        {
            "coverage" => Coverage(one, two),
            "calibration" => Calibration(one, two),
            "factors" => BayesFactors(one, two),
            "referee" => Referee(one, two),
            _ => 2,
        };
    }

    /// <summary>The fit against a long chain of the sampler of the tests; prints its means and sds for the stored comparison.</summary>
    private static int Referee(int reports, int draws)
    {
        var data = OrdinalReferee.Corpus(reports);
        var (means, sds, effective) = new OrdinalReferee(data, OrdinalReferee.Full).Sample(draws, 1);
        var (mean, largest, ratio, low, high) = OrdinalReferee.Compare(OrdinalFit.Of(data, OrdinalReferee.Full), means, sds);
        for (var i = 0; i < means.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{means[i]:F5},{sds[i]:F5}"));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {reports} reports, {draws} draws, {effective:F0} effective | {mean:F3} | {largest:F3} | {ratio:F3} | {low:F3} - {high:F3} |"));
        return 0;
    }

    private static readonly string[] Names = ["null", "effect", "copying", "fabricator", "drifting leans", "one source", "other cause", "gaps"];

    /// <summary>Coverage of the central 90 % band of the index over all cells and months, by world and effect.</summary>
    /// <remarks>In the first two worlds every report follows the state. Read as of letter C, seven in ten are expected to; as of letter A, 95 in a hundred.</remarks>
    /// <param name="corpora">Corpora a world.</param>
    /// <param name="reports">Reports a corpus.</param>
    /// <param name="worlds">The worlds, by number; null for all.</param>
    private static int Coverage(int corpora, int reports, int[]? worlds = null)
    {
        Console.WriteLine($"Coverage of 90 % bands, {corpora} corpora a world, {reports} reports, 38 months, 8 cells, 12 sources");
        Console.WriteLine("| world | effect | coverage 90 % | coverage 50 % | rms error | mean effect covered 90 % | P(effect > 0) > .95 |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var w in worlds ?? [.. Enumerable.Range(0, Names.Length)])
        {
            double[] effects = w is 0 or 4 or 6 ? [0.0] : w == 1 ? [1.5] : [0.0, 1.5];
            foreach (var effect in effects)
            {
                var world = OrdinalWorld.All[w] with { Effect = effect, Reports = reports };
                foreach (var letter in w < 2 ? new[] { 'C', 'A' } : ['C'])
                {
                    int inside = 0, half = 0, total = 0, effectInside = 0, sure = 0;
                    double squares = 0;
                    for (var c = 0; c < corpora; c++)
                    {
                        var simulation = OrdinalSimulation.Draw(world, (ulong)(1000 * w + c + (effect > 0 ? 500_000 : 0)));
                        var data = letter == 'A' ? simulation.Data with { Sources = [.. simulation.Data.Sources.Select(_ => new OrdinalSource(0.95))] } : simulation.Data;
                        var fit = OrdinalFit.Of(data, new() { Kernels = [new(new(3), 1), new(new(6), 1)] });
                        OrdinalLine[] lines = [.. Enumerable.Range(0, 8).Select(i => OrdinalLine.Mean("line", [i]))];
                        var index = fit.Index(lines);
                        for (var i = 0; i < lines.Length; i++)
                            for (var t = 0; t < simulation.Data.Months; t++)
                            {
                                var truth = simulation.Truth.Index(simulation.Data, lines[i], t);
                                var estimate = index[i][t].Estimate;
                                total++;
                                if (truth > estimate.Low90 && truth < estimate.High90)
                                    inside++;
                                if (truth > estimate.Low50 && truth < estimate.High50)
                                    half++;
                                squares += (truth - estimate.Mean) * (truth - estimate.Mean);
                            }
                        var posterior = fit.MeanEffect!.Posterior;
                        if (effect > posterior.Low90 && effect < posterior.High90)
                            effectInside++;
                        if (fit.MeanEffect.Positive > 0.95)
                            sure++;
                    }
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"| {Names[w]}{(letter == 'A' ? ", sources of letter A" : "")} | {effect} | {(double)inside / total:F3} | {(double)half / total:F3} | {Math.Sqrt(squares / total):F2} | {(double)effectInside / corpora:F2} | {(double)sure / corpora:F2} |"));
                }
            }
        }
        return 0;
    }

    /// <summary>Simulation-based calibration (Talts and others 2018): ranks of true values drawn from the prior within their posteriors are uniform.</summary>
    private static int Calibration(int corpora, int reports)
    {
        string[] names = ["mean effect", "ln common walk", "ln family walk", "ln event", "ln lean", "reliability of source 0", "index of cell 0, last month"];
        var counts = new int[names.Length, 10];
        for (var c = 0; c < corpora; c++)
        {
            var random = new Xoshiro256((ulong)c ^ 0x53424355UL);
            double Scale(double median) => median * Math.Exp(0.8 * random.NextNormal());
            double effect = 0.75 * random.NextNormal(), common = Scale(0.12), family = Scale(0.15), happening = Scale(0.8), lean = Scale(0.5);
            var reliability = Enumerable.Range(0, 6).Select(_ => BetaDraw(7, 3, random)).ToArray();
            var world = new OrdinalWorld
            {
                Months = 24, Start = 10, FamilySizes = [4], Targeted = 2, Sources = 6, Reports = reports, Kernel = new LagKernel(6), Effect = effect,
                CommonWalk = common, FamilyWalk = family, EventEffect = Math.Sqrt(happening * happening + 0.25), Lean = lean, Reliability = reliability,
            };
            var simulation = OrdinalSimulation.Draw(world, (ulong)c);
            var fit = OrdinalFit.Of(simulation.Data, new() { Kernels = [new(new(6), 1)], Drift = LeanDrift.None });
            double Log(int scale, double truth) => Normal.Cdf((Math.Log(truth) - Math.Log(fit.Scales[scale].Median)) / fit.Scales[scale].LogSd);
            var line = OrdinalLine.Mean("line", [0]);
            var last = fit.Index(line)[^1].Estimate;
            var posterior = fit.MeanEffect!.Posterior;
            double[] ranks =
            [
                Normal.Cdf((effect - posterior.Mean) / posterior.Sd), Log(0, common), Log(1, family), Log(2, happening), Log(4, lean),
                LogitRank(fit.Reliabilities[0], reliability[0]), Normal.Cdf((simulation.Truth.Index(simulation.Data, line, 23) - last.Mean) / last.Sd),
            ];
            for (var p = 0; p < ranks.Length; p++)
                counts[p, Math.Min(9, (int)(10 * ranks[p]))]++;
        }
        Console.WriteLine($"Ranks of true values, {corpora} corpora drawn from the prior, {reports} reports, 24 months, 4 cells, 6 sources");
        Console.WriteLine("| parameter | deciles | chi-square, 9 degrees | p |");
        Console.WriteLine("| --- | --- | --- | --- |");
        for (var p = 0; p < names.Length; p++)
        {
            var expected = corpora / 10.0;
            var chi = Enumerable.Range(0, 10).Sum(d => (counts[p, d] - expected) * (counts[p, d] - expected) / expected);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {names[p]} | {string.Join(' ', Enumerable.Range(0, 10).Select(d => counts[p, d]))} | {chi:F1} | {ChiTail(chi, 9):F3} |"));
        }
        return 0;
    }

    private static double LogitRank(ReliabilityEstimate estimate, double truth)
    {
        static double Logit(double x) => Math.Log(x / (1 - x));
        return Normal.Cdf((Logit(truth) - Logit(estimate.Mean)) / (estimate.Sd / (estimate.Mean * (1 - estimate.Mean))));
    }

    // order statistic of uniforms: the a-th smallest of a + b - 1
    private static double BetaDraw(int a, int b, Xoshiro256 random)
    {
        var draws = Enumerable.Range(0, a + b - 1).Select(_ => random.NextDouble()).Order().ToArray();
        return draws[a - 1];
    }

    // upper tail of chi-square with odd degrees, by its finite sum
    private static double ChiTail(double chi, int degrees)
    {
        var root = Math.Sqrt(chi);
        double term = root, sum = 0;
        for (var k = 1; k < degrees; k += 2)
        {
            sum += term;
            term *= chi / (k + 2);
        }
        return 2 * Normal.Survival(root) + 2 * Normal.Density(root) * sum;
    }

    /// <summary>Bayes factors of an effect by both routes, in worlds without and with one.</summary>
    private static int BayesFactors(int corpora, int reports)
    {
        Console.WriteLine($"Bayes factors of an effect, {corpora} corpora each, {reports} reports");
        Console.WriteLine("| world | effect | routes agree to .5 | mean ln BF | BF > 3 | BF > 10 | BF > 10 without event and source terms |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (name, world) in ((string, OrdinalWorld)[])[("null", OrdinalWorld.Null), ("effect", OrdinalWorld.WithEffect), ("copying, effect", OrdinalWorld.Copying with { Effect = 1.5 }), ("drifting leans", OrdinalWorld.DriftingLeans), ("other cause", OrdinalWorld.OtherCause)])
        {
            int agree = 0, three = 0, ten = 0, naiveTen = 0;
            double sum = 0;
            for (var c = 0; c < corpora; c++)
            {
                var data = OrdinalSimulation.Draw(world with { Reports = reports }, (ulong)(70_000 + c)).Data;
                var model = new OrdinalModel { Kernels = [new(new(6), 1)], Drift = LeanDrift.None };
                var routes = OrdinalFit.Of(data, model).BayesFactor(OrdinalFit.Of(data, model with { Effects = false }));
                var naive = OrdinalFit.Of(data, model with { EventEffect = ScalePrior.Fixed(0), OriginEffect = ScalePrior.Fixed(0), Lean = ScalePrior.Fixed(0), Mixture = false }).SavageDickey;
                agree += routes.Agree ? 1 : 0;
                var log = 0.5 * (routes.SavageDickey + routes.Evidences);
                sum += log;
                three += log > Math.Log(3) ? 1 : 0;
                ten += log > Math.Log(10) ? 1 : 0;
                naiveTen += naive > Math.Log(10) ? 1 : 0;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {world.Effect} | {(double)agree / corpora:F2} | {sum / corpora:F2} | {(double)three / corpora:F2} | {(double)ten / corpora:F2} | {(double)naiveTen / corpora:F2} |"));
        }
        return 0;
    }
}
