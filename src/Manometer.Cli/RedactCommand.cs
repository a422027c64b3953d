using System.CommandLine;
using System.Text;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary><c>redact CASE</c>: removes stored details; the chain stays provable.</summary>
internal static class RedactCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var text = new Option<string?>("--text") { Description = "Remove every detail a line of which holds this text", HelpName = "TEXT" };
        var detail = new Option<string?>("--detail") { Description = "Remove the detail with this hash", HelpName = "HASH" };
        var who = CustodyWriting.Who();
        var note = CustodyWriting.Note();
        var command = new Command("redact", "Remove what earlier states of the tables held, such as a witness's name, from what is stored beside the custody log") { folder, text, detail, who, note };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.GetValue(text)) == string.IsNullOrEmpty(result.GetValue(detail)))
                result.AddError("redact wants either --text TEXT or --detail HASH.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(text), parsed.GetValue(detail), parsed.GetValue(who)!, parsed.GetValue(note)!));
        Examples.Teach(command, "Example:", "./manometer redact my-case --text \"Anna Novak\" --who jd --note \"protection of a witness\"", "First remove the text from the tables and record that; git and copies of the case keep what they have.");
        return command;
    }

    private static int Run(string folder, string? text, string? detail, string who, string note) => CustodyWriting.With(folder, who, log =>
    {
        if (!string.IsNullOrEmpty(text) && Holder(folder, text) is { } file)
        {
            Console.Error.WriteLine($"manometer: {file} still holds the text; remove it there, run ./manometer record {folder} --who NAME, then redact.");
            return ExitCode.Faulty;
        }

        var details = string.IsNullOrEmpty(text) ? [detail!.Trim().ToLowerInvariant()] : log.DetailsWith(text);
        var before = details.Count(one => File.Exists(Path.Combine(folder, "custody", one + ".json")));
        var record = log.Redact(details, who, note);
        if (record is null && before == 0)
        {
            Console.Error.WriteLine(string.IsNullOrEmpty(text) ? $"manometer: there is no detail {detail} in {folder}." : $"manometer: no stored detail of {folder} holds the text.");
            return ExitCode.Faulty;
        }

        Console.Out.WriteLine($"Removed {Faults.Plural(before, "detail")}{(record is null ? ", on record as removed before" : $"; record {record.Sequence}")}.");
        if (record is not null)
            Console.Out.WriteLine(record.Hash);
        return ExitCode.Done;
    });

    private static string? Holder(string folder, string text) => Directory.EnumerateFiles(folder, "*", SearchOption.TopDirectoryOnly)
        .Concat(Directory.Exists(Path.Combine(folder, "series")) ? Directory.EnumerateFiles(Path.Combine(folder, "series"), "*.csv") : [])
        .Where(path => Path.GetExtension(path) is ".csv" or ".yaml" or ".json" or ".geojson")
        .FirstOrDefault(path => File.ReadAllText(path, Encoding.UTF8).Contains(text, StringComparison.Ordinal));
}
