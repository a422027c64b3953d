namespace Manometer.Statistics;

/// <summary>Learns from labels alone how sources err and what the items are, by expectation and maximization.</summary>
/// <remarks>
/// Dawid and Skene (1979), "Maximum likelihood estimation of observer error-rates using the EM algorithm": each source has a matrix of what it says given what is, labels are independent given the truth. Rounds begin at the shares of
/// votes. With a prior the matrices are posterior means under Dirichlet rows whose diagonal has the source's prior accuracy. Sources that copy each other break the independence; weights below 1 mend part of that.
/// Deterministic: sums run in order of items, then of labels. Cost of a round: labels times classes.
/// </remarks>
public static class DawidSkene
{
    /// <summary>Fits the model.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="options">Prior and end; null for plain maximum likelihood.</param>
    /// <param name="cancellation">Ends the rounds early with an exception.</param>
    /// <exception cref="ArgumentException">A prior accuracy is missing or not between 0 and 1, or another option is out of range.</exception>
    public static LabelModel Fit(LabelSet labels, DawidSkeneOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        options ??= new DawidSkeneOptions();
        Check(labels, options);
        var classes = labels.Classes;
        var posterior = labels.VoteShares();
        var next = new double[posterior.Length];
        var shares = new double[classes];
        var confusion = new double[labels.Sources * classes * classes];
        var logs = new double[confusion.Length];
        var rounds = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            Maximize(labels, options, posterior, shares, confusion);
            var likelihood = Expect(labels, shares, confusion, logs, next);
            var moved = 0.0;
            for (var i = 0; i < next.Length; i++)
                moved = Math.Max(moved, Math.Abs(next[i] - posterior[i]));
            (posterior, next) = (next, posterior);
            rounds++;
            if (moved <= options.Tolerance || rounds >= options.MostRounds)
                return new LabelModel(labels, shares, confusion, posterior, likelihood, rounds, moved <= options.Tolerance);
        }
    }

    private static void Maximize(LabelSet labels, DawidSkeneOptions options, double[] posterior, double[] shares, double[] confusion)
    {
        var classes = labels.Classes;
        Array.Fill(shares, options.ClassStrength);
        Array.Clear(confusion);
        for (var item = 0; item < labels.Items; item++)
        {
            var truth = posterior.AsSpan(item * classes, classes);
            for (var c = 0; c < classes; c++)
                shares[c] += truth[c];
            foreach (ref readonly var label in labels.Labels.AsSpan(labels.Starts[item], labels.Starts[item + 1] - labels.Starts[item]))
            {
                var counts = confusion.AsSpan((label.Source * classes + label.Class) * classes, classes);
                for (var c = 0; c < classes; c++)
                    counts[c] += label.Weight * truth[c];
            }
        }

        var total = labels.Items + options.ClassStrength * classes;
        for (var c = 0; c < classes; c++)
            shares[c] /= total;
        for (var source = 0; source < labels.Sources; source++)
            NormalizeRows(confusion.AsSpan(source * classes * classes, classes * classes), classes, options.PriorAccuracy?[source], options.PriorStrength);
    }

    /// <summary>Makes each true class's counts sum to 1. Less than a billionth of an item is no ground for a rate: it is left as it is, near 0, where the rounds take it anyway.</summary>
    private static void NormalizeRows(Span<double> counts, int classes, double? accuracy, double strength)
    {
        for (var truth = 0; truth < classes; truth++)
        {
            var total = 0.0;
            for (var said = 0; said < classes; said++)
            {
                ref var count = ref counts[said * classes + truth];
                if (accuracy is { } right)
                    count += strength * (said == truth ? right : (1 - right) / (classes - 1));
                total += count;
            }

            for (var said = 0; said < classes; said++)
                counts[said * classes + truth] /= Math.Max(total, 1e-9);
        }
    }

    private static double Expect(LabelSet labels, double[] shares, double[] confusion, double[] logs, double[] posterior)
    {
        var classes = labels.Classes;
        for (var i = 0; i < confusion.Length; i++)
            logs[i] = confusion[i] > 0 ? Elementary.Log(confusion[i]) : double.NegativeInfinity;
        Span<double> prior = classes <= 64 ? stackalloc double[classes] : new double[classes];
        for (var c = 0; c < classes; c++)
            prior[c] = shares[c] > 0 ? Elementary.Log(shares[c]) : double.NegativeInfinity;
        var likelihood = 0.0;
        for (var item = 0; item < labels.Items; item++)
        {
            var truth = posterior.AsSpan(item * classes, classes);
            prior.CopyTo(truth);
            foreach (ref readonly var label in labels.Labels.AsSpan(labels.Starts[item], labels.Starts[item + 1] - labels.Starts[item]))
            {
                var says = logs.AsSpan((label.Source * classes + label.Class) * classes, classes);
                for (var c = 0; c < classes; c++)
                    truth[c] += label.Weight * says[c];
            }

            likelihood += LabelMath.Normalize(truth);
        }

        return likelihood;
    }

    private static void Check(LabelSet labels, DawidSkeneOptions options)
    {
        if (options.PriorAccuracy is { } accuracy && (accuracy.Count != labels.Sources || accuracy.Any(right => !(right is > 0 and < 1))))
            throw new ArgumentException($"a prior accuracy between 0 and 1 is wanted for each of {labels.Sources} sources", nameof(options));
        if (!(options.PriorStrength > 0) || !(options.ClassStrength >= 0) || !(options.Tolerance > 0) || options.MostRounds < 1)
            throw new ArgumentException("strengths and tolerance must be above 0 and there must be a round", nameof(options));
    }
}
