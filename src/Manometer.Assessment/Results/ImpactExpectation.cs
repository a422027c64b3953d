namespace Manometer.Assessment;

/// <summary>What was and what would have been at one time, in the series' unit.</summary>
/// <param name="Date">The date, EDTF.</param>
/// <param name="Day">The middle of it.</param>
/// <param name="IsAfter">At or after the date in question?</param>
/// <param name="Expected">The value expected without the measures.</param>
/// <param name="Observed">The value observed; null where there is none.</param>
/// <param name="Low">Lower end of the outer band, with the probability of the row's interval; null where there is none.</param>
/// <param name="High">Upper end of the outer band.</param>
/// <param name="Low50">Lower end of the inner band of 50 %.</param>
/// <param name="High50">Upper end of the inner band.</param>
public sealed record ImpactExpectation(string Date, DateOnly Day, bool IsAfter, double Expected, double? Observed = null, double? Low = null, double? High = null, double? Low50 = null, double? High50 = null);
