namespace Manometer.Model;

/// <summary>Whence a forecast's probability comes.</summary>
public enum Elicitation
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>The forecaster stated it.</summary>
    Stated,

    /// <summary>It was read from the forecaster's words.</summary>
    Words,
}
