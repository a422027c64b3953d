namespace Manometer.Statistics;

/// <summary>Synthetic controls for units treated at different dates, partially pooled: each unit is to be fitted, and their mean too.</summary>
/// <remarks>
/// Ben-Michael, Feller and Rothstein (2022). Weights minimise nu x (pooled error)^2 + (1 - nu) x mean of (unit error)^2, errors being roots of mean squares before the treatment; nu is pooled / (pooled + unit) of the
/// separate fits. Inference gives the dates to donors instead.
/// </remarks>
public sealed record StaggeredControl
{
    private StaggeredControl(Panel panel) => Panel = panel;

    internal Panel Panel { get; }

    internal IReadOnlyList<(string Unit, double From)> Adoptions { get; private init; } = [];

    internal int? Events { get; private init; }

    internal double? Share { get; private init; }

    internal int Most { get; private init; } = 5000;

    internal ulong Seed { get; private init; } = 1;

    internal EffectDirection Direction { get; private init; }

    internal IReadOnlyList<string> LeftOut { get; private init; } = [];

    /// <summary>A question about a panel.</summary>
    public static StaggeredControl Of(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        return new StaggeredControl(panel);
    }

    /// <summary>A unit and the first time of its treatment.</summary>
    public StaggeredControl Treated(string unit, double from) => this with { Adoptions = [.. Adoptions, (unit, from)] };

    /// <summary>A unit that shall not be a donor.</summary>
    public StaggeredControl Without(string unit) => this with { LeftOut = [.. LeftOut, unit] };

    /// <summary>How many times from the treatment on are looked at; a donor must stay untreated through them. Default: as many as the last unit treated has.</summary>
    public StaggeredControl Over(int times) => this with { Events = times > 0 ? times : throw new SynthException(SynthFault.Option, "At least one time from the treatment on.") };

    /// <summary>The share nu of the pooled error in what is minimised, 0 (each unit by itself) to 1. Default: from the separate fits.</summary>
    public StaggeredControl Pooling(double nu) => this with { Share = nu is >= 0 and <= 1 ? nu : throw new SynthException(SynthFault.Option, "The share of the pooled error lies between 0 and 1.") };

    /// <summary>The direction of the effect, stated before looking.</summary>
    public StaggeredControl Expecting(EffectDirection direction) => this with { Direction = direction };

    /// <summary>The most ways of giving the dates to donors that are tried, 0 for none; all ways where they are fewer, else drawn. Default 5,000.</summary>
    public StaggeredControl Placements(int most, ulong seed = 1) => this with { Most = most >= 0 ? most : throw new SynthException(SynthFault.Option, "A number of placements is 0 or more."), Seed = seed };

    /// <summary>Fits, and gives the dates to donors.</summary>
    /// <exception cref="SynthException">The question cannot be answered from the panel; the code says why.</exception>
    public StaggeredResult Fit() => new StaggeredFit(this).Run();
}
