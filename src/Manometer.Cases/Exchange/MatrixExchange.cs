using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads and writes evidence matrices of other programs. Text in, text out: no file is touched.</summary>
public static class MatrixExchange
{
    /// <summary>The names of the formats as commands take them, in order of <see cref="MatrixFormat"/>.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["achz", "open-synthesis"];

    /// <summary>Judgements of another program's matrix, on stories of the case. Never throws for what is in the text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="format">Its format.</param>
    /// <param name="case">The case: a story is found by its identifier or its name, without regard to capitals; evidence by the identifier of an observation or objection, else it stays words.</param>
    /// <param name="analyst">Who judged, where the file does not say.</param>
    public static MatrixImport Read(string text, MatrixFormat format, Case @case, string analyst)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentException.ThrowIfNullOrWhiteSpace(analyst);
        var (cells, faults) = format == MatrixFormat.Achz ? AchzText.Read(text, analyst) : OpenSynthesisText.Read(text, analyst);
        var rows = new List<Judgement>();
        var notes = new List<string>(faults);
        var ids = @case.Matrix.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var judged = @case.Matrix.Select(row => (row.Analyst, row.Hypothesis, row.Evidence)).ToHashSet();
        var strangers = new HashSet<string>(StringComparer.Ordinal);
        var next = 1;
        foreach (var cell in cells)
        {
            var story = @case.Header.Hypotheses.FirstOrDefault(one => string.Equals(one.Id, cell.Hypothesis, StringComparison.OrdinalIgnoreCase))
                ?? @case.Header.Hypotheses.FirstOrDefault(one => string.Equals(one.Name, cell.Hypothesis, StringComparison.OrdinalIgnoreCase));
            if (story is null)
            {
                if (strangers.Add(cell.Hypothesis))
                    notes.Add($"no story of case.yaml has the id or name '{cell.Hypothesis}'; its row was left out");
                continue;
            }

            if (cell.Evidence.Length == 0 || cell.Analyst.Length == 0)
                notes.Add($"an entry on '{cell.Hypothesis}' names no evidence; it was left out");
            else if (!judged.Add((cell.Analyst, story.Id, cell.Evidence)))
                notes.Add($"{cell.Analyst} has judged '{cell.Evidence}' against {story.Id} already; the second entry was left out");
            else
            {
                while (!ids.Add($"x-{next:000}"))
                    next++;
                rows.Add(cell with { Id = $"x-{next:000}", Hypothesis = story.Id });
            }
        }

        return new MatrixImport(rows, notes);
    }

    /// <summary>The matrix of a case in another program's format.</summary>
    /// <param name="case">A case with judgements.</param>
    /// <param name="format">The format.</param>
    /// <param name="analyst">Whose judgements; null: everybody's, which only <see cref="MatrixFormat.OpenSynthesis"/> can hold.</param>
    /// <exception cref="ArgumentException">The format holds one analyst, and none is named.</exception>
    public static string Write(Case @case, MatrixFormat format, string? analyst)
    {
        ArgumentNullException.ThrowIfNull(@case);
        if (format == MatrixFormat.Achz && analyst is null)
            throw new ArgumentException("An ACHZ file holds the matrix of one analyst.", nameof(analyst));
        var rows = @case.Matrix.Where(row => analyst is null || row.Analyst == analyst).ToList();
        return format == MatrixFormat.Achz ? AchzText.Write(@case, rows) : OpenSynthesisText.Write(@case, rows);
    }

    /// <summary>Text as it fits into one cell: white space folded.</summary>
    internal static string Folded(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
