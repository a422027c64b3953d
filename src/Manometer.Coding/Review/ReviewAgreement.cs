using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Coding;

/// <summary>How far reviewers of the same proposals agree.</summary>
/// <param name="What">What they had to agree on: <c>verdict</c>, or a column of the rows both accepted.</param>
/// <param name="Units">Proposals at least two of them decided on; of a column, accepted.</param>
/// <param name="Same">Share of these on which all said the same, 0..1; NaN without units.</param>
/// <param name="Alpha">Krippendorff's alpha, nominal: 1 full agreement, 0 what chance gives. Null when there is nothing chance could have got wrong.</param>
public sealed record ReviewAgreement(string What, int Units, double Same, double? Alpha)
{
    private static readonly string[] Columns = ["sector", "group", "indicator", "direction", "when", "place", "attribution", "grade", "polarity"];

    /// <summary>Agreement on the verdict and on each column.</summary>
    /// <param name="decisions">All decisions; those taken back are left out.</param>
    public static IReadOnlyList<ReviewAgreement> Of(IEnumerable<ReviewDecision> decisions)
    {
        var units = ReviewDecision.Standing(decisions).GroupBy(one => one.Key, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => unit.ToList()).Where(unit => unit.Count > 1).ToList();
        var accepted = units.Select(unit => unit.FindAll(one => one.Verdict == ReviewVerdict.Accept)).Where(unit => unit.Count > 1).ToList();
        return
        [
            On("verdict", units, one => Word.Of(one.Verdict)),
            .. Columns.Select(column => On(column, accepted, one => one.Row.FirstOrDefault(cell => cell.Key == column).Value ?? "")),
        ];
    }

    private static ReviewAgreement On(string what, List<List<ReviewDecision>> units, Func<ReviewDecision, string> said)
    {
        var words = units.SelectMany(unit => unit.Select(said)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var values = units.Select(unit => (IReadOnlyList<double>)[.. unit.Select(one => (double)words.BinarySearch(said(one), StringComparer.Ordinal))]).ToList();
        var same = values.Count == 0 ? double.NaN : (double)values.Count(unit => unit.Distinct().Count() == 1) / values.Count;
        return new ReviewAgreement(what, values.Count, same, KrippendorffAlpha.Of(values));
    }
}
