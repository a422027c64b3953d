using Manometer.Model;

namespace Manometer.Coding;

/// <summary>The words a claim of a model may use.</summary>
internal sealed class Vocabularies(Taxonomy taxonomy)
{
    private readonly HashSet<string> _sectors = [.. taxonomy.Sectors.Select(term => term.Id)];
    private readonly HashSet<string> _indicators = [.. taxonomy.Indicators.Select(term => term.Id)];
    private readonly HashSet<string> _groups = [.. taxonomy.Groups.Select(term => term.Id)];

    /// <summary>The first word of a claim that is none of the vocabulary, in a sentence; null when all are.</summary>
    public string? FaultOf(ModelClaim claim)
    {
        return Unless(_sectors.Contains(claim.Sector), "sector", claim.Sector)
            ?? Unless(_indicators.Contains(claim.Indicator), "indicator", claim.Indicator)
            ?? Unless(claim.Group is null || _groups.Contains(claim.Group), "group", claim.Group)
            ?? Unless(Word.TryParse<Direction>(claim.Direction, out _), "direction", claim.Direction)
            ?? Unless(Word.TryParse<ClaimMode>(claim.Mode, out _), "mode", claim.Mode)
            ?? Unless(Word.TryParse<Attribution>(claim.Attribution, out _), "attribution", claim.Attribution)
            ?? Unless(Word.TryParse<CauseGrade>(claim.Cause, out _), "cause", claim.Cause);

        static string? Unless(bool known, string field, string? word) => known ? null : $"'{PrintableText.Line(word!, 40)}' is no {field} of the vocabulary";
    }

    /// <summary>The value of a word that was looked at.</summary>
    public static T Parse<T>(string word)
        where T : struct, Enum => Word.TryParse<T>(word, out var value) ? value : throw new ArgumentException($"{word} is none of the words", nameof(word));
}
