namespace Manometer.Statistics;

public sealed partial class OrdinalFit
{
    /// <summary>The standard deviations of the model.</summary>
    public IReadOnlyList<ScaleEstimate> Scales
    {
        get
        {
            var layout = nodes[0].State.Layout;
            return [.. layout.Scales.Select((scale, i) =>
            {
                var mean = nodes.Sum(n => n.Weight * n.State.Log[i]);
                var square = nodes.Sum(n => n.Weight * (n.State.Log[i] - mean) * (n.State.Log[i] - mean));
                return new ScaleEstimate(scale.Name, Elementary.Exp(mean), scale.Free ? Math.Sqrt(square) : 0, new(Elementary.Exp(scale.LogMedian), scale.Spread));
            })];
        }
    }

    /// <summary>The points of the quadrature.</summary>
    public IReadOnlyList<OrdinalNodeSummary> Quadrature => [.. nodes.Select(n => new OrdinalNodeSummary(n.Weight, n.State.Layout.Kernel, [.. n.State.Log.Select(Elementary.Exp)]))];

    /// <summary>The lag kernels with prior and posterior weights; empty without effects.</summary>
    public IReadOnlyList<KernelEstimate> Kernels
    {
        get
        {
            if (nodes[0].State.Layout.MeanEffect < 0)
                return [];
            var total = Model.Kernels.Sum(k => k.Weight);
            return [.. nodes.GroupBy(n => n.State.Layout.Kernel).Select(group =>
            {
                var prior = Model.Kernels.Where(k => k.Kernel == group.Key).Sum(k => k.Weight) / total;
                var weight = group.Sum(n => n.Weight);
                return new KernelEstimate(group.Key, prior, weight, LogEvidence + Elementary.Log(weight) - Elementary.Log(prior));
            })];
        }
    }

    internal static (double Mean, double Sd) BorderMoments(OrdinalNode node, int j)
    {
        var state = node.State;
        return (state.Border[j] - state.ShiftBorder[j], Math.Sqrt(state.BorderCovariance(j, j)));
    }

    private EffectEstimate Effect(string name, Func<OrdinalNode, (double, double)> part, double priorSd)
    {
        var mixture = Mix(part);
        return new(name, OrdinalEstimate.Of(mixture), priorSd, 1 - mixture.Cdf(0));
    }

    /// <summary>The mean effect of the interventions; null when the model has none.</summary>
    public EffectEstimate? MeanEffect
    {
        get
        {
            var layout = nodes[0].State.Layout;
            return layout.MeanEffect < 0 ? null : Effect("mean effect", node => BorderMoments(node, layout.MeanEffect), Model.MeanEffectSd);
        }
    }

    /// <summary>The effect of each intervention, mean effect plus own departure; empty when the model has none.</summary>
    public IReadOnlyList<EffectEstimate> Effects
    {
        get
        {
            var layout = nodes[0].State.Layout;
            if (layout.MeanEffect < 0)
                return [];
            if (layout.FirstDeparture < 0)
                return [MeanEffect! with { Name = Data.Interventions[0].Name }];
            var priorSd = Math.Sqrt(Model.MeanEffectSd * Model.MeanEffectSd + Model.EffectSpread * Model.EffectSpread);
            return [.. Data.Interventions.Select((intervention, e) => Effect(intervention.Name, node =>
            {
                var (mean, common) = BorderMoments(node, layout.MeanEffect);
                var (departure, own) = BorderMoments(node, layout.FirstDeparture + e);
                var covariance = node.State.BorderCovariance(layout.MeanEffect, layout.FirstDeparture + e);
                return (mean + departure, Math.Sqrt(common * common + own * own + 2 * covariance));
            }, priorSd))];
        }
    }

    /// <summary>The effect of each shock of the model.</summary>
    public IReadOnlyList<EffectEstimate> Shocks =>
        [.. Model.Shocks.Select((shock, s) => Effect(shock.Name, node => BorderMoments(node, node.State.Layout.FirstShock + s), shock.Sd))];

