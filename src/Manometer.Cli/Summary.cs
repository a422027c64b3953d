using System.Globalization;
using Manometer.Assessment;
using Manometer.Publishing;
using Spectre.Console;

namespace Manometer.Cli;

/// <summary>The summary <c>assess</c> prints: what the record holds, what it leans on, and what speaks against it.</summary>
internal static class Summary
{
    public static void Print(CaseAssessment assessment, string folder, string report)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = Terminal.Colour ? AnsiSupport.Detect : AnsiSupport.No, ColorSystem = Terminal.Colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors });
        if (Console.IsOutputRedirected)
            console.Profile.Width = 100;
        var (subject, tally) = (assessment.Subject, assessment.Tally);
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{subject.Question}[/]");
        console.WriteLine($"{subject.Title}, as of {subject.AsOf:yyyy-MM-dd}.");
        console.WriteLine();
        if (assessment.Verdict is { } verdict)
        {
            var (observations, sources) = (assessment.Observations.ToDictionary(view => view.Id, view => $"{view.When}, {view.Sector}: {view.Summary}", StringComparer.Ordinal), assessment.Sources.ToDictionary(one => one.Id, one => one.Name, StringComparer.Ordinal));
            VerdictLines.Print(verdict, Console.Out, folder, whole: false, observations.GetValueOrDefault, id => sources.GetValueOrDefault(id, id));
            Console.Out.WriteLine();
        }

        console.WriteLine("What the record holds:");
        if (assessment.Balance is { } all)
        {
            console.WriteLine(Text($"Of {Faults.Plural(tally.WithStep, "observation")} with a pressure step, {all.Worsened} say worse, {all.Unchanged} no change, {all.Eased} eased."));
            console.WriteLine(Text($"They rest on {Faults.Plural(all.Origins, "independent origin")}; counted once each, the share of worsening is {Figures.Percent(all.Share)} (90 % interval {Figures.Percent(all.Low90)} to {Figures.Percent(all.High90)})."));
            console.WriteLine(Text($"The report itself names sanctions as the cause in {tally.Attribution.Asserted} of them, implies it in {tally.Attribution.Inferred}, names another cause in {tally.Attribution.OtherCause}, denies it in {tally.Attribution.Denied}."));
        }
        else
        {
            console.WriteLine("No observation known by this date carries a pressure step.");
        }

        if (tally.Withheld > 0)
            console.WriteLine(Text($"{Faults.Plural(tally.Withheld, "observation")} left out: not surely published by this date."));
        if (assessment.Hindsight is { } hindsight)
            console.WriteLine(Text($"The record goes on to {hindsight.EndOfRecord:yyyy-MM-dd}; summary, objections and steps of the story that cannot be shown to have been known by this date are left out too."));
        if (assessment.Sectors.Count > 0)
            Sectors(console, assessment);
        Effects(console, assessment);
        Against(console, assessment);
        if (assessment.Warnings.Count > 0)
            console.WriteLine(Text($"The check has {Faults.Plural(assessment.Warnings.Count, "warning")}; the report lists them."));
        Console.Out.WriteLine($"report: {report}"); // not through the table writer, which would break a long path
    }

    private static void Sectors(IAnsiConsole console, CaseAssessment assessment)
    {
        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumns("sector", "observations", "origins", "worse / same / eased", "share of worsening, 90 % interval");
        foreach (var line in assessment.Sectors.OrderByDescending(line => line.Balance?.Origins ?? 0).ThenByDescending(line => line.Observations).ThenBy(line => line.Id, StringComparer.Ordinal).Take(10))
            table.AddRow(
                Markup.Escape(line.Name),
                Text($"{line.Observations}"),
                line.Balance is { } b ? Text($"{b.Origins}") : "",
                line.Balance is { } c ? Text($"{c.Worsened} / {c.Unchanged} / {c.Eased}") : "",
                line.Balance is { } d ? Text($"{Figures.Percent(d.Share)} ({Figures.Percent(d.Low90)} to {Figures.Percent(d.High90)})") : "no step");
        console.WriteLine();
        console.Write(table);
        if (assessment.Sectors.Count > 10)
            console.WriteLine(Text($"and {assessment.Sectors.Count - 10} more sectors in the report"));
    }

    private static void Effects(IAnsiConsole console, CaseAssessment assessment)
    {
        var sentences = MeasuredEffects.InSentences(assessment);
        if (sentences.Count == 0)
            return;
        console.WriteLine();
        console.MarkupLine("[bold]What the measures did to the numbers[/]");
        foreach (var sentence in sentences)
            console.WriteLine("  " + sentence);
    }

    private static void Against(IAnsiConsole console, CaseAssessment assessment)
    {
        if (assessment.Against.Count == 0)
            return;
        console.WriteLine();
        console.MarkupLine("[bold]The case against[/]");
        var sentences = CaseAgainst.InSentences(assessment).ToList();
        foreach (var sentence in sentences.Take(5))
            console.WriteLine("  " + sentence);
        if (sentences.Count > 5)
            console.WriteLine(Text($"  and {sentences.Count - 5} more in the report"));
        console.WriteLine();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
