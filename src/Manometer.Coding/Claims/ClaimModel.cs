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

    private readonly Dictionary<string, LinearChoice> _choices;
    private readonly double _scale = 1, _shift;

    /// <param name="rows">What was learned, row by row.</param>
    public ClaimModel(IEnumerable<ModelRow> rows)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var choices = new Dictionary<string, LinearChoice.Builder>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var feature = row.Feature.Span;
            if (feature.SequenceEqual(Scale))
            {
                _scale = row.Weight;
                continue;
            }

            if (feature.SequenceEqual(Shift))
            {
                _shift = row.Weight;
                continue;
            }

            if (!choices.TryGetValue(row.Decision, out var choice))
                choices[row.Decision] = choice = new LinearChoice.Builder();
            choice.Add(row.Class, feature, row.Weight);
            if (feature.StartsWith("w=", StringComparison.Ordinal))
            {
                var word = feature[2..];
                var and = word.IndexOf('&');
                words.GetAlternateLookup<ReadOnlySpan<char>>().Add(and < 0 ? word : word[..and]);
            }
        }

        _choices = choices.ToDictionary(one => one.Key, one => one.Value.Build(), StringComparer.Ordinal);
        Words = [.. words.SelectMany(word => Stem.Forms(word).Prepend(word)).Distinct()];
    }

    /// <summary>The model of the house, as it was fitted.</summary>
    public static ClaimModel Fitted()
    {
        using var reader = LexiconFile.Open("model.csv");
        return new ClaimModel(ModelRow.Read(reader));
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
