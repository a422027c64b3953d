using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Manometer.Capture;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>code CASE</c>: the captured reports of a case in, proposals for review out.</summary>
internal static class CapturedReports
{
    // of a shorter text, a line of an agency, the subject may go without saying
    private const int LeastText = 600;

    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="folder">The case.</param>
    /// <param name="threshold">Proposals of the rules less probable than this are not made.</param>
    /// <param name="model">A model to be asked, too; null for none.</param>
    /// <param name="who">Who has it asked; stands in the custody log.</param>
    /// <param name="all">Read texts too that do not name the target.</param>
    /// <param name="only">Reports to read; the proposals from the others stay. Empty for all.</param>
    public static int Code(string folder, double threshold, NamedModel? model, string who, bool all, IReadOnlyCollection<string> only)
    {
        if (CaseInput.ReadAsFar(folder) is not { Case: { } @case })
            return ExitCode.Faulty;
        if (AnyMissing(folder, @case, only))
            return ExitCode.Usage;
        if (model is not null && CustodyWriting.With(folder, who, log =>
        {
            _ = log.Record(new CustodyEntry(CustodyAct.Edit, who, "the tables as they were found before a model was asked"));
            return ExitCode.Done;
        }) is not ExitCode.Done and var closed)
            return closed; // what cannot be put on record is not sent
        using var asking = model is null ? null : new ModelCoding(model, @case.Taxonomy, @case.Places, new AnswerStore(folder), run => Record(folder, who, run));
        PdfReading.Begin();
        var coder = new Coder(@case.Places, new CoderOptions { Threshold = threshold, Southern = BuiltInPlaces.IsSouthern(@case.Header.TargetCountry) });
        var places = @case.Places.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        var outlets = @case.Sources.ToDictionary(source => source.Id, source => source.Name, StringComparer.Ordinal);
        var (reports, proposals, without) = (0, 0, 0);
        var elsewhere = new List<string>();
        var copies = new CapturedCopies();
        var stay = only.Count == 0 ? null : ReviewLedger.Lines(folder, ReviewLedger.ProposalsFile).ToLookup(ReportOf);
        AtomicFile.Write(Path.Combine(folder, ReviewLedger.ProposalsFile), temporary =>
        {
            using var file = new FileStream(temporary, FileMode.Create, FileAccess.Write);
            foreach (var (report, text) in Texts(folder, @case, only))
            {
                if (stay is not null && !only.Contains(report.Id))
                {
                    foreach (var line in stay[report.Id])
                        file.Write(Encoding.UTF8.GetBytes(line + "\n"));
                    continue;
                }

                copies.Add(report, text);
                if (text is null)
                {
                    without++;
                    continue;
                }

                reports++;
                if (!all && stay is null && text.Text.Length >= LeastText && !coder.Names(@case.Header.TargetCountry, report.Title + "\n" + text.Text))
                {
                    elsewhere.Add(report.Title is null ? report.Id : $"{report.Id} ({PrintableText.Line(report.Title, 50)})");
                    continue;
                }

                var read = new ReportText(report.Id, outlets.GetValueOrDefault(report.Source), Day(report.Published), report.Title, text.Text);
                var found = coder.Code(read);
                foreach (var proposal in asking?.Beside(found, read, report.Published.LastDay) ?? found)
                {
                    var known = proposal.PlaceId is null || places.Contains(proposal.PlaceId) ? proposal : proposal with { PlaceId = null };
                    using (var json = new Utf8JsonWriter(file, Layout))
                        ProposalJson.Write(known, @case.Taxonomy, json, ReviewContext.Of(known, text.Text, text.Bytes));
                    file.WriteByte((byte)'\n');
                    proposals++;
                }
            }
        });
        Terminal.Progress(null);
        Console.Out.WriteLine($"{folder}: {Faults.Plural(proposals, "proposal")} from {Faults.Plural(reports - elsewhere.Count, "captured report")}{(without > 0 ? $"; {Faults.Plural(without, "report")} without a capture or a text" : "")}.");
        if (elsewhere.Count > 0)
            Console.Out.WriteLine($"{(elsewhere.Count == 1 ? "1 report does" : $"{elsewhere.Count} reports do")} not name {@case.Header.TargetName} or a place of places.csv, and {(elsewhere.Count == 1 ? "was" : "were")} not read; --all reads {(elsewhere.Count == 1 ? "it" : "them")} too: {Few.Of(elsewhere)}.");
        copies.Tell(folder, @case);
        ReadAnew.Tell(folder);
        asking?.Summarise(Console.Out);
        Console.Out.WriteLine(reports == 0 ? $"next: ./manometer add {folder} FILE --who NAME" : $"next: ./manometer review {folder} --who NAME");
        return asking is { Without: > 0 } ? ExitCode.Faulty : ExitCode.Done;
    }

