namespace Manometer.Statistics;

/// <summary>How the scales are integrated out.</summary>
public enum OrdinalQuadrature
{
    /// <summary>Gauss-Hermite for up to two free scales, the central composite design for more, the star design for large states (more than 4,000 state values).</summary>
    Automatic,

    /// <summary>No integration: the mode only, with the Laplace approximation of the integral. For rough looks; bands are too narrow.</summary>
    Mode,

    /// <summary>Five Gauss-Hermite points an axis.</summary>
    GaussHermite,

    /// <summary>Central composite design: the centre, two points an axis and a factorial design on a sphere of radius 1.1 sqrt(dimension).</summary>
    Composite,

    /// <summary>The centre and two points an axis on the same sphere.</summary>
    Star,
}
