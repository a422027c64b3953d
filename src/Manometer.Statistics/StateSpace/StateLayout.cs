namespace Manometer.Statistics;

/// <summary>Where the states of a model stand, and how they move from row to row.</summary>
/// <remarks>
/// States: level, slope if any, the last effects of all seasons but one, wandering coefficients. The season effects stand in a ring: when the season changes, the oldest is overwritten by minus the sum of all, so nothing moves.
/// Axes are the noises with a variance ratio of their own, in the order level, slope, season, coefficients.
/// </remarks>
internal readonly record struct StateLayout(bool Slope, int Season, int SeasonLength, int Dynamic)
{
    /// <summary>States whose first value is unknown: all but the wandering parts of coefficients, which start at 0.</summary>
    public int Initial => 1 + (Slope ? 1 : 0) + Season;

    public int States => Initial + Dynamic;

    public int SeasonAt => Slope ? 2 : 1;

    public int DynamicAt => Initial;

    public int Axes => 1 + (Slope ? 1 : 0) + (Season > 0 ? 1 : 0) + (Dynamic > 0 ? 1 : 0);

    public int SeasonAxis => Slope ? 2 : 1;

    public int DynamicAxis => Axes - 1;

    public bool LevelOnly => !Slope && Season == 0 && Dynamic == 0;

    public static StateLayout Of(ImpactModel model, int covariates) => new(model.Trend, Math.Max(model.Seasons - 1, 0), model.SeasonLength, model.Dynamic ? covariates : 0);

    /// <summary>Whether the season changes between row <paramref name="row"/> and the next.</summary>
    public bool Turns(int row) => Season > 0 && (row + 1) % SeasonLength == 0;

    /// <summary>The state that holds the effect of the season of <paramref name="row"/>.</summary>
    public int SeasonState(int row)
    {
        var turns = row / SeasonLength % Season;
        return SeasonAt + (turns == 0 ? 0 : Season - turns);
    }
}
