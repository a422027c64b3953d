using System.Diagnostics;
using System.Globalization;
using Manometer.Statistics;
using Manometer.Statistics.Tests;

namespace Manometer.Benchmarks;

/// <summary>The long checks of the impact engine: uniform ranks and coverage in series from the prior, coverage outside it, and a Gibbs sampler on the larger workloads.</summary>
internal static class ImpactGates
{
    public static int Print(string what)
    {
        var clock = Stopwatch.StartNew();
        if (what is "all" or "ranks")
            Ranks(1000);
        if (what is "all" or "coverage")
            Coverage(4000);
        if (what is "all" or "outside")
            Outside(1000);
        if (what is "all" or "referee")
            Referee(2000);
        if (what is "ranks-again")
            Ranks(3000, 77);
        if (what is "time")
            Time();
        Line($"\n{clock.Elapsed.TotalSeconds:0} s");
        return 0;
    }

    private static void Ranks(int replicates, ulong seed = 2026)
    {
        var noise = new SdPrior(0.5, 10, 1.2);
        (string, ImpactModel, int)[] worlds =
        [
            ("one covariate", new() { Raw = true, Observation = new(Math.Sqrt(0.2), 50, 1.2) }, 1),
            ("two covariates", new() { Raw = true, Observation = noise }, 2),
            ("season of 4", new() { Raw = true, Observation = noise, Seasons = 4, Season = new(0.1, 8, 1) }, 0),
            ("trend", new() { Raw = true, Observation = noise, Trend = true, Slope = new(0.02, 16, 1) }, 0),
            ("wandering coefficient", new() { Raw = true, Observation = noise, Dynamic = true, Coefficient = new(0.05, 8, 0.3) }, 1),
        ];
        Line($"| model from its prior, {replicates} series | quantity | chi-square of ranks, 19 df | p |\n| --- | --- | --- | --- |");
        foreach (var (name, model, covariates) in worlds)
        {
            var world = new ImpactWorld(model, covariates, 30, 10);
            var random = new Xoshiro256(seed);
            var solver = new ImpactSolver { Model = model };
            var bins = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
            for (var i = 0; i < replicates; i++)
                foreach (var (quantity, rank) in world.Draw(random).Ranks(solver))
                {
                    if (!bins.TryGetValue(quantity, out var counts))
                        bins[quantity] = counts = new int[20];
                    counts[Math.Min((int)(rank * 20), 19)]++;
                }
            foreach (var (quantity, counts) in bins)
            {
                var expected = replicates / 20.0;
                var chi = counts.Sum(count => (count - expected) * (count - expected) / expected);
                Line($"| {name} | {quantity} | {chi:0.0} | {ImpactPriors.UpperGamma(9.5, chi / 2):0.000} |");
            }
        }
    }

    private static void Coverage(int sets)
    {
        Line($"\n| model from its prior, {sets} series | 95 % interval covers | 80 % interval covers |\n| --- | --- | --- |");
        var noise = new SdPrior(Math.Sqrt(0.2), 50, 1.2);
        (string, ImpactModel, int, int)[] worlds =
        [
            ("one covariate, 40 rows", new() { Raw = true, Observation = noise }, 1, 40),
            ("one covariate, 70 rows", new() { Raw = true, Observation = noise }, 1, 70),
            ("level alone, 40 rows", new() { Raw = true, Observation = noise }, 0, 40),
        ];
        foreach (var (name, model, covariates, rows) in worlds)
        {
            var world = new ImpactWorld(model, covariates, rows, 15);
            var random = new Xoshiro256(7);
            var (wide, narrow) = (0, 0);
            var (solver, other) = (new ImpactSolver { Model = model }, new ImpactSolver { Model = model with { Alpha = 0.2 } });
            for (var i = 0; i < sets; i++)
            {
                var truth = world.Draw(random);
                var fit = truth.Fit(solver);
                wide += truth.Average >= fit.PredictedLower && truth.Average <= fit.PredictedUpper ? 1 : 0;
                fit = truth.Fit(other);
                narrow += truth.Average >= fit.PredictedLower && truth.Average <= fit.PredictedUpper ? 1 : 0;
            }
            Line($"| {name} | {wide / (double)sets:0.000} | {narrow / (double)sets:0.000} |");
        }
    }

