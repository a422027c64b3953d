namespace Manometer.Statistics;

internal sealed partial class OrdinalState
{
    // nine-point Gauss-Hermite rule for the standard normal
    private static readonly (double[] Points, double[] Weights) Nine = GaussHermite.Rule(9);

    private readonly double[] reliabilityUp;
    private readonly double[] reliabilityDown;
    private bool reliabilityReady;

    /// <summary>Posterior Beta of a source's reliability: first and second shape.</summary>
    public (double A, double B) Reliability(int source) => (reliabilityUp[source], reliabilityDown[source]);

    /// <summary>The part of the evidence that belongs to the mixture: chances, their entropy and the sources' Beta terms.</summary>
    public double MixtureValue { get; private set; }

    public double LogEvidence => LogValue + MixtureValue;

    /// <summary>False when the mixture stopped at its largest number of rounds.</summary>
    public bool MixtureSettled { get; private set; } = true;

    private void StartMixture()
    {
        if (reliabilityReady)
            return;
        for (var k = 0; k < reliabilityUp.Length; k++)
        {
            var source = Layout.Data.Sources[k];
            reliabilityUp[k] = source.Reliability * source.Strength;
            reliabilityDown[k] = (1 - source.Reliability) * source.Strength;
        }
        for (var i = 0; i < Layout.Rows; i++)
            if (Layout.Source[i] is >= 0 and var k)
            {
                var odds = Layout.Data.Sources[k].Reliability / (1 - Layout.Data.Sources[k].Reliability) * Elementary.Exp(Layout.LogOdds[i]);
                Share[i] = odds / (1 + odds);
            }
        reliabilityReady = true;
    }

    /// <summary>Alternates chances of being informative, reliabilities and mode at fixed scales until the chances move by less than <paramref name="tolerance"/>.</summary>
    public void FitMixture(OrdinalWorkspace work, int rounds, double tolerance = 1e-6)
    {
        MixtureSettled = true;
        if (!Layout.Model.Mixture)
        {
            Fit(work);
            MixtureValue = 0;
            return;
        }
        StartMixture();
        Fit(work);
        var kept = new double[3][];
        for (var round = 1; ; round++)
        {
            ComputeVariances(work);
            var moved = UpdateShares();
            if (moved < tolerance)
                break;
            if (round >= rounds)
            {
                MixtureSettled = false;
                break;
            }
            kept[(round - 1) % 3] = LogitShares();
            if (round % 3 == 0)
                Extrapolate(kept);
            Fit(work, 1); // one Newton step a round: mode and chances settle together
        }
        Fit(work);
        MixtureValue = ComputeMixtureValue();
    }

    private double[] LogitShares()
    {
        var logits = new double[Layout.Rows];
        for (var i = 0; i < logits.Length; i++)
            if (Layout.Source[i] >= 0)
                logits[i] = Elementary.Log(Math.Max(Share[i], 1e-300) / Math.Max(1 - Share[i], 1e-16));
        return logits;
    }

    // Squared extrapolation (Varadhan and Roland 2008, SqS3) of three successive rounds; the reliabilities follow the chances.
    private void Extrapolate(double[][] kept)
    {
        double first = 0, change = 0;
        for (var i = 0; i < Layout.Rows; i++)
        {
            var r = kept[1][i] - kept[0][i];
            var v = kept[2][i] - kept[1][i] - r;
            first += r * r;
            change += v * v;
        }
        if (!(change > 0))
            return;
        var step = Math.Clamp(Math.Sqrt(first / change), 1, 10);
        for (var k = 0; k < reliabilityUp.Length; k++)
        {
            var source = Layout.Data.Sources[k];
            reliabilityUp[k] = source.Reliability * source.Strength;
            reliabilityDown[k] = (1 - source.Reliability) * source.Strength;
        }
        for (var i = 0; i < Layout.Rows; i++)
        {
            var k = Layout.Source[i];
            if (k < 0 || Mask[i] == 0)
                continue;
            var r = kept[1][i] - kept[0][i];
            var logit = kept[0][i] + 2 * step * r + step * step * (kept[2][i] - kept[1][i] - r);
            Share[i] = 1 / (1 + Elementary.Exp(-Math.Clamp(logit, -40, 40)));
            reliabilityUp[k] += Mask[i] * Share[i];
            reliabilityDown[k] += Mask[i] * (1 - Share[i]);
        }
    }