    /// <summary>ln evidence of the model restricted to a mean effect above 0 (or below): the free evidence times P(effect above 0 | data) / 0.5.</summary>
    /// <remarks>The encompassing identity (Klugkist, Laudy and Hoijtink 2005).</remarks>
    /// <param name="above">True for above 0.</param>
    /// <exception cref="InvalidOperationException">The model has no effects.</exception>
    public double LogEvidenceOfSign(bool above)
    {
        var effect = MeanEffect ?? throw new InvalidOperationException("the model has no effects");
        var probability = above ? effect.Positive : Mix(node => BorderMoments(node, node.State.Layout.MeanEffect)).Cdf(0);
        return LogEvidence + Elementary.Log(Math.Max(probability, 1e-300)) - Elementary.Log(0.5);
    }

    /// <summary>ln Bayes factor of effects against none by the Savage-Dickey ratio: prior over posterior density of all effects at 0, the posterior a mixture over scales and kernels.</summary>
    /// <remarks>Dickey (1971). With several interventions the density is that of the vector of effects, so that it answers the same question as the difference of evidences.</remarks>
    /// <exception cref="InvalidOperationException">The model has no effects.</exception>
    public double SavageDickey
    {
        get
        {
            var first = nodes[0].State.Layout;
            if (first.MeanEffect < 0)
                throw new InvalidOperationException("the model has no effects");
            var count = first.FirstDeparture < 0 ? 1 : Data.Interventions.Count;
            var prior = new double[count * count];
            for (var i = 0; i < count; i++)
                for (var j = 0; j < count; j++)
                    prior[i * count + j] = Model.MeanEffectSd * Model.MeanEffectSd + (i == j && first.FirstDeparture >= 0 ? Model.EffectSpread * Model.EffectSpread : 0);
            var logs = nodes.Select(node => Elementary.Log(Math.Max(node.Weight, 1e-300)) + LogDensityAtZero(node, count)).ToArray();
            var top = logs.Max();
            return LogNormalDensity(prior, new double[count]) - top - Elementary.Log(logs.Sum(v => Elementary.Exp(v - top)));
        }
    }

    private static double LogDensityAtZero(OrdinalNode node, int count)
    {
        var layout = node.State.Layout;
        var mean = new double[count];
        var covariance = new double[count * count];
        int[] Parts(int e) => layout.FirstDeparture < 0 ? [layout.MeanEffect] : [layout.MeanEffect, layout.FirstDeparture + e];
        for (var i = 0; i < count; i++)
        {
            mean[i] = Parts(i).Sum(p => BorderMoments(node, p).Mean);
            for (var j = 0; j < count; j++)
                covariance[i * count + j] = Parts(i).Sum(p => Parts(j).Sum(q => node.State.BorderCovariance(p, q)));
        }
        return LogNormalDensity(covariance, mean);
    }

    private static double LogNormalDensity(double[] covariance, double[] deviation)
    {
        var n = deviation.Length;
        var upper = (double[])covariance.Clone();
        if (!Dense.Cholesky(upper, n))
            throw new OrdinalException(OrdinalFault.Numerical, "the covariance of the effects is not positive");
        var z = (double[])deviation.Clone();
        Dense.ForwardSolve(upper, n, z, 1);
        return -0.5 * Dense.Dot(z, z) - Dense.LogDiagonal(upper, n) - n * 0.91893853320467274178;
    }

