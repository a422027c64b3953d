namespace Manometer.Assessment;

/// <summary>What a lone number after a verb of change can mean: by so much, or to so much.</summary>
/// <remarks>A change has a base, a difference and an end, and base + difference = end. "Fell 50 from 200 to 300" is a loss of a sixth to a quarter read as <em>by</em>, of three quarters to five sixths read as <em>to</em>.</remarks>
internal static class ChangeReading
{
    /// <summary>Points of percent by which two figures may miss and still be the two readings of one number.</summary>
    private const double Tolerance = 6;

    /// <summary>Change in percent, least and greatest, when the number is the difference; <paramref name="down"/> for a fall.</summary>
    public static (double Low, double High) By(double low, double high, double number, bool down)
    {
        var (least, most) = (100 * number / high, 100 * number / low);
        return down ? (-most, -least) : (least, most);
    }

    /// <summary>Change in percent, least and greatest, when the number is the end.</summary>
    public static (double Low, double High) To(double low, double high, double number) => (100 * (number / high - 1), 100 * (number / low - 1));

    /// <summary>Could the two changes, in percent, be the two readings of one number? Of falls the two sum to -100; of rises the one is 100 more than the other.</summary>
    public static bool Confused(double one, double other) =>
        one < 0 && other < 0 ? Math.Abs(one + other + 100) <= Tolerance : one > 0 && other > 0 && Math.Abs(Math.Abs(one - other) - 100) <= Tolerance;
}
