namespace Manometer.Statistics;

/// <summary>Why a model was not fitted.</summary>
public enum OrdinalFault
{
    /// <summary>There is nothing to fit: no report with weight, no series value.</summary>
    NoReports,

    /// <summary>An index, month, step or weight lies outside its range.</summary>
    Range,

    /// <summary>A number is not finite.</summary>
    NotFinite,

    /// <summary>A parameter of the model or an option cannot be used.</summary>
    Model,

    /// <summary>The computation left the finite numbers; the input is too extreme.</summary>
    Numerical,

    /// <summary>A fit would take more memory or time than is sensible; the message says what of the input makes it so.</summary>
    TooLarge,
}
