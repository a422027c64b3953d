namespace Manometer.Statistics;

/// <summary>A standard deviation of the model as the engine sees it: its prior and whether it is sought.</summary>
internal readonly record struct OrdinalScale(string Name, double LogMedian, double Spread, bool Free)
{
    public const double Smallest = -6.2; // ln 0.002
    public const double Largest = 2.1;   // ln 8

    public double LogPrior(double log)
    {
        if (!Free)
            return 0;
        var z = (log - LogMedian) / Spread;
        return -0.5 * z * z - Elementary.Log(Spread) - 0.91893853320467274178;
    }

    public double LogPriorSlope(double log) => Free ? -(log - LogMedian) / (Spread * Spread) : 0;
}
