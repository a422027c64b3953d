namespace Manometer.Coding;

/// <summary>What the name of a place stands for.</summary>
public enum PlaceUse
{
    /// <summary>The place.</summary>
    Place,

    /// <summary>Those who govern from it: "Strelsau denied".</summary>
    Government,

    /// <summary>People or things of it: "Ruritanian banks".</summary>
    Adjective,
}
