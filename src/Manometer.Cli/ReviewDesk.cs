using System.Globalization;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>The reviewer's desk: asks, hands what is decided to the case, and says what came of it.</summary>
internal sealed class ReviewDesk(string folder, string who, ReviewSession session, IReadOnlyDictionary<string, string> reports)
{
    private const string Keys = "[a]ccept  [e]dit COLUMN=VALUE  [r]eject WHY  [s]plit  [u]ndo  s[k]ip  [q]uit  [?]";

    /// <summary>Asks for one decision after the other until nothing is left or no more is said.</summary>
    public int Keyboard(TextReader keys)
    {
        ReviewItem? shown = null;
        while (session.Current is not null || session.CanUndo)
        {
            var item = session.Current;
            if (item is null)
                Console.Out.WriteLine("\nNothing is left.  [u]ndo, of an earlier session u KEY  [q]uit");
            else if (!ReferenceEquals(item, shown))
                Show(item);
            shown = item;
            if (!Console.IsInputRedirected)
                Console.Out.Write("> ");
            if (Line(keys) is not { } line)
                break;
            line = line.Trim();
            if (line is "q" or "quit")
                break;
            var rest = line.Length > 1 ? line[1..].Trim() : "";
            if (item is null && !line.StartsWith('u'))
                break;
            switch (line.Length == 0 ? ' ' : line[0])
            {
                case 'a' when rest.Length == 0 || line == "accept":
                    var (accepted, fault) = session.Accept();
                    if (accepted is null)
                        Console.Out.WriteLine(fault);
                    else if (Put(accepted) is not ExitCode.Done and var code)
                        return code;
                    break;
                case 'e' when rest.Contains('=', StringComparison.Ordinal):
                    var at = rest.IndexOf('=', StringComparison.Ordinal);
                    if (session.Edit(rest[..at].Trim(), rest[(at + 1)..].Trim()) is { } refused)
                        Console.Out.WriteLine(refused);
                    else
                        Rows(session.Draft!);
                    break;
                case 'r':
                    if (Put(session.Reject(rest)!) is not ExitCode.Done and var rejecting)
                        return rejecting;
                    break;
                case 's' when rest.Length == 0:
                    if (Put(session.Split()!) is not ExitCode.Done and var splitting)
                        return splitting;
                    break;
                case 'u':
                    var (undone, why) = rest.Length == 0 ? (session.Undo(), "There is nothing to undo in this session; of an earlier one: u KEY") : session.Undo(rest, "");
                    if (undone is null)
                        Console.Out.WriteLine(why);
                    else if (Put(undone) is not ExitCode.Done and var undoing)
                        return undoing;
                    shown = null;
                    break;
                case 'k' when rest.Length == 0:
                    session.Skip();
                    break;
                case '?' or 'h' when rest.Length == 0 || line is "help":
                    Console.Out.WriteLine(Keys);
                    Console.Out.WriteLine($"    Columns: {string.Join(", ", ObservationDraft.Columns)}. An empty value takes a cell out. u KEY takes back what an earlier session decided.");
                    break;
                default:
                    if (line.Length > 0)
                        Console.Out.WriteLine($"'{PrintableText.Line(line, 40)}' is none of the keys; nothing was decided.");
                    Console.Out.WriteLine(Keys);
                    break;
            }
        }

        return End(ExitCode.Done);
    }

    // a line is waited for beside Ctrl+C: the wait for a key would go on after it
    private string? Line(TextReader keys)
    {
        var line = Task.Run(keys.ReadLine);
        try
        {
            line.Wait(Interrupt.Token);
            Interrupt.Token.ThrowIfCancellationRequested();
            return line.Result;
        }
        catch (OperationCanceledException)
        {
            Console.Out.WriteLine();
            _ = End(ExitCode.Interrupted);
            throw;
        }
    }

