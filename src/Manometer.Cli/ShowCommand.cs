using System.CommandLine;
using System.Globalization;
using Manometer.Capture;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>show CASE ID...</c>: an observation with the passage it was coded from, or a report with its observations.</summary>
internal static class ShowCommand
{
    private const int Around = 240; // letters shown beside a passage

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var ids = new Argument<string[]>("ID") { Description = "Observations or reports, by their id", Arity = ArgumentArity.OneOrMore };
        var command = new Command("show", "Show an observation with the passage it was coded from, or a report with its observations") { folder, ids };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(ids)!));
        Examples.Teach(command, "Example:", "./manometer show my-case o-c7975fa9f0d7", "The ids stand on the page and in the tables.");
        return command;
    }

    private static int Run(string folder, string[] ids)
    {
        if (CaseInput.ReadAsFar(folder) is not { Case: { } @case })
            return ExitCode.Faulty;
        PdfReading.Begin();
        var unknown = 0;
        foreach (var id in ids)
            if (@case.Observations.FirstOrDefault(one => one.Id == id) is { } observation)
                Show(folder, @case, observation);
            else if (@case.Reports.FirstOrDefault(one => one.Id == id) is { } report)
                Show(folder, @case, report);
            else
            {
                unknown++;
                var near = Nearest.To(id, @case.Observations.Select(one => one.Id).Concat(@case.Reports.Select(one => one.Id)));
                Console.Error.WriteLine($"manometer: {folder} has no observation and no report '{PrintableText.Line(id, 60)}'{(near is null ? "." : $"; did you mean '{near}'?")}");
            }

        return unknown > 0 ? ExitCode.Usage : ExitCode.Done;
    }

    private static void Show(string folder, Case @case, Observation one)
    {
        Console.Out.WriteLine($"{one.Id}  {PrintableText.Of(one.Summary)}");
        Cell("when", one.When.ToString());
        Cell("place", one.Place is null ? one.PlaceStated : one.PlaceStated is null ? one.Place : $"{one.Place} ({one.PlaceStated})");
        Cell("sector", one.Sector);
        Cell("group", one.Group);
        Cell("indicator", $"{one.Indicator}, {Word.Of(one.Direction)} ({Word.Of(one.Kind)})");
        Cell("magnitude", one.Magnitude is { } size ? size.Value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number} {size.Unit}") : size.Word is { } word ? Word.Of(word) : null : null);
        Cell("attribution", Word.Of(one.Attribution) + (one.Grade is { } grade ? ", " + Word.Of(grade) : ""));
        Cell("polarity", Word.Of(one.Polarity));
        Cell("measures", one.Measures.Count == 0 ? null : string.Join("; ", one.Measures));
        Cell("step", one.StepOverride is { } step ? string.Create(CultureInfo.InvariantCulture, $"{step}: {one.StepReason}") : null);
        Cell("credibility", one.Credibility?.ToString(CultureInfo.InvariantCulture));
        Cell("origin", one.Origin);
        Cell("coder", one.Coder);
        Cell("note", one.Note);
        if (@case.Reports.FirstOrDefault(report => report.Id == one.Report) is not { } report)
            return;
        Told(@case, report);
        if (one.Span is null)
            Console.Out.WriteLine("  It was coded without a capture: no passage is kept.");
        else if (CapturedReports.TextOf(folder, report) is not { } text)
            Console.Out.WriteLine($"  Its passage is bytes {one.Span} of a capture that is not there or holds no text.");
        else if (Passage(text, one.Span) is { } passage)
            Console.Out.WriteLine($"  {passage}");
        Console.Out.WriteLine();
    }

    private static void Show(string folder, Case @case, Report report)
    {
        Console.Out.WriteLine(report.Id);
        Told(@case, report);
        var observations = @case.Observations.Where(one => one.Report == report.Id).ToList();
        foreach (var one in observations)
            Console.Out.WriteLine($"    {one.Id}  {one.When}  {PrintableText.Line(one.Summary, 120)}");
        if (observations.Count == 0)
            Console.Out.WriteLine($"    no observation was coded from it; ./manometer review {folder} --who NAME shows what is proposed");
        Console.Out.WriteLine();
    }

    private static void Told(Case @case, Report report)
    {
        var source = @case.Sources.FirstOrDefault(source => source.Id == report.Source);
        Console.Out.WriteLine($"  from {report.Id}: {PrintableText.Line(source?.Name ?? report.Source, 80)}{(source is null ? "" : $" (reliability {source.Reliability})")}, {report.Published}{(report.Title is null ? "" : ": " + PrintableText.Line(report.Title, 120))}");
        Cell("url", report.Url);
        Cell("chain", report.Chain);
        Cell("capture", report.Sha256 is null ? null : $"captures/{report.Sha256[..16]}..., of {report.Captured:yyyy-MM-dd}");
    }

    private static string? Passage(ReadableText text, string span)
    {
        if (span.Split('-') is not [var first, var last] || !int.TryParse(first, CultureInfo.InvariantCulture, out var from) || !int.TryParse(last, CultureInfo.InvariantCulture, out var to) || text.PassageOf(from, to) is not var (start, end))
            return null;
        var (on, off) = Terminal.Colour ? ("\u001b[7m", "\u001b[0m") : (">>", "<<");
        int before = Math.Max(0, start - Around), after = Math.Min(text.Text.Length, end + Around);
        return $"{(before > 0 ? "..." : "")}{Plain(before, start)}{on}{Plain(start, end)}{off}{Plain(end, after)}{(after < text.Text.Length ? "..." : "")}";

        string Plain(int at, int until) => PrintableText.Of(text.Text[at..until].ReplaceLineEndings(" "));
    }

    private static void Cell(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Console.Out.WriteLine($"    {name,-12} {PrintableText.Of(value)}");
    }
}
