namespace Manometer.Statistics;

/// <summary>One predictor: how well the synthetic control matches it, and how much it counts.</summary>
/// <param name="Name">Variable and times.</param>
/// <param name="Weight">Its weight, 0..1, all summing to one; of the predictor divided by its standard deviation over all units.</param>
/// <param name="Treated">The treated unit's value.</param>
/// <param name="Synthetic">The weighted mean of the donors.</param>
/// <param name="Donors">The plain mean of the donors.</param>
public readonly record struct PredictorRow(string Name, double Weight, double Treated, double Synthetic, double Donors);