    private static void Record(string folder, string who, ModelRun run)
    {
        if (CustodyWriting.With(folder, who, log =>
        {
            _ = log.Append(run.Entry(who));
            return ExitCode.Done;
        }) != ExitCode.Done)
            throw new IOException($"{folder}: that a model was asked could not be put on record; what it was asked about is {run.About}");
    }

    // says which of the named reports cannot be read
    private static bool AnyMissing(string folder, Case @case, IReadOnlyCollection<string> only)
    {
        var captured = @case.Reports.Where(report => report.Sha256 is not null).Select(report => report.Id).ToHashSet(StringComparer.Ordinal);
        var missing = only.Where(id => !captured.Contains(id)).ToList();
        foreach (var id in missing)
            Console.Error.WriteLine($"manometer: {folder} has no captured report '{PrintableText.Line(id, 60)}'. {(captured.Count == 0 ? $"Try: ./manometer add {folder} FILE --who NAME" : $"Captured are {Few.Of([.. captured])}.")}");
        return missing.Count > 0;
    }

    // of a line that cannot be read, no report: it goes when proposals are written anew, as all lines do when all reports are read
    private static string ReportOf(string line)
    {
        try
        {
            return ReviewItem.Parse(line).Report;
        }
        catch (FormatException)
        {
            return "";
        }
    }

    /// <summary>The reports that were captured, one after the other, with their text; null where the capture is missing or holds none, or the report is not asked for.</summary>
    public static IEnumerable<(Report Report, ReadableText? Text)> Texts(string folder, Case @case, IReadOnlyCollection<string>? only = null)
    {
        foreach (var report in @case.Reports.Where(report => report.Sha256 is not null))
        {
            Interrupt.Token.ThrowIfCancellationRequested();
            var asked = only is null or { Count: 0 } || only.Contains(report.Id);
            if (asked)
                Terminal.Progress($"reading {report.Id}");
            yield return (report, asked ? TextOf(folder, report) : null);
        }
    }

    /// <summary>The text of a captured report; null where the capture is missing or holds none.</summary>
    public static ReadableText? TextOf(string folder, Report report)
    {
        var captures = Path.Combine(folder, "captures");
        var path = Directory.Exists(captures) ? Directory.EnumerateFiles(captures, report.Sha256 + ".*").Order(StringComparer.Ordinal).FirstOrDefault() : null;
        if (path is null || new FileInfo(path).Length > CaptureReader.LargestDocument)
            return null;
        var (text, diagnostics) = CaptureReader.Reread(report.Id, Path.GetExtension(path), File.ReadAllBytes(path), CaptureNote.CharsetIn(report.Note));
        if (diagnostics.Where(one => one.Code == CaptureRules.TooMuch.Code).ToList() is { Count: > 0 } spent) // the others were told when it was captured
        {
            Terminal.Progress(null);
            Faults.Print(spent, Console.Error, Terminal.ErrorColour);
        }

        return text;
    }

    // "last month" counts from the day; a report known to have come out in some month counts from its last day
    private static DateOnly? Day(Edtf published) =>
        published is { FirstDay: { } first, LastDay: { } last } && last.DayNumber - first.DayNumber <= 31 ? last : null;
}
