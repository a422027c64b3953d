using System.Globalization;

namespace Manometer.Statistics;

/// <summary>Conditions on the input of scores, with the errors that say what is wrong.</summary>
internal static class Require
{
    private const double SumSlack = 1e-9;

    public static double Finite(double value, string what) =>
        double.IsFinite(value) ? value : throw new ScoringException(ScoringFault.NotFinite, Text($"The {what} must be finite; it is {value}."));

    public static double Positive(double value, string what) =>
        Finite(value, what) > 0 ? value : throw new ScoringException(ScoringFault.Parameter, Text($"The {what} must be above 0; it is {value}."));

    public static double Below(double value, double bound, string what) =>
        Finite(value, what) < bound ? value : throw new ScoringException(ScoringFault.NoMean, Text($"The {what} must be below {bound}, else the mean is infinite; it is {value}."));

    public static double Probability(double value, string what = "probability") =>
        value is >= 0 and <= 1 ? value : throw new ScoringException(ScoringFault.Probability, Text($"The {what} must lie between 0 and 1; it is {value}."));

    public static void Probabilities(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            throw new ScoringException(ScoringFault.Shape, "There are no probabilities.");
        var sum = 0.0;
        foreach (var value in values)
            sum += Probability(value);
        if (Math.Abs(sum - 1) > SumSlack)
            throw new ScoringException(ScoringFault.Weights, Text($"The probabilities must sum to 1; they sum to {sum}."));
    }

    public static void Rising(ReadOnlySpan<double> values, string what)
    {
        for (var i = 0; i < values.Length; i++)
        {
            Finite(values[i], what);
            if (i > 0 && !(values[i] > values[i - 1]))
                throw new ScoringException(ScoringFault.Order, Text($"Each {what} must be above the one before; {values[i]} follows {values[i - 1]}."));
        }
    }

    public static void SameLength(int one, int other, string what)
    {
        if (one != other || one == 0)
            throw new ScoringException(ScoringFault.Shape, Text($"There must be as many {what}, and at least one; there are {one} and {other}."));
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
