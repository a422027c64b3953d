namespace Manometer.Statistics;

/// <summary>The constant effects that rearranged residuals do not reject (Chernozhukov, Wuthrich and Zhu 2021).</summary>
/// <remarks>
/// The set need not be one piece: an effect far from the truth spoils the fit of all rows alike, and is then not rejected. The ends are those of the piece about the estimate; how far other pieces reach is
/// told beside them. The more rows after the treatment for each before, the more such pieces.
/// </remarks>
/// <param name="From">First time the effect is spread over.</param>
/// <param name="Until">Last time.</param>
/// <param name="Estimate">Mean gap over those times.</param>
/// <param name="Lower">Lower end; null when no effect is rejected below, as where the smallest possible p is above alpha.</param>
/// <param name="Upper">Upper end, likewise.</param>
/// <param name="LowestKept">The lowest effect found that is not rejected: <paramref name="Lower"/> where the set is one piece.</param>
/// <param name="HighestKept">The highest.</param>
/// <param name="P">p of no effect.</param>
/// <param name="SmallestP">The smallest p there can be: one over the number of arrangements.</param>
public sealed record ConformalInterval(double From, double Until, double Estimate, double? Lower, double? Upper, double? LowestKept, double? HighestKept, double P, double SmallestP)
{
    /// <summary>Is the set of effects that are not rejected one piece, as far as it was looked at?</summary>
    public bool IsConnected => Lower == LowestKept && Upper == HighestKept;

    internal ConformalInterval Times(double unit) => this with { Estimate = Estimate * unit, Lower = Lower * unit, Upper = Upper * unit, LowestKept = LowestKept * unit, HighestKept = HighestKept * unit };
}
