namespace Manometer.Assessment;

/// <summary>One or several measures that begin together, and one outcome series: what was seen, and what would have been without them.</summary>
public sealed record AssessedImpact
{
    /// <summary>Identifier: series and date.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the series.</summary>
    public required string Series { get; init; }

    /// <summary>Title of the series.</summary>
    public required string Title { get; init; }

    /// <summary>Unit of the series.</summary>
    public required string Unit { get; init; }

    /// <summary>+1: up means more pressure; -1: down does; 0: not declared.</summary>
    public required int Pressure { get; init; }

    /// <summary>Identifiers of the measures that begin together, in order of their start; empty when no date lies within the values.</summary>
    public required IReadOnlyList<string> Measures { get; init; }

    /// <summary>tightens, eases, or mixed where the measures differ.</summary>
    public required string Effect { get; init; }

    /// <summary>The first day of the earliest of them; null when no date lies within the values.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>synthetic-control, structural-series or interrupted-series; null when refused before one was chosen.</summary>
    public string? Method { get; init; }

    /// <summary>ratio: computed in logarithms and told in percent; level: computed and told in the series' unit.</summary>
    public string? Scale { get; init; }

    /// <summary>First day of the values counted as after; null when nothing was computed.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the values counted as after; null when nothing was computed.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Values before.</summary>
    public required int Before { get; init; }

    /// <summary>Values after, up to the next date in question or the horizon.</summary>
    public required int After { get; init; }

    /// <summary>Observed and expected value at the times drawn, in the series' unit.</summary>
    public IReadOnlyList<ImpactExpectation> Points { get; init; } = [];

    /// <summary>Average over the values after, in the series' unit (geometric on the ratio scale); null when nothing was computed.</summary>
    public ImpactEffect? Average { get; init; }

    /// <summary>Sum over the values after, in the series' unit; only for a structural series on the level scale.</summary>
    public ImpactEffect? Cumulative { get; init; }

    /// <summary>Average effect as a share of what was expected; null where that has no meaning.</summary>
    public ImpactEffect? Relative { get; init; }

    /// <summary>credible: posterior interval of the model; placebo: what is found in units that were not treated.</summary>
    public string? Interval { get; init; }

    /// <summary>Probability of the interval, 0..1.</summary>
    public double? Probability { get; init; }

    /// <summary>Posterior probability that the effect is towards more pressure, 0..1; null where no direction is declared or the method has no posterior.</summary>
    public double? TowardsPressure { get; init; }

    /// <summary>A fall larger than this has a probability of at most 5 %: a share on the ratio scale, else in the series' unit, 0 or more; null without a posterior.</summary>
    public double? LargestFall { get; init; }

    /// <summary>A rise larger than this has a probability of at most 5 %, likewise.</summary>
    public double? LargestRise { get; init; }

    /// <summary>The same question asked where nothing happened; null when that is impossible.</summary>
    public ImpactTest? Test { get; init; }

    /// <summary>
    /// <c>towards</c>, <c>away</c>: the interval leaves out 0 and, counted together with all other rows, the placebos hardly do the same (false discovery rate of .10);
    /// <c>not-settled</c>: it leaves out 0, or there is none, and the placebos do not bear an effect out; <c>none-seen</c>: it holds 0 and rules out a large effect; <c>open</c>: it holds 0 and large effects; <c>no-news</c>: the data did not narrow what was assumed; <c>refused</c>.
    /// </summary>
    public required string Reading { get; init; }

    /// <summary>Why nothing is said; null when something is.</summary>
    public ImpactRefusal? Refused { get; init; }

    /// <summary>Identifiers of rival causes that acted at the time on the series or its sector.</summary>
    public IReadOnlyList<string> Rivals { get; init; } = [];

    /// <summary>Donors of a synthetic control with their weights, or control series with their probability of being in the model; largest first.</summary>
    public IReadOnlyList<ImpactShare> Shares { get; init; } = [];

    /// <summary>Warnings of the method, as codes.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>What a reader should know beside the numbers, in plain words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
