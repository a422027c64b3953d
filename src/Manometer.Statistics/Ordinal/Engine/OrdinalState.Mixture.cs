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
        for (var round = 1; ; round++)
        {
            ComputeVariances(work);
            var moved = UpdateShares();
            Fit(work);
            if (moved < tolerance)
                break;
            if (round >= rounds)
            {
                MixtureSettled = false;
                break;
            }
        }
        MixtureValue = ComputeMixtureValue();
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

    private double AveragedProbability(int i)
    {
        var sd = Math.Sqrt(EtaVariance[i]);
        var sum = 0.0;
        for (var g = 0; g < Nine.Points.Length; g++)
            sum += Nine.Weights[g] * StepLikelihood.Probability(Eta[i] + sd * Nine.Points[g], Layout.HighCut[i], Layout.LowCut[i], Layout.Gap[i]);
        return sum > 1e-300 ? sum : 1e-300;
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
