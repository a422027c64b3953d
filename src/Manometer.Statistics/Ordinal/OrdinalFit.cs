namespace Manometer.Statistics;

/// <summary>An ordinal latent Gaussian state-space model fitted to reports: the state of cells through time with honest bands, the effects of interventions, and how good the sources are.</summary>
/// <remarks>
/// Nested Laplace approximation (Rue, Martino and Chopin 2009): for fixed scales the unknowns are approximated about their mode, with the first-order correction of the mean; scales and lag kernels are
/// summed by quadrature. The reliability mixture is a variational outer loop. Deterministic: no chance, and the same bits on any number of threads. Cost of one setting of the scales, T months of d
/// values and a border of B: about 7/3 T d^3 + 2 T d^2 B operations a Newton step plus the reports. See docs/methods/pressure.md.
/// </remarks>
public sealed partial class OrdinalFit
{
    private readonly OrdinalNode[] nodes;
    private readonly OrdinalOptions options;
    private readonly List<OrdinalWarning> warnings;

    private OrdinalFit(OrdinalData data, OrdinalModel model, OrdinalOptions options, OrdinalNode[] nodes, IEnumerable<OrdinalWarning> notices)
    {
        Data = data;
        Model = model;
        this.options = options;
        this.nodes = nodes;
        LogEvidence = Normalise(nodes);
        warnings = [.. notices];
    }

    /// <summary>The data that were fitted.</summary>
    public OrdinalData Data { get; }

    /// <summary>The model.</summary>
    public OrdinalModel Model { get; }

    /// <summary>ln of the probability of all reports and values under the model, scales and kernels integrated out. With the mixture on, a lower bound.</summary>
    public double LogEvidence { get; }

    /// <summary>What limits the answers.</summary>
    public IReadOnlyList<OrdinalWarning> Warnings => warnings;

    /// <summary>Fits the model.</summary>
    /// <param name="data">Observations.</param>
    /// <param name="model">Model; null for the full model with its default priors.</param>
    /// <param name="options">How to compute; null for the defaults.</param>
    /// <exception cref="OrdinalException">The input cannot be used, or there is nothing to fit.</exception>
    public static OrdinalFit Of(OrdinalData data, OrdinalModel? model = null, OrdinalOptions? options = null)
    {
        model ??= new();
        options ??= new();
        if (options.Threads < 1 || options.MixtureRounds < 1)
            throw new OrdinalException(OrdinalFault.Model, "threads and rounds are at least 1");
        OrdinalCheck.Check(data, model);
        return Fit(data, model, options, null, null);
    }

    /// <summary>The fit of other data with the model of this one, started from it: the data differ in when interventions begin, and in nothing else.</summary>
    internal OrdinalFit WithInterventions(IReadOnlyList<OrdinalIntervention> interventions)
    {
        var data = Data with { Interventions = interventions };
        OrdinalCheck.Check(data, Model);
        return Fit(data, Model, options with { Threads = 1 }, null, interventions.Count == Data.Interventions.Count ? nodes[0].State : null);
    }

    private static OrdinalFit Fit(OrdinalData data, OrdinalModel model, OrdinalOptions options, double[]? mask, OrdinalState? from)
    {
        var total = model.Kernels.Sum(k => k.Weight);
        var kernels = model.Effects && data.Interventions.Count > 0 ? model.Kernels.Where(k => k.Weight > 0).ToArray() : [new(model.Kernels[0].Kernel, total)];
        List<OrdinalNode> found = [];
        List<OrdinalWarning> notices = [];
        OrdinalState? mode = null;
        foreach (var kernel in kernels)
        {
            var layout = new OrdinalLayout(data, model, kernel.Kernel);
            OrdinalSize.Check(layout);
            var work = new OrdinalWorkspace(layout);
            var search = new ScaleSearch(layout, work);
            var state = BestMode(layout, search, options, mask, mode ?? from);
            if (mode is null)
            {
                notices.AddRange(layout.Warnings);
                foreach (var i in search.Free)
                    if (state.Log[i] <= OrdinalScale.Smallest + 0.01 || state.Log[i] >= OrdinalScale.Largest - 0.01)
                        notices.Add(new(OrdinalWarningKind.ScaleAtEdge, $"the scale of {layout.Scales[i].Name} lies at the end of its range"));
            }
            mode = state;
            found.AddRange(Integrate(layout, work, search, state, options, Elementary.Log(kernel.Weight / total)));
        }
        if (found.Exists(n => !n.State.MixtureSettled))
            notices.Add(new(OrdinalWarningKind.MixtureNotSettled, $"the chances of being informative still moved after {options.MixtureRounds} rounds"));
        var fit = new OrdinalFit(data, model, options, [.. found], notices);
        fit.warnings.InsertRange(0, OrdinalNotices.Of(fit, mask));
        return fit;
    }

