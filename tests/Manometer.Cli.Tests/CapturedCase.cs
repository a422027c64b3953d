using Manometer.Testing;

namespace Manometer.Cli.Tests;

/// <summary>A folder with a case that has one captured page and the rules' proposals; made once, to be copied.</summary>
public sealed class CapturedCase : IDisposable
{
    private const string Page = "<html lang=en><head><title>Coal</title><meta property='og:site_name' content='Zenda Post'><meta name=date content=2021-11-04></head><body><p>Coal exports fell by 35&nbsp;percent in October because of the embargo.</p><p>In Zenda the pot is on the fire once a day, a teacher said.</p></body></html>";

    private readonly TemporaryFolder _folder = new();

    public CapturedCase()
    {
        Assert.Equal(0, ManometerProcess.RunIn(Path, "new", "my-case").Code);
        File.WriteAllText(System.IO.Path.Combine(Path, "page.html"), Page);
        Assert.Equal(0, ManometerProcess.RunIn(Path, "add", "my-case", "page.html", "--who", "jd").Code);
        Assert.Equal(0, ManometerProcess.RunIn(Path, "code", "my-case").Code);
    }

    public string Path => _folder.Path;

    public void Dispose() => _folder.Dispose();
}
