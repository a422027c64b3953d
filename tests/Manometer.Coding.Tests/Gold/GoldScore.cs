namespace Manometer.Coding.Tests;

/// <summary>How well a reader finds and codes the observations of the gold set.</summary>
/// <remarks>
/// A proposal is right when a gold observation of its sector shares text with it; those that share most text go together first, each once. Of the right ones each field is asked for:
/// dates are compared without the mark of approximation, places as <see cref="GoldProposal.PlaceNames"/> without case, numbers within one percent with their role and whether they are percent. What the gold leaves empty must be left empty.
/// </remarks>
internal sealed class GoldScore(TextWriter? misses = null)
{
    public static IReadOnlyList<string> Fields { get; } = ["date", "place", "group", "indicator", "direction", "magnitude", "attribution", "grade", "polarity"];

    private readonly Dictionary<string, int> _rightOf = Fields.ToDictionary(field => field, _ => 0);
    private readonly List<(double Probability, bool Right)> _told = [];

    public int Gold { get; private set; }

    public int Proposed { get; private set; }

    public int Right { get; private set; }

    /// <summary>Right ones whose chain of sourcing is told as the gold tells it; apart from the fields, because outlets are no part of the gold.</summary>
    public int RightSourcing { get; private set; }

    public double? Precision => Proposed == 0 ? null : (double)Right / Proposed;

    public double? Recall => Gold == 0 ? null : (double)Right / Gold;

    /// <summary>2 right / (gold + proposed); null when there is nothing to find and nothing proposed.</summary>
    public double? F1 => Gold + Proposed == 0 ? null : 2.0 * Right / (Gold + Proposed);

    /// <summary>Share of the fields of the right proposals that are as in the gold.</summary>
    public double? FieldAccuracy => Right == 0 ? null : (double)_rightOf.Values.Sum() / (Right * Fields.Count);

    /// <summary>Expected calibration error over ten bands of equal width (Naeini, Cooper and Hauskrecht 2015).</summary>
    public double? CalibrationError => _told.Count == 0 ? null :
        _told.GroupBy(one => Math.Min(9, (int)(10 * one.Probability))).Sum(band => Math.Abs(band.Average(one => one.Probability) - band.Average(one => one.Right ? 1.0 : 0.0)) * band.Count()) / _told.Count;

    public double? Accuracy(string field) => Right == 0 ? null : (double)_rightOf[field] / Right;

    public void Add(IReadOnlyList<GoldRow> gold, IReadOnlyList<GoldProposal> proposals)
    {
        Gold += gold.Count;
        Proposed += proposals.Count;
        var pairs = GoldPairs.Of(gold.Count, proposals.Count, (i, j) => gold[i].Sector == proposals[j].Row.Sector ? gold[i].Overlap(proposals[j].Row.Start, proposals[j].Row.End) : 0);
        Right += pairs.Count;
        for (var j = 0; j < proposals.Count; j++)
        {
            var right = pairs.Exists(pair => pair.Second == j);
            _told.Add((proposals[j].Probability, right));
            if (!right)
                misses?.WriteLine($"wrong   {proposals[j].Row}");
        }

        for (var i = 0; i < gold.Count; i++)
            if (!pairs.Exists(pair => pair.First == i))
                misses?.WriteLine($"missed  {gold[i]}");
        foreach (var (i, j) in pairs)
        {
            foreach (var field in Fields)
                if (Same(field, gold[i], proposals[j]))
                    _rightOf[field]++;
                else
                    misses?.WriteLine($"{field}: gold {gold[i]}; read {proposals[j].Row}");
            if (gold[i].Sourcing.SequenceEqual(proposals[j].Row.Sourcing, StringComparer.OrdinalIgnoreCase))
                RightSourcing++;
        }
    }

    private static bool Same(string field, GoldRow gold, GoldProposal proposal) => field switch
    {
        "date" => GoldRow.Plain(gold.Date) == GoldRow.Plain(proposal.Row.Date),
        "place" => gold.Place is null ? proposal.Row.Place is null : proposal.PlaceNames.Contains(gold.Place, StringComparer.OrdinalIgnoreCase),
        "group" => gold.Group == proposal.Row.Group,
        "indicator" => gold.Indicator == proposal.Row.Indicator,
        "direction" => gold.Direction == proposal.Row.Direction,
        "magnitude" => Same(gold.Magnitude, proposal.Row.Magnitude),
        "attribution" => gold.Attribution == proposal.Row.Attribution,
        "grade" => gold.Grade == proposal.Row.Grade,
        "polarity" => gold.Polarity == proposal.Row.Polarity,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "no such field"),
    };

    private static bool Same(GoldMagnitude? gold, GoldMagnitude? proposed) =>
        gold is null || proposed is null
            ? gold is null && proposed is null
            : gold.Role == proposed.Role && gold.Counts(proposed.Value, proposed.Unit);
}
