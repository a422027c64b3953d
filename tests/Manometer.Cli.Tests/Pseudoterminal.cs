using System.Text;

namespace Manometer.Cli.Tests;

/// <summary>The program at a terminal, and somebody who reads the screen before pressing a key.</summary>
internal static class Pseudoterminal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs the program; each time the screen shows what is waited for, keys are pressed.</summary>
    /// <returns>The exit code, and all the screen showed.</returns>
    public static (int Code, string Screen) Run(string folder, string[] arguments, params (string Shows, string Keys)[] steps)
    {
        using var process = ManometerProcess.StartAtTerminal(folder, arguments);
        var screen = new StringBuilder();
        var reading = Task.Run(() =>
        {
            var buffer = new char[1024];
            for (int read; (read = process.StandardOutput.Read(buffer)) > 0;)
                lock (screen)
                    screen.Append(buffer, 0, read);
        });
        try
        {
            var from = 0;
            foreach (var (shows, keys) in steps)
            {
                from = Until(screen, shows, from);
                // the prompt comes after what was waited for
                from = Until(screen, "> ", from);
                process.StandardInput.Write(keys);
                process.StandardInput.Flush();
            }

            Assert.True(process.WaitForExit(Patience), "it did not end; the screen:\n" + Shown(screen));
            Assert.True(reading.Wait(Patience));
            return (process.ExitCode, Shown(screen).ReplaceLineEndings("\n"));
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static int Until(StringBuilder screen, string shows, int from)
    {
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; Thread.Sleep(20))
            if (Shown(screen).IndexOf(shows, from, StringComparison.Ordinal) is var at and >= 0)
                return at + shows.Length;
        Assert.Fail($"the screen does not show '{shows}':\n{Shown(screen)}");
        return 0;
    }

    private static string Shown(StringBuilder screen)
    {
        lock (screen)
            return screen.ToString();
    }
}
