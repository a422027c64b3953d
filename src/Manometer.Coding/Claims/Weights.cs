using System.Globalization;

namespace Manometer.Coding;

/// <summary>Weights of what the rules see of a claim, out of <c>weights.csv</c>: the log-odds that an analyst accepts it is their sum. Of claims that only a language model proposed; the coder's own are weighed by <see cref="ClaimModel"/>.</summary>
internal sealed class Weights
{
    private readonly Dictionary<string, double> _weights = [];

    public Weights()
    {
        foreach (var row in LexiconFile.Rows("weights.csv"))
            _weights.Add(row[0], double.Parse(row[1], CultureInfo.InvariantCulture));
    }

    /// <summary>The probability of a proposal with these features, 0..1.</summary>
    public double Probability(IReadOnlyList<string> features)
    {
        var sum = _weights["bias"];
        foreach (var feature in features)
            sum += _weights[feature];
        return 1 / (1 + Math.Exp(-sum));
    }
}
