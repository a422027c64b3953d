namespace Manometer.Statistics;

/// <summary>One setting of the scales and kernel with its fitted state and share of the posterior.</summary>
internal sealed class OrdinalNode(OrdinalState state, double logCoefficient)
{
    public OrdinalState State { get; } = state;

    /// <summary>Logarithm of what the evidence is multiplied by: quadrature, priors of scales and kernel.</summary>
    public double LogCoefficient { get; } = logCoefficient;

    public double LogMass => State.LogEvidence + LogCoefficient;

    public double Weight { get; set; }
}