    // Published, not gated: worlds the prior does not expect, with the usual standardising.
    private static void Outside(int sets)
    {
        Line($"\n| world outside the prior, {sets} series, no effect | 95 % interval covers 0 | placebo p <= .05 | p of windows that do not overlap = 1/6, its least |\n| --- | --- | --- | --- |");
        foreach (var (name, walk, noise, slope) in new[] { ("covariate explains 99 %", 0.0, 0.1, 1.0), ("covariate explains half", 0.0, 1.0, 1.0), ("level wanders .1 a row", 0.1, 1.0, 1.0), ("random walk, covariate useless", 1.0, 0.0, 0.0), ("autocorrelated noise, .7", -0.7, 1.0, 1.0) })
        {
            var random = new Xoshiro256(13);
            var solver = new ImpactSolver();
            var (covered, rejected, tested, windows) = (0, 0, 0, 0);
            for (var i = 0; i < sets; i++)
            {
                const int n = 80;
                var (y, x) = (new double[n], new double[n]);
                var (level, ar) = (0.0, 0.0);
                for (var t = 0; t < n; t++)
                {
                    x[t] = random.NextNormal();
                    ar = walk < 0 ? -walk * ar + Math.Sqrt(1 - walk * walk) * random.NextNormal() : random.NextNormal();
                    y[t] = level + slope * x[t] + noise * ar;
                    level += Math.Max(walk, 0) * random.NextNormal();
                }
                var fit = solver.Fit(y, x, 1, new(0, 69, 70, 79));
                covered += fit.Lower <= 0 && fit.Upper >= 0 ? 1 : 0;
                tested++;
                var placebos = solver.Placebos(y, x, 1, new(0, 69, 70, 79));
                rejected += placebos.P <= 0.05 ? 1 : 0;
                windows += placebos.WindowP <= 1.0 / 6 ? 1 : 0;
            }
            Line($"| {name} | {covered / (double)sets:0.000} | {rejected / (double)tested:0.000} | {windows / (double)tested:0.000} |");
        }
    }

    private static void Referee(int draws)
    {
        Line($"\n| workload | quantity | exact | Gibbs sampler, {draws} draws | its standard error | difference in errors |\n| --- | --- | --- | --- | --- | --- |");
        foreach (var (name, fitted, seasons) in new[] { ("w0_man52.csv", 40, 0), ("w1_vignette100.csv", 70, 0), ("w3_n1000p0.csv", 700, 0), ("w5_seas7.csv", 900, 7), ("w2_n1000p10.csv", 700, 0) })
        {
            var data = ImpactSeriesData.Read(name, fitted);
            var model = new ImpactModel { Seasons = seasons };
            var exact = data.Fit(new ImpactSolver { Model = model });
            var chain = new ImpactReferee(model, data.Y, data.Columns(), fitted, 5).Run(draws);
            Compare(name, "average", exact.Predicted, chain.Average);
            Compare(name, "variance", exact.Sd * exact.Sd, [.. chain.Average.Select(one => (one - exact.Predicted) * (one - exact.Predicted))]);
            Compare(name, "below the interval", 0.025, [.. chain.Average.Select(one => one < exact.PredictedLower ? 1.0 : 0)]);
            Compare(name, "above the interval", 0.025, [.. chain.Average.Select(one => one > exact.PredictedUpper ? 1.0 : 0)]);
        }
    }

    private static void Compare(string name, string what, double exact, double[] chain)
    {
        var (mean, error) = ImpactReferee.Mean(chain);
        Line($"| {name} | {what} | {exact:0.#####} | {mean:0.#####} | {error:0.#####} | {(mean - exact) / error:0.0} |");
    }

    // Processor time, as the peers' figures are: wall times say nothing on a machine that is shared.
    private static void Time()
    {
        var benchmarks = new ImpactBenchmarks();
        benchmarks.Setup();
        Line($"| workload | processor time, median of 15 batches | least |\n| --- | --- | --- |");
        foreach (var (name, run, calls) in new (string, Func<double>, int)[] { ("w1", benchmarks.W1, 1000), ("w2", benchmarks.W2, 10), ("w3", benchmarks.W3, 300), ("w4", benchmarks.W4, 2), ("w5", benchmarks.W5, 3), ("1,000 dates", benchmarks.Dates, 1), ("simulation smoother", benchmarks.Draws, 5) })
        {
            for (var i = 0; i < Math.Max(calls / 2, 40); i++)
                run();
            var times = new double[15];
            for (var batch = 0; batch < times.Length; batch++)
            {
                var start = Environment.CpuUsage.TotalTime;
                for (var i = 0; i < calls; i++)
                    run();
                times[batch] = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / calls;
            }
            Array.Sort(times);
            Line($"| {name} | {times[7]:#,0.0} us | {times[0]:#,0.0} us |");
        }
    }

    private static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
