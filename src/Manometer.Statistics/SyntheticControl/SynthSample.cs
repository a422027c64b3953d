namespace Manometer.Statistics;

/// <summary>What engines work on: unit 0 is the treated one, then the donors; complete series of one window.</summary>
internal sealed class SynthSample(double[] series, int units, int times, int pre)
{
    public int Units => units;

    public int Times => times;

    /// <summary>Rows before the treatment.</summary>
    public int Pre => pre;

    public int Post => times - pre;

    /// <summary>How many treated units unit 0 is the mean of.</summary>
    public int Treated { get; init; } = 1;

    /// <summary>The treated units' own series, one after the other.</summary>
    public double[] Each { get; init; } = series[..times];

    public double[] Series => series;

    /// <summary>A power of two the values were divided by; results are multiplied by it.</summary>
    public double Unit { get; init; } = 1;

    public ReadOnlySpan<double> Of(int unit) => series.AsSpan(unit * times, times);
}
