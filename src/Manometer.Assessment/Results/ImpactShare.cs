namespace Manometer.Assessment;

/// <summary>A donor or control series and how much it counts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Weight, or probability of being in the model, 0..1.</param>
public sealed record ImpactShare(string Name, double Share);
