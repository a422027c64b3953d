namespace Manometer.Statistics;

/// <summary>Synthetic controls of units treated at different dates.</summary>
/// <param name="Units">The treated units, in the order they were named.</param>
/// <param name="Effects">Mean gap by time since the treatment, over the units observed then.</param>
/// <param name="Att">Mean of all gaps from the treatment on: the average effect on the treated.</param>
/// <param name="Nu">Share of the pooled error in what was minimised.</param>
/// <param name="PooledPreRmspe">Error of the mean of the treated units before the treatment.</param>
/// <param name="UnitPreRmspe">Root of the mean of the units' squared errors.</param>
/// <param name="SeparatePooledPreRmspe">The pooled error when each unit is fitted by itself.</param>
/// <param name="SeparateUnitPreRmspe">The unit error when each unit is fitted by itself.</param>
/// <param name="Ranks">Place of <paramref name="Att"/> among itself and those of dates given to donors; null when none was tried.</param>
/// <param name="PlacementsAreAll">Were all ways of giving the dates to donors tried, or were they drawn?</param>
/// <param name="Flags">Refusals first, then warnings and notes.</param>
public sealed record StaggeredResult(
    IReadOnlyList<StaggeredUnit> Units,
    IReadOnlyList<EventEffect> Effects,
    double Att,
    double Nu,
    double PooledPreRmspe,
    double UnitPreRmspe,
    double SeparatePooledPreRmspe,
    double SeparateUnitPreRmspe,
    GapRanks? Ranks,
    bool PlacementsAreAll,
    IReadOnlyList<SynthFlag> Flags)
{
    /// <summary>Is there a reason not to read the numbers as an effect?</summary>
    public bool IsRefused => Flags.Any(flag => flag.Severity == FlagSeverity.Refusal);
}
