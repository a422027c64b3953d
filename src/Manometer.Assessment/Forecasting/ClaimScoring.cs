using Manometer.Model;
using Manometer.Statistics;
using Forecast = Manometer.Model.Forecast;

namespace Manometer.Assessment;

/// <summary>Scores one claim at three readings, and the baselines on the same claim.</summary>
internal static class ClaimScoring
{
    // of a bare number nothing is known but the change it claims: its spread is a quarter, a half or the whole of it
    private static readonly double[] Spreads = [1, 0.5, 0.25];

    // of "one to three years": the probability left outside, on each side
    private static readonly double[] Tails = [0.2, 0.1, 0.05];

    /// <summary>Why a claim cannot be scored; null when it can.</summary>
    public static string? Obstacle(Forecast claim, ForecastOutcome outcome, DateOnly asOf)
    {
        if (claim.Occurred?.LastDay is { } happened && claim.MadeOn.FirstDay is { } made && happened < made)
            return "made after it had happened";
        if (claim.Kind == ForecastKind.Vague)
            return "too vague: the claim itself gives no criterion";
        if (outcome == ForecastOutcome.Lapsed)
            return "its condition did not occur";
        if (claim.Kind == ForecastKind.Duration)
            return DurationObstacle(claim, asOf);
        if (outcome == ForecastOutcome.Open)
            return "open: its horizon has no end, or has not passed";
        if (outcome == ForecastOutcome.Unresolved)
            return "it cannot be told";
        if (claim.Kind == ForecastKind.Numeric)
            return claim is { Predicted: null } or { Actual: null } ? "a number without what was predicted, or what came"
                : claim is { Before: null } or { Scale: null } ? "a number without its value before, or the usual size of a change"
                : null;
        if (claim.Criterion is null)
            return "no criterion is written down";
        return claim.Probability is null && claim.Words is null ? "no probability stated, and no words coded" : null;
    }

    /// <summary>Probability that the claim is true at the three readings; null for numbers and durations.</summary>
    public static ReadingRange? Probability(Forecast claim)
    {
        if (claim.Kind is ForecastKind.Numeric or ForecastKind.Duration)
            return null;
        if (claim is { Probability: { } stated, Elicitation: not Elicitation.Words })
            return new ReadingRange(stated, stated, stated);
        var term = VerbalTerm.Find(claim.Words);
        if (claim.Probability is not { } read)
            return term is null ? null : new ReadingRange(term.Low, term.Middle, term.High);
        return term is null ? new ReadingRange(read, read, read) : new ReadingRange(Math.Min(term.Low, read), read, Math.Max(term.High, read));
    }

    /// <summary>Score of a probability: Brier's; a claim that came true in part is the middle of three ordered classes.</summary>
    public static double Score(double probability, ForecastOutcome outcome) => outcome switch
    {
        ForecastOutcome.Partly => ProbabilityScores.Ranked([1 - probability, 0, probability], 1) / 2,
        _ => ProbabilityScores.Brier(probability, outcome == ForecastOutcome.True),
    };

    /// <summary>Score at the three readings, and in nats at the middle one.</summary>
    public static (string Rule, ReadingRange Score, double? Logarithmic) Of(Forecast claim, ForecastOutcome outcome)
    {
        switch (claim.Kind)
        {
            case ForecastKind.Numeric:
                var change = Math.Abs(claim.Predicted!.Value - claim.Before!.Value);
                var spread = change > 0 ? change : claim.Scale!.Value / 2;
                return ("weighted CRPS", Each(i => Number(claim, new NormalDistribution(claim.Predicted.Value, Spreads[i] * spread))), new NormalDistribution(claim.Predicted.Value, spread / 2).LogScore(claim.Actual!.Value));
            case ForecastKind.Duration:
                var (time, horizon) = (Time(claim), Horizon(claim)!.Value);
                return ("censored CRPS", Each(i => TimeToEventScores.CensoredCrps(Spread(claim, i), time, horizon) / horizon), TimeToEventScores.BinLogScore(Spread(claim, 1), time, horizon));
            default:
                var said = Probability(claim)!;
                double? log = outcome == ForecastOutcome.Partly ? null : ProbabilityScores.Logarithmic(said.Middle, outcome == ForecastOutcome.True);
                return (outcome == ForecastOutcome.Partly ? "ranked" : "Brier", new ReadingRange(Score(said.Low, outcome), Score(said.Middle, outcome), Score(said.High, outcome)), log);
        }
    }

