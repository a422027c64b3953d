namespace Manometer.Statistics;

/// <summary>The posterior of an interrupted series.</summary>
public sealed record InterruptedFit
{
    /// <summary>One effect an intervention, in the order they were given.</summary>
    public required IReadOnlyList<InterventionEffect> Effects { get; init; }

    /// <summary>Log density of the values under the model, for comparison with other models of the same values.</summary>
    public required double LogEvidence { get; init; }

    /// <summary>Number of points.</summary>
    public required int Points { get; init; }

    /// <summary>Number of distinct times.</summary>
    public required int Times { get; init; }

    /// <summary>Number of places.</summary>
    public required int Places { get; init; }

    /// <summary>Standard deviation of the values, in which the priors are stated.</summary>
    public required double Scale { get; init; }
}
