namespace Manometer.Model;

/// <summary>Which way a measure is meant to act.</summary>
public enum MeasureEffect
{
    /// <summary>It adds pressure: a ban, a ceiling, a designation. The default.</summary>
    Tightens,

    /// <summary>It takes pressure away: relief, a waiver, a delisting.</summary>
    Eases,
}
