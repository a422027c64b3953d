using Manometer.Model;

namespace Manometer.Coding;

/// <summary>The words the rows of a case may use.</summary>
/// <param name="Taxonomy">Sectors, groups and indicators.</param>
/// <param name="Places">Identifiers of its places.</param>
/// <param name="Measures">Identifiers of its measures.</param>
public sealed record ReviewWords(Taxonomy Taxonomy, IReadOnlySet<string> Places, IReadOnlySet<string> Measures)
{
    /// <summary>The words of a case.</summary>
    public static ReviewWords Of(Case @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return new ReviewWords(@case.Taxonomy, @case.Places.Select(place => place.Id).ToHashSet(StringComparer.Ordinal), @case.Measures.Select(measure => measure.Id).ToHashSet(StringComparer.Ordinal));
    }
}
