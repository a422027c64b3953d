using System.Globalization;

namespace Manometer.Statistics;

/// <summary>Truth from labels, with probabilities that can be believed: errors of sources on one item are taken to go together, and all of them may be led astray.</summary>
/// <remarks>
/// The posteriors of <see cref="DawidSkene"/> multiply the evidence of every source as if none leaned on another and no item were harder than others; on real labels they are far too sure. Here an item with n votes counts as n / (1 + (n - 1) r) of them,
/// the design effect of a survey in clusters (Kish 1965) with correlation r, and the class shares keep a part e of the whole: p = (1 - e) q + e s. The order of classes stays that of the model, so no accuracy is given away.
/// r and e cannot be learned without truths: two halves of the sources agree just as well when both are misled. The defaults, .3 and .1, lie within what three public sets with known truths ask for.
/// </remarks>
public sealed class CalibratedTruth
{
    /// <summary>Known truths from which on correlation and astray are chosen by them.</summary>
    public const int LeastKnown = 30;

    private static readonly double[] Correlations = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1];
    private static readonly double[] Shares = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5];
    private readonly double[] _posterior;
    private SourceRecord[]? _records;

    private CalibratedTruth(LabelModel model, double correlation, double astray, bool chosen, double[] posterior)
    {
        (Model, Correlation, Astray, ChosenByTruths, _posterior) = (model, correlation, astray, chosen, posterior);
    }

    /// <summary>The model the evidence comes from; its own posteriors are too sure.</summary>
    public LabelModel Model { get; }

    /// <summary>How much two sources' errors on one item are taken to go together, 0 to 1.</summary>
    public double Correlation { get; }

    /// <summary>Chance that all labels of an item are taken to follow something else than the truth.</summary>
    public double Astray { get; }

    /// <summary>Were the two chosen by known truths?</summary>
    public bool ChosenByTruths { get; }

    /// <summary>Probability that the item is of the class.</summary>
    public double Probability(int item, int @class)
    {
        LabelMath.CheckNumber(item, Model.Labels.Items, nameof(item));
        LabelMath.CheckNumber(@class, Model.Labels.Classes, nameof(@class));
        return _posterior[item * Model.Labels.Classes + @class];
    }

    /// <summary>The likeliest class of the item by the model's evidence, the lower number of equals.</summary>
    public int Likeliest(int item) => Model.Likeliest(item);

    /// <summary>How a source's labels fare against what the others say of the same items: its own are left out, so it is not judged by itself.</summary>
    public SourceRecord Record(int source)
    {
        LabelMath.CheckNumber(source, Model.Labels.Sources, nameof(source));
        return (_records ??= Records())[source];
    }

    private SourceRecord[] Records()
    {
        var labels = Model.Labels;
        var classes = labels.Classes;
        var (shares, says) = (Logs([.. Model.ClassShares]), Logs(Model.Confusion));
        var truth = new double[classes];
        var records = new SourceRecord[labels.Sources];
        for (var item = 0; item < labels.Items; item++)
        {
            var own = labels.Labels.AsSpan(labels.Starts[item], labels.Starts[item + 1] - labels.Starts[item]);
            for (var i = 0; i < own.Length; i++)
            {
                var source = own[i].Source;
                if (HasSource(own[..i], source))
                    continue; // all its labels of the item were judged with the first
                var votes = 0.0;
                shares.CopyTo(truth, 0);
                foreach (ref readonly var label in own)
                    if (label.Source != source)
                    {
                        votes += label.Weight;
                        for (var c = 0; c < classes; c++)
                            truth[c] += label.Weight * says[(label.Source * classes + label.Class) * classes + c];
                    }

                if (votes == 0)
                    continue;
                Calm(truth, votes, Correlation, Astray, Model.ClassShares);
                foreach (ref readonly var label in own[i..])
                    if (label.Source == source)
                        records[source] = new SourceRecord(records[source].Judged + label.Weight, records[source].Right + label.Weight * truth[label.Class]);
            }
        }

        return records;
    }

    private static bool HasSource(ReadOnlySpan<Label> labels, int source)
    {
        foreach (ref readonly var label in labels)
            if (label.Source == source)
                return true;
        return false;
    }

    /// <summary>Fits the matrices and tempers what they say.</summary>
    /// <param name="labels">The labels; those of one item that rest on one origin with weights that sum to 1.</param>
    /// <param name="options">Priors and known truths; null for the defaults.</param>
    /// <param name="cancellation">Ends early with an exception.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a known truth is of no item or class.</exception>
    public static CalibratedTruth Fit(LabelSet labels, CalibratedTruthOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(labels);
        options ??= new CalibratedTruthOptions();
        Check(labels, options);
        var model = DawidSkene.Fit(
            labels,
            new DawidSkeneOptions { PriorAccuracy = options.PriorAccuracy ?? [.. Enumerable.Repeat(0.7, labels.Sources)], PriorStrength = options.PriorStrength, ClassStrength = 1, Tolerance = 1e-8, MostRounds = 2000 },
            cancellation);
        var evidence = Evidence(model);
        var (correlation, astray) = (options.Correlation, options.Astray);
        var chosen = options.Known is { } known && known.Count >= LeastKnown;
        if (chosen)
            (correlation, astray) = Chosen(model, evidence, options.Known!);
        return new CalibratedTruth(model, correlation, astray, chosen, Tempered(model, evidence, correlation, astray));
    }

    /// <summary>Logarithm of each item's posterior, up to a constant.</summary>
    private static double[] Evidence(LabelModel model)
    {
        var labels = model.Labels;
        var classes = labels.Classes;
        var (shares, says) = (Logs([.. model.ClassShares]), Logs(model.Confusion));
        var evidence = new double[labels.Items * classes];
        for (var item = 0; item < labels.Items; item++)
            for (var c = 0; c < classes; c++)
            {
                var sum = shares[c];
                foreach (ref readonly var label in labels.Labels.AsSpan(labels.Starts[item], labels.Starts[item + 1] - labels.Starts[item]))
                    sum += label.Weight * says[(label.Source * classes + label.Class) * classes + c];
                evidence[item * classes + c] = sum;
            }

        return evidence;
    }

    private static double[] Logs(ReadOnlySpan<double> shares)
    {
        var logs = new double[shares.Length];
        for (var i = 0; i < logs.Length; i++)
            logs[i] = Elementary.Log(shares[i]);
        return logs;
    }

    private static double[] Tempered(LabelModel model, double[] evidence, double correlation, double astray)
    {
        var posterior = new double[evidence.Length];
        for (var item = 0; item < model.Labels.Items; item++)
            Temper(model, evidence, item, correlation, astray, posterior.AsSpan(item * model.Labels.Classes, model.Labels.Classes));
        return posterior;
    }

    private static void Temper(LabelModel model, double[] evidence, int item, double correlation, double astray, Span<double> into)
    {
        var labels = model.Labels;
        var votes = 0.0;
        foreach (ref readonly var label in labels.Labels.AsSpan(labels.Starts[item], labels.Starts[item + 1] - labels.Starts[item]))
            votes += label.Weight;
        evidence.AsSpan(item * into.Length, into.Length).CopyTo(into);
        Calm(into, votes, correlation, astray, model.ClassShares);
    }

    /// <summary>Log posterior of some votes to probabilities.</summary>
    private static void Calm(Span<double> logs, double votes, double correlation, double astray, IReadOnlyList<double> shares)
    {
        var share = 1 / (1 + Math.Max(0, votes - 1) * correlation);
        for (var c = 0; c < logs.Length; c++)
            logs[c] *= share;
        LabelMath.Normalize(logs);
        for (var c = 0; c < logs.Length; c++)
            logs[c] = (1 - astray) * logs[c] + astray * shares[c];
    }

    /// <summary>The pair under which the known truths had the greatest probability.</summary>
    private static (double Correlation, double Astray) Chosen(LabelModel model, double[] evidence, IReadOnlyDictionary<int, int> known)
    {
        var ordered = known.OrderBy(pair => pair.Key).ToList();
        var own = new double[model.Labels.Classes];
        var best = (Score: double.NegativeInfinity, Correlation: 0.0, Astray: 0.0);
        foreach (var correlation in Correlations)
            foreach (var astray in Shares)
            {
                var score = 0.0;
                foreach (var (item, truth) in ordered)
                {
                    Temper(model, evidence, item, correlation, astray, own);
                    score += Elementary.Log(own[truth]);
                }

                if (score > best.Score)
                    best = (score, correlation, astray);
            }

        return (best.Correlation, best.Astray);
    }

    private static void Check(LabelSet labels, CalibratedTruthOptions options)
    {
        if (!(options.Correlation is >= 0 and <= 1) || !(options.Astray is >= 0 and < 1))
            throw new ArgumentException("correlation must be of 0 to 1, astray of 0 to below 1", nameof(options));
        foreach (var (item, truth) in options.Known ?? new Dictionary<int, int>())
            if ((uint)item >= (uint)labels.Items || (uint)truth >= (uint)labels.Classes)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"the known truth {truth} of item {item} is of no item or class"), nameof(options));
    }
}
