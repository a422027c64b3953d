namespace Manometer.Statistics;

/// <summary>The mean effect at one time since the treatment.</summary>
/// <param name="Event">0 at the first time of the treatment.</param>
/// <param name="Effect">Mean gap.</param>
/// <param name="Units">How many units are observed then.</param>
public readonly record struct EventEffect(int Event, double Effect, int Units);
