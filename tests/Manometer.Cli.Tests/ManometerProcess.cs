using System.Diagnostics;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

/// <summary>The program as a user runs it: a process of its own.</summary>
internal static class ManometerProcess
{
    /// <summary>The published program where <c>./test</c> names it, as users get it, compiled ahead of time; else the one built beside the tests.</summary>
    private static string Executable { get; } = Environment.GetEnvironmentVariable("MANOMETER_PROGRAM") is { Length: > 0 } named ? named
        : Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "manometer.exe" : "manometer");

    /// <summary>Whether <c>env</c> can give a program back its ear for the interrupt: tests run in the background of a shell inherit one that is ignored, and a program keeps it so.</summary>
    private static readonly bool CanHear = !OperatingSystem.IsWindows() && Finish(Process.Start(Info("env", ".", "--default-signal=INT", "true"))!).Code == 0;

    public sealed record Result(int Code, string Output, string Error);

    public static Result Run(params string[] arguments) => RunIn(Repository.Root, arguments);

    public static Result RunIn(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return Finish(process);
    }

    public static Process Start(string folder, params string[] arguments) => Process.Start(Hearing(Executable, folder, arguments))!;

    /// <summary>Runs a line of shell in which <c>./manometer</c> is the program under test.</summary>
    public static Result Shell(string folder, string line)
    {
        var wrapper = Path.Combine(folder, "manometer");
        if (!File.Exists(wrapper))
        {
            File.WriteAllText(wrapper, $"#!/bin/sh\nexec '{Executable}' \"$@\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(wrapper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using var process = Process.Start(Hearing("bash", folder, "-c", "exec 2>&1\n" + line))!;
        return Finish(process);
    }

    /// <summary>Runs the program at a terminal of its own, made by <c>script</c>.</summary>
    public static Process StartAtTerminal(string folder, params string[] arguments) =>
        Process.Start(Hearing("script", folder, "--quiet", "--return", "--command", string.Join(' ', ((string[])[Executable, .. arguments]).Select(word => $"'{word}'")), "/dev/null"))!;

    public static Result Finish(Process process)
    {
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output.ReplaceLineEndings("\n"), error.Result.ReplaceLineEndings("\n"));
    }

    private static ProcessStartInfo Hearing(string program, string folder, params string[] arguments) =>
        CanHear ? Info("env", folder, ["--default-signal=INT", program, .. arguments]) : Info(program, folder, arguments);

    private static ProcessStartInfo Info(string program, string folder, params string[] arguments) => new(program, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        RedirectStandardInput = true,
        Environment = { ["NO_COLOR"] = "1", ["COLUMNS"] = "100" },
    };
}
