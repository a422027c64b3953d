namespace Manometer.Statistics;

/// <summary>What a column is to the intervention. Only a control may predict what would have been.</summary>
public enum CovariateRole
{
    /// <summary>Not moved by the intervention.</summary>
    Control,

    /// <summary>Part of the way the intervention works; as covariate it would explain the effect away.</summary>
    Mediator,

    /// <summary>Itself moved by the intervention.</summary>
    Affected,
}