    /// <summary>Makes decisions out of lines of JSON; a bad one is told with its number and left out.</summary>
    public int Batch(TextReader lines, string name)
    {
        var bad = 0;
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            Interrupt.Token.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var (decision, fault) = Decided(line);
            if (decision is null)
            {
                bad++;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}:{number}: error: {fault}"));
            }
            else if (Put(decision) is not ExitCode.Done and var code)
            {
                return code;
            }
        }

        if (bad > 0)
            Console.Error.WriteLine($"{Faults.Plural(bad, "line")} left out.");
        return End(bad > 0 ? ExitCode.Faulty : ExitCode.Done);
    }

    private (ReviewDecision? Decision, string? Fault) Decided(string line)
    {
        ReviewDecision wanted;
        try
        {
            wanted = ReviewDecision.Parse(line);
        }
        catch (FormatException fault)
        {
            return (null, fault.Message);
        }

        if (wanted.Verdict == ReviewVerdict.Undo)
            return session.Undo(wanted.Key, wanted.Note);
        if (!session.MoveTo(wanted.Key))
            return (null, $"no proposal '{PrintableText.Line(wanted.Key, 60)}' is left to decide on");
        var refused = wanted.Row.Select(cell => session.Edit(cell.Key, cell.Value)).FirstOrDefault(one => one is not null);
        var (decision, why) = refused is not null ? (null, refused) : wanted.Verdict switch
        {
            ReviewVerdict.Accept => session.Accept(wanted.Note),
            ReviewVerdict.Split => (session.Split(wanted.Note), null),
            _ => (session.Reject(wanted.Note), null),
        };
        if (decision is null)
            session.Reset(); // a line that was left out leaves no trace
        return (decision, why);
    }

    private int Put(ReviewDecision decision) => CustodyWriting.With(folder, who, log =>
    {
        var second = decision.IsSecond(ReviewLedger.Lines(folder, ReviewLedger.DecisionsFile).Select(ReviewDecision.Parse));
        var diagnostics = ReviewLedger.Put(log, folder, new DecidedRow(who, decision.Key, decision.Observation, decision.ToJson(), $"{Word.Of(decision.Verdict)} {decision.Key}")
        {
            Row = decision.Verdict == ReviewVerdict.Accept && !second
                ? [KeyValuePair.Create<string, string?>("report", decision.Report), .. decision.Row.Select(cell => KeyValuePair.Create<string, string?>(cell.Key, cell.Value)), KeyValuePair.Create<string, string?>("span", decision.Span), KeyValuePair.Create<string, string?>("coder", who)]
                : null,
            IsTakenBack = decision.Verdict == ReviewVerdict.Undo,
        });
        if (diagnostics.Count > 0)
        {
            Faults.Print(diagnostics, Console.Error, Terminal.ErrorColour);
            return ExitCode.Faulty;
        }

        Console.Out.WriteLine(decision.Verdict switch
        {
            _ when second && decision.Verdict != ReviewVerdict.Undo => $"{decision.Key}: {Word.Of(decision.Verdict)}; another decided before, so the table stays, and yours counts for the agreement",
            ReviewVerdict.Accept => $"{decision.Observation}: accepted",
            ReviewVerdict.Reject => $"{decision.Key}: rejected",
            ReviewVerdict.Split => $"{decision.Key}: split into {decision.Key}.1 and {decision.Key}.2",
            _ => $"{decision.Key}: taken back",
        });
        return ExitCode.Done;
    });

    private int End(int code)
    {
        var accepted = session.Decisions.Count(one => one.Verdict == ReviewVerdict.Accept);
        Console.Out.WriteLine($"{folder}: {accepted} accepted, {session.Decisions.Count(one => one.Verdict == ReviewVerdict.Reject)} rejected, {session.Left} left.");
        if (accepted > 0)
            Console.Out.WriteLine($"next: ./manometer check {folder}");
        return code;
    }

    private void Show(ReviewItem item)
    {
        var (on, off) = Terminal.Colour ? ("\u001b[7m", "\u001b[0m") : (">>", "<<");
        Console.Out.WriteLine();
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{item.Key}  {item.Report}  bytes {item.Span}  probability {item.Probability:0.00}{By(item)}  ({session.Left} left)"));
        if (reports.TryGetValue(item.Report, out var told))
            Console.Out.WriteLine($"  {PrintableText.Line(told, 160)}");
        Console.Out.WriteLine($"  {Shown(item.Before)}{on}{Shown(item.Quote)}{off}{Shown(item.After)}");
        Rows(session.Draft!);
        if (item.ModelSays.Count > 0)
            Console.Out.WriteLine($"    the model says otherwise: {PrintableText.Of(string.Join(", ", item.ModelSays.Select(one => $"{one.Key} {one.Value}")))}");
        Console.Out.WriteLine(Keys);
    }

    private static string By(ReviewItem item) => item.Model.Length == 0 ? "" : $"  {(item.IsOfRules ? "by the rules and" : "by")} the model {PrintableText.Of(item.Model)}";

    private static string Shown(string text) => PrintableText.Of(text.ReplaceLineEndings(" "));

    private static void Rows(ObservationDraft draft)
    {
        foreach (var (column, value) in draft.Cells)
            Console.Out.WriteLine($"    {column,-12} {PrintableText.Of(value)}");
    }
}
