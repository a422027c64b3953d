using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Manometer.Capture;

namespace Manometer.Benchmarks.Capture;

/// <summary>
/// How well the text of a page is told from what stands around it, on the 181 pages of a public benchmark (scrapinghub/article-extraction-benchmark: <c>html/*.html.gz</c> and <c>ground-truth.json</c>),
/// by its own measure: shingles of four words, shares of each page, means over the pages. Pages are in two halves by their hash; rules are made on the first alone.
/// </summary>
internal static partial class MainTextStudy
{
    private const int ShingleWords = 4;

    public static int Print(string folder, bool worst)
    {
        var today = new DateOnly(2030, 1, 1);
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        var pages = new List<(string Id, bool First, double Precision, double Recall)>();
        var watch = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
        long bytes = 0;
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            var html = Unzipped(Path.Combine(folder, "html", page.Name + ".html.gz"));
            bytes += html.Length;
            var text = CaptureReader.Read("page.html", html, null, today).Documents is [var document] ? document.Text.Text : "";
            var (precision, recall) = Score(page.Value.GetProperty("articleBody").GetString() ?? "", text);
            pages.Add((page.Name, Convert.ToInt32(page.Name[..2], 16) % 2 == 0, precision, recall));
        }

        var spent = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - watch;
        Console.WriteLine("| pages | precision | recall | F1 |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Row("first half, on which rules are made", [.. pages.Where(page => page.First)]);
        Row("second half", [.. pages.Where(page => !page.First)]);
        Row("all", pages);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB read and scored in {spent.TotalSeconds:0.0} s of processor time."));
        if (worst)
            foreach (var page in pages.Where(page => page.First).OrderBy(page => page.Precision + page.Recall).Take(25))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Id} precision {page.Precision:0.000} recall {page.Recall:0.000}"));
        return 0;
    }

    private static void Row(string name, List<(string Id, bool First, double Precision, double Recall)> pages)
    {
        var (precision, recall) = (pages.Average(page => page.Precision), pages.Average(page => page.Recall));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} ({pages.Count}) | {precision:0.000} | {recall:0.000} | {2 * precision * recall / (precision + recall):0.000} |"));
    }

    private static (double Precision, double Recall) Score(string truth, string found)
    {
        var (wanted, given) = (Shingles(truth), Shingles(found));
        double both = wanted.Sum(one => Math.Min(one.Value, given.GetValueOrDefault(one.Key)));
        double all = wanted.Values.Sum(), ours = given.Values.Sum();
        return (both == ours && both == all ? 1 : ours == 0 ? 0 : both / ours, both == ours && both == all ? 1 : all == 0 ? 0 : both / all);
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var words = Words().Matches(text).Select(word => word.Value).ToArray();
        var shingles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, words.Length - ShingleWords + 1); i++)
            if (string.Join(' ', words.Skip(i).Take(ShingleWords)) is { Length: > 0 } shingle)
                shingles[shingle] = shingles.GetValueOrDefault(shingle) + 1;
        return shingles;
    }

    private static byte[] Unzipped(string path)
    {
        using var file = File.OpenRead(path);
        using var gzip = new GZipStream(file, CompressionMode.Decompress);
        using var memory = new MemoryStream();
        gzip.CopyTo(memory);
        return memory.ToArray();
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
