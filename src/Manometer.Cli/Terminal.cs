namespace Manometer.Cli;

/// <summary>What standard output and error are connected to.</summary>
internal static class Terminal
{
    /// <summary>May colours be printed to standard output? Not when it is redirected, and not against <c>NO_COLOR</c>.</summary>
    public static bool Colour => !Console.IsOutputRedirected && !NoColour;

    /// <summary>May colours be printed to standard error?</summary>
    public static bool ErrorColour => !Console.IsErrorRedirected && !NoColour;

    private static bool NoColour => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static readonly Lock Line = new();
    private static Timer? _clock;
    private static string? _doing;
    private static long _since;

    /// <summary>Shows on a terminal what is going on, on one line that the next call replaces, with the seconds it has taken from the third on; null wipes it.</summary>
    public static void Progress(string? doing)
    {
        if (Console.IsErrorRedirected)
            return;
        lock (Line)
        {
            _doing = doing;
            _since = Environment.TickCount64;
            _clock ??= new Timer(_ => Show(), null, 1000, 1000);
            Show();
            if (doing is null)
            {
                _clock.Dispose();
                _clock = null;
            }
        }
    }

    private static void Show()
    {
        lock (Line)
        {
            if (_doing is null && _clock is null)
                return;
            var seconds = (Environment.TickCount64 - _since) / 1000;
            Console.Error.Write("\r\u001b[K");
            if (_doing is not null)
                Console.Error.Write(seconds < 3 ? $"{_doing} ..." : $"{_doing} ... {seconds} s");
        }
    }
}
