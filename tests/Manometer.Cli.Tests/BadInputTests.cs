using System.Diagnostics;
using System.Text;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

/// <summary>Whatever it is given, the program answers with a message and a documented exit code, without a stack trace, and leaves nothing half written.</summary>
public class BadInputTests
{
    [Fact]
    public void A_folder_that_is_not_there_is_said_to_be_missing() => Answers(1, "MAN", ManometerProcess.Run("check", "no-such-folder"));

    [Fact]
    public void A_file_where_a_folder_is_expected_is_said_to_be_a_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "case"), "not a folder");

        Answers(1, "MAN", ManometerProcess.Run("check", Path.Combine(folder.Path, "case")));
    }

    [Fact]
    public void An_empty_folder_is_no_case()
    {
        using var folder = new TemporaryFolder();

        Answers(1, "case.yaml", ManometerProcess.Run("assess", folder.Path));
    }

    [Fact]
    public void A_case_with_errors_is_not_assessed_and_no_report_is_written()
    {
        using var folder = Starter();
        File.AppendAllText(Path.Combine(folder.Path, "case", "observations.csv"), "broken,row\n");

        Answers(1, "not assessed", ManometerProcess.RunIn(folder.Path, "assess", "case", "--out", "report"));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "report")));
    }

    [Fact]
    public void New_does_not_touch_a_folder_that_holds_something()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "mine.txt"), "mine");

        Answers(1, "MAN", ManometerProcess.Run("new", folder.Path));
        Assert.Equal(["mine.txt"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("nul", "id,name\0,kind\n")]
    [InlineData("latin1", "id,name,kind,reliability,url\nx,M\u00fcller,outlet,A,none seen\n")]
    public void Bytes_that_are_no_text_are_shown_where_they_stand(string kind, string text)
    {
        using var folder = Starter();
        File.WriteAllBytes(Path.Combine(folder.Path, "case", "sources.csv"), (kind == "latin1" ? Encoding.Latin1 : Encoding.UTF8).GetBytes(text));

        Answers(1, "sources.csv:", ManometerProcess.RunIn(folder.Path, "check", "case"));
    }

    [Fact]
    public void A_line_of_a_gigabyte_is_refused_soon_and_in_little_memory()
    {
        using var folder = Starter();
        var path = Path.Combine(folder.Path, "case", "sources.csv");
        using (var file = File.OpenWrite(path)) // a sparse file: a gigabyte of zero bytes without a line feed
            file.SetLength(1L << 30);

        var before = Stopwatch.GetTimestamp();
        Answers(1, "sources.csv", ManometerProcess.RunIn(folder.Path, "check", "case"));
        Assert.True(Stopwatch.GetElapsedTime(before) < TimeSpan.FromSeconds(30), "refusing the file took half a minute");
    }

    [Fact]
    public void A_folder_that_links_to_itself_ends()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "symbolic links need a privilege on Windows");
        using var folder = Starter();
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "case", "series", "loop"), Path.Combine(folder.Path, "case"));

        Assert.InRange(ManometerProcess.RunIn(folder.Path, "check", "case").Code, 0, 1);
    }

    [Fact]
    public void A_report_that_cannot_be_written_is_said_and_leaves_nothing()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "needs a folder in which nobody may write");
        using var folder = Starter();

        var result = ManometerProcess.RunIn(folder.Path, "assess", "case", "--out", "/proc/self/report");

        Assert.Equal(3, result.Code);
        Assert.Contains("manometer: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_said_and_the_old_report_stays_whole()
    {
        using var folder = Starter();
        var report = Path.Combine(folder.Path, "disk");
        Directory.CreateDirectory(report);
        using var disk = Process.Start("sh", ["-c", $"mount -t tmpfs -o size=96k none '{report}' 2>/dev/null"]);
        disk.WaitForExit();
        Assert.SkipUnless(disk.ExitCode == 0, "a small disk can be mounted by root only");
        try
        {
            File.WriteAllText(Path.Combine(report, "index.html"), "the old report");

            var result = ManometerProcess.RunIn(folder.Path, "assess", "case", "--out", report);

            Assert.Equal(3, result.Code);
            Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
            Assert.Equal("the old report", File.ReadAllText(Path.Combine(report, "index.html")));
            Assert.All(Directory.EnumerateFiles(report), file => Assert.DoesNotContain(".tmp", file, StringComparison.Ordinal));
        }
        finally
        {
            using var undo = Process.Start("umount", [report]);
            undo.WaitForExit();
        }
    }

    [Fact]
    public void A_case_is_not_exported_into_itself()
    {
        using var folder = Starter();

        Answers(2, "the case itself", ManometerProcess.RunIn(folder.Path, "export", "case", "--out", "./case/"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.Path, "case"), "*.parquet"));
    }

    [Fact]
    public void A_new_case_that_does_not_fit_on_the_disk_leaves_no_half_of_it()
    {
        using var folder = new TemporaryFolder();
        var disk = Path.Combine(folder.Path, "disk");
        Directory.CreateDirectory(disk);
        using var mount = Process.Start("sh", ["-c", $"mount -t tmpfs -o size=24k none '{disk}' 2>/dev/null"]);
        mount.WaitForExit();
        Assert.SkipUnless(mount.ExitCode == 0, "a small disk can be mounted by root only");
        try
        {
            Assert.Equal(3, ManometerProcess.Run("new", Path.Combine(disk, "mine")).Code);
            Assert.Empty(Directory.EnumerateFileSystemEntries(disk));
        }
        finally
        {
            using var undo = Process.Start("umount", [disk]);
            undo.WaitForExit();
        }
    }

    [Fact]
    public void Interrupted_it_leaves_no_file_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill");
        using var folder = new TemporaryFolder();
        SyntheticCase.Write(Path.Combine(folder.Path, "case"), 60_000);
        var report = Path.Combine(folder.Path, "report");

        using var running = ManometerProcess.Start(folder.Path, "assess", "case", "--out", report);
        Thread.Sleep(700);
        using var signal = Process.Start("kill", ["-INT", running.Id.ToString()]);
        signal.WaitForExit();
        var result = ManometerProcess.Finish(running);

        Assert.True(result.Code is 130 or 0, $"exit code {result.Code}: {result.Error}");
        if (Directory.Exists(report))
            Assert.All(Directory.EnumerateFiles(report), file => Assert.Contains(Path.GetFileName(file), new[] { "index.html", "assessment.json" }));
        if (File.Exists(Path.Combine(report, "index.html")))
            Assert.EndsWith("</html>", File.ReadAllText(Path.Combine(report, "index.html")).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Killed_at_any_moment_it_leaves_the_old_report_or_the_new_one()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill");
        using var folder = Starter();
        var report = Path.Combine(folder.Path, "report");
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "assess", "case", "--out", report).Code);

        for (var delay = 60; delay <= 420; delay += 30) // from start-up past the end
        {
            using var running = ManometerProcess.Start(folder.Path, "assess", "case", "--out", report);
            Thread.Sleep(delay);
            running.Kill();
            running.WaitForExit();

            Assert.EndsWith("</html>", File.ReadAllText(Path.Combine(report, "index.html")).TrimEnd(), StringComparison.Ordinal);
            Assert.EndsWith("}", File.ReadAllText(Path.Combine(report, "assessment.json")).TrimEnd(), StringComparison.Ordinal);
        }

        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "assess", "case", "--out", report).Code);
        Assert.Equal(["assessment.json", "index.html"], Directory.EnumerateFiles(report).Select(Path.GetFileName).Order());
    }

    private static void Answers(int code, string with, ManometerProcess.Result result)
    {
        Assert.Equal(code, result.Code);
        Assert.Contains(with, result.Output + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output + result.Error, StringComparison.Ordinal);
    }

    private static TemporaryFolder Starter()
    {
        var folder = new TemporaryFolder();
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "new", "case").Code);
        return folder;
    }
}
