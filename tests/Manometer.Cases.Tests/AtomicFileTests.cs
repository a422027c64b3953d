using Manometer.Testing;

namespace Manometer.Cases.Tests;

public class AtomicFileTests
{
    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "table.csv");
        AtomicFile.Write(path, "old"u8);

        Assert.Throws<IOException>(() => AtomicFile.Write(path, temporary =>
        {
            File.WriteAllText(temporary, "half of the new");
            throw new IOException("No space left on device");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["table.csv"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void What_a_crash_left_behind_is_overwritten()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "table.csv");
        File.WriteAllText(path + AtomicFile.TemporaryEnding, "half of an older write, longer than the new one");

        AtomicFile.Write(path, "new"u8);

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(["table.csv"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_that_is_absent_is_made()
    {
        using var folder = new TemporaryFolder();

        AtomicFile.Write(Path.Combine(folder.Path, "a", "b", "c.txt"), "x"u8);

        Assert.Equal("x", File.ReadAllText(Path.Combine(folder.Path, "a", "b", "c.txt")));
    }
}
