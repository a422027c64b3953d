namespace Manometer.Benchmarks.Coding;

/// <summary>Fits a conditional logit (McFadden 1974) with ridge over sparse features of value 1: of several candidates one is right, and what tells it are its own features.</summary>
internal static class RankFit
{
    /// <param name="examples">The candidates of each example by their features, which is right, and the weight of the example.</param>
    /// <param name="ridge">Half of it times the square of a weight is added to the loss.</param>
    /// <param name="atLeast">A feature must stand in so many candidates.</param>
    public static List<(string Feature, double Weight)> Fit(IReadOnlyList<(IReadOnlyList<IReadOnlyList<string>> Candidates, int Right, double Weight)> examples, double ridge, int atLeast)
    {
        var index = new FeatureIndex(examples.SelectMany(one => one.Candidates), atLeast);
        var rows = examples.Select(one => (Candidates: one.Candidates.Select(index.Of).ToArray(), one.Right, one.Weight)).ToArray();
        var weights = Rprop.Least(index.Names.Count, (weights, gradient) =>
        {
            for (var i = 0; i < gradient.Length; i++)
                gradient[i] = ridge * weights[i];
            foreach (var (candidates, right, weight) in rows)
            {
                var p = Array.ConvertAll(candidates, features => features.Sum(feature => weights[feature]));
                var most = p.Max();
                var sum = 0.0;
                for (var c = 0; c < p.Length; c++)
                    sum += p[c] = Math.Exp(p[c] - most);
                for (var c = 0; c < p.Length; c++)
                    foreach (var feature in candidates[c])
                        gradient[feature] += weight * (p[c] / sum - (c == right ? 1 : 0));
            }
        });
        return [.. index.Names.Zip(weights).Where(one => Math.Abs(one.Second) >= SoftmaxFit.Least).Select(one => (one.First, Math.Round(one.Second, 2)))];
    }
}
