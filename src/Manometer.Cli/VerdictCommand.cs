using System.CommandLine;
using Manometer.Assessment;
using Manometer.Publishing;

namespace Manometer.Cli;

/// <summary><c>verdict CASE</c>: how far each rival story is believed, what that rests on, and what would change it.</summary>
internal static class VerdictCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var asOf = AsOfOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the whole verdict as one JSON document" };
        var command = new Command("verdict", "How far each rival story is believed, what it rests on, and what would change it") { folder, asOf, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(asOf), parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer verdict cases/dprk-2016-2019",
            "./manometer verdict cases/dprk-2016-2019 --json | jq .bite",
            "./manometer verdict my-case --as-of 2018-06-30",
            "A word of likelihood is given only where the whole range over priors lies in one band.");
        return command;
    }

    private static int Run(string folder, DateOnly? asOf, bool json)
    {
        if (CaseInput.Read(folder) is not { } reading)
            return ExitCode.Faulty;
        Terminal.Progress("letting the stories forecast");
        var verdict = FittedParts.Verdict(folder, reading.Case!, asOf, VerdictDepth.Full);
        Terminal.Progress(null);
        if (json)
        {
            using var stdout = Console.OpenStandardOutput();
            AssessmentJson.Write(verdict, stdout);
            stdout.WriteByte((byte)'\n');
        }
        else
        {
            var (observations, sources) = (reading.Case!.Observations.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => $"{one.When}, {one.Sector}: {one.Summary}", StringComparer.Ordinal), reading.Case.Sources.DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal));
            VerdictLines.Print(verdict, Console.Out, folder, whole: true, observations.GetValueOrDefault, id => sources.GetValueOrDefault(id, id));
        }

        return ExitCode.Done;
    }
}
