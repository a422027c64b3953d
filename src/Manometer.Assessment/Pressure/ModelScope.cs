namespace Manometer.Assessment;

/// <summary>By what the model tells cells apart. Each family has a fit of its own: together they would cost a hundred times as much, and the lines of one hardly move with the walks of another.</summary>
internal enum ModelScope
{
    /// <summary>Sectors, on which the stories differ.</summary>
    Sector,

    /// <summary>Places.</summary>
    Place,

    /// <summary>Groups.</summary>
    Group,
}
