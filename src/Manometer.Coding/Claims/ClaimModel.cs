using System.Globalization;

namespace Manometer.Coding;

/// <summary>What was learned of claims, out of <c>model.csv</c>: which sectors a clause speaks of, which drafts hold, and which indicator, direction, group and tie to a cause they tell.</summary>
internal sealed class ClaimModel
{
    /// <summary>The decisions, by their names in the file.</summary>
    public const string Sector = "sector", Claim = "claim", Indicator = "indicator", Direction = "direction", Group = "group", Tie = "tie", Polarity = "polarity", Place = "place", Date = "date", Magnitude = "magnitude", Role = "role";

    /// <summary>The decisions made of a draft by choosing among classes, and whether it holds.</summary>
    public static readonly IReadOnlyList<string> OfDrafts = [Claim, Indicator, Direction, Group, Tie, Polarity];

    /// <summary>The feature every decision has.</summary>
    public const string Bias = "bias";

    /// <summary>The row that stretches the sum of weights of a claim into a log-odds, by cross-validation (Platt 1999); its neighbour shifts it.</summary>
    public const string Scale = "(scale)", Shift = "(shift)";

    private readonly Dictionary<string, LinearChoice> _choices = [];
    private readonly double _scale = 1, _shift;

    /// <summary>The model of the house.</summary>
    public ClaimModel()
        : this(LexiconFile.Rows("model.csv"))
    {
    }

    /// <param name="rows">Decision, class, feature, weight.</param>
    public ClaimModel(IReadOnlyList<string[]> rows)
    {
        var parsed = rows.Select(row => (Task: row[0], Class: row[1], Feature: row[2], Weight: double.Parse(row[3], CultureInfo.InvariantCulture))).ToList();
        foreach (var task in parsed.GroupBy(row => row.Task))
            _choices[task.Key] = new LinearChoice(task.Where(row => row.Feature is not (Scale or Shift)).Select(row => (row.Class, row.Feature, row.Weight)));
        foreach (var row in parsed)
            if (row.Feature == Scale)
                _scale = row.Weight;
            else if (row.Feature == Shift)
                _shift = row.Weight;
        Words = [.. parsed.Where(row => row.Feature.StartsWith("w=", StringComparison.Ordinal)).Select(row => row.Feature[2..].Split('&')[0]).Distinct().SelectMany(word => Stem.Forms(word).Prepend(word)).Distinct()];
    }

    /// <summary>Words the model looks at, beside those of the cues.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Does the model know a decision?</summary>
    public bool Knows(string task) => _choices.ContainsKey(task);

    /// <summary>Sum of the weights of features in a decision that is told by one sum; 0 when the model does not know it.</summary>
    public double Weight(string task, FeatureBag bag) => _choices.TryGetValue(task, out var choice) ? choice.Sum(bag) : 0;

    /// <summary>Probability that a draft is an observation of its sector, 0..1.</summary>
    /// <param name="sum">Sum of the weights of its features.</param>
    public double Probability(double sum) => 1 / (1 + Math.Exp(-(_scale * sum + _shift)));

    /// <summary>The two sectors a clause most likely speaks of; null when the model knows none.</summary>
    public ((string Class, double Probability) First, (string Class, double Probability) Second)? Sectors(FeatureBag bag) => _choices.TryGetValue(Sector, out var choice) ? choice.Two(bag) : null;

    /// <summary>The likeliest class; null when the model knows nothing of the decision.</summary>
    /// <param name="task">The decision.</param>
    /// <param name="bag">Its features.</param>
    /// <param name="ruled">What the rules say; null when they say nothing.</param>
    /// <param name="lead">Log-odds by which another must be likelier than that.</param>
    public string? Choose(string task, FeatureBag bag, string? ruled = null, double lead = 0) => _choices.TryGetValue(task, out var choice) ? choice.Likeliest(bag, ruled, lead) : null;
}
