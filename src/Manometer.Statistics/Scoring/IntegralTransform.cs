namespace Manometer.Statistics;

/// <summary>Probability integral transform: where in its forecast each outcome lay. Uniform on 0..1 when the forecasts are reliable.</summary>
public static class IntegralTransform
{
    /// <summary>F(y), drawn at random within the jump where the forecast has a point mass (Smith 1985).</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="outcome">What came.</param>
    /// <param name="random">Chance, used only at a jump.</param>
    /// <exception cref="ScoringException">The outcome is not finite.</exception>
    public static double Of(PredictiveDistribution forecast, double outcome, Xoshiro256 random)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(random);
        var at = forecast.Cdf(Require.Finite(outcome, "outcome"));
        var below = forecast.Cdf(Math.BitDecrement(outcome));
        return at - below > 1e-12 ? below + random.NextDouble() * (at - below) : at;
    }

    /// <summary>Share of members at or below the outcome, those equal to it counted at random.</summary>
    /// <exception cref="ScoringException">No member, or a value that is not finite.</exception>
    public static double Of(ReadOnlySpan<double> members, double outcome, Xoshiro256 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Require.SameLength(members.Length, members.Length, "members");
        Require.Finite(outcome, "outcome");
        var (below, equal) = (0, 0);
        foreach (var member in members)
        {
            if (Require.Finite(member, "member") < outcome)
                below++;
            else if (member == outcome)
                equal++;
        }

        return equal == 0 ? (double)below / members.Length : (below + random.NextDouble() * equal) / members.Length;
    }
}