    private static OrdinalState BestMode(OrdinalLayout layout, ScaleSearch search, OrdinalOptions options, double[]? mask, OrdinalState? from)
    {
        OrdinalState Start()
        {
            var state = new OrdinalState(layout);
            if (mask is not null)
                state.Mask = mask;
            return state;
        }
        var best = Start();
        if (from is not null)
        {
            best.TakeFrom(from);
            layout.TakeLoadings(from.Layout);
        }
        search.FindMode(best, options.MixtureRounds);
        var starts = options.Starts.Select(s => s.Select(Elementary.Log).ToArray()).ToList();
        foreach (var i in search.Free)
        {
            if (best.Log[i] > OrdinalScale.Smallest + 0.01 && best.Log[i] < OrdinalScale.Largest - 0.01)
                continue;
            var inward = (double[])best.Log.Clone();
            inward[i] += best.Log[i] < 0 ? 1 : -1;
            starts.Add(inward);
        }
        foreach (var start in starts)
        {
            if (start.Length != best.Log.Length || !start.All(double.IsFinite))
                throw new OrdinalException(OrdinalFault.Model, $"a start names {best.Log.Length} scales, each above 0");
            var other = best.Copy();
            foreach (var i in search.Free)
                other.Log[i] = Math.Clamp(start[i], OrdinalScale.Smallest, OrdinalScale.Largest);
            search.FindMode(other, options.MixtureRounds);
            if (other.LogEvidence + search.LogPrior(other.Log) > best.LogEvidence + search.LogPrior(best.Log) + 1e-6)
                best = other;
        }
        return best;
    }

    private static List<OrdinalNode> Integrate(OrdinalLayout layout, OrdinalWorkspace work, ScaleSearch search, OrdinalState mode, OrdinalOptions options, double logKernel)
    {
        var free = search.Free;
        var kind = options.Quadrature;
        if (kind == OrdinalQuadrature.Automatic)
            kind = layout.Months * layout.Dim > 4000 ? OrdinalQuadrature.Star : free.Length <= 2 ? OrdinalQuadrature.GaussHermite : OrdinalQuadrature.Composite;
        var centre = (double[])mode.Log.Clone();
        var (axes, volume) = search.Curvature(mode);
        var points = ScaleDesign.Make(kind, free.Length);
        for (var pass = 0; ; pass++)
        {
            var found = Evaluate(layout, work, search, mode, options, points, centre, axes, volume + logKernel);
            if (pass == 1 || kind is OrdinalQuadrature.Mode or OrdinalQuadrature.GaussHermite || free.Length == 0 || !Recentre(found, points, free, centre, axes, ref volume))
                return found;
        }
    }