    /// <summary>Score of one who says only the base rate: of a number, its value before give or take the usual change; of a duration, that half of such things happen by the horizon.</summary>
    public static double Climatology(Forecast claim, ForecastOutcome outcome, double baseRate) => claim.Kind switch
    {
        ForecastKind.Numeric => Number(claim, new NormalDistribution(claim.Before!.Value, claim.Scale!.Value)),
        ForecastKind.Duration => TimeToEventScores.CensoredCrps(new ExponentialDistribution(Horizon(claim)!.Value / 0.6931471805599453), Time(claim), Horizon(claim)!.Value) / Horizon(claim)!.Value,
        _ => Score(OfClaim(claim, baseRate), outcome),
    };

    /// <summary>Score of one who always says that nothing changes; null where the claim does not say which way.</summary>
    public static double? Persistence(Forecast claim, ForecastOutcome outcome) => claim.Kind switch
    {
        ForecastKind.Numeric => Number(claim, new NormalDistribution(claim.Before!.Value, claim.Scale!.Value / 4)),
        ForecastKind.Duration => TimeToEventScores.CensoredCrps(new UniformDistribution(1e9, 2e9), Time(claim), Horizon(claim)!.Value) / Horizon(claim)!.Value,
        _ => claim.Asserts == ForecastStance.Neither ? null : Score(OfClaim(claim, 0.15), outcome),
    };

    /// <summary>Score of one who always says that the measures work; null for numbers and durations, and where the claim does not say which way.</summary>
    public static double? Believer(Forecast claim, ForecastOutcome outcome) =>
        claim.Kind is ForecastKind.Numeric or ForecastKind.Duration || claim.Asserts == ForecastStance.Neither ? null : Score(OfClaim(claim, 0.85), outcome);

    /// <summary>Probability that the claim is true, given that of an effect.</summary>
    public static double OfClaim(Forecast claim, double effect) => claim.Asserts switch
    {
        ForecastStance.Effect => effect,
        ForecastStance.NoEffect => 1 - effect,
        _ => 0.5,
    };

    /// <summary>Did the measures move it? 1 yes, 0 no, one half in part; null where the claim does not say which way.</summary>
    public static double? Effect(Forecast claim, ForecastOutcome outcome)
    {
        if (claim.Asserts == ForecastStance.Neither || claim.Kind is ForecastKind.Numeric or ForecastKind.Duration)
            return null;
        return outcome switch
        {
            ForecastOutcome.Partly => 0.5,
            ForecastOutcome.True => claim.Asserts == ForecastStance.Effect ? 1 : 0,
            _ => claim.Asserts == ForecastStance.Effect ? 0 : 1,
        };
    }

    private static string? DurationObstacle(Forecast claim, DateOnly asOf)
    {
        if (claim is { MonthsLow: null } or { MonthsHigh: null })
            return "a duration without its earliest and latest month";
        if (Horizon(claim) is not > 0)
            return "a duration without a horizon after its start";
        var end = Edtf.Parse(claim.Horizon!).LastDay!.Value;
        if (claim.Occurred?.LastDay is { } happened && happened <= asOf)
            return Time(claim) is < 0 ? "it had happened before its start" : null;
        return end <= asOf ? null : "open: its horizon has not passed";
    }

    // thresholds weighted by the base rate: 0 to 1, so that numbers and probabilities share a board
    private static double Number(Forecast claim, NormalDistribution said) => WeightedScores.Crps(said, new NormalDistribution(claim.Before!.Value, claim.Scale!.Value), claim.Actual!.Value);

    private static LognormalDistribution Spread(Forecast claim, int reading) => LognormalDistribution.Through(claim.MonthsLow!.Value, Tails[reading], claim.MonthsHigh!.Value, 1 - Tails[reading]);

    private static ReadingRange Each(Func<int, double> score) => new(score(0), score(1), score(2));

    private static DateOnly? Start(Forecast claim) => (claim.Start ?? claim.MadeOn).FirstDay;

    // months of 30.4375 days from the first day the start allows to the last day the date allows
    private static double? Months(Forecast claim, DateOnly? to) => Start(claim) is { } from && to is { } day ? (day.DayNumber - from.DayNumber) / 30.4375 : null;

    private static double? Time(Forecast claim) => Months(claim, claim.Occurred?.LastDay);

    private static double? Horizon(Forecast claim) => claim.Horizon is { } text && Edtf.TryParse(text, out var horizon) ? Months(claim, horizon.LastDay) : null;
}
