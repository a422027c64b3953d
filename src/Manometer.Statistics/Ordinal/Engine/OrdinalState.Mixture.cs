namespace Manometer.Statistics;

internal sealed partial class OrdinalState
{
    // how the unknowns follow the reliabilities near some earlier mode; null where that is not known
    private MixtureFollower? follower;

    // logit of each source's reliability, and the curvature of its profile
    private readonly double[] reliability;
    private readonly double[] reliabilityCurvature;

    /// <summary>A source's reliability: posterior mode on the logit scale, and sd.</summary>
    public (double Mean, double Sd) Reliability(int source)
    {
        var mean = 1 / (1 + Elementary.Exp(-reliability[source]));
        return (mean, mean * (1 - mean) / Math.Sqrt(reliabilityCurvature[source]));
    }

    /// <summary>Chance that a report of a source is informative before it is read.</summary>
    public double PriorShare(int source, double odds) => 1 / (1 + Elementary.Exp(-reliability[source]) / odds);

    /// <summary>The sources' part of the evidence: their Beta priors on the logit scale, with Laplace's approximation of the integral over them.</summary>
    public double MixtureValue { get; private set; }

    public double LogEvidence => LogValue + MixtureValue;

    /// <summary>False when the reliabilities still moved after the largest number of rounds.</summary>
    public bool MixtureSettled { get; private set; } = true;

    private void StartMixture()
    {
        for (var k = 0; k < reliability.Length; k++)
        {
            var mean = Layout.Data.Sources[k].Reliability;
            reliability[k] = Elementary.Log(mean / (1 - mean));
            reliabilityCurvature[k] = Layout.Data.Sources[k].Strength * mean * (1 - mean);
        }
    }

    private void SetPriorShares()
    {
        for (var i = 0; i < Layout.Rows; i++)
            if (Layout.Source[i] is >= 0 and var k)
                priorShare[i] = 1 / (1 + Elementary.Exp(-(reliability[k] + Layout.LogOdds[i])));
    }

    /// <summary>Mode of the unknowns and of the reliabilities at fixed scales, a Newton step of both at a time, until the reliabilities move by less than <paramref name="tolerance"/> on the logit scale.</summary>
    public void FitMixture(OrdinalWorkspace work, int rounds, double tolerance = 1e-6)
    {
        MixtureSettled = true;
        if (!Layout.Model.Mixture)
        {
            Fit(work);
            return;
        }
        var faster = new AndersonSteps(reliability.Length);
        for (var round = 1; ; round++)
        {
            var (moved, decrement) = JointStep(work, faster);
            if (moved < tolerance && decrement < 1e-6)
                break;
            if (round >= rounds)
            {
                MixtureSettled = false;
                break;
            }
        }
        Fit(work);
        MoveReliabilities(null, work);
        MixtureValue = 0;
        for (var k = 0; k < reliability.Length; k++)
        {
            var source = Layout.Data.Sources[k];
            double a = source.Reliability * source.Strength, b = source.Strength - a, e = Elementary.Exp(-reliability[k]);
            MixtureValue += -a * Elementary.Log(1 + e) - b * Elementary.Log(1 + 1 / e) - LogBeta(a, b) + 0.91893853320467274178 - 0.5 * Elementary.Log(reliabilityCurvature[k]);
        }
    }

    /// <summary>Notes how the unknowns follow the reliabilities here, for this state and its copies: with that they find their modes in fewer rounds.</summary>
    public void Follow(OrdinalWorkspace work)
    {
        if (!Layout.Model.Mixture)
            return;
        var (sources, curvature, _, moves) = CrossMoves(work, true);
        follower = new(sources, curvature, moves);
    }

    // One Newton step of each source's logit at the present chances: slope a - (a+b) r + sum (chance - prior chance), curvature by Louis (1982).
    private double MoveReliabilities(AndersonSteps? faster, OrdinalWorkspace work)
    {
        Span<double> slope = new double[reliability.Length];
        Span<double> missing = new double[reliability.Length];
        Span<double> complete = new double[reliability.Length];
        for (var k = 0; k < slope.Length; k++)
        {
            var source = Layout.Data.Sources[k];
            var r = 1 / (1 + Elementary.Exp(-reliability[k]));
            slope[k] = source.Strength * (source.Reliability - r);
            complete[k] = source.Strength * r * (1 - r);
        }
        for (var i = 0; i < Layout.Rows; i++)
        {
            var k = Layout.Source[i];
            if (k < 0 || Mask[i] == 0)
                continue;
            double prior = priorShare[i], share = Share[i];
            slope[k] += Mask[i] * (share - prior);
            if (faster is not null)
                slope[k] += doubtCross[i] * (work.RowMove[i] + LocalSum(i, work.LocalMove)); // the unknowns are about to move
            complete[k] += Mask[i] * prior * (1 - prior);
            missing[k] += Mask[i] * share * (1 - share);
        }
        var moved = 0.0;
        for (var k = 0; k < slope.Length; k++)
        {
            reliabilityCurvature[k] = Math.Max(complete[k] - missing[k], 0.2 * complete[k]);
            slope[k] = Math.Clamp(slope[k] / reliabilityCurvature[k], -1, 1);
            moved = Math.Max(moved, Math.Abs(slope[k]));
        }
        if (faster is null)
            return moved;
        if (follower?.Correct(slope, reliabilityCurvature) == true)
        {
            moved = 0;
            foreach (var change in slope)
                moved = Math.Max(moved, Math.Abs(change));
        }
        faster.Move(reliability, slope);
        return moved;
    }

    private static double LogBeta(double a, double b) => LogGamma.Of(a) + LogGamma.Of(b) - LogGamma.Of(a + b);
}
