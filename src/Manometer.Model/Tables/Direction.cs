namespace Manometer.Model;

/// <summary>Which way an indicator moved; of the indicator, not of the pressure.</summary>
public enum Direction
{
    /// <summary>It did not move, or there is no direction to speak of.</summary>
    None,

    /// <summary>It rose.</summary>
    Up,

    /// <summary>It fell.</summary>
    Down,
}
