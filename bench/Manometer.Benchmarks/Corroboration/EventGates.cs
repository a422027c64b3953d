using System.Diagnostics;
using System.Globalization;
using Manometer.Assessment;
using Manometer.Assessment.Tests;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Benchmarks.Corroboration;

/// <summary>Bars of happenings: agreement with the check by hand, time, and histories of merges and splits.</summary>
internal static class EventGates
{
    private static readonly CultureInfo C = CultureInfo.InvariantCulture;

    public static void Print()
    {
        var @case = CaseFolder.Read(Path.Combine("cases", "dprk-2016-2019")).Case!;
        var coded = CheckedPairs.Coded(@case);
        var judged = CheckedPairs.Read(Path.Combine("tests", "Manometer.Assessment.Tests", "Corroboration", "checked-pairs.csv"));
        Console.Out.WriteLine("| pairs of the built-in case | F1 |");
        Console.Out.WriteLine("| --- | ---: |");
        Console.Out.WriteLine(string.Create(C, $"| coder's events, decisions and odds | {CheckedPairs.F1(@case, [.. coded, .. judged]):F3} |"));
        Console.Out.WriteLine(string.Create(C, $"| coder's events and odds | {CheckedPairs.F1(@case with { Links = [] }, [.. coded, .. judged]):F3} |"));
        Console.Out.WriteLine(string.Create(C, $"| odds alone, pairs judged by hand only | {CheckedPairs.F1(CheckedPairs.Bare(@case), judged):F3} |"));
        Times();
    }

    public static void Histories(int count)
    {
        var clock = Stopwatch.StartNew();
        for (var seed = 0; seed < count; seed++)
            EventHistories.Check(seed + 1_000_000);
        Console.Out.WriteLine(string.Create(C, $"{count} histories of merges and splits undone in random order: 0 faults, {clock.Elapsed.TotalSeconds:F1} s"));
    }

    private static void Times()
    {
        var chance = new Xoshiro256(3);
        string[] sectors = ["trade", "food", "fuel", "mining-coal", "markets", "finance", "transport", "textiles"];
        string[] indicators = ["price", "supply", "output", "exports", "wage", "employment"];
        string[] words = ["coal", "rice", "trucks", "bridge", "night", "yard", "mine", "market", "won", "shut", "idle", "dear", "cheap", "border", "smugglers", "guards", "power", "dark", "flats", "factory"];
        var places = Enumerable.Range(0, 200).Select(i => new Place { Id = "p" + i, Name = "Place " + i, Level = PlaceLevel.City, Province = "Province " + i % 12, Countries = ["RU"] }).Append(new Place { Id = "ru", Name = "Ruritania", Level = PlaceLevel.Country, Countries = ["RU"] }).ToList();
        var observations = Enumerable.Range(0, 100_001).Select(i =>
        {
            var month = chance.NextInt(120);
            return new Observation
            {
                Id = "o" + i, Report = "r" + i / 2, When = Edtf.Parse($"{2010 + month / 12}-{1 + month % 12:00}"), Place = chance.NextInt(10) == 0 ? "ru" : "p" + chance.NextInt(200), Sector = sectors[chance.NextInt(sectors.Length)], Indicator = indicators[chance.NextInt(indicators.Length)],
                Direction = (Direction)chance.NextInt(3), Kind = ObservationKind.Change, Summary = string.Join(' ', Enumerable.Range(0, 8).Select(_ => words[chance.NextInt(words.Length)])),
            };
        }).ToList();
        var source = new Source { Id = "s", Name = "s", Url = "none seen" };
        var coded = observations.Take(100_000).Select(one => new KnownRecord.Coded(one, new Report { Id = one.Report, Source = "s", Published = Edtf.Parse("2022"), Url = "none seen" }, source, null)).ToList();
        var (clock, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var clusters = EventClusters.Of(coded, places, []);
        Console.Out.WriteLine(string.Create(C, $"100,000 observations put together: {clock.Elapsed.TotalSeconds:F2} s, {(Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds:F2} s of processor, {observations.Take(100_000).Count(one => clusters.NameOf(one.Id) is not null)} of them in groups"));
        var times = new List<double>();
        for (var i = 0; i < 200; i++)
        {
            var one = observations[chance.NextInt(100_000)] with { Id = "new" + i, Report = "rn" + i };
            clock.Restart();
            clusters.Add(one, new DateOnly(2022, 12, 31));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        Console.Out.WriteLine(string.Create(C, $"one more: median {times[100]:F2} ms, 95th of a hundred {times[190]:F2} ms"));
    }
}
