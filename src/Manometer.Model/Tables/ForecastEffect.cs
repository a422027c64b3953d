namespace Manometer.Model;

/// <summary>On what a forecast bears.</summary>
public enum ForecastEffect
{
    /// <summary>On the economy.</summary>
    Economic,

    /// <summary>On the conduct of the target.</summary>
    Policy,
}
