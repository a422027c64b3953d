namespace Manometer.Statistics;

/// <summary>How the weights of predictors were found.</summary>
/// <param name="Loss">Mean squared gap over the fit window.</param>
/// <param name="LowerBound">The same of the best weights without predictors: no predictor weights can do better.</param>
/// <param name="Starts">Starts of the search.</param>
/// <param name="Near">Starts that ended within 1 % of the best loss.</param>
/// <param name="LeastAtt">The smallest mean gap after the treatment among those.</param>
/// <param name="LargestAtt">The largest.</param>
/// <param name="Evaluations">Inner problems solved.</param>
public sealed record VSearch(double Loss, double LowerBound, int Starts, int Near, double LeastAtt, double LargestAtt, int Evaluations);
