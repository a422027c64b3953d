using System.CommandLine;
using System.Security.Cryptography;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary>What the commands that write the custody log share.</summary>
internal static class CustodyWriting
{
    public static Option<string> Who() => new("--who") { Description = "Who answers for it; stands in the log", Required = true, HelpName = "NAME" };

    public static Option<string> Note() => new("--note") { Description = "Why; stands in the log for good", DefaultValueFactory = _ => "", HelpName = "TEXT" };

    /// <summary>Who answers for it, where a command writes to cases with and without a log.</summary>
    public static Option<string?> WhoIfLogged() => new("--who") { Description = "Who answers for it; wanted where the case has a custody log, which then has a record of it", HelpName = "NAME" };

    /// <summary>Works on the files of a case and, where it has a custody log, puts that on record; edits found before are put on record first.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="who">Who answers for it; may be null where the case has no log.</param>
    /// <param name="entry">What is put on record, given who.</param>
    /// <param name="work">Writes the files.</param>
    public static int Logged(string folder, string? who, Func<string, CustodyEntry> entry, Func<int> work)
    {
        if (!File.Exists(Path.Combine(folder, "custody.jsonl")))
            return work();
        if (string.IsNullOrWhiteSpace(who))
        {
            Console.Error.WriteLine($"manometer: {folder} has a custody log; say with --who who answers for the change.");
            return ExitCode.Usage;
        }

        return With(folder, who, log =>
        {
            _ = log.Record(new CustodyEntry(CustodyAct.Edit, who, "the files as they were found before"));
            var code = work();
            if (code == ExitCode.Done && log.Record(entry(who)) is { } record)
                Console.Out.WriteLine($"Record {record.Sequence}.");
            return code;
        });
    }

    /// <summary>Opens the log and works on it; faults go to standard error.</summary>
    /// <returns>The exit code: of the work, or that of faults which keep the log closed.</returns>
    public static int With(string folder, string who, Func<CustodyLog, int> work)
    {
        if (string.IsNullOrWhiteSpace(who))
        {
            Console.Error.WriteLine("manometer: --who is empty; name who answers for the record.");
            return ExitCode.Usage;
        }

        using var chance = RandomNumberGenerator.Create();
        var (log, diagnostics) = CustodyLog.Open(folder, ProgramVersion.Text, TimeProvider.System, chance);
        using (log)
        {
            Faults.Print(diagnostics, Console.Error, Terminal.ErrorColour);
            return log is null ? ExitCode.Faulty : work(log);
        }
    }
}
