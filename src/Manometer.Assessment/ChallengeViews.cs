using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Objections raised by the date, open ones first. At the end of the record one without a date is shown too.</summary>
internal static class ChallengeViews
{
    /// <summary>The objections that can be shown to have been raised by then: dated by it, and against something that was known.</summary>
    public static IReadOnlyList<Challenge> KnownBy(KnownRecord known, Case @case)
    {
        var later = @case.Observations.Select(one => one.Id).Concat(@case.Reports.Select(one => one.Id)).Concat(@case.Measures.Select(one => one.Id)).ToHashSet(StringComparer.Ordinal);
        later.ExceptWith(known.Observations.Select(one => one.Observation.Id));
        later.ExceptWith(known.Reports.Select(one => one.Id));
        later.ExceptWith(known.Measures.Select(one => one.Id));
        return [.. @case.Challenges.Where(challenge => challenge.On?.LastDay is { } day && day <= known.AsOf && !later.Contains(challenge.Against))];
    }

    public static IReadOnlyList<AssessedChallenge> Build(IReadOnlyList<Challenge> challenges, DateOnly asOf) =>
        [.. challenges
            .Where(challenge => challenge.On?.FirstDay is not { } day || day <= asOf)
            .OrderBy(challenge => challenge.Status)
            .Select(challenge => new AssessedChallenge
            {
                Id = challenge.Id,
                Against = challenge.Against,
                By = challenge.By,
                On = challenge.On?.ToString(),
                Text = challenge.Text,
                Status = Word.Of(challenge.Status),
                Answer = challenge.Answer,
                Url = challenge.Url,
            })];
}
