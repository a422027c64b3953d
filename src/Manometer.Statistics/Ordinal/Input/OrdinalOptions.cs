namespace Manometer.Statistics;

/// <summary>How a fit is computed. Nothing here changes the model.</summary>
public sealed record OrdinalOptions
{
    /// <summary>Integration over the scales; default automatic.</summary>
    public OrdinalQuadrature Quadrature { get; init; }

    /// <summary>Number of threads, at least 1; default 1. The result does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Further points from which the scales are sought, each with one value (sd) a scale in the order of <see cref="OrdinalFit.Scales"/>; give rival models each other's optima.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Starts { get; init; } = [];

    /// <summary>Largest number of rounds of the reliability mixture at one setting of the scales; default 100.</summary>
    public int MixtureRounds { get; init; } = 100;
}
