using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Manometer.Cases;
using Manometer.Coding;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>review CASE</c>: decides on proposed observations, at the keyboard or from a file.</summary>
internal static class ReviewCommand
{
    private static readonly JsonSerializerOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var who = new Option<string?>("--who") { Description = "Who decides; stands in the log, and as coder of the rows. Needed but with --agreement and --list", HelpName = "NAME" };
        var batch = new Option<string?>("--batch") { Description = "Decisions as JSON Lines, {\"proposal\", \"verdict\", \"set\", \"note\"}; - for standard input", HelpName = "FILE" };
        var list = new Option<bool>("--list") { Description = "Print what is left to decide on (by --who, else by anybody) as JSON Lines, and decide nothing" };
        var agreement = new Option<bool>("--agreement") { Description = "Print how far those who decided on the same proposals agree" };
        var only = new Option<string?>("--report") { Description = "Ask about the proposals from this report alone", HelpName = "ID" };
        var command = new Command("review", "Accept, edit, reject or split the observations code proposed; what is accepted goes into observations.csv") { folder, who, only, batch, list, agreement };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(who)) && !result.GetValue(agreement) && !result.GetValue(list))
                result.AddError("Option '--who' is required.");
        });
        command.SetAction(parsed => parsed.GetValue(agreement)
            ? Agreement(parsed.GetValue(folder)!)
            : Run(parsed.GetValue(folder)!, parsed.GetValue(who)?.Trim() ?? "", parsed.GetValue(only), parsed.GetValue(batch), parsed.GetValue(list)));
        Examples.Teach(command, "Examples:", "./manometer review my-case --who jd", "./manometer review my-case --report r-5f2a91c04d77 --who jd", "./manometer review my-case --who jd --batch decisions.jsonl", "./manometer review my-case --agreement", "Keys: a accept, e COLUMN=VALUE edit, r [WHY] reject, s split, u undo, k skip, q quit. Each decision is on the disk before the next is asked.");
        return command;
    }

    private static int Run(string folder, string who, string? only, string? batch, bool list)
    {
        if (CaseInput.ReadAsFar(folder) is not { Case: { } @case })
            return ExitCode.Faulty;
        var proposals = ReviewLedger.Lines(folder, ReviewLedger.ProposalsFile);
        if (proposals.Count == 0)
        {
            Console.Error.WriteLine($"manometer: {folder} has no proposals. Try: ./manometer code {folder}");
            return ExitCode.Faulty;
        }

        var (items, unread) = Parsed(proposals, ReviewItem.Parse, ReviewLedger.ProposalsFile);
        if (only is not null && (items = items.FindAll(item => item.Report == only)).Count == 0)
        {
            Console.Error.WriteLine($"manometer: {folder} has no proposals from a report '{PrintableText.Line(only, 60)}'. Try: ./manometer code {folder} --report {PrintableText.Line(only, 60)}");
            return ExitCode.Faulty;
        }

        if (Decisions(folder) is not { } decisions)
            return ExitCode.Faulty;
        // of nobody in particular, what is left is what nobody has decided on
        var session = new ReviewSession(who.Length > 0 ? who : "-", items, who.Length > 0 ? decisions : decisions.Select(decision => decision with { Who = "-" }), ReviewWords.Of(@case));
        if (list)
            return List(session, proposals, unread);
        var desk = new ReviewDesk(folder, who, session, Reports(@case));
        if (CustodyWriting.With(folder, who, log =>
        {
            ReviewLedger.Begin(log, who);
            return ExitCode.Done;
        }) is not ExitCode.Done and var closed)
            return closed;
        return batch is null ? desk.Keyboard(Console.In) : Batch(desk, batch);
    }

    // what a reviewer must know of a report to judge "last month": who published it, when, under which title
    private static Dictionary<string, string> Reports(Case @case)
    {
        var outlets = @case.Sources.ToDictionary(source => source.Id, source => source.Name, StringComparer.Ordinal);
        return @case.Reports.ToDictionary(report => report.Id, report => $"{outlets.GetValueOrDefault(report.Source, report.Source)}, {report.Published}{(report.Title is null ? "" : $": {report.Title}")}", StringComparer.Ordinal);
    }

    private static int Batch(ReviewDesk desk, string batch)
    {
        if (batch != "-" && !File.Exists(batch))
        {
            Console.Error.WriteLine($"manometer: there is no file {batch} to read.");
            return ExitCode.Usage;
        }

        using var reader = batch == "-" ? Console.In : new StreamReader(batch);
        return desk.Batch(reader, batch == "-" ? "standard input" : batch);
    }

    private static int List(ReviewSession session, IReadOnlyList<string> lines, int unread)
    {
        var byKey = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
            using (var json = JsonDocument.Parse(line))
                byKey.TryAdd(json.RootElement.GetProperty("key").GetString()!, line);
        foreach (var item in session.Items)
            Console.Out.WriteLine(byKey.GetValueOrDefault(item.Key) ?? PartOf(item, byKey));
        return unread > 0 ? ExitCode.Faulty : ExitCode.Done;
    }

    // a part of a split one: the line of the whole, under the key of the part
    private static string PartOf(ReviewItem item, Dictionary<string, string> byKey)
    {
        var whole = byKey.GetValueOrDefault(item.Key[..item.Key.IndexOf('.', StringComparison.Ordinal)]) is { } line ? JsonNode.Parse(line)!.AsObject() : [];
        whole["key"] = item.Key;
        return whole.ToJsonString(Layout);
    }

    private static int Agreement(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"manometer: there is no folder {folder}.");
            return ExitCode.Usage;
        }

        if (Decisions(folder) is not { } decisions)
            return ExitCode.Faulty;
        var found = ReviewAgreement.Of(decisions);
        if (found[0].Units == 0)
        {
            Console.Out.WriteLine("No two people have decided on the same proposal.");
            return ExitCode.Done;
        }

        Console.Out.WriteLine("on            proposals     same    alpha");
        foreach (var one in found)
            Console.Out.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{one.What,-12} {one.Units,10} {(one.Units == 0 ? "-" : (100 * one.Same).ToString("0", System.Globalization.CultureInfo.InvariantCulture) + " %"),8} {one.Alpha?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "-",8}"));
        return ExitCode.Done;
    }

    private static List<ReviewDecision>? Decisions(string folder)
    {
        var (decisions, unread) = Parsed(ReviewLedger.Lines(folder, ReviewLedger.DecisionsFile), ReviewDecision.Parse, ReviewLedger.DecisionsFile);
        return unread == 0 ? decisions : null;
    }

    private static (List<T> Read, int Unread) Parsed<T>(IReadOnlyList<string> lines, Func<string, T> parse, string file)
    {
        var (read, unread) = (new List<T>(lines.Count), 0);
        for (var i = 0; i < lines.Count; i++)
            try
            {
                read.Add(parse(lines[i]));
            }
            catch (FormatException fault)
            {
                unread++;
                Console.Error.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}: error: entry {i + 1}: {fault.Message}"));
            }

        return (read, unread);
    }
}
