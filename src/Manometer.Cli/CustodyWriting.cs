using System.CommandLine;
using System.Security.Cryptography;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary>What the commands that write the custody log share.</summary>
internal static class CustodyWriting
{
    public static Option<string> Who() => new("--who") { Description = "Who answers for it; stands in the log", Required = true, HelpName = "NAME" };

    public static Option<string> Note() => new("--note") { Description = "Why; stands in the log for good", DefaultValueFactory = _ => "", HelpName = "TEXT" };

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
