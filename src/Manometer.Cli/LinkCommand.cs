using System.CommandLine;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>link CASE</c>: decides that two observations or reports are one, are not, or are in dispute; and withdraws that.</summary>
internal static class LinkCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var says = new Argument<string>("SAYS") { Description = "same, different, disputed; or withdraw, with the id of a decision" };
        says.AcceptOnlyFromAmong("same", "different", "disputed", "withdraw");
        var ids = new Argument<string[]>("ID") { Description = "Two observations (do they tell of one happening?) or two reports (do they rest on one witness?)", Arity = ArgumentArity.OneOrMore };
        var copy = new Option<bool>("--copy") { Description = "Of two reports: are they one text?" };
        var who = CustodyWriting.Who();
        var reason = new Option<string?>("--reason") { Description = "Why, in your own words", HelpName = "TEXT" };
        var command = new Command("link", "Decide what is one happening, one witness, one text, or is not; a decision can be withdrawn at any time") { folder, says, ids, copy, who, reason };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(says)!, parsed.GetValue(ids)!, parsed.GetValue(copy), parsed.GetValue(who)!, parsed.GetValue(reason)));
        Examples.Teach(command, "Examples:",
            "./manometer link my-case same o-0412 o-0511 --who jd --reason \"both tell of the night of 3 March\"",
            "./manometer link my-case same r-12 r-17 --copy --who jd",
            "./manometer link my-case withdraw l-07 --who jd",
            "Which pairs are worth a look: ./manometer corroborate my-case");
        return command;
    }

    private static int Run(string folder, string says, string[] ids, bool copy, string who, string? reason)
    {
        if (ids.Length != (says == "withdraw" ? 1 : 2))
        {
            Console.Error.WriteLine(says == "withdraw" ? "manometer: withdraw wants the id of one decision, such as l-07." : $"manometer: {says} wants two ids: two observations, or two reports.");
            return ExitCode.Usage;
        }

        if (CaseInput.Read(folder) is not { Case: { } @case })
            return ExitCode.Faulty;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return says == "withdraw" ? Withdraw(folder, @case, ids[0], who, today) : Add(folder, @case, says, ids, copy, who, reason, today);
    }

    private static int Withdraw(string folder, Case @case, string id, string who, DateOnly today)
    {
        if (@case.Links.FirstOrDefault(link => link.Id == id) is not { } link)
        {
            Console.Error.WriteLine($"manometer: there is no decision '{id}' in links.csv{(Nearest.To(id, @case.Links.Select(one => one.Id)) is { } near ? $"; did you mean '{near}'?" : ".")}");
            return ExitCode.Faulty;
        }

        if (link.Withdrawn is { } day)
        {
            Console.Out.WriteLine($"{id} was withdrawn on {day}.");
            return ExitCode.Done;
        }

        return Write(folder, who, log => LinkLedger.Withdraw(log, folder, link, who, today), $"{id} withdrawn: {link.One} and {link.Other} stand as they did without it.");
    }

    private static int Add(string folder, Case @case, string says, string[] ids, bool copy, string who, string? reason, DateOnly today)
    {
        if (ids[0] == ids[1] || LinkLedger.KindOf(@case, ids[0], ids[1]) is not { } kind || (copy && kind == LinkKind.Event))
        {
            Console.Error.WriteLine(copy ? $"manometer: --copy wants two reports; {ids[0]} and {ids[1]} are not." : $"manometer: '{ids[0]}' and '{ids[1]}' are neither two observations nor two reports of {folder}.");
            foreach (var id in ids)
                if (Nearest.To(id, @case.Observations.Select(row => row.Id).Concat(@case.Reports.Select(row => row.Id))) is { } near && near != id)
                    Console.Error.WriteLine($"Did you mean '{near}' for '{id}'?");
            return ExitCode.Faulty;
        }

        if (!Word.TryParse<LinkSays>(says, out var decided))
            return ExitCode.Usage;
        var link = new Link { Id = LinkLedger.NewId(@case), Kind = copy ? LinkKind.Copy : kind, One = ids[0], Other = ids[1], Says = decided, By = who, On = Edtf.Parse(today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Reason = reason };
        if (LinkLedger.Against(@case, link) is { } against)
        {
            Console.Error.WriteLine($"manometer: {against.Id} says '{Word.Of(against.Says)}' of {against.One} and {against.Other}, by {against.By}; both cannot stand.");
            Console.Error.WriteLine($"next: ./manometer link {folder} withdraw {against.Id} --who {who}, or leave it; and to keep both readings: disputed.");
            return ExitCode.Faulty;
        }

        return Write(folder, who, log => LinkLedger.Add(log, folder, link), $"{link.Id}: {link.One} and {link.Other} {says}{(link.Kind == LinkKind.Copy ? ", as texts" : "")}. To take it back: ./manometer link {folder} withdraw {link.Id} --who {who}");
    }

    private static int Write(string folder, string who, Func<CustodyLog, IReadOnlyList<Diagnostic>> change, string done) => CustodyWriting.With(folder, who, log =>
    {
        var faults = change(log);
        Faults.Print(faults, Console.Error, Terminal.ErrorColour);
        if (faults.Count > 0)
            return ExitCode.Faulty;
        Console.Out.WriteLine(done);
        return ExitCode.Done;
    });
}
