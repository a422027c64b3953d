using Manometer.Model;

namespace Manometer.Assessment;

/// <summary>Forecasts made by the date. A resolution later than the date is withheld: the forecast stands open.</summary>
internal static class ForecastViews
{
    public static IReadOnlyList<AssessedForecast> Build(IReadOnlyList<Forecast> forecasts, DateOnly asOf) =>
        [.. Made(forecasts, asOf)
            .OrderBy(forecast => forecast.MadeOn.FirstDay)
            .ThenBy(forecast => forecast.Id, StringComparer.Ordinal)
            .Select(forecast => View(forecast, asOf))];

    public static IReadOnlyList<ForecastTally> Tally(IReadOnlyList<Forecast> forecasts, DateOnly asOf) =>
        [.. Made(forecasts, asOf).GroupBy(forecast => forecast.Effect).OrderBy(group => group.Key).Select(group =>
        {
            var outcomes = group.CountBy(forecast => OutcomeBy(forecast, asOf)).ToDictionary();
            return new ForecastTally
            {
                Effect = Word.Of(group.Key),
                True = outcomes.GetValueOrDefault(ForecastOutcome.True),
                False = outcomes.GetValueOrDefault(ForecastOutcome.False),
                Partly = outcomes.GetValueOrDefault(ForecastOutcome.Partly),
                Open = outcomes.GetValueOrDefault(ForecastOutcome.Open),
                Lapsed = outcomes.GetValueOrDefault(ForecastOutcome.Lapsed),
                Unresolved = outcomes.GetValueOrDefault(ForecastOutcome.Unresolved),
            };
        })];

    private static IEnumerable<Forecast> Made(IReadOnlyList<Forecast> forecasts, DateOnly asOf) =>
        forecasts.Where(forecast => forecast.MadeOn.FirstDay is { } day && day <= asOf);

    internal static ForecastOutcome OutcomeBy(Forecast forecast, DateOnly asOf) =>
        forecast.ResolvedOn?.FirstDay is { } day && day > asOf ? ForecastOutcome.Open : forecast.Outcome;

    private static AssessedForecast View(Forecast forecast, DateOnly asOf)
    {
        var outcome = OutcomeBy(forecast, asOf);
        var resolved = outcome == forecast.Outcome;
        return new AssessedForecast
        {
            Id = forecast.Id,
            Who = forecast.Who,
            Affiliation = forecast.Affiliation,
            MadeOn = forecast.MadeOn.ToString(),
            Claim = forecast.Claim,
            Effect = Word.Of(forecast.Effect),
            Kind = Word.Of(forecast.Kind),
            Horizon = forecast.Horizon,
            Probability = forecast.Probability,
            Elicitation = Word.Of(forecast.Elicitation),
            Predicted = forecast.Predicted,
            Actual = resolved ? forecast.Actual : null,
            Unit = forecast.Unit,
            Criterion = forecast.Criterion,
            Outcome = Word.Of(outcome),
            Basis = resolved ? forecast.Basis : null,
            Url = forecast.Url,
            Note = forecast.Note,
        };
    }
}
