namespace Manometer.Statistics;

/// <summary>What is believed of a standard deviation before the data: 1/sd^2 is gamma with shape <c>DegreesOfFreedom</c>/2 and rate <c>DegreesOfFreedom</c> x <c>Guess</c>^2/2, cut off where sd exceeds <c>UpperLimit</c>.</summary>
/// <param name="Guess">A likely value, in standard deviations of the response before the intervention; more than 0.</param>
/// <param name="DegreesOfFreedom">The weight of the guess, in observations; more than 0.</param>
/// <param name="UpperLimit">The largest value allowed, in standard deviations of the response; more than 0.</param>
public readonly record struct SdPrior(double Guess, double DegreesOfFreedom, double UpperLimit)
{
    internal double Shape => DegreesOfFreedom / 2;

    internal double Rate => DegreesOfFreedom * Guess * Guess / 2;

    internal bool Valid => Guess > 0 && DegreesOfFreedom > 0 && UpperLimit > 0 && double.IsFinite(Shape) && double.IsFinite(Rate) && Rate > 0 && UpperLimit * UpperLimit is > 0 and < double.PositiveInfinity;
}