    /// <summary>The lean of a source in a month, logits; above 0 it reports more than the state warrants. Constant unless the lean moves.</summary>
    /// <param name="source">Index of the source.</param>
    /// <param name="month">Month, 0-based.</param>
    public OrdinalEstimate Lean(int source, int month = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(source);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(source, Data.Sources.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(month);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(month, Data.Months);
        var layout = nodes[0].State.Layout;
        if (layout.LeanBorder[source] >= 0)
            return OrdinalEstimate.Of(Mix(node => BorderMoments(node, layout.LeanBorder[source])));
        if (layout.DriftOf[source] < 0)
            return default; // the model has no leans
        return OrdinalEstimate.Of(Mix(node =>
        {
            var state = node.State;
            state.Factor.SelectInverse();
            var d = layout.Dim;
            var r = d - layout.Tail + layout.DriftOf[source] - (layout.Raw - layout.Tail);
            return (state.State[month * d + r] - state.ShiftState[month * d + r], Math.Sqrt(state.Factor.InverseDiagonal[month * d * d + r * d + r]));
        }));
    }

    /// <summary>Reliability of each source: prior mean and posterior. With the mixture off, prior and posterior are the same.</summary>
    public IReadOnlyList<ReliabilityEstimate> Reliabilities
    {
        get
        {
            var list = new List<ReliabilityEstimate>();
            for (var k = 0; k < Data.Sources.Count; k++)
            {
                var source = Data.Sources[k];
                double mean = 0, square = 0;
                foreach (var node in nodes)
                {
                    var (m, sd) = Model.Mixture ? node.State.Reliability(k) : (source.Reliability, Math.Sqrt(source.Reliability * (1 - source.Reliability) / (source.Strength + 1)));
                    mean += node.Weight * m;
                    square += node.Weight * (m * m + sd * sd);
                }
                list.Add(new(k, ReportsWith(r => r.Source == k), mean, Math.Sqrt(Math.Max(0, square - mean * mean)), source.Reliability));
            }
            return list;
        }
    }

    private double MaskOf(int report) => nodes[0].State.Mask[nodes[0].State.Layout.RowOfReport[report]];

    private int ReportsWith(Func<OrdinalReport, bool> rule)
    {
        var count = 0;
        for (var i = 0; i < Data.Reports.Count; i++)
            if (MaskOf(i) > 0 && rule(Data.Reports[i]))
                count++;
        return count;
    }

    /// <summary>Chance that a report is informative, 0 .. 1: low where it fits neither the state nor its source's other reports.</summary>
    /// <param name="report">Index of the report.</param>
    public double Informative(int report) => nodes.Sum(n => n.Weight * n.State.Share[n.State.Layout.RowOfReport[report]]);

    /// <summary>Effects of the events that were named; the largest in absolute value first.</summary>
    public IReadOnlyList<EventEstimate> Events
    {
        get
        {
            var layout = nodes[0].State.Layout;
            var locals = Enumerable.Range(0, layout.Locals).Where(l => layout.LocalEventId[l] >= 0).ToArray();
            var moments = new (double Mean, double Variance)[nodes.Length][];
            for (var n = 0; n < nodes.Length; n++)
            {
                var work = new OrdinalWorkspace(nodes[n].State.Layout);
                moments[n] = [.. locals.Select(l => nodes[n].State.LocalMoments(work, l))];
            }
            var counts = new Dictionary<int, int>();
            for (var i = 0; i < Data.Reports.Count; i++)
                if (MaskOf(i) > 0)
                    counts[Data.Reports[i].Event] = counts.GetValueOrDefault(Data.Reports[i].Event) + 1;
            return [.. locals.Select((l, j) =>
            {
                var mean = nodes.Select((n, i) => n.Weight * moments[i][j].Mean).Sum();
                var square = nodes.Select((n, i) => n.Weight * (moments[i][j].Variance + Square(moments[i][j].Mean - mean))).Sum();
                return new EventEstimate(layout.LocalEventId[l], mean, Math.Sqrt(square), counts.GetValueOrDefault(layout.LocalEventId[l]));
            }).OrderByDescending(e => Math.Abs(e.Mean)).ThenBy(e => e.Event)];
        }
    }

    private static double Square(double x) => x * x;
}
