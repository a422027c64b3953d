namespace Manometer.Cli;

/// <summary>What standard output and error are connected to.</summary>
internal static class Terminal
{
    /// <summary>May colours be printed to standard output? Not when it is redirected, and not against <c>NO_COLOR</c>.</summary>
    public static bool Colour => !Console.IsOutputRedirected && !NoColour;

    /// <summary>May colours be printed to standard error?</summary>
    public static bool ErrorColour => !Console.IsErrorRedirected && !NoColour;

    private static bool NoColour => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Shows on a terminal what is going on, on one line that the next call replaces; null wipes it.</summary>
    public static void Progress(string? doing)
    {
        if (Console.IsErrorRedirected)
            return;
        Console.Error.Write("\r\u001b[K");
        if (doing is not null)
            Console.Error.Write(doing + " ...");
    }
}
