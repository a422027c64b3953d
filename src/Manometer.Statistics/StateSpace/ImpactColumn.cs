namespace Manometer.Statistics;

/// <summary>A column of the regression.</summary>
/// <param name="Name">Its name; <c>(constant)</c> for the constant.</param>
/// <param name="Prior">Probability of being in the regression beforehand.</param>
/// <param name="Probability">The same after the data.</param>
/// <param name="Coefficient">Posterior mean of its coefficient, 0 counted where it is out; units of the response for one unit of the covariate.</param>
public sealed record ImpactColumn(string Name, double Prior, double Probability, double Coefficient);
