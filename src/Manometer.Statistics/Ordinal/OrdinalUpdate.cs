namespace Manometer.Statistics;

/// <summary>A fit with one more report taken in, without a refit.</summary>
/// <remarks>
/// At each point of quadrature the state keeps its Gaussian form and moves along the direction in which it covaries with the new predictor; the one-dimensional posterior of that predictor is
/// integrated with 15 Gauss-Hermite points (assumed-density filtering, Minka 2001), so the new mean and variance are exact for that form. Points are weighted by how well they foretold the report. The chance that the
/// report is uninformative is in the likelihood. Its event, if it is new, is integrated out; an event known to the fit is not looked up: give a report of a known event to a refit when its sharing matters.
/// </remarks>
public sealed class OrdinalUpdate
{
    private static readonly (double[] Points, double[] Weights) Rule = GaussHermite.Rule(15);
    private readonly OrdinalFit fit;
    private readonly double[] weights;
    private readonly double[][] gain;      // covariance of the unknowns with the predictor over its variance
    private readonly double[] move;        // change of the predictor's mean
    private readonly double[] shrink;      // old less new variance of the predictor

    internal OrdinalUpdate(OrdinalFit fit, OrdinalReport report)
    {
        this.fit = fit;
        Report = report;
        var nodes = fit.Nodes;
        weights = new double[nodes.Count];
        gain = new double[nodes.Count][];
        move = new double[nodes.Count];
        shrink = new double[nodes.Count];
        var logs = new double[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
            logs[i] = Absorb(i, nodes[i], report);
        var top = logs.Max();
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            sum += weights[i] = nodes[i].Weight * Elementary.Exp(logs[i] - top);
        for (var i = 0; i < weights.Length; i++)
            weights[i] /= sum;
        LogPredictive = top + Elementary.Log(sum);
    }

    /// <summary>The report.</summary>
    public OrdinalReport Report { get; }

    /// <summary>ln probability of the report given all before it.</summary>
    public double LogPredictive { get; }

    private double Absorb(int i, OrdinalNode node, OrdinalReport report)
    {
        var state = node.State;
        var layout = state.Layout;
        var work = new OrdinalWorkspace(layout, false);
        var row = new SparseRow();
        layout.AddState(row, report.Cell, report.Month, layout.Loading[report.Indicator]);
        if (report.Span > 0)
            layout.AddState(row, report.Cell, Math.Max(0, report.Month - report.Span), -layout.Loading[report.Indicator]);
        if (layout.LeanBorder[report.Source] >= 0)
            row.Add(layout.BorderIndex(layout.LeanBorder[report.Source]), 1);
        else if (layout.DriftOf[report.Source] >= 0)
            row.Add(report.Month * layout.Raw + layout.DriftOf[report.Source], 1);
        if (layout.IndicatorBorder[report.Indicator] >= 0)
            row.Add(layout.BorderIndex(layout.IndicatorBorder[report.Indicator]), 1);
        var raw = new double[layout.Months * layout.Raw + layout.Border];
        foreach (var (index, value) in row.Entries)
            raw[index] = value;
        state.Covary(work, raw);
        var centre = state.Centre(work);
        double mean = 0, variance = state.FreshVariance();
        foreach (var (index, value) in row.Entries)
        {
            mean += value * centre[index];
            variance += value * raw[index];
        }
        var spacing = layout.Spacing[report.Indicator];
        var high = report.High == 2 ? double.PositiveInfinity : spacing * layout.Model.Cuts[report.High + 2];
        var low = report.Low == -2 ? double.NegativeInfinity : spacing * layout.Model.Cuts[report.Low + 1];
        var gap = StepLikelihood.Gap(high, low);
        var reliable = 1.0;
        if (layout.Model.Mixture)
        {
            reliable = state.PriorShare(report.Source, report.Odds);
        }
        var blind = 0.0;
        for (var y = report.Low; y <= report.High; y++)
            blind += layout.Data.Uninformed[y + 2];
        double mass = 0, first = 0, second = 0, sd = Math.Sqrt(variance);
        for (var g = 0; g < Rule.Points.Length; g++)
        {
            var z = Rule.Points[g];
            var p = reliable * StepLikelihood.Probability(mean + sd * z, high, low, gap) + (1 - reliable) * blind;
            if (report.Weight != 1)
                p = Elementary.Exp(report.Weight * Elementary.Log(p));
            mass += Rule.Weights[g] * p;
            first += Rule.Weights[g] * p * z;
            second += Rule.Weights[g] * p * z * z;
        }
        first /= mass;
        second = second / mass - first * first;
        move[i] = sd * first;
        shrink[i] = variance * (1 - second);
        for (var j = 0; j < raw.Length; j++)
            raw[j] /= variance;
        gain[i] = raw;
        return Elementary.Log(mass);
    }

    /// <summary>The index of a line in every month, with the report in.</summary>
    /// <param name="line">The line.</param>
    public IReadOnlyList<IndexPoint> Index(OrdinalLine line) => Index([line])[0];

    /// <summary>The index of several lines in every month, with the report in.</summary>
    /// <param name="lines">The lines.</param>
    public IReadOnlyList<IReadOnlyList<IndexPoint>> Index(IReadOnlyList<OrdinalLine> lines) => fit.Index(lines, weights, Adjust);

    /// <summary>The mean effect with the report in; null when the model has none.</summary>
    public OrdinalEstimate? MeanEffect
    {
        get
        {
            var layout = fit.Nodes[0].State.Layout;
            if (layout.MeanEffect < 0)
                return null;
            var means = new double[weights.Length];
            var sds = new double[weights.Length];
            for (var i = 0; i < weights.Length; i++)
            {
                var (mean, sd) = OrdinalFit.BorderMoments(fit.Nodes[i], layout.MeanEffect);
                var g = gain[i][layout.BorderIndex(layout.MeanEffect)];
                means[i] = mean + g * move[i];
                sds[i] = Math.Sqrt(Math.Max(sd * sd - g * g * shrink[i], 1e-18));
            }
            return OrdinalEstimate.Of(new(weights, means, sds));
        }
    }

    // change of a contrast's mean and variance at a point of quadrature
    private (double Mean, double Variance) Adjust(int node, IReadOnlyList<KeyValuePair<int, double>> contrast, IReadOnlyList<KeyValuePair<int, double>> baseline)
    {
        var g = 0.0;
        foreach (var (index, value) in contrast)
            g += value * gain[node][index];
        foreach (var (index, value) in baseline)
            g -= value * gain[node][index];
        return (g * move[node], -g * g * shrink[node]);
    }
}
