using System.Diagnostics;
using System.Globalization;
using Manometer.Statistics;
using Manometer.Statistics.Tests;

namespace Manometer.Benchmarks.Corroboration;

/// <summary>Bars of copies and truth from labels, printed as tables.</summary>
internal static class CorroborationGates
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    public static int Run(string[] args)
    {
        if (args is [] or ["truth"])
            Truth(Path.Combine("..", "shared", "data", "verdict"));
        if (args is [] or ["labels"])
            Labels();
        if (args is [] or ["auc"])
            Auc();
        if (args is [] or ["copies"])
            Copies(100_000);
        if (args is [] or ["events"])
            EventGates.Print();
        if (args is [] or ["histories", ..])
            EventGates.Histories(args is [_, var count] ? int.Parse(count, C) : 100_000);
        return 0;
    }

    private static void Truth(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine("The label sets are not beside the checkout.");
            return;
        }

        Console.Out.WriteLine("| set | what | accuracy | mean log score | uniform | miscalibration |");
        Console.Out.WriteLine("| --- | --- | ---: | ---: | ---: | ---: |");
        foreach (var name in (string[])["bluebirds", "s_dog", "d_product"])
        {
            var file = new LabelFile(Path.Combine(folder, name + "_answer.csv"), Path.Combine(folder, name + "_truth.csv"));
            var plain = DawidSkene.Fit(file.Set);
            Row(name, "Dawid-Skene", file, plain.Probability, plain.Likeliest);
            var calibrated = CalibratedTruth.Fit(file.Set);
            Row(name, "calibrated", file, calibrated.Probability, calibrated.Likeliest);
            Row(name, "with truths of the other nine tenths", file, CrossFitted(file), calibrated.Likeliest);
        }
    }

    private static Func<int, int, double> CrossFitted(LabelFile file)
    {
        var folds = Enumerable.Range(0, 10)
            .Select(fold => CalibratedTruth.Fit(file.Set, new CalibratedTruthOptions { Known = file.Truth.Where(pair => pair.Key % 10 != fold).ToDictionary() }))
            .ToArray();
        return (item, @class) => folds[item % 10].Probability(item, @class);
    }

    private static void Row(string name, string what, LabelFile file, Func<int, int, double> probability, Func<int, int> likeliest) =>
        Console.Out.WriteLine(string.Create(C, $"| {name} | {what} | {file.Accuracy(likeliest):F4} | {file.LogScore(probability):F3} | {-Math.Log(file.Set.Classes):F3} | {file.Miscalibration(probability, likeliest):F4} |"));

    private static void Labels()
    {
        var chance = new Xoshiro256(7);
        var labels = new List<Label>(1_000_000);
        for (var item = 0; item < 100_000; item++)
        {
            var truth = chance.NextInt(4);
            for (var vote = 0; vote < 10; vote++)
            {
                var source = chance.NextInt(500);
                labels.Add(new Label(item, source, chance.NextDouble() < 0.5 + source % 5 * 0.1 ? truth : chance.NextInt(4)));
            }
        }

        var set = LabelSet.Of(labels);
        Time("Dawid-Skene, 1,000,000 labels, 4 classes, 500 sources", () => DawidSkene.Fit(set).Rounds);
        Time("calibrated, the same", () => CalibratedTruth.Fit(set).Model.Rounds);
    }

    private static void Auc()
    {
        var pieces = new WireWorld(99).Write(400, 3, 4);
        var (copies, apart) = (new List<double>(), new List<double>());
        foreach (var happening in pieces.Index().GroupBy(one => one.Item.Happening))
        {
            var own = happening.ToList();
            foreach (var (number, piece) in own)
                foreach (var (other, base_) in own)
                    if (other < number && (piece.From == other || (piece.From < 0 && base_.From < 0)))
                        (piece.From == other ? copies : apart).Add(CopyFinder.Overlap(piece.Text.Text, base_.Text.Text)!.Value.Containment);
        }

        var auc = copies.Average(copy => apart.Average(one => copy > one ? 1.0 : copy == one ? 0.5 : 0));
        var found = CopyFinder.Find([.. pieces.Select(piece => piece.Text)]).Select(pair => (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second))).ToHashSet();
        var recall = pieces.Index().Where(one => one.Item.From >= 0).Average(one => found.Contains((one.Item.From, one.Index)) ? 1.0 : 0);
        Console.Out.WriteLine(string.Create(C, $"copies {copies.Count}, independent pairs of one happening {apart.Count}: AUC {auc:F4}; found by the nets {recall:P2}; pairs of different happenings found {found.Count(pair => pieces[pair.Item1].Happening != pieces[pair.Item2].Happening)}"));
    }

    private static void Copies(int count)
    {
        var texts = new WireWorld(7).Write(count / 10, 5, 5).Select(piece => piece.Text).ToList();
        Console.Out.WriteLine(string.Create(C, $"{texts.Count} texts, {texts.Sum(text => (long)text.Text.Length) / 1e6:F0} million characters"));
        Time("copies among them, two threads", () => CopyFinder.Find(texts, threads: 2).Count);
        Console.Out.WriteLine(string.Create(C, $"peak memory of the process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:F0} MB, the texts among it"));
    }

    private static void Time(string what, Func<int> work)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var result = work();
        Console.Out.WriteLine(string.Create(C, $"{what}: {clock.Elapsed.TotalSeconds:F2} s, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F2} s of processor, result {result}"));
    }
}
