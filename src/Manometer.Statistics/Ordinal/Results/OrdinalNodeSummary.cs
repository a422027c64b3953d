namespace Manometer.Statistics;

/// <summary>One point of the quadrature over scales and kernels.</summary>
/// <param name="Weight">Posterior weight, 0 .. 1.</param>
/// <param name="Kernel">Its kernel.</param>
/// <param name="Scales">Values of the scales, in the order of <see cref="OrdinalFit.Scales"/>.</param>
public sealed record OrdinalNodeSummary(double Weight, LagKernel Kernel, IReadOnlyList<double> Scales);
