namespace Manometer.Benchmarks.Coding;

/// <summary>Fits a multinomial logistic regression with ridge over sparse features of value 1, by Rprop (Riedmiller and Braun 1993) over all examples at once: the same examples, the same weights.</summary>
internal static class SoftmaxFit
{
    private const int Rounds = 200;
    private const double Least = 0.04; // smaller weights are left out of the file

    /// <param name="examples">Features and class of each example, with its weight.</param>
    /// <param name="classes">The classes; of two, the first alone has weights.</param>
    /// <param name="ridge">Half of it times the square of a weight is added to the loss; the bias bears none.</param>
    /// <param name="atLeast">A feature must stand in so many examples.</param>
    public static List<(string Class, string Feature, double Weight)> Fit(IReadOnlyList<(IReadOnlyList<string> Features, string Class, double Weight)> examples, IReadOnlyList<string> classes, double ridge, int atLeast)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var example in examples)
            foreach (var feature in example.Features)
                counts[feature] = counts.GetValueOrDefault(feature) + 1;
        var names = counts.Where(one => one.Value >= atLeast).Select(one => one.Key).Order(StringComparer.Ordinal).ToList();
        var index = names.Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);
        var rows = examples.Select(one => (Features: one.Features.Where(index.ContainsKey).Select(feature => index[feature]).ToArray(), Class: classes.ToList().IndexOf(one.Class), one.Weight)).ToArray();
        var told = classes.Count == 2 ? 1 : classes.Count;
        var bias = index[Manometer.Coding.ClaimModel.Bias];
        int size = names.Count * told;
        double[] weights = new double[size], gradient = new double[size], before = new double[size], step = new double[size];
        Array.Fill(step, 0.05);
        var p = new double[classes.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < size; i++)
                gradient[i] = i / told == bias ? 0 : ridge * weights[i];
            foreach (var (features, truth, weight) in rows)
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

            for (var i = 0; i < size; i++)
            {
                var turn = gradient[i] * before[i];
                step[i] = turn > 0 ? Math.Min(0.5, 1.2 * step[i]) : turn < 0 ? Math.Max(1e-6, 0.5 * step[i]) : step[i];
                weights[i] -= Math.Sign(gradient[i]) * step[i];
                before[i] = turn < 0 ? 0 : gradient[i];
            }
        }

        var kept = new List<(string Class, string Feature, double Weight)>();
        for (var i = 0; i < size; i++)
            if (Math.Abs(weights[i]) >= Least)
                kept.Add((classes[i % told], names[i / told], Math.Round(weights[i], 2)));
        return kept;
    }
}
