using System.Diagnostics;
using System.Text.Json;

namespace Manometer.Benchmarks.Coding;

/// <summary>Readers of text from npm (<c>bench/peers</c>), measured in the same run as ours on the same text.</summary>
internal static class Peers
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>A measured peer.</summary>
    /// <param name="Name">Name and version.</param>
    /// <param name="Does">What it does with a text.</param>
    /// <param name="Against">What of ours stands beside it: <c>dates</c> or <c>coder</c>.</param>
    /// <param name="Speed">Megabytes a CPU-second.</param>
    /// <param name="RightMonth">Share of AQUAINT's expressions with the right month, 0..1; null for peers that read no dates.</param>
    public sealed record Peer(string Name, string Does, string Against, double Speed, double? RightMonth);

    /// <summary>The peers, installed first where they are not; none, and the reason on standard error, where node or npm is not to be had.</summary>
    public static IReadOnlyList<Peer> Measure()
    {
        var folder = Path.Combine("bench", "peers");
        try
        {
            if (!Directory.Exists(Path.Combine(folder, "node_modules")))
                Run("npm", folder, "ci", "--silent", "--no-audit", "--no-fund");
            return [.. Run("node", folder, "measure.mjs", ReferenceData.Path("data", "coding", "dates", "tempeval3-aquaint")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Peer>(line, Web)!)];
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            Console.Error.WriteLine($"The peers were not measured: {fault.Message}");
            return [];
        }
    }

    private static string Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}");
    }
}
