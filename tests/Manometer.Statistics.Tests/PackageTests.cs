using System.Diagnostics;
using System.IO.Compression;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

/// <summary>The package as another project sees it: packed, restored from a folder, and run. Needs the SDK; skipped, with the reason, where nothing can be restored.</summary>
public class PackageTests
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    [Fact]
    public async Task The_sample_prints_with_the_package_alone_what_its_readme_says()
    {
        using var folder = new TemporaryFolder();
        var packages = Path.Combine(folder.Path, "packages");
        var (packed, log) = await Run(Repository.Root, "pack", Repository.Path("src", "Manometer.Statistics"), "-c", Configuration, "--no-build", "-o", packages, "--nologo", "-nodeReuse:false");
        Assert.True(packed == 0, log);
        Holds(Directory.GetFiles(packages, "*.nupkg").Single(), "README.md", "LICENSE", "lib/net10.0/Manometer.Statistics.dll", "lib/net10.0/Manometer.Statistics.xml");
        Holds(Directory.GetFiles(packages, "*.snupkg").Single(), "lib/net10.0/Manometer.Statistics.pdb");

        var sample = Path.Combine(folder.Path, "sample");
        Directory.CreateDirectory(sample);
        foreach (var file in Directory.GetFiles(Repository.Path("samples", "EffectFromCsv")))
            File.Copy(file, Path.Combine(sample, Path.GetFileName(file)));
        await File.WriteAllTextAsync(Path.Combine(sample, "nuget.config"), $"<configuration><packageSources><clear /><add key=\"local\" value=\"{packages}\" /></packageSources><fallbackPackageFolders><clear /></fallbackPackageFolders></configuration>", TestContext.Current.CancellationToken);
        var (restored, why) = await Run(sample, "restore", "--packages", Path.Combine(folder.Path, "cache"), "-nodeReuse:false");
        Assert.SkipWhen(restored != 0 && !why.Contains("Manometer.Statistics", StringComparison.Ordinal), $"nothing can be restored here: {why}");
        Assert.True(restored == 0, why);
        var (ran, output) = await Run(sample, "run", "--no-restore", "-c", Configuration);

        Assert.True(ran == 0, output);
        Assert.Contains("```text\n" + output.Trim().ReplaceLineEndings("\n") + "\n```", (await File.ReadAllTextAsync(Repository.Path("src", "Manometer.Statistics", "README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_lines_of_the_readme_are_those_of_the_sample()
    {
        var readme = File.ReadAllText(Repository.Path("src", "Manometer.Statistics", "README.md")).ReplaceLineEndings("\n");
        var program = File.ReadAllText(Repository.Path("samples", "EffectFromCsv", "Program.cs")).ReplaceLineEndings("\n");
        var lines = readme.Split("```csharp\n")[1].Split("```")[0];

        Assert.EndsWith("\n\n" + lines, program);
        Assert.Equal(5, lines.TrimEnd().Split('\n').Length);
    }

    private static void Holds(string package, params string[] names)
    {
        using var zip = ZipFile.OpenRead(package);
        foreach (var name in names)
            Assert.Contains(zip.Entries, entry => entry.FullName == name);
    }

    private static async Task<(int Code, string Text)> Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || key.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
