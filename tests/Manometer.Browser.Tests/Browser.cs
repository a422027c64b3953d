using Manometer.Assessment;
using Manometer.Browser.Tests;
using Manometer.Cases;
using Manometer.Publishing;
using Manometer.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Manometer.Browser.Tests;

/// <summary>One Chromium for all tests, and the pages they open. The machine's own browser is used; none is downloaded.</summary>
public sealed class Browser : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        if (Executable() is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
        _folder.Dispose();
    }

    /// <summary>Opens the report on a case from a file address, without a network; faults of the page's script are gathered.</summary>
    internal async Task<OpenPage> Open(string @case, int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true, string fragment = "")
    {
        Assert.SkipWhen(_chromium is null, "no Chromium on this machine: install one, or set CHROMIUM to its path");
        var context = await _chromium!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            Offline = true,
            ReducedMotion = ReducedMotion.Reduce,
            BypassCSP = true, // for axe, which is put into the page
        });
        var page = await context.NewPageAsync();
        var faults = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                faults.Add(message.Text);
        };
        page.PageError += (_, fault) => faults.Add(fault);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                faults.Add("asks for " + request.Url);
        };
        await page.GotoAsync(new Uri(Report(@case)).AbsoluteUri + fragment);
        return new OpenPage(context, page, faults);
    }

    private string Report(string name)
    {
        var path = Path.Combine(_folder.Path, name.Replace('/', '-') + ".html");
        if (File.Exists(path))
            return path;
        var folder = Repository.Path("cases", name);
        if (name == "synthetic")
        {
            folder = Path.Combine(_folder.Path, "synthetic");
            SyntheticCase.Write(folder, 10_000);
        }

        var @case = CaseFolder.Read(folder).Case!;
        File.WriteAllText(path, ReportPage.Render(Assessor.Assess(@case, new AssessmentOptions { Program = "Manometer test" }), @case.Provinces));
        return path;
    }

    private static string? Executable()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } set)
            return set;
        string[] names = ["chromium", "chromium-browser", "google-chrome"];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
