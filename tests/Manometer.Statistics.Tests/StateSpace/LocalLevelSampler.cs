using System.Runtime.Intrinsics;

namespace Manometer.Statistics.Tests;

/// <summary>Draws of the level of a local level model given the data: forward filter, backward sampling (Carter and Kohn 1994), all draws side by side.</summary>
/// <remarks>The level at the last row is drawn from the filter, each earlier one given the next: mean a + J (next - a), variance P (1 - J), J = P / (P + Q). The start is exact diffuse: the first observation sets the level.</remarks>
internal sealed class LocalLevelSampler
{
    private readonly Ziggurat _normals;
    private double[] _mean = [];
    private double[] _gain = [];
    private double[] _sd = [];

    public LocalLevelSampler(ulong seed) => _normals = new Ziggurat(seed);

    /// <summary>Fills <paramref name="levels"/>, row by row <paramref name="draws"/> values.</summary>
    public void Draw(ReadOnlySpan<double> y, double observation, double step, int draws, Span<double> levels)
    {
        var n = y.Length;
        if (_mean.Length < n)
            (_mean, _gain, _sd) = (new double[n], new double[n], new double[n]);
        var (a, p) = (y[0], observation);
        for (var t = 0; ; t++)
        {
            _mean[t] = a;
            _gain[t] = t == n - 1 ? 0 : p / (p + step);
            _sd[t] = Math.Sqrt(p * (1 - _gain[t]));
            if (t == n - 1)
                break;
            var predicted = p + step;
            var k = predicted / (predicted + observation);
            a += k * (y[t + 1] - a);
            p = predicted * (1 - k);
        }

        for (var t = n - 1; t >= 0; t--)
        {
            var own = levels.Slice(t * draws, draws);
            _normals.Fill(own);
            var (mean, gain, sd) = (_mean[t], _gain[t], _sd[t]);
            if (t == n - 1)
                for (var d = 0; d < own.Length; d++)
                    own[d] = mean + sd * own[d];
            else
                Follow(own, levels.Slice((t + 1) * draws, draws), mean, gain, sd);
        }
    }

    // mean + gain (next - mean) + sd z
    private static void Follow(Span<double> own, ReadOnlySpan<double> next, double mean, double gain, double sd)
    {
        var d = 0;
        var (center, slope, spread) = (Vector256.Create(mean), Vector256.Create(gain), Vector256.Create(sd));
        for (; d + 4 <= own.Length; d += 4)
            (center + slope * (Vector256.Create(next.Slice(d, 4)) - center) + spread * Vector256.Create<double>(own.Slice(d, 4))).CopyTo(own[d..]);
        for (; d < own.Length; d++)
            own[d] = mean + gain * (next[d] - mean) + sd * own[d];
    }
}
