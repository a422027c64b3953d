namespace Manometer.Benchmarks.Coding;

/// <summary>Fits a multinomial logistic regression with ridge over sparse features of value 1.</summary>
internal static class SoftmaxFit
{
    /// <summary>Smaller weights are left out of the file.</summary>
    public const double Least = 0.06;

    /// <param name="examples">Features and class of each example, with its weight.</param>
    /// <param name="classes">The classes; of two, the first alone has weights.</param>
    /// <param name="ridge">Half of it times the square of a weight is added to the loss; the bias bears none.</param>
    /// <param name="atLeast">A feature must stand in so many examples.</param>
    public static List<(string Class, string Feature, double Weight)> Fit(IReadOnlyList<(IReadOnlyList<string> Features, string Class, double Weight)> examples, IReadOnlyList<string> classes, double ridge, int atLeast)
    {
        var index = new FeatureIndex(examples.Select(one => one.Features), atLeast);
        var rows = examples.Select(one => (Features: index.Of(one.Features), Class: classes.ToList().IndexOf(one.Class), one.Weight)).ToArray();
        var told = classes.Count == 2 ? 1 : classes.Count;
        var bias = index.Names.IndexOf(Manometer.Coding.ClaimModel.Bias);
        var weights = Rprop.Least(index.Names.Count * told, (weights, gradient) =>
        {
            for (var i = 0; i < gradient.Length; i++)
                gradient[i] = i / told == bias ? 0 : ridge * weights[i];
            var p = new double[classes.Count];
            foreach (var (features, truth, weight) in rows)
                AddSlopes(weights, gradient, p, told, features, truth, weight);
        });
        var kept = new List<(string Class, string Feature, double Weight)>();
        for (var i = 0; i < weights.Length; i++)
            if (Math.Abs(weights[i]) >= Least)
                kept.Add((classes[i % told], index.Names[i / told], Math.Round(weights[i], 2)));
        return kept;
    }

    private static void AddSlopes(double[] weights, double[] gradient, double[] p, int told, int[] features, int truth, double weight)
    {
        Array.Clear(p);
        foreach (var feature in features)
            for (var c = 0; c < told; c++)
                p[c] += weights[feature * told + c];
        var most = p.Max();
        var sum = 0.0;
        for (var c = 0; c < p.Length; c++)
            sum += p[c] = Math.Exp(p[c] - most);
        for (var c = 0; c < told; c++)
        {
            var slope = weight * (p[c] / sum - (c == truth ? 1 : 0));
            foreach (var feature in features)
                gradient[feature * told + c] += slope;
        }
    }
}
