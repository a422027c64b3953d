namespace Manometer.Statistics;

/// <summary>Scores of a forecast of how long until something happens, when the watch ends at a horizon; lower is better.</summary>
/// <remarks>What has not happened by the horizon counts as "later", and is never dropped: to drop it would reward who says "soon".</remarks>
public static class TimeToEventScores
{
    /// <summary>Continuous ranked probability score up to the horizon: the integral from 0 to the horizon of (F(t) - 1 if t is at least the time)^2, in units of time.</summary>
    /// <param name="forecast">Distribution of the time from the start.</param>
    /// <param name="time">When it happened, 0 or more; null: not by the horizon.</param>
    /// <param name="horizon">End of the watch, above 0.</param>
    /// <exception cref="ScoringException">A value is not finite or outside its range.</exception>
    public static double CensoredCrps(PredictiveDistribution forecast, double? time, double horizon)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var until = Until(time, horizon);
        return AdaptiveSimpson.Integrate(t => forecast.Cdf(t) * forecast.Cdf(t), 0, until, 1e-11)
            + AdaptiveSimpson.Integrate(t => (1 - forecast.Cdf(t)) * (1 - forecast.Cdf(t)), until, horizon, 1e-11);
    }

    /// <summary>Minus the natural logarithm of the probability of the unit of time it happened in; of "later than the horizon" when it did not.</summary>
    /// <remarks>Time t lies in the unit that ends at t rounded up: 6 months in the sixth.</remarks>
    /// <param name="forecast">Distribution of the time from the start.</param>
    /// <param name="time">When it happened, 0 or more; null: not by the horizon.</param>
    /// <param name="horizon">End of the watch, above 0.</param>
    /// <exception cref="ScoringException">A value is not finite or outside its range.</exception>
    public static double BinLogScore(PredictiveDistribution forecast, double? time, double horizon)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var until = Until(time, horizon);
        var probability = until >= horizon && (time is null || time >= horizon)
            ? 1 - forecast.Cdf(horizon)
            : forecast.Cdf(Math.Max(1, Math.Ceiling(until))) - forecast.Cdf(Math.Max(1, Math.Ceiling(until)) - 1);
        return -Elementary.Log(Math.Max(0, probability));
    }

    private static double Until(double? time, double horizon)
    {
        Require.Positive(horizon, "horizon");
        if (time is { } at && !(Require.Finite(at, "time") >= 0))
            throw new ScoringException(ScoringFault.Parameter, Require.Text($"The time must be 0 or more; it is {at}: it happened before the forecast began."));
        return Math.Min(time ?? horizon, horizon);
    }
}
