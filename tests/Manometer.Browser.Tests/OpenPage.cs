using Microsoft.Playwright;

namespace Manometer.Browser.Tests;

/// <summary>A page in a browser window of its own, with what went wrong in it.</summary>
internal sealed record OpenPage(IBrowserContext Context, IPage Page, List<string> Faults) : IAsyncDisposable
{
    /// <summary>Waits until every chart is drawn.</summary>
    public async Task Drawn()
    {
        await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-island]')].every(at => at.dataset.drawn !== undefined)", null, new PageWaitForFunctionOptions { Timeout = 30_000 });
        await Page.WaitForFunctionAsync("() => !document.documentElement.classList.contains('opening')");
        await Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"); // what moved is held in place in the next frame
        Assert.Empty(Faults);
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
