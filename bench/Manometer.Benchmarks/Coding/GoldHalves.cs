using System.Globalization;
using Manometer.Coding.Tests;

namespace Manometer.Benchmarks.Coding;

/// <summary>Scores the reader of texts against both halves of <c>tests/gold</c>.</summary>
internal static class GoldHalves
{
    /// <param name="folder">The gold set; null for that of the checkout this is run in.</param>
    /// <param name="missesFile">File for all that was wrong in the development half; null for none. The held-out half is not told: nobody is to tune on it.</param>
    /// <param name="developmentOnly">Leave the held-out half unread: for those who are at work on the reader.</param>
    public static int Print(string? folder, string? missesFile, bool developmentOnly = false)
    {
        folder ??= Path.Combine("tests", "gold");
        if (!Has(folder))
            return 1;
        using var misses = missesFile is null ? null : new StreamWriter(missesFile);
        var c = CultureInfo.InvariantCulture;
        var gold = new GoldSet(folder);
        var reader = new GoldReader();
        Console.Out.WriteLine($"| half | gold | proposed | precision | recall | F1 | field accuracy | calibration error | {string.Join(" | ", GoldScore.Fields)} | sourcing |");
        Console.Out.WriteLine($"| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | {string.Join(" | ", GoldScore.Fields.Select(_ => "---:"))} | ---: |");
        foreach (var half in developmentOnly ? ["development"] : (string[])["development", "held-out"])
        {
            var score = reader.Score(gold, half, half == "development" ? misses : null);
            var fields = string.Join(" | ", GoldScore.Fields.Select(field => Share(score.Accuracy(field))));
            Console.Out.WriteLine(string.Create(c, $"| {half} | {score.Gold} | {score.Proposed} | {Share(score.Precision)} | {Share(score.Recall)} | {Share(score.F1)} | {Share(score.FieldAccuracy)} | {Share(score.CalibrationError)} | {fields} | {Share(score.Right == 0 ? null : (double)score.RightSourcing / score.Right)} |"));
        }

        return 0;

        string Share(double? value) => value is { } known ? known.ToString("0.000", c) : "none";
    }

    /// <summary>Is there a gold set? Says so when there is none.</summary>
    public static bool Has(string folder)
    {
        if (File.Exists(Path.Combine(folder, "sentences.jsonl")))
            return true;
        Console.Error.WriteLine($"No gold set in {folder}: run this at the root of the checkout, or name the folder behind the command.");
        return false;
    }
}
