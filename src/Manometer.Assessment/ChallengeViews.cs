using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Objections raised by the date, open ones first. An objection without a date is always shown.</summary>
internal static class ChallengeViews
{
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
