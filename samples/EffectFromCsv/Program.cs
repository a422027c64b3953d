using System.Globalization;
using Manometer.Statistics;

var rows = File.ReadLines("sales.csv").Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToList();
var impact = CausalImpact.Of(rows.Select(row => row[1])).With("weather", [.. rows.Select(row => row[2])]).Before(0, 69).After(70, 99);
var (result, placebos) = (impact.Estimate(), impact.Placebos());
Console.WriteLine(result.Sentence);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Placebo dates: as much at {placebos.Rank - 1} of {placebos.Dates.Count}."));
