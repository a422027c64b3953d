namespace Manometer.Statistics;

/// <summary>The Bayes factor of an effect against none, computed twice.</summary>
/// <param name="SavageDickey">ln of prior over posterior density of the mean effect at 0 (and, with several interventions, of every departure at 0), from the fit with effects.</param>
/// <param name="Evidences">ln evidence with effects less ln evidence without.</param>
public readonly record struct BayesFactorRoutes(double SavageDickey, double Evidences)
{
    /// <summary>Whether the two agree to 0.5; where they do not, no Bayes factor may be given.</summary>
    public bool Agree => Math.Abs(SavageDickey - Evidences) <= 0.5;

    /// <summary>The mean of the two; null where they disagree.</summary>
    public double? LogBayesFactor => Agree ? 0.5 * (SavageDickey + Evidences) : null;
}
