using System.IO.Compression;
using System.Text;
using Manometer.Assessment;
using Manometer.Model;
using Manometer.Publishing.Page;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Manometer.Publishing;

/// <summary>An assessment as one page that needs nothing else: no network, no second file; readable without script.</summary>
public static class ReportPage
{
    /// <summary>Up to this many observations, the list in the page shows each with all that is known of it; beyond, one line each, with the rest in the data the page carries. 2,000.</summary>
    public const int DetailedObservations = 2000;

    /// <summary>Up to this many bytes of JSON the data rides in the page as text; beyond, compressed. 1,500,000.</summary>
    public const int PlainDataBytes = 1_500_000;

    /// <summary>Nothing is loaded from anywhere: the browser itself refuses.</summary>
    private const string Policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";

    /// <summary>The whole of index.html.</summary>
    /// <param name="assessment">What to show; no number is computed here.</param>
    /// <param name="outlines">Outlines of the target's first-level units for the map; may be empty.</param>
    /// <remarks>The same assessment gives the same text. About 1.3 kB an observation up to <see cref="DetailedObservations"/>, half of that beyond.</remarks>
    public static string Render(CaseAssessment assessment, IReadOnlyList<Province> outlines)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(outlines);
        var html = new StringBuilder(1 << 18);
        html.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"").Append(Policy).Append("\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n")
            .Append("<title>").Append(Encoded(assessment.Subject.Question)).Append(" As of ").Append(Encoded(Say.Day(assessment.Subject.AsOf))).Append("</title>\n")
            .Append("<meta name=\"generator\" content=\"").Append(Encoded(assessment.Provenance.Program)).Append("\">\n")
            .Append("<style>").Append(Bundle.Style).Append("</style>\n<script>document.documentElement.classList.add(\"opening\")</script>\n</head>\n<body>\n");
        html.Append(Body(assessment, outlines.Count > 0));
        AppendData(html, assessment, outlines);
        html.Append("\n<script>").Append(Bundle.Script).Append("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static string Body(CaseAssessment assessment, bool map)
    {
        using var renderer = new HtmlRenderer(new EmptyServices(), NullLoggerFactory.Instance);
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(Page.Report.Assessment)] = assessment, [nameof(Page.Report.Map)] = map });
            var root = await renderer.RenderComponentAsync<Page.Report>(parameters);
            return root.ToHtmlString();
        }).GetAwaiter().GetResult();
    }

    private static void AppendData(StringBuilder html, CaseAssessment assessment, IReadOnlyList<Province> outlines)
    {
        var json = AssessmentJson.Utf8(assessment);
        if (json.Length < PlainDataBytes)
            html.Append("\n<script type=\"application/json\" id=\"assessment\">").Append(Encoding.UTF8.GetString(json)).Append("</script>");
        else
            html.Append("\n<script type=\"application/octet-stream;base64\" id=\"assessment-gz\">").Append(Convert.ToBase64String(Compressed(json))).Append("</script>");
        if (outlines.Count > 0)
            html.Append("\n<script type=\"application/json\" id=\"outlines\">").Append(AssessmentJson.Outlines([.. outlines.Select(Outline.Of)])).Append("</script>");
    }

    private static byte[] Compressed(byte[] data)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(data);
        return memory.ToArray();
    }

    private static string Encoded(string text) => System.Net.WebUtility.HtmlEncode(text);
}
