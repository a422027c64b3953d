using System.Globalization;
using System.Text;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Writes <c>case.yaml</c>.</summary>
internal static class CaseYamlText
{
    public static string Of(Case @case)
    {
        var (header, text) = (@case.Header, new StringBuilder());
        Field("title", header.Title);
        Field("question", header.Question);
        text.Append("target:\n");
        Field("country", header.TargetCountry, "  ");
        Field("name", header.TargetName, "  ");
        Field("period", header.Period.ToString());
        Field("as_of", header.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("baseline", header.Baseline?.ToString());
        Field("summary", header.Summary);
        if (header.Hypotheses.Count > 0)
            text.Append("hypotheses:\n");
        foreach (var one in header.Hypotheses)
        {
            Field("- id", one.Id, "  ");
            Field("name", one.Name, "    ");
            Field("story", one.Story, "    ");
            text.Append(CultureInfo.InvariantCulture, $"    prior: {one.Prior:R}\n");
        }

        if (!header.Controls.IsEmpty)
            text.Append("controls:\n");
        foreach (var (part, names) in new[] { ("sectors", header.Controls.Sectors), ("places", header.Controls.Places), ("indicators", header.Controls.Indicators) })
            if (names.Count > 0)
                text.Append("  ").Append(part).Append(": [").AppendJoin(", ", names.Select(Quote)).Append("]\n");
        if (!header.Controls.IsEmpty)
            Field("reason", header.Controls.Reason, "  ");
        Taxonomy(text, @case.Taxonomy);
        if (header.MaxLagMonths != 24 || !header.HseSplit.Equals(0.5))
            text.Append("options:\n");
        if (header.MaxLagMonths != 24)
            text.Append(CultureInfo.InvariantCulture, $"  max_lag_months: {header.MaxLagMonths}\n");
        if (!header.HseSplit.Equals(0.5))
            text.Append(CultureInfo.InvariantCulture, $"  hse_split: {header.HseSplit:R}\n");
        return text.ToString();

        void Field(string name, string? value, string indent = "")
        {
            if (value is not null)
                text.Append(indent).Append(name).Append(": ").Append(Quote(value)).Append('\n');
        }
    }

    // only what differs from the shipped taxonomy is the case's own
    private static void Taxonomy(StringBuilder text, Taxonomy taxonomy)
    {
        var shipped = TaxonomyFile.Shipped;
        var sectors = taxonomy.Sectors.Where(term => !shipped.Sectors.Contains(term)).ToList();
        var groups = taxonomy.Groups.Where(term => !shipped.Groups.Contains(term)).ToList();
        var indicators = taxonomy.Indicators.Where(term => !shipped.Indicators.Any(other => Same(term, other))).ToList();
        if (sectors.Count + groups.Count + indicators.Count == 0 && taxonomy.LargePercent.Equals(shipped.LargePercent))
            return;
        text.Append("taxonomy:\n");
        if (!taxonomy.LargePercent.Equals(shipped.LargePercent))
            text.Append(CultureInfo.InvariantCulture, $"  large_percent: {taxonomy.LargePercent:R}\n");
        Terms("sectors", sectors);
        Terms("groups", groups);
        if (indicators.Count > 0)
            text.Append("  indicators:\n");
        foreach (var term in indicators)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - {{id: {Quote(term.Id)}, name: {Quote(term.Name)}, meaning: {Quote(term.Meaning)}, sign: {term.Sign}");
            if (term.SectorSigns.Count > 0)
                text.Append(", sector_signs: {").AppendJoin(", ", term.SectorSigns.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Quote(pair.Key)}: {pair.Value}"))).Append('}');
            text.Append("}\n");
        }

        void Terms(string part, List<Term> terms)
        {
            if (terms.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"  {part}:\n");
            foreach (var term in terms)
                text.Append(CultureInfo.InvariantCulture, $"    - {{id: {Quote(term.Id)}, name: {Quote(term.Name)}, meaning: {Quote(term.Meaning)}}}\n");
        }
    }

    private static bool Same(IndicatorTerm left, IndicatorTerm right) =>
        (left.Id, left.Name, left.Meaning, left.Sign) == (right.Id, right.Name, right.Meaning, right.Sign)
        && left.SectorSigns.Count == right.SectorSigns.Count
        && left.SectorSigns.All(pair => right.SectorSigns.TryGetValue(pair.Key, out var sign) && sign == pair.Value);

    // a double-quoted YAML scalar with JSON's escapes, which YAML shares
    private static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        return text.Append('"').ToString();
    }
}
