namespace Manometer.Coding;

/// <summary>What a quantity is to a movement: the size of the step or the level reached.</summary>
public enum QuantityRole
{
    /// <summary>Not told.</summary>
    None,

    /// <summary>The step: fell by 30 percent.</summary>
    By,

    /// <summary>The level: fell to 30 percent.</summary>
    To,
}