    // One round: chances from the predictive probability averaged over each predictor's distribution, then Beta posteriors; twice, since they feed each other cheaply.
    private double UpdateShares()
    {
        var odds = new double[reliabilityUp.Length];
        var old = new double[Layout.Rows];
        Array.Copy(Share, old, old.Length);
        var likelihood = work9 ??= new double[Layout.Rows];
        for (var i = 0; i < Layout.Rows; i++)
            if (Layout.Source[i] >= 0 && Mask[i] > 0)
                likelihood[i] = Elementary.Log(AveragedProbability(i)) - Layout.LogUninformed[i];
        for (var pass = 0; pass < 3; pass++)
        {
            for (var k = 0; k < odds.Length; k++)
                odds[k] = Digamma.Of(reliabilityUp[k]) - Digamma.Of(reliabilityDown[k]);
            for (var k = 0; k < odds.Length; k++)
            {
                var source = Layout.Data.Sources[k];
                reliabilityUp[k] = source.Reliability * source.Strength;
                reliabilityDown[k] = (1 - source.Reliability) * source.Strength;
            }
            for (var i = 0; i < Layout.Rows; i++)
            {
                var k = Layout.Source[i];
                if (k < 0 || Mask[i] == 0)
                    continue;
                var share = 1 / (1 + Elementary.Exp(-(odds[k] + Layout.LogOdds[i] + likelihood[i])));
                Share[i] = share;
                reliabilityUp[k] += Mask[i] * share;
                reliabilityDown[k] += Mask[i] * (1 - share);
            }
        }
        var moved = 0.0;
        for (var i = 0; i < Layout.Rows; i++)
            moved = Math.Max(moved, Math.Abs(Share[i] - old[i]));
        return moved;
    }

    private double[]? work9;

    // The nine points lie at 0 and in pairs: exp(sd x) serves both of a pair and both cuts.
    private double AveragedProbability(int i)
    {
        var sd = Math.Sqrt(EtaVariance[i]);
        double eta = Eta[i], high = Layout.HighCut[i], low = Layout.LowCut[i];
        if (Math.Abs(eta) + 5 * sd > 300)
        {
            var plain = 0.0;
            for (var g = 0; g < 9; g++)
                plain += Nine.Weights[g] * StepLikelihood.Probability(eta + sd * Nine.Points[g], high, low, Layout.Gap[i]);
            return Math.Max(plain, 1e-300);
        }
        var up = double.IsPositiveInfinity(high) ? 0 : Elementary.Exp(eta - high);
        var down = double.IsNegativeInfinity(low) ? 0 : Elementary.Exp(low - eta);
        var sum = Nine.Weights[4] / ((1 + up) * (1 + down));
        for (var g = 5; g < 9; g++)
        {
            var factor = Elementary.Exp(sd * Nine.Points[g]);
            var inverse = 1 / factor;
            sum += Nine.Weights[g] * (1 / ((1 + up * factor) * (1 + down * inverse)) + 1 / ((1 + up * inverse) * (1 + down * factor)));
        }
        return Math.Max(sum * Layout.Gap[i], 1e-300);
    }

    private double ComputeMixtureValue()
    {
        var sum = 0.0;
        for (var i = 0; i < Layout.Rows; i++)
        {
            var k = Layout.Source[i];
            if (k < 0 || Mask[i] == 0)
                continue;
            var share = Share[i];
            var mean = reliabilityUp[k] / (reliabilityUp[k] + reliabilityDown[k]);
            var odds = Layout.LogOdds[i];
            var value = (1 - share) * Layout.LogUninformed[i] + share * odds;
            if (odds != 0)
                value -= Elementary.Log(1 + mean * (Elementary.Exp(odds) - 1));
            if (share > 0)
                value -= share * Elementary.Log(share);
            if (share < 1)
                value -= (1 - share) * Elementary.Log(1 - share);
            sum += Mask[i] * value;
        }
        for (var k = 0; k < reliabilityUp.Length; k++)
        {
            var source = Layout.Data.Sources[k];
            sum += LogBeta(reliabilityUp[k], reliabilityDown[k]) - LogBeta(source.Reliability * source.Strength, (1 - source.Reliability) * source.Strength);
        }
        return sum;
    }

    private static double LogBeta(double a, double b) => LogGamma.Of(a) + LogGamma.Of(b) - LogGamma.Of(a + b);
}
