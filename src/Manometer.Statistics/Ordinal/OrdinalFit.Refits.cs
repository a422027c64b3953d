namespace Manometer.Statistics;

public sealed partial class OrdinalFit
{
    /// <summary>What <see cref="Without"/> would say of the evidence and of the sign of the mean effect, without the work that the rest of a fit takes.</summary>
    /// <param name="reports">Indexes of the reports to leave out.</param>
    /// <exception cref="OrdinalException">Nothing is left, or an index is out of range.</exception>
    public (double LogEvidence, double? Positive) EvidenceWithout(IReadOnlyCollection<int> reports)
    {
        var fit = Refit(MaskWithout(reports), true, HasEffects);
        return (fit.LogEvidence, HasEffects ? fit.MeanEffect!.Positive : null);
    }

    /// <summary>The exact refit without some reports, started from this fit: the same points of quadrature, weighted anew; the scales are sought again when a weight moves by more than 0.2.</summary>
    /// <param name="reports">Indexes of the reports to leave out.</param>
    /// <exception cref="OrdinalException">Nothing is left, or an index is out of range.</exception>
    public OrdinalFit Without(IReadOnlyCollection<int> reports) => Refit(MaskWithout(reports), true);

    private bool HasEffects => nodes[0].State.Layout.MeanEffect >= 0;

    private double[] MaskWithout(IReadOnlyCollection<int> reports)
    {
        var layout = nodes[0].State.Layout;
        var mask = (double[])nodes[0].State.Mask.Clone();
        foreach (var report in reports)
        {
            if (report < 0 || report >= Data.Reports.Count)
                throw new OrdinalException(OrdinalFault.Range, $"there is no report {report}");
            mask[layout.RowOfReport[report]] = 0;
        }
        return mask;
    }

    /// <summary>The fit as it would have stood at the end of a month: only reports published by then. Series and counts count up to that month.</summary>
    /// <param name="month">Month, 0-based.</param>
    /// <exception cref="OrdinalException">Nothing was published by then.</exception>
    public OrdinalFit AsOf(int month) => Refit(MaskAsOf(month), true);

    private double[] MaskAsOf(int month)
    {
        var layout = nodes[0].State.Layout;
        var mask = (double[])layout.Weight.Clone();
        for (var i = 0; i < layout.Rows; i++)
        {
            var report = layout.Report[i];
            if (report >= 0 ? Data.Reports[report].Published > month : layout.ComponentMonthOfRow(i) > month)
                mask[i] = 0;
        }
        return mask;
    }

    // Not finished, a fit without the mixture has its evidence and its modes, and nothing that needs variances.
    private OrdinalFit Refit(double[] mask, bool seek, bool finish = true)
    {
        finish |= Model.Mixture;
        if (Array.TrueForAll(mask, w => w == 0))
            throw new OrdinalException(OrdinalFault.NoReports, "no report is left: nothing can be said of the state");
        var refitted = new OrdinalNode[nodes.Length];
        void Evaluate(int index, Dictionary<OrdinalLayout, OrdinalWorkspace> works)
        {
            var old = nodes[index];
            if (!works.TryGetValue(old.State.Layout, out var work))
                works[old.State.Layout] = work = new(old.State.Layout);
            var state = old.State.Copy();
            state.Mask = mask;
            state.FitMixture(work, options.MixtureRounds, 2e-7);
            if (finish)
                state.Finish(work);
            refitted[index] = new(state, old.LogCoefficient);
        }
        NodeLanes.Run(nodes.Length, options.Threads, new Dictionary<OrdinalLayout, OrdinalWorkspace>(), () => [], Evaluate);
        var fit = new OrdinalFit(Data, Model, options, refitted, []);
        var moved = nodes.Zip(refitted, (a, b) => Math.Abs(a.Weight - b.Weight)).Max();
        if (seek && moved > 0.2)
            return Fit(Data, Model, options, mask, refitted.MaxBy(n => n.Weight)!.State);
        if (finish)
            fit.warnings.AddRange(OrdinalNotices.Of(fit, mask));
        return fit;
    }

    /// <summary>Evidence by date of publication: at the end of each month from <paramref name="first"/> to <paramref name="last"/>, the evidence of what was published by then.</summary>
    /// <remarks>Each point is an exact refit started from the one after it. Points of quadrature are kept for six months, then sought again; the last month's are those of this fit when all is published by then. The predictive terms add up to the last evidence.</remarks>
    /// <param name="first">First month, 0-based.</param>
    /// <param name="last">Last month, at least the first; the months there are at most.</param>
    /// <param name="refresh">Months for which points of quadrature are kept, at least 1.</param>
    /// <param name="effects">Whether the points tell the mean effect too; without, they cost about half.</param>
    public IReadOnlyList<CurvePoint> Curve(int first, int last, int refresh = 6, bool effects = true)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(last, Data.Months);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(refresh);
        var points = new List<CurvePoint>();
        var fit = this;
        for (var month = last; month >= first; month--)
        {
            var mask = MaskAsOf(month);
            if (Array.TrueForAll(mask, w => w == 0))
                break;
            if (!mask.AsSpan().SequenceEqual(fit.nodes[0].State.Mask))
            {
                fit = fit.Refit(mask, false, effects && HasEffects);
                if ((last - month) % refresh == refresh - 1)
                    fit = Fit(Data, Model, options, mask, fit.nodes.MaxBy(n => n.Weight)!.State);
            }
            var effect = effects ? fit.MeanEffect : null;
            points.Add(new(month, fit.ReportsWith(_ => true), fit.LogEvidence, 0, effect?.Posterior) { Positive = effect?.Positive });
        }
        points.Reverse();
        for (var i = 0; i < points.Count; i++)
            points[i] = points[i] with { LogPredictive = points[i].LogEvidence - (i == 0 ? 0 : points[i - 1].LogEvidence) };
        return points;
    }

    /// <summary>The Bayes factor of effects against none by two routes; this fit must have effects.</summary>
    /// <param name="none">The fit of the same data with <see cref="OrdinalModel.Effects"/> off and otherwise the same model.</param>
    /// <exception cref="ArgumentException">The other fit has effects, or is of other data.</exception>
    public BayesFactorRoutes BayesFactor(OrdinalFit none)
    {
        if (none.Model.Effects && none.Data.Interventions.Count > 0)
            throw new ArgumentException("the other fit has effects too", nameof(none));
        if (!ReferenceEquals(none.Data, Data))
            throw new ArgumentException("the two fits are of different data", nameof(none));
        return new(SavageDickey, LogEvidence - none.LogEvidence);
    }
}
