using Manometer.Capture;

namespace Manometer.Cli;

/// <summary>PDF files are read by this program started a second time, which can be ended when a file keeps it busy.</summary>
internal static class PdfReading
{
    /// <summary>What the second start is told by; not for users.</summary>
    public const string Argument = "read-pdf-files-from-standard-input";

    /// <summary>From here on PDF files are read beside; the process starts with the first.</summary>
    public static void Begin()
    {
        if (Environment.ProcessPath is not { } program)
            return;
        // started as "dotnet manometer.dll", it is started so again
        PdfWorker.Current = Path.GetFileNameWithoutExtension(program) == "dotnet" ? new PdfWorker(program, Path.Combine(AppContext.BaseDirectory, "manometer.dll"), Argument) : new PdfWorker(program, Argument);
    }

    /// <summary>Is the second start.</summary>
    public static int Serve()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        PdfWorker.Serve(input, output);
        return ExitCode.Done;
    }
}
