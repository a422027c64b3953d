namespace Manometer.Statistics;

/// <summary>Priors of an interrupted series, in units of the standard deviation of its values.</summary>
/// <remarks>A guess g with df v for a standard deviation means that its square is inverse gamma with shape v/2 and scale v g^2/2.</remarks>
public sealed record InterruptedModel
{
    /// <summary>How the level moves; default <see cref="LevelProcess.Wiener"/>.</summary>
    public LevelProcess Level { get; init; }

    /// <summary>Guess of the standard deviation of the level's change in one month; default 0.1.</summary>
    public double LevelGuess { get; init; } = 0.1;

    /// <summary>Weight of that guess, in observations; default 4. A firm guess would assert stability where 25 points cannot show it.</summary>
    public double LevelDf { get; init; } = 4;

    /// <summary>Guess of the standard deviation of one reading about the level; default 0.5.</summary>
    public double NoiseGuess { get; init; } = 0.5;

    /// <summary>Weight of that guess; default 4.</summary>
    public double NoiseDf { get; init; } = 4;

    /// <summary>Prior variance of effects and of places, in units of the noise variance; default 10.</summary>
    public double Slab { get; init; } = 10;

    /// <summary>Prior variance of the level at the first time, about the mean of the values there; default 1.</summary>
    public double StartVariance { get; init; } = 1;

    /// <summary>Probability of the intervals, in (0, 1); default 0.95.</summary>
    public double Probability { get; init; } = 0.95;

    internal void Check()
    {
        foreach (var value in new[] { LevelGuess, LevelDf, NoiseGuess, NoiseDf, Slab, StartVariance })
            if (!(value > 0 && double.IsFinite(value)))
                throw new InterruptedException(InterruptedFault.Prior, "Guesses, weights and variances of priors are finite and above 0.");
        if (!(Probability is > 0 and < 1))
            throw new InterruptedException(InterruptedFault.Prior, "The probability of an interval lies between 0 and 1.");
    }
}
