using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Edges of the story with the observations that bear on them.</summary>
internal static class MechanismViews
{
    /// <summary>The edges that can be shown to have been known: one observation on them is, or the source that claims them had been heard.</summary>
    public static IReadOnlyList<Mechanism> KnownBy(KnownRecord known, IReadOnlyList<Mechanism> mechanisms)
    {
        var observations = known.Observations.Select(one => one.Observation.Id).ToHashSet(StringComparer.Ordinal);
        var heard = known.Reports.Select(report => report.Source).ToHashSet(StringComparer.Ordinal);
        return [.. mechanisms.Where(mechanism => mechanism.Evidence.Any(observations.Contains) || (mechanism.By is { } by && heard.Contains(by)))];
    }

    public static IReadOnlyList<AssessedMechanism> Build(IReadOnlyList<Mechanism> mechanisms, IReadOnlyList<AssessedObservation> views)
    {
        var byId = views.ToDictionary(view => view.Id, StringComparer.Ordinal);
        return [.. mechanisms.Select(mechanism =>
        {
            var evidence = mechanism.Evidence.Where(byId.ContainsKey).ToList();
            return new AssessedMechanism
            {
                Id = mechanism.Id,
                Cause = mechanism.Cause,
                Effect = mechanism.Effect,
                Sign = mechanism.Sign,
                LagMonths = mechanism.LagMonths,
                By = mechanism.By,
                Rationale = mechanism.Rationale,
                Evidence = evidence,
                Origins = evidence.Select(id => byId[id].Origin).Distinct(StringComparer.Ordinal).Count(),
                Bare = evidence.Count == 0,
            };
        })];
    }
}
