using System.CommandLine;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>record CASE</c>: takes edits made by hand into the custody log.</summary>
internal static class RecordCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var who = CustodyWriting.Who();
        var note = CustodyWriting.Note();
        var act = new Option<string>("--act") { Description = "What was done: edit, code, merge, split or decision; default edit", DefaultValueFactory = _ => "edit", HelpName = "ACT" };
        act.AcceptOnlyFromAmong("edit", "code", "merge", "split", "decision");
        var command = new Command("record", "Take what changed in the tables since the last record into the custody log, with the lines before and after") { folder, who, note, act };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(who)!, parsed.GetValue(note)!, parsed.GetValue(act)!));
        Examples.Teach(command, "Example:", "./manometer record my-case --who jd --note \"date of r-12 corrected after the printed edition\"", "What may have to be removed later does not belong into the note: notes cannot be redacted.");
        return command;
    }

    private static int Run(string folder, string who, string note, string act) => CustodyWriting.With(folder, who, log =>
    {
        if (!Word.TryParse<CustodyAct>(act, out var done))
            return ExitCode.Usage;
        var entry = new CustodyEntry(done, who, note);
        var record = log.Record(entry) ?? (done == CustodyAct.Decision ? log.Append(entry) : null); // a decision may change no table
        if (record is null)
        {
            Console.Out.WriteLine($"{folder}: nothing has changed since record {log.Records.Count}.");
            return ExitCode.Done;
        }

        Console.Out.WriteLine($"Record {record.Sequence}: {(record.Outputs.Count == 0 ? "no table changed" : string.Join(", ", record.Outputs.Select(item => item.Name)))}{(record.Inputs.Any(item => item.Role == "removed") ? "; removed: " + string.Join(", ", record.Inputs.Where(item => item.Role == "removed").Select(item => item.Name)) : "")}.");
        Console.Out.WriteLine(record.Hash);
        return ExitCode.Done;
    });
}
