namespace Manometer.Statistics;

/// <summary>What the fit of one row is made of, as posterior means in the unit of the response; their sum is the fit before the intervention and the prediction after it.</summary>
/// <param name="Row">Row, from 0.</param>
/// <param name="Level">Level and trend, with the constant of the regression.</param>
/// <param name="Season">Effect of the season.</param>
/// <param name="Regression">Covariates, as deviations from their means before the intervention.</param>
public sealed record ImpactPart(int Row, double Level, double Season, double Regression);
