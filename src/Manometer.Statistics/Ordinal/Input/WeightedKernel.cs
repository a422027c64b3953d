namespace Manometer.Statistics;

/// <summary>A kernel of a grid with its prior weight.</summary>
/// <param name="Kernel">The kernel.</param>
/// <param name="Weight">Prior weight, at least 0; weights of a grid are scaled to sum 1.</param>
public readonly record struct WeightedKernel(LagKernel Kernel, double Weight);
