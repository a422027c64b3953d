using System.CommandLine;
using Manometer.Assessment;
using Manometer.Capture;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>add CASE WHAT...</c>: captures reports into a case.</summary>
internal static class AddCommand
{
    private const int LongestHead = 300; // characters in which a masthead stands

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var what = new Argument<string[]>("WHAT") { Description = "Addresses, files or folders: HTML, text, Markdown, RSS, Atom and JSON feeds, PDF, mails, WARC, WACZ", Arity = ArgumentArity.OneOrMore };
        var who = CustodyWriting.Who();
        var note = CustodyWriting.Note();
        var source = new Option<string?>("--source") { Description = "Source of all of them, an id of sources.csv; by default found by address or name, and added when it is new", HelpName = "ID" };
        var published = new Option<string?>("--published") { Description = "Date of publication (EDTF) of those that state none; also of those there before without one", HelpName = "DATE" };
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !Edtf.TryParse(text, out _))
                result.AddError($"--published is a date in EDTF, such as 2018-07-05 or 2018-07; '{text}' is none.");
        });
        var follow = new Option<bool>("--follow") { Description = "Of a feed, fetch the pages its entries lead to, instead of taking the entries themselves" };
        var again = new Option<bool>("--again") { Description = "Fetch and keep pages anew whose address was captured before, when they have changed" };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Ask addresses of private networks and of this machine, too" };
        var command = new Command("add", "Capture reports: keep the bytes under their hash, list them in reports.csv, put it on record") { folder, what, who, note, source, published, follow, again, allowPrivate };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(folder)!, parsed.GetValue(what)!, parsed.GetValue(published), parsed.GetValue(follow),
            new IntakeOptions(parsed.GetValue(who)!) { Note = parsed.GetValue(note)!, Source = parsed.GetValue(source), Again = parsed.GetValue(again) }, new FetchOptions { AllowPrivate = parsed.GetValue(allowPrivate) }));
        Examples.Teach(command, "Examples:", "./manometer add my-case report.html bulletin.pdf letters/ --who jd", "./manometer add my-case https://post.example/feed.xml --follow --who jd", "Files need no network. Next: ./manometer code my-case, then ./manometer review my-case --who jd.");
        return command;
    }

    private static async Task<int> Run(string folder, string[] what, string? published, bool follow, IntakeOptions options, FetchOptions fetching)
    {
        if (CaseInput.Read(folder) is not { } reading)
            return ExitCode.Faulty;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var captured = options.Again ? new HashSet<string>() : ReportIntake.CapturedAddresses(reading.Case!);
        PdfReading.Begin();
        using var fetcher = new Fetcher(fetching, TimeProvider.System);
        var gathering = new Gathering(fetcher, today, follow, captured.Contains, ReportIntake.Bare);
        var (left, taken, known, dated, unsigned) = (0, 0, 0, 0, 0);
        await foreach (var gathered in gathering.Of(what, Interrupt.Token))
        {
            Terminal.Progress(null);
            Interrupt.Token.ThrowIfCancellationRequested();
            Faults.Print([.. gathered.Diagnostics.Where(one => published is null || one.Code != CaptureRules.NoDate.Code)], Console.Error, Terminal.ErrorColour);
            left += gathered.Diagnostics.Count(one => one.Severity == Severity.Error);
            known += gathered.Skipped;
            if (gathered.Documents.Count == 0)
                continue;
            var code = CustodyWriting.With(folder, options.Who, log =>
            {
                var (results, diagnostics) = ReportIntake.Take(log, folder, [.. gathered.Documents.Select(one => Incoming(one, published, today))], options);
                Faults.Print(diagnostics, Console.Error, Terminal.ErrorColour);
                foreach (var one in results)
                    Tell(one, gathered.File);
                taken += results.Count(one => one.Fate is IntakeFate.Added or IntakeFate.Attached);
                known += results.Count(one => one.Fate is IntakeFate.Known or IntakeFate.Older or IntakeFate.Dated);
                dated += results.Count(one => one.Fate is IntakeFate.Dated);
                unsigned += results.Count(one => one.IsUnsigned);
                return diagnostics.Count > 0 ? ExitCode.Faulty : ExitCode.Done;
            });
            if (code != ExitCode.Done)
                return code;
        }

        Console.Out.WriteLine($"{folder}: {Faults.Plural(taken, "report")} captured, {known} there before{(left > 0 ? $", {Faults.Plural(left, "thing")} left out" : "")}.");
        if (unsigned > 0)
            Console.Out.WriteLine($"{(unsigned == 1 ? "1 report does" : $"{unsigned} reports do")} not say who published {(unsigned == 1 ? "it" : "them")}, and stand{(unsigned == 1 ? "s" : "")} under the source 'unknown': one witness, however many reports it has. Write who it was into sources.csv and reports.csv, or say it with --source.");
        if (taken > 0 || dated > 0)
            TellEnd(folder, Assessor.EndOfRecord(reading.Case!));
        if (taken > 0 || dated > 0)
            Console.Out.WriteLine($"next: ./manometer code {folder}");
        return left > 0 ? ExitCode.Faulty : ExitCode.Done;
    }

    /// <summary>Says when the day to which the case is assessed has moved by what was added.</summary>
    private static void TellEnd(string folder, DateOnly before)
    {
        if (CaseFolder.Read(folder).Case is { } now && Assessor.EndOfRecord(now) is var end && end != before)
            Console.Out.WriteLine($"The record now ends on {end:yyyy-MM-dd} (before: {before:yyyy-MM-dd}), and is assessed as of that day; a report without a date counts as published on the day of its capture. Say --published, or as_of in case.yaml, for another.");
    }

    private static void Tell(TakenReport one, string? file)
    {
        if (one.Fate is not IntakeFate.Known)
            Console.Out.WriteLine($"{one.Report}  {(one.Fate switch { IntakeFate.Added => "added   ", IntakeFate.Attached => "attached", IntakeFate.Dated => "dated   ", _ => "another state is there; --again keeps this one too:" })}  {one.Title}{(file is null ? "" : $"  ({PrintableText.Line(file, 80)})")}");
    }

    private static IncomingReport Incoming(CapturedDocument document, string? published, DateOnly today) => new()
    {
        Content = document.Content,
        Extension = document.Extension,
        Address = document.Address,
        Title = document.Title,
        Published = document.Published ?? (published is null ? null : Edtf.Parse(published)),
        Outlet = document.Outlet,
        Head = document.Text.Text[..Math.Min(document.Text.Text.Length, LongestHead)],
        Language = document.Language,
        Captured = document.Captured ?? today,
        Charset = document.Charset,
    };
}
