using System.CommandLine;
using System.Globalization;
using Manometer.Assessment;
using Manometer.Model;
using Manometer.Publishing;

namespace Manometer.Cli;

/// <summary><c>corroborate CASE</c>: who confirms whom, what contradicts what, and which pairs somebody should decide.</summary>
internal static class CorroborateCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var asOf = AsOfOption.Create();
        var json = new Option<bool>("--json") { Description = "Print happenings, disputes, unsure pairs and sources as one JSON document" };
        var command = new Command("corroborate", "How many independent witnesses each happening has, what contradicts what, which texts are copies, and which pairs somebody should decide") { folder, asOf, json };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(asOf), parsed.GetValue(json)));
        Examples.Teach(command, "Examples:",
            "./manometer corroborate cases/dprk-2016-2019",
            "./manometer corroborate my-case --json | jq '.happenings[] | select(.origins | length > 1)'",
            "Decide a pair with: ./manometer link my-case same|different|disputed ID ID --who NAME");
        return command;
    }

    private static int Run(string folder, DateOnly? asOf, bool json)
    {
        if (CaseInput.Read(folder) is not { Case: { } @case })
            return ExitCode.Faulty;
        var assessment = Assessor.Assess(@case, new AssessmentOptions { Program = ProgramVersion.Text, AsOf = asOf });
        var copies = Copies(folder, @case);
        if (json)
        {
            using var stdout = Console.OpenStandardOutput();
            AssessmentJson.Write(new CorroborationView { AsOf = assessment.Subject.AsOf, Happenings = assessment.Happenings, Disputes = assessment.Disputes, Unsure = assessment.Unsure, OriginHints = assessment.OriginHints, Sources = assessment.Sources, Copies = copies }, stdout);
            stdout.WriteByte((byte)'\n');
            return ExitCode.Done;
        }

        Print(folder, assessment, copies);
        return ExitCode.Done;
    }

    private static IReadOnlyList<CopyFound> Copies(string folder, Case @case)
    {
        var copies = new CapturedCopies();
        foreach (var (report, text) in CapturedReports.Texts(folder, @case))
            copies.Add(report, text);
        Terminal.Progress(null);
        return copies.Find(@case);
    }

    private static void Print(string folder, CaseAssessment assessment, IReadOnlyList<CopyFound> copies)
    {
        var summaries = assessment.Observations.ToDictionary(view => view.Id, StringComparer.Ordinal);
        Heading("Told by more than one independent witness");
        foreach (var happening in assessment.Happenings.Where(happening => happening.Origins.Count > 1))
        {
            Console.Out.WriteLine(Text($"{happening.Origins.Count} witnesses, {happening.Reports} reports  {Line(summaries[happening.Observations[0]])}"));
            Console.Out.WriteLine($"    {string.Join(", ", happening.Origins)}: {string.Join(' ', happening.Observations)}");
        }

        var alone = assessment.Happenings.Count(happening => happening.Origins.Count == 1);
        Console.Out.WriteLine(Text($"{alone} more {(alone == 1 ? "is" : "are")} told of more than once, by one witness only."));
        if (assessment.Disputes.Count > 0)
        {
            Heading("Cannot both be right");
            foreach (var dispute in assessment.Disputes)
            {
                Console.Out.WriteLine($"{dispute.Kind}: {dispute.Text}{(dispute.SameOrigin ? " (both rest on one origin)" : "")}");
                Console.Out.WriteLine($"    {Line(summaries[dispute.One])}");
                Console.Out.WriteLine($"    {Line(summaries[dispute.Other])}");
            }
        }

        if (copies.Count > 0)
        {
            Heading("Captured texts that share passages");
            foreach (var copy in copies)
            {
                Console.Out.WriteLine(Text($"{copy.Kind}: {copy.First}{(copy.Directed ? ", then" : " and")} {copy.Second}: {copy.Containment:P0} of the shorter, {copy.SharedRun} words in one run{(copy.Decided is { } id ? $"; decided in {id}" : "")}"));
                if (copy.Decided is null)
                    Console.Out.WriteLine($"    {CapturedCopies.Decide(folder, copy)}");
            }
        }

        if (assessment.OriginHints.Count > 0)
        {
            Heading("May rest on one witness after all: they share figures that hardly anybody else has");
            foreach (var hint in assessment.OriginHints)
            {
                Console.Out.WriteLine($"{hint.One} and {hint.Other}: {string.Join("; ", hint.Facts)}");
                Console.Out.WriteLine($"    ./manometer link {folder} same {hint.One} {hint.Other} --who NAME");
            }
        }

        if (assessment.Unsure.Count > 0)
        {
            Heading("For somebody to decide: one happening, or two?");
            foreach (var pair in assessment.Unsure)
            {
                Console.Out.WriteLine(pair.Probability is { } p ? Text($"{p:P0}, counted as {(pair.Joined ? "one" : "two")}") : $"in dispute ({pair.Decision}), counted as two");
                Console.Out.WriteLine($"    {Line(summaries[pair.One])}");
                Console.Out.WriteLine($"    {Line(summaries[pair.Other])}");
                Console.Out.WriteLine($"    ./manometer link {folder} {(pair.Joined ? "different" : "same")} {pair.One} {pair.Other} --who NAME");
            }
        }
    }

    private static void Heading(string text)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine(text);
    }

    private static string Line(AssessedObservation view) => $"{view.Id}  {view.When}{(view.Place is { } place ? ", " + place : "")}, {view.Sector}: {view.Summary} ({view.Source}, {view.Published})";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
