using System.CommandLine;
using System.Globalization;
using Manometer.Assessment;
using Manometer.Cases;
using Manometer.Publishing;

namespace Manometer.Cli;

/// <summary><c>score CASE</c>: who was right.</summary>
internal static class ScoreCommand
{
    private const int WidestName = 40;

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var asOf = AsOfOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the scores as one JSON document: docs/score.schema.json" };
        var command = new Command("score", "Score the resolved forecasts of a case, economic and policy effect apart") { folder, asOf, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(asOf), parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer score cases/dprk-2016-2019",
            "./manometer score cases/dprk-2016-2019 --as-of 2021-12-31 --json | jq '.contests'",
            "How words become probabilities, and what the numbers mean: docs/methods/scoring.md");
        return command;
    }

    private static int Run(string folder, DateOnly? asOf, bool json)
    {
        var reading = CaseFolder.Read(folder);
        if (reading.Case is not { } @case || reading.HasErrors)
        {
            Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
            Console.Error.WriteLine();
            Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; a case with errors is not scored.");
            return ExitCode.Faulty;
        }

        var assessment = Assessor.Assess(@case, new AssessmentOptions { AsOf = asOf, Program = ProgramVersion.Text, Warnings = reading.Diagnostics });
        if (json)
        {
            using var stdout = Console.OpenStandardOutput();
            AssessmentJson.WriteScores(assessment.Scores ?? new ForecastScores { Claims = [], Boards = [], Contests = [] }, stdout);
            stdout.WriteByte((byte)'\n');
            return ExitCode.Done;
        }

        if (assessment.Scores is not { } scores)
            Console.Out.WriteLine(@case.Forecasts.Count == 0 ? $"{folder} has no forecasts: docs/case-folder/forecasts.md" : string.Create(CultureInfo.InvariantCulture, $"None of {assessment.Forecasts.Count} forecasts can be scored as of {assessment.Subject.AsOf:yyyy-MM-dd}: docs/methods/scoring.md says what it takes."));
        else
            Print(scores, assessment.Subject.AsOf, Console.Out);
        return ExitCode.Done;
    }

    private static void Print(ForecastScores scores, DateOnly asOf, TextWriter to)
    {
        var scored = scores.Claims.Count(claim => claim.Score is not null);
        to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scored} of {scores.Claims.Count} forecasts can be scored as of {asOf:yyyy-MM-dd}."));
        foreach (var board in scores.Boards)
        {
            to.WriteLine();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(board.Effect[0])}{board.Effect[1..]} effect: {board.Claims} claims on {board.Questions} questions. Gain: Brier points saved against the base rate; above 0 is better."));
            var width = Math.Min(WidestName, board.Rows.Max(row => row.Name.Length));
            to.WriteLine($"{"rank",4}  {"".PadRight(width)}  {"kind",-10}  {"n",3}  {"gain",6}  {"low..high reading",-17}  likely range");
            foreach (var row in board.Rows)
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(row.Rank is { } rank ? rank + (row.RankMoves ? "*" : "") : "-"),4}  {Cut(row.Name, width)}  {row.Kind,-10}  {row.EffectiveCount,3:0}  {row.Gain.Middle,6:+0.00;-0.00;0.00}  {row.Gain.Least,6:+0.00;-0.00;0.00} .. {row.Gain.Greatest,-6:+0.00;-0.00;0.00}   {row.Low:+0.00;-0.00;0.00} .. {row.High:+0.00;-0.00;0.00}"));
            if (!board.Identified)
                to.WriteLine("Skill and chance cannot be told apart here: too few forecasters have two questions.");
            if (board.Rows.All(row => row.Rank is null))
                to.WriteLine("Nobody is ranked: it takes five independent questions, and nobody has so many.");
            else if (board.Rows.Any(row => row.RankMoves))
                to.WriteLine("* The rank changes when the words are read as less, or as more, than they are read first.");
        }

        foreach (var effect in scores.Claims.Select(claim => claim.Effect).Distinct(StringComparer.Ordinal).Except(scores.Boards.Select(board => board.Effect), StringComparer.Ordinal))
        {
            to.WriteLine();
            to.WriteLine($"{char.ToUpperInvariant(effect[0])}{effect[1..]} effect: none of {scores.Claims.Count(claim => claim.Effect == effect)} claims can be scored.");
        }

        foreach (var contest in scores.Contests)
        {
            to.WriteLine();
            to.WriteLine($"Contest {contest.Question}: {(contest.Settled ? "settled at every reading of the words" : "not settled: the order depends on how the words are read")}.");
            foreach (var claim in contest.Claims.Select(id => scores.Claims.First(one => one.Id == id)))
                to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {claim.Id,-5} {claim.Who}: {claim.Rule} {claim.Score!.Middle:0.00} ({claim.Score.Least:0.00} .. {claim.Score.Greatest:0.00}){(claim.Probability is { } p ? $", said {p.Middle:0.00} ({p.Low:0.00} .. {p.High:0.00})" : "")}"));
        }

        to.WriteLine();
        foreach (var reason in scores.Claims.Where(claim => claim.Unscored is not null).GroupBy(claim => claim.Unscored!).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal))
            to.WriteLine($"not scored, {reason.Count(),2}: {reason.Key}");
    }

    private static string Cut(string name, int width) => name.Length <= width ? name.PadRight(width) : name[..(width - 1)] + "\u2026";
}
