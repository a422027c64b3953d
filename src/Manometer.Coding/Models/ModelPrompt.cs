using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>What a model is told and asked, out of <c>data/model-instructions.txt</c> and <c>data/model-report.txt</c>.</summary>
/// <remarks>Pure: same words, same report, same prompt. The report stands between two lines with a mark made of its own text, so that no text can end itself.</remarks>
public sealed class ModelPrompt
{
    private const int FenceLength = 12;

    private readonly string _report = Text("model-report.txt");

    /// <summary>The prompt for a case with these words.</summary>
    public ModelPrompt(Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        Instructions = Filled(Text("model-instructions.txt"), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["most"] = ModelAnswerReader.MostClaims.ToString(CultureInfo.InvariantCulture),
            ["sectors"] = string.Join(", ", taxonomy.Sectors.Select(term => term.Id)),
            ["indicators"] = string.Join(", ", taxonomy.Indicators.Select(term => term.Id)),
            ["groups"] = string.Join(", ", taxonomy.Groups.Select(term => term.Id)),
            ["sector_meanings"] = Meanings(taxonomy.Sectors.Select(term => (term.Id, term.Meaning))),
            ["indicator_meanings"] = Meanings(taxonomy.Indicators.Select(term => (term.Id, term.Meaning))),
            ["group_meanings"] = Meanings(taxonomy.Groups.Select(term => (term.Id, term.Meaning))),
            ["directions"] = string.Join(", ", Word.All<Direction>()),
            ["modes"] = string.Join(", ", Word.All<ClaimMode>()),
            ["attributions"] = string.Join(", ", Word.All<Attribution>()),
            ["causes"] = string.Join(", ", Word.All<CauseGrade>()),
        });
    }

    /// <summary>What is the same for every report: the task, the words, the form of the answer.</summary>
    public string Instructions { get; }

    /// <summary>The question about a piece of a report.</summary>
    public string About(ReportText report, TextPiece piece)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = report.Text[piece.Start..piece.End];
        return Filled(_report, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["published"] = report.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "unknown",
            ["outlet"] = PrintableText.Line(report.Outlet ?? "unknown", 120),
            ["title"] = PrintableText.Line(report.Title ?? "none", 300),
            ["fence"] = Hash(text)[..FenceLength],
            ["text"] = text,
        });
    }

    /// <summary>SHA-256 of a text in UTF-8, lower-case hexadecimal: how prompts and answers stand in the custody log.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A data file of the house.</summary>
    internal static string Text(string name)
    {
        using var stream = typeof(ModelPrompt).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the assembly carries no {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Meanings(IEnumerable<(string Id, string Meaning)> terms) => string.Join('\n', terms.Select(term => $"- {term.Id}: {term.Meaning}"));

    // in one pass, so that what is filled in is not filled again; a brace that names nothing stays
    private static string Filled(string template, Dictionary<string, string> values)
    {
        var text = new StringBuilder(template.Length);
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                return text.Append(template, at, template.Length - at).ToString();
            if (values.TryGetValue(template[(open + 1)..close], out var value))
            {
                text.Append(template, at, open - at).Append(value);
                at = close + 1;
            }
            else
            {
                text.Append(template, at, open + 1 - at);
                at = open + 1;
            }
        }

        return text.ToString();
    }
}
