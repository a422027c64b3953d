using System.Globalization;
using Manometer.Capture;
using Manometer.Model;
using Manometer.Publishing;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary>Gathers the texts that were captured, and finds those that share passages.</summary>
internal sealed class CapturedCopies
{
    private readonly List<Report> _reports = [];
    private readonly List<TextDocument> _texts = [];

    /// <param name="report">A report.</param>
    /// <param name="text">Its text; null where it has none.</param>
    public void Add(Report report, ReadableText? text)
    {
        if (text is null)
            return;
        _reports.Add(report);
        _texts.Add(new TextDocument(text.Text, report.Source, report.Published.LastDay?.DayNumber));
    }

    /// <summary>The pairs found, with what was decided of them.</summary>
    public IReadOnlyList<CopyFound> Find(Case @case) =>
    [
        .. CopyFinder.Find(_texts, Environment.ProcessorCount, cancellation: Interrupt.Token).Select(pair => new CopyFound
        {
            First = _reports[pair.First].Id,
            Second = _reports[pair.Second].Id,
            Kind = Word.Of(pair.Kind),
            Jaccard = pair.Jaccard,
            Containment = pair.Containment,
            SharedRun = pair.SharedRun,
            Directed = pair.Directed,
            Decided = DecisionOn(@case, _reports[pair.First].Id, _reports[pair.Second].Id),
        }),
    ];

    /// <summary>The command that counts the two as one witness.</summary>
    public static string Decide(string folder, CopyFound copy) => $"./manometer link {folder} same {copy.First} {copy.Second} {(copy.Kind == Word.Of(CopyKind.Copy) ? "--copy " : "")}--who NAME";

    /// <summary>Says which texts of different sources are copies nobody has decided on: until then they count as two witnesses.</summary>
    public void Tell(string folder, Case @case)
    {
        var sources = _reports.ToDictionary(report => report.Id, report => report.Source, StringComparer.Ordinal);
        var open = Find(@case).Where(copy => copy.Decided is null && copy.Kind == Word.Of(CopyKind.Copy) && sources[copy.First] != sources[copy.Second]).ToList();
        if (open.Count == 0)
            return;
        var pairs = open.ConvertAll(copy => string.Create(CultureInfo.InvariantCulture, $"{copy.Second} of {copy.First} ({copy.Containment:P0} of the shorter)"));
        Console.Out.WriteLine($"{(open.Count == 1 ? "1 text is nearly a copy" : $"{open.Count} texts are nearly copies")}: {Few.Of(pairs)}. Until somebody decides, they count as witnesses of their own: {(open.Count == 1 ? Decide(folder, open[0]) : $"./manometer corroborate {folder} shows how")}");
    }

    private static string? DecisionOn(Case @case, string first, string second) =>
        @case.Links.FirstOrDefault(link => link.Kind != LinkKind.Event && link.Withdrawn is null && ((link.One, link.Other) == (first, second) || (link.One, link.Other) == (second, first)))?.Id;
}
