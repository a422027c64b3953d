namespace Manometer.Statistics;

/// <summary>How the level moves between two times of a sparse series.</summary>
public enum LevelProcess
{
    /// <summary>A Wiener process: its variance grows with the time between, and it never returns.</summary>
    Wiener,

    /// <summary>An Ornstein-Uhlenbeck process about a constant, with the same short-term variance; lengths of 6, 24 and 96 months are averaged by their evidence.</summary>
    OrnsteinUhlenbeck,
}
