using System.Globalization;

namespace Manometer.Assessment;

/// <summary>Effects in words for notes: the page says the rest.</summary>
internal static class ImpactWords
{
    public const string Earlier = "The time before holds an earlier date in question: what is told is what came on top of it.";

    /// <summary><c>-12 % (-20 % to +3 %)</c>, or in the series' unit where it is read as a level.</summary>
    public static string Effect(ImpactFrame frame, double effect, double low, double high) =>
        frame.IsRatio ? $"{Percent(frame.Out(effect) - 1)} ({Percent(frame.Out(low) - 1)} to {Percent(frame.Out(high) - 1)})" : $"{Number(effect)} ({Number(low)} to {Number(high)})";

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{(share < 0 ? "−" : "+")}{Math.Abs(100 * share):#,0.#}\u202f%");

    private static string Number(double value) => string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? "−" : "+")}{Math.Abs(value):#,0.##}");
}
