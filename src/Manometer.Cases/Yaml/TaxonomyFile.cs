using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Reads the taxonomy that comes with the program, and a case's additions to it.</summary>
public static class TaxonomyFile
{
    /// <summary>The taxonomy that comes with the program: the embedded file <c>taxonomy.yaml</c>.</summary>
    public static Taxonomy Shipped { get; } = ReadShipped();

    /// <summary>The taxonomy with a case's own words. A word of the same identifier replaces the shipped one.</summary>
    internal static Taxonomy Extend(Taxonomy shipped, YamlReader yaml)
    {
        yaml.Knows("sectors", "groups", "indicators", "large_percent");
        var sectors = Merge(shipped.Sectors, Terms(yaml, "sectors"), term => term.Id);
        return shipped with
        {
            Sectors = sectors,
            Groups = Merge(shipped.Groups, Terms(yaml, "groups"), term => term.Id),
            Indicators = Merge(shipped.Indicators, Indicators(yaml, [.. sectors.Select(term => term.Id)]), term => term.Id),
            LargePercent = yaml.Number("large_percent", 0, 1000) ?? shipped.LargePercent,
        };
    }

    private static Taxonomy ReadShipped()
    {
        using var stream = typeof(TaxonomyFile).Assembly.GetManifestResourceStream("taxonomy.yaml")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var source = SourceText.Decode("taxonomy.yaml", bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        var faults = new FaultList("");
        var taxonomy = Extend(new Taxonomy { Sectors = [], Groups = [], Indicators = [] }, new YamlReader(source, faults, (YamlNode.Map)YamlTree.Parse(source, faults)!));
        return faults.Count == 0 ? taxonomy : throw new InvalidOperationException("the shipped taxonomy has faults: " + faults.InOrder()[0]);
    }

    private static List<Term> Terms(YamlReader yaml, string part)
    {
        var terms = new List<Term>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in yaml.Maps(part))
        {
            one.Knows("id", "name", "meaning");
            if (Id(one, seen) is { } id)
                terms.Add(new Term(id, one.Text("name") ?? id, one.Text("meaning") ?? ""));
        }

        return terms;
    }

    private static List<IndicatorTerm> Indicators(YamlReader yaml, IReadOnlyCollection<string> sectors)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var terms = new List<IndicatorTerm>();
        foreach (var one in yaml.Maps("indicators"))
        {
            one.Knows("id", "name", "meaning", "sign", "sector_signs");
            if (Id(one, seen) is not { } id)
                continue;
            var signs = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (sector, text) in one.Pairs("sector_signs"))
                if (!sectors.Contains(sector))
                    one.Wrong("sector_signs", "one of the sectors" + (Nearest.To(sector, sectors) is { } near ? $"; did you mean '{near}'?" : ""), sector);
                else if (Sign(text) is { } sign)
                    signs[sector] = sign;
                else
                    one.Wrong("sector_signs", "1, 0 or -1", text);
            terms.Add(new IndicatorTerm(id, one.Text("name") ?? id, one.Text("meaning") ?? "", (int)(one.Number("sign", -1, 1) ?? 0), signs));
        }

        return terms;
    }

    // an identifier stands in cells of tables, in lists and in addresses on the page; 'all' is taken
    private static string? Id(YamlReader term, HashSet<string> seen)
    {
        if (term.Text("id", required: true) is not { } id)
            return null;
        if (!RowReader.IsId(id) || id == "all")
            term.Wrong("id", "letters, digits, dots, hyphens, underscores; not 'all'", id);
        else if (seen.Add(id))
            return id;
        else
            term.Wrong("id", "each identifier once", id);
        return null;
    }

    private static int? Sign(string text) => text switch { "1" or "+1" => 1, "0" => 0, "-1" => -1, _ => null };

    private static List<T> Merge<T>(IReadOnlyList<T> shipped, List<T> own, Func<T, string> id)
    {
        var replaced = own.Select(id).ToHashSet(StringComparer.Ordinal);
        return [.. shipped.Where(term => !replaced.Contains(id(term))), .. own];
    }
}
