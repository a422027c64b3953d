namespace Manometer.Cli;

/// <summary>What the process returns; documented in <c>docs/commands.md</c>.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The case or the data has errors.</summary>
    public const int Faulty = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A fault of the program or the machine: no space, no permission, a bug.</summary>
    public const int Internal = 3;

    /// <summary>Stopped by Ctrl+C; nothing is left half written.</summary>
    public const int Interrupted = 130;
}
