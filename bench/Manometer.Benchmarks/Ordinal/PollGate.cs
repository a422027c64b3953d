using System.Globalization;
using Manometer.Benchmarks.Coding;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Real truth: the polls of the American election of 2016, read as reports that lean, against what came; beside a normal random walk with house effects on the margins themselves.</summary>
/// <remarks>
/// A state is a cell, a week a month, a pollster a source, a poll a report: five points of margin are one logit, so that the cuts stand at 4 and 11 points. National polls speak of the common walk. The reference sees the margins as numbers: common walk, a walk of each state, a house effect of each pollster, sampling
/// error from the number asked; its five sds are fitted by likelihood. Both say how probable it is that a state goes to the Democrat. Polls of registered or likely voters, whole samples, one a question, by the day they ended.
/// </remarks>
internal static class PollGate
{
    private const double PointsALogit = 5;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private sealed record Poll(int State, int Week, int House, double Margin, double Variance);

    public static int Print()
    {
        if (!ReferenceData.Has("data", "verdict", "economist_2016_all_polls.csv"))
        {
            Console.WriteLine("The reference data is not there.");
            return 1;
        }

        var first = new DateOnly(2016, 6, 1);
        var (states, houses, polls) = (new List<string>(), new List<string>(), new List<Poll>());
        foreach (var row in Named(ReferenceData.Path("data", "verdict", "economist_2016_all_polls.csv")))
        {
            if (row["population"] is not ("Likely Voters" or "Registered Voters" or "Adults") || row["question.iteration"] != "1" || !double.TryParse(row["trump"], Plain, out var trump) || !double.TryParse(row["clinton"], Plain, out var clinton) || !double.TryParse(row["number.of.observations"], Plain, out var asked))
                continue;
            var week = (DateOnly.ParseExact(row["end.date"], "yyyy-MM-dd", Plain).DayNumber - first.DayNumber) / 7;
            if (DateOnly.ParseExact(row["end.date"], "yyyy-MM-dd", Plain) < first)
                continue;
            var margin = clinton - trump;
            var both = (clinton + trump) / 100;
            polls.Add(new Poll(row["state"] == "--" ? -1 : At(states, row["state"]), week, At(houses, row["pollster"]), margin, 1e4 * (both - margin * margin / 1e4) / asked));
        }

        var won = Named(ReferenceData.Path("data", "verdict", "potus_results_76_16.csv")).Where(row => row["year"] == "2016").ToDictionary(row => row["state"], row => double.Parse(row["dem"], Plain) > double.Parse(row["rep"], Plain));
        var weeks = polls.Max(poll => poll.Week) + 1;
        Console.WriteLine($"{polls.Count} polls of {houses.Count} pollsters in {states.Count} states and the nation, {weeks} weeks to 7 November 2016");
        Console.WriteLine("| forecaster | states | called right | mean log score | Brier score | P(Clinton) in Wisconsin, Michigan, Pennsylvania |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        Row("index of reports", Ordinal(polls, states.Count, houses.Count, weeks));
        Row("normal random walk with house effects", Normals(polls, states.Count, houses.Count, weeks));
        Row("the last poll's sign, 90 % sure", [.. Enumerable.Range(0, states.Count).Select(s => polls.Where(poll => poll.State == s).MaxBy(poll => poll.Week)!.Margin > 0 ? 0.9 : 0.1)]);
        return 0;

        void Row(string name, double[] chances)
        {
            var known = Enumerable.Range(0, states.Count).Where(s => won.ContainsKey(states[s])).ToList();
            double Of(string state) => chances[states.IndexOf(state)];
            Console.WriteLine(string.Create(Plain, $"| {name} | {known.Count} | {known.Count(s => chances[s] > 0.5 == won[states[s]])} | {known.Average(s => Math.Log(won[states[s]] ? chances[s] : 1 - chances[s])):F3} | {known.Average(s => Math.Pow(chances[s] - (won[states[s]] ? 1 : 0), 2)):F4} | {Of("WI"):F2}, {Of("MI"):F2}, {Of("PA"):F2} |"));
        }
    }

    private static IEnumerable<Dictionary<string, string>> Named(string path)
    {
        var rows = Csv.Read(path);
        return rows.Skip(1).Where(row => row.Count == rows[0].Count).Select(row => rows[0].Zip(row).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
    }

    private static int At(List<string> names, string name)
    {
        if (names.IndexOf(name) is var at and >= 0)
            return at;
        names.Add(name);
        return names.Count - 1;
    }

    private static double[] Ordinal(List<Poll> polls, int states, int houses, int weeks)
    {
        int Step(double margin) => (margin / PointsALogit) switch { > 2.2 => 2, > 0.8 => 1, >= -0.8 => 0, >= -2.2 => -1, _ => -2 };
        var data = new OrdinalData
        {
            Months = weeks,
            Families = [new("state", states)],
            Cells = [.. Enumerable.Range(0, states).Select(s => OrdinalCell.Of(s)), OrdinalCell.Of(-1)],
            Sources = [.. Enumerable.Range(0, houses).Select(_ => new OrdinalSource(0.95))],
            Reports = [.. polls.Select(poll => new OrdinalReport(poll.State < 0 ? states : poll.State, poll.Week, Step(poll.Margin), Step(poll.Margin), poll.House))],
            BaselineMonths = 0,
        };
        var fit = OrdinalFit.Of(data, new OrdinalModel { Mixture = false, InitialSd = 2.5, Drift = LeanDrift.None, OriginEffect = ScalePrior.Fixed(1e-3) });
        return [.. fit.Index([.. Enumerable.Range(0, states).Select(s => OrdinalLine.Mean("state", [s]))]).Select(line => Normal.Cdf(line[^1].Estimate.Mean / line[^1].Estimate.Sd))];
    }

    // margins are jointly normal: national walk, a walk of each state about it, house effects, error; sds by a coarse search of the likelihood
    private static double[] Normals(List<Poll> polls, int states, int houses, int weeks)
    {
        var n = polls.Count;
        double Kernel(Poll a, Poll b, double[] sd)
        {
            var common = 25 + sd[0] * sd[0] * Math.Min(a.Week, b.Week);
            if (a.State >= 0 && a.State == b.State)
                common += 150 + sd[1] * sd[1] * Math.Min(a.Week, b.Week);
            if (a.House >= 0 && a.House == b.House)
                common += sd[2] * sd[2];
            return common;
        }

        double[]? Solved(double[] sd, out double[] lower, out double log)
        {
            lower = new double[n * n];
            log = 0;
            for (var i = 0; i < n; i++)
                for (var j = 0; j <= i; j++)
                {
                    var value = Kernel(polls[i], polls[j], sd) + (i == j ? polls[i].Variance + sd[3] * sd[3] : 0);
                    for (var k = 0; k < j; k++)
                        value -= lower[i * n + k] * lower[j * n + k];
                    if (i == j && value <= 0)
                        return null;
                    lower[i * n + j] = i == j ? Math.Sqrt(value) : value / lower[j * n + j];
                }

            var y = polls.Select(poll => poll.Margin).ToArray();
            for (var i = 0; i < n; i++)
            {
                for (var k = 0; k < i; k++)
                    y[i] -= lower[i * n + k] * y[k];
                y[i] /= lower[i * n + i];
                log -= 0.5 * y[i] * y[i] + Math.Log(lower[i * n + i]);
            }

            return y;
        }

        double[] best = [0.5, 0.5, 2, 2];
        var value = double.NegativeInfinity;
        for (var round = 0; round < 2; round++)
            for (var p = 0; p < best.Length; p++)
                foreach (var factor in new[] { 0.5, 0.7, 1, 1.4, 2.0 })
                {
                    var trial = (double[])best.Clone();
                    trial[p] *= factor;
                    if (Solved(trial, out _, out var log) is not null && log > value)
                        (value, best) = (log, trial);
                }

        var forward = Solved(best, out var factorised, out _)!;
        return [.. Enumerable.Range(0, states).Select(s =>
        {
            var end = new Poll(s, weeks - 1, -1, 0, 0);
            var column = polls.Select(poll => Kernel(poll, end, best)).ToArray();
            double mean = 0, variance = Kernel(end, end, best);
            for (var i = 0; i < n; i++)
            {
                for (var k = 0; k < i; k++)
                    column[i] -= factorised[i * n + k] * column[k];
                column[i] /= factorised[i * n + i];
                mean += column[i] * forward[i];
                variance -= column[i] * column[i];
            }

            return Normal.Cdf(mean / Math.Sqrt(variance));
        })];
    }
}
