using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Manometer.Testing;
using Microsoft.Playwright;

namespace Manometer.Browser.Tests;

public class ReportTests(Browser browser)
{
    private const string BuiltIn = "dprk-2016-2019";

    // thousands of rows of one make say the same to axe, and take it minutes
    private const string KeepTwoOfEachShape = """
        () => {
          for (const list of document.querySelectorAll('tbody, ul, ol, section, div')) {
            const met = new Map();
            for (const item of [...list.children]) {
              const shape = [...new Set([item, ...item.querySelectorAll('*')].map(at => `${at.localName}.${at.getAttribute('class')}`))].sort().join(' ');
              met.set(shape, (met.get(shape) ?? 0) + 1);
              if (met.get(shape) > 2) item.remove();
            }
          }
        }
        """;

    [Theory]
    [InlineData(BuiltIn)]
    [InlineData("starter")]
    [InlineData("synthetic")] // 10,000 observations
    public async Task Every_chart_is_drawn_from_a_file_address_without_a_network(string @case)
    {
        await using var open = await browser.Open(@case);

        await open.Drawn();
        Assert.True(await open.Page.Locator("[data-island=heat] svg .mark").CountAsync() > 0);
        Assert.True(await open.Page.Locator("[data-island=measures] svg .mark").CountAsync() > 0);
    }

    [Theory]
    [InlineData(BuiltIn, 1280, ColorScheme.Light)]
    [InlineData(BuiltIn, 1280, ColorScheme.Dark)]
    [InlineData(BuiltIn, 390, ColorScheme.Light)]
    [InlineData("starter", 390, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_to_object_to(string @case, int width, ColorScheme scheme)
    {
        await using var open = await browser.Open(@case, width, scheme);
        await open.Drawn();
        await open.Page.EvaluateAsync(KeepTwoOfEachShape);

        var result = await open.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        var violations = result.Violations.Select(violation => $"{violation.Id}: {violation.Help} at {string.Join(" | ", violation.Nodes.Take(4).Select(node => node.Html))}").ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public async Task Nothing_is_wider_than_a_phone()
    {
        await using var open = await browser.Open(BuiltIn, 375);
        await open.Drawn();
        await open.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(at => at.open = true)");
        await open.Drawn();

        Assert.InRange(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 300, 375);
    }

    [Fact]
    public async Task No_chart_runs_into_the_words_below_it_or_out_of_its_column()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();

        var faults = await open.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.multiple')].flatMap(figure => {
              const svg = figure.querySelector('svg.series'), words = figure.querySelector('.compare');
              if (!svg || !words || !svg.getClientRects().length) return [];
              const chart = svg.getBoundingClientRect(), below = words.getBoundingClientRect(), column = figure.getBoundingClientRect();
              return chart.bottom > below.top + 1 || chart.right > column.right + 1 ? [figure.id] : [];
            })
            """);
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Without_script_the_page_is_a_readable_document()
    {
        await using var open = await browser.Open(BuiltIn, script: false);

        var text = await open.Page.InnerTextAsync("body");
        Assert.Contains("The case against", text, StringComparison.Ordinal);
        Assert.Equal(Rows("observations.csv"), await open.Page.Locator("ol.chronology > li[id^=obs-]").CountAsync());
    }

    [Fact]
    public async Task A_filter_narrows_the_chronology_and_stands_in_the_address()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();

        await open.Page.SelectOptionAsync("select[name=sector]", "electricity");

        Assert.EndsWith("#?sector=electricity", open.Page.Url, StringComparison.Ordinal);
        Assert.Equal(await open.Page.EvaluateAsync<int>("() => JSON.parse(document.getElementById('assessment').textContent).observations.filter(o => o.sector === 'electricity').length"),
            await open.Page.Locator("ol.chronology > li[id^=obs-]:not([hidden])").CountAsync());
    }

    [Fact]
    public async Task An_address_with_a_filter_opens_filtered()
    {
        await using var open = await browser.Open(BuiltIn, fragment: "#?place=sinuiju&direction=worsened");
        await open.Drawn();

        Assert.Equal("sinuiju", await open.Page.Locator("select[name=place]").InputValueAsync());
        Assert.InRange(await open.Page.Locator("ol.chronology > li[id^=obs-]:not([hidden])").CountAsync(), 1, 10);
    }

    [Fact]
    public async Task A_permalink_brings_its_observation_into_view()
    {
        await using var open = await browser.Open(BuiltIn, fragment: "#obs-s21-1");
        await open.Drawn();

        Assert.True(await open.Page.EvaluateAsync<bool>("() => { const box = document.getElementById('obs-s21-1').getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; }"));
    }

    [Fact]
    public async Task The_heat_map_answers_to_the_keyboard()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();

        await open.Page.Locator("[data-island=heat] .mark[tabindex='0']").FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");
        await open.Page.Keyboard.PressAsync("ArrowDown");
        await open.Page.Keyboard.PressAsync("Enter");

        Assert.True(await open.Page.Locator("[data-island=heat] .panel .behind a").CountAsync() > 0);
        Assert.Contains("heat=", open.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quarter_opens_the_observations_it_counts()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();
        var bar = open.Page.Locator("[data-island=balance] .mark").First;
        var counted = await open.Page.EvaluateAsync<int>("""
            () => { const b = JSON.parse(document.getElementById('assessment').textContent).quarters.find(q => q.balance).balance; return b.worsened + b.unchanged + b.eased; }
            """);

        await bar.FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");

        Assert.Equal(counted, await open.Page.Locator("[data-island=balance] .panel .behind li").CountAsync());
    }

    [Fact]
    public async Task The_values_of_a_series_answer_to_the_keyboard()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();
        var chart = open.Page.Locator("[data-island=series]").First;

        await chart.Locator(".point[tabindex='0']").FocusAsync();
        await open.Page.Keyboard.PressAsync("ArrowRight");

        Assert.Equal(await chart.Locator(".point").Nth(1).GetAttributeAsync("aria-label"), await chart.Locator(".reading").TextContentAsync());
    }

    [Fact]
    public async Task A_mark_under_the_pointer_says_at_once_what_it_stands_for()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();
        var cell = open.Page.Locator("[data-island=heat] .mark").First;

        await cell.HoverAsync();

        Assert.Equal(await cell.Locator("title").TextContentAsync(), await open.Page.Locator(".charttip:not([hidden])").TextContentAsync());
    }

    [Fact]
    public async Task The_time_slider_narrows_the_map()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();
        var all = await open.Page.Locator("[data-island=map] svg .mark").CountAsync();

        await open.Page.Locator("[data-island=map] input[type=range]").FillAsync("5");

        Assert.True(await open.Page.Locator("[data-island=map] svg .mark").CountAsync() < all);
    }

    [Fact]
    public async Task A_table_can_be_taken_away_as_csv()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();

        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Page.Locator("[data-download=observations][data-format=csv]").First.ClickAsync());

        Assert.Equal("observations.csv", download.SuggestedFilename);
        Assert.Equal(Rows("observations.csv") + 1, (await File.ReadAllLinesAsync((await download.PathAsync())!)).Count(line => line.Length > 0));
    }

    [Fact]
    public async Task It_prints()
    {
        await using var open = await browser.Open(BuiltIn);
        await open.Drawn();

        var pdf = await open.Page.PdfAsync(new PagePdfOptions { Format = "A4", PrintBackground = true });

        Assert.True(pdf.Length > 100_000);
    }

    // one record a line: no cell of the built-in case holds a line end
    private static int Rows(string table) => File.ReadAllLines(Repository.Path("cases", BuiltIn, table)).Length - 1;
}
