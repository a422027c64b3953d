namespace Manometer.Statistics;

/// <summary>The constant effects that rearranged residuals do not reject (Chernozhukov, Wuthrich and Zhu 2021).</summary>
/// <param name="From">First time the effect is spread over.</param>
/// <param name="Until">Last time.</param>
/// <param name="Estimate">Mean gap over those times.</param>
/// <param name="Lower">Lower end; null when no end is rejected, as where the smallest possible p is above alpha.</param>
/// <param name="Upper">Upper end, likewise.</param>
/// <param name="P">p of no effect.</param>
/// <param name="SmallestP">The smallest p there can be: one over the number of arrangements.</param>
/// <param name="IsConnected">False when some effects between the ends are rejected: the set has holes, and the ends span it.</param>
public sealed record ConformalInterval(double From, double Until, double Estimate, double? Lower, double? Upper, double P, double SmallestP, bool IsConnected)
{
    internal ConformalInterval Times(double unit) => this with { Estimate = Estimate * unit, Lower = Lower * unit, Upper = Upper * unit };
}
