using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Models whose scales are held at what a fit found.</summary>
internal static class ModelScales
{
    /// <summary>All scales held.</summary>
    public static OrdinalModel Held(OrdinalFit fit) => HeldButWalks(fit) with
    {
        FamilyWalks = [.. fit.Scales.Where(scale => scale.Name.EndsWith(" walk", StringComparison.Ordinal) && scale.Name != "common walk").Select(scale => ScalePrior.Fixed(scale.Median)).DefaultIfEmpty(new ScalePrior(0.15))],
    };

    /// <summary>Those of events, origins, leans and the common walk held; the walks of the family stay free.</summary>
    public static OrdinalModel HeldButWalks(OrdinalFit fit)
    {
        var scales = fit.Scales.ToDictionary(scale => scale.Name, scale => ScalePrior.Fixed(scale.Median), StringComparer.Ordinal);
        return new OrdinalModel { CommonWalk = scales["common walk"], EventEffect = scales["event"], OriginEffect = scales["origin"], Lean = scales["lean"] };
    }
}
