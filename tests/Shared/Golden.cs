using System.Runtime.CompilerServices;
using System.Text;

namespace Manometer.Testing;

/// <summary>Compares a text with the file <c>golden/NAME</c> beside the test; <c>MANOMETER_UPDATE=1</c> rewrites the file instead.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "golden", name);
        actual = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MANOMETER_UPDATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(File.Exists(path), $"{path} does not exist: run the test with MANOMETER_UPDATE=1, read the file, keep it if it is right.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
