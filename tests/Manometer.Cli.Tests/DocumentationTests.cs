using Manometer.Testing;

namespace Manometer.Cli.Tests;

/// <summary>What the documents show is what the program does: every <c>console</c> block is run, in order, one folder a document.</summary>
public class DocumentationTests
{
    public static TheoryData<string> Documents()
    {
        var data = new TheoryData<string>();
        string[] documents = [Path.Combine(Repository.Root, "README.md"), .. Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories)];
        foreach (var document in documents.Where(path => ConsoleBlock.Read(path).Count > 0).Order(StringComparer.Ordinal))
            data.Add(Path.GetRelativePath(Repository.Root, document).Replace('\\', '/'));
        return data;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_console_block_prints_what_the_document_shows(string document)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "console blocks are written for a POSIX shell");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "cases"));
        foreach (var one in Directory.EnumerateDirectories(Repository.Path("cases")))
            CopyTree(one, Path.Combine(folder.Path, "cases", Path.GetFileName(one)));

        foreach (var block in ConsoleBlock.Read(Path.Combine(Repository.Root, document)))
        {
            var result = ManometerProcess.Shell(folder.Path, block.Command);
            string[] actual = result.Output.Length == 0 ? [] : result.Output.TrimEnd('\n').Split('\n');
            Assert.True(block.Matches(actual), $"{document}:{block.Line}: $ {block.Command}\n--- shown\n{string.Join('\n', block.Expected)}\n--- printed\n{string.Join('\n', actual)}\n");
        }
    }

    [Fact]
    public void Every_command_and_option_has_its_place_in_the_documentation()
    {
        var page = File.ReadAllText(Repository.Path("docs", "commands.md"));

        foreach (var command in CommandLine.Build().Subcommands)
        {
            Assert.Contains($"\n## {command.Name}\n", page, StringComparison.Ordinal);
            var section = page[(page.IndexOf($"\n## {command.Name}\n", StringComparison.Ordinal) + 1)..];
            section = section[..(section.IndexOf("\n## ", 5, StringComparison.Ordinal) is var end and > 0 ? end : section.Length)];
            foreach (var option in command.Options.Where(option => option.Name is not "--help"))
                Assert.Contains($"`{option.Name}", section, StringComparison.Ordinal);
        }
    }

    private static void CopyTree(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) != ".manometer"))
            CopyTree(folder, Path.Combine(to, Path.GetFileName(folder)));
    }
}
