using System.Text;

namespace Manometer.Testing;

/// <summary>Compares a page of the documentation that a test makes with the file; <c>MANOMETER_UPDATE=1</c> rewrites the file.</summary>
internal static class Document
{
    public static void Matches(string path, string actual)
    {
        var full = Repository.Path(path.Split('/'));
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MANOMETER_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(File.Exists(full), $"{path} does not exist: run the tests with MANOMETER_UPDATE=1.");
        Assert.Equal(File.ReadAllText(full).ReplaceLineEndings("\n"), actual);
    }
}