    private static List<OrdinalNode> Evaluate(OrdinalLayout layout, OrdinalWorkspace work, ScaleSearch search, OrdinalState mode, OrdinalOptions options, List<(double[] Z, double LogCoefficient)> points, double[] centre, double[,] axes, double logVolume)
    {
        var free = search.Free;
        var found = new OrdinalNode[points.Count];
        void Piece(int index, OrdinalState state, OrdinalWorkspace own)
        {
            for (var a = 0; a < free.Length; a++)
            {
                var shift = 0.0;
                for (var b = 0; b < free.Length; b++)
                    shift += axes[a, b] * points[index].Z[b];
                state.Log[free[a]] = Math.Clamp(centre[free[a]] + shift, OrdinalScale.Smallest - 1, OrdinalScale.Largest + 1);
            }
            state.FitMixture(own, options.MixtureRounds, 1e-4);
            state.Finish(own);
            found[index] = new(state, points[index].LogCoefficient + logVolume + search.LogPrior(state.Log));
        }
        mode.Follow(work);
        // the points on the axes first; from them it is foretold where the modes of the others are
        int[] near = [.. Enumerable.Range(0, points.Count).Where(i => points[i].Z.Count(z => z != 0) <= 1)];
        int[] far = [.. Enumerable.Range(0, points.Count).Except(near)];
        NodeLanes.Run(near.Length, options.Threads, work, () => new OrdinalWorkspace(layout), (i, own) => Piece(near[i], mode.Copy(), own));
        var path = far.Length > 0 ? new NodePath(mode, free.Length, [.. near.Select(i => (points[i].Z, found[i].State))]) : null;
        NodeLanes.Run(far.Length, options.Threads, work, () => new OrdinalWorkspace(layout), (i, own) => Piece(far[i], path!.At(points[far[i]].Z), own));
        return [.. found];
    }

    // A design laid about the mode by the curvature there misses where the posterior of the scales is skewed or has long tails. Along each axis the two axial points tell the spread on either side
    // (sd s with drop r^2/(2 s^2), as Martins and others 2013, section 3.2); the design is laid anew with the mean and sd of that two-piece normal.
    private static bool Recentre(List<OrdinalNode> found, List<(double[] Z, double LogCoefficient)> points, int[] free, double[] centre, double[,] axes, ref double volume)
    {
        var n = free.Length;
        var top = found[0].LogMass - points[0].LogCoefficient;
        var shift = new double[n];
        var factor = new double[n];
        var far = false;
        for (var a = 0; a < n; a++)
        {
            double low = 1, high = 1;
            for (var i = 1; i < points.Count; i++)
            {
                var z = points[i].Z;
                if (z[a] == 0 || z.Count(v => v != 0) != 1)
                    continue;
                var drop = top - (found[i].LogMass - points[i].LogCoefficient);
                var sd = Math.Abs(z[a]) / Math.Sqrt(2 * Math.Max(drop, 0.1));
                if (z[a] < 0)
                    low = Math.Clamp(sd, 0.5, 2);
                else
                    high = Math.Clamp(sd, 0.5, 2);
            }
            shift[a] = 0.7978845608028654 * (high - low);
            factor[a] = Math.Sqrt(0.3633802276324186 * (high - low) * (high - low) + high * low);
            far |= Math.Abs(shift[a]) > 0.25 || factor[a] is < 0.85 or > 1.15;
        }
        if (!far)
            return false;
        for (var a = 0; a < n; a++)
        {
            volume += Elementary.Log(factor[a]);
            for (var i = 0; i < n; i++)
            {
                centre[free[i]] += axes[i, a] * shift[a];
                axes[i, a] *= factor[a];
            }
        }
        return true;
    }

    // Weights of nodes; returns the logarithm of the summed mass.
    private static double Normalise(OrdinalNode[] nodes)
    {
        var top = nodes.Max(n => n.LogMass);
        var sum = 0.0;
        foreach (var node in nodes)
            sum += node.Weight = Elementary.Exp(node.LogMass - top);
        foreach (var node in nodes)
            node.Weight /= sum;
        return top + Elementary.Log(sum);
    }

    internal IReadOnlyList<OrdinalNode> Nodes => nodes;

    private NodeMixture Mix(Func<OrdinalNode, (double Mean, double Sd)> part)
    {
        var weights = new double[nodes.Length];
        var means = new double[nodes.Length];
        var sds = new double[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            weights[i] = nodes[i].Weight;
            (means[i], sds[i]) = part(nodes[i]);
        }
        return new(weights, means, sds);
    }
}
