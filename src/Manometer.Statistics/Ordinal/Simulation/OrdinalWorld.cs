namespace Manometer.Statistics;

/// <summary>A world from which reports can be drawn with the truth known: sizes, scales, and what goes wrong in it.</summary>
/// <remarks>The default is the base world; the static properties are the eight worlds of the benchmark. Scales are sds in logits (per month for walks).</remarks>
public sealed record OrdinalWorld
{
    /// <summary>Number of months; default 38.</summary>
    public int Months { get; init; } = 38;

    /// <summary>Members of each family; default one family of 8.</summary>
    public IReadOnlyList<int> FamilySizes { get; init; } = [8];

    /// <summary>Members of the first family, from the first on, that the intervention aims at; default 4.</summary>
    public int Targeted { get; init; } = 4;

    /// <summary>Number of sources; default 12.</summary>
    public int Sources { get; init; } = 12;

    /// <summary>Number of reports; default 300.</summary>
    public int Reports { get; init; } = 300;

    /// <summary>Effect of the intervention at full strength, logits; default 0.</summary>
    public double Effect { get; init; }

    /// <summary>Month of the intervention; default 18.</summary>
    public double Start { get; init; } = 18;

    /// <summary>Months over which the effect rises in a straight line; default 8. Not used when <see cref="Kernel"/> is given.</summary>
    public double Ramp { get; init; } = 8;

    /// <summary>Lag kernel of the effect; null, the default, for the straight ramp.</summary>
    public LagKernel? Kernel { get; init; }

    /// <summary>Step of the common walk; default 0.12.</summary>
    public double CommonWalk { get; init; } = 0.12;

    /// <summary>Step of each family's walks; default 0.15.</summary>
    public double FamilyWalk { get; init; } = 0.15;

    /// <summary>Sd of the first month; default 0.5.</summary>
    public double InitialSd { get; init; } = 0.5;

    /// <summary>Sd of source leans; default 0.5.</summary>
    public double Lean { get; init; } = 0.5;

    /// <summary>Sd of events; default 1.</summary>
    public double EventEffect { get; init; } = 1;

    /// <summary>Mean number of follow-up reports of an event; default 1.2.</summary>
    public double FollowUps { get; init; } = 1.2;

    /// <summary>Reliability of the sources, one value for all or one each; default 1: every report follows the state.</summary>
    public IReadOnlyList<double> Reliability { get; init; } = [1];

    /// <summary>What is told to the fit of the sources' reliability; default 0.7 with strength 10, the mean of an ungraded source.</summary>
    public OrdinalSource StatedSource { get; init; } = new();

    /// <summary>Share of follow-ups that repeat the first report's step; default 0.</summary>
    public double CopyShare { get; init; }

    /// <summary>Share of the copies that are found out and have weight 0; default one half.</summary>
    public double CopiesFound { get; init; } = 0.5;

    /// <summary>Share of all reports that source 0 gives; 0, the default, leaves it to chance.</summary>
    public double FirstSourceShare { get; init; }

    /// <summary>Lean of source 0; NaN, the default, leaves it to chance.</summary>
    public double FirstSourceLean { get; init; } = double.NaN;

    /// <summary>Whether source 0 makes its reports up: a draw from what a reporter writes who knows nothing, one step higher. Default false.</summary>
    public bool FirstSourceFabricates { get; init; }

    /// <summary>Drift of every lean per month from <see cref="DriftFrom"/> on; default 0.</summary>
    public double LeanDrift { get; init; }

    /// <summary>Month from which leans drift; default 12.</summary>
    public int DriftFrom { get; init; } = 12;

    /// <summary>Push on the common walk from another cause; default 0.</summary>
    public double Shock { get; init; }

    /// <summary>Month of the push; default 20.</summary>
    public double ShockMonth { get; init; } = 20;

    /// <summary>Months in which the push falls to 1/e; default 10.</summary>
    public double ShockDecay { get; init; } = 10;

    /// <summary>Months without any report; default none.</summary>
    public IReadOnlyList<int> Silent { get; init; } = [];

    /// <summary>Logarithm of the rate of reporting per logit of the state; default 0.</summary>
    public double Selection { get; init; }

    /// <summary>Share of reports that give only the direction; default 0.</summary>
    public double DirectionOnly { get; init; }

    /// <summary>W1: no effect.</summary>
    public static OrdinalWorld Null { get; } = new();

    /// <summary>W2: an effect of 1.5 logits.</summary>
    public static OrdinalWorld WithEffect { get; } = new() { Effect = 1.5 };

    /// <summary>W3: 60 % of follow-ups repeat the first report, half of them unseen.</summary>
    public static OrdinalWorld Copying { get; } = new() { CopyShare = 0.6 };

    /// <summary>W4: one source, a fifth of the reports, makes them up.</summary>
    public static OrdinalWorld Fabricator { get; } = new() { FirstSourceShare = 0.2, FirstSourceFabricates = true };

    /// <summary>W5: no effect; every lean rises by 0.05 a month from month 12.</summary>
    public static OrdinalWorld DriftingLeans { get; } = new() { LeanDrift = 0.05 };

    /// <summary>W6: four fifths of the reports from one source with a lean of 0.7.</summary>
    public static OrdinalWorld OneSource { get; } = new() { FirstSourceShare = 0.8, FirstSourceLean = 0.7 };

    /// <summary>W7: no effect; a push of 1.5 on everything in month 20, fading over 10 months.</summary>
    public static OrdinalWorld OtherCause { get; } = new() { Shock = 1.5 };

    /// <summary>W8: eight silent months, and more reports where the state is high.</summary>
    public static OrdinalWorld Gaps { get; } = new() { Silent = [5, 6, 7, 8, 15, 27, 28, 29], Selection = 0.5 };

    /// <summary>The eight worlds in order.</summary>
    public static IReadOnlyList<OrdinalWorld> All => [Null, WithEffect, Copying, Fabricator, DriftingLeans, OneSource, OtherCause, Gaps];
}
