namespace Manometer.Statistics;

/// <summary>A lag kernel of the grid with prior and posterior weight and its own evidence.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Prior">Prior weight, 0 .. 1.</param>
/// <param name="Posterior">Posterior weight, 0 .. 1.</param>
/// <param name="LogEvidence">ln of the evidence under this kernel alone.</param>
public readonly record struct KernelEstimate(LagKernel Kernel, double Prior, double Posterior, double LogEvidence);
