using Manometer.Model;

namespace Manometer.Cases;

/// <summary>The words of a taxonomy, ready to be looked up.</summary>
internal sealed class TaxonomyWords
{
    private readonly Dictionary<string, HashSet<string>> _parts;

    public TaxonomyWords(Taxonomy taxonomy)
    {
        Taxonomy = taxonomy;
        _parts = new(StringComparer.Ordinal)
        {
            ["sectors"] = new(taxonomy.Sectors.Select(term => term.Id), StringComparer.Ordinal),
            ["groups"] = new(taxonomy.Groups.Select(term => term.Id), StringComparer.Ordinal),
            ["indicators"] = new(taxonomy.Indicators.Select(term => term.Id), StringComparer.Ordinal),
        };
    }

    /// <summary>The words that come with the program.</summary>
    public static TaxonomyWords Shipped { get; } = new(TaxonomyFile.Shipped);

    public Taxonomy Taxonomy { get; }

    public IReadOnlyCollection<string> Of(string part) => _parts[part];

    /// <summary>The word itself, as one string for all rows; null when it is none of the part's.</summary>
    public string? Find(string part, ReadOnlySpan<char> word) =>
        _parts[part].GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var known) ? known : null;
}
