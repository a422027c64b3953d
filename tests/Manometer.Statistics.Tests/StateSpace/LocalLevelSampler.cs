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
            {
                var next = levels.Slice((t + 1) * draws, draws);
                for (var d = 0; d < own.Length; d++)
                    own[d] = mean + gain * (next[d] - mean) + sd * own[d];
            }
        }
    }

    /// <summary>Standard normals by the ziggurat of Marsaglia and Tsang (2000) with 256 layers; the layer and the place in it come from different bits (Doornik 2005).</summary>
    private sealed class Ziggurat
    {
        private const double Right = 3.6541528853610088; // where the tail begins, for 256 layers of equal area
        private const double Area = 0.00492867323399;
        private static readonly double[] Edge = new double[257];
        private static readonly double[] Ratio = new double[256];
        private readonly Xoshiro256 _random;

        static Ziggurat()
        {
            var f = Math.Exp(-0.5 * Right * Right);
            Edge[0] = Area / f;
            Edge[1] = Right;
            for (var i = 2; i < 256; i++)
            {
                Edge[i] = Math.Sqrt(-2 * Math.Log(Area / Edge[i - 1] + f));
                f = Math.Exp(-0.5 * Edge[i] * Edge[i]);
            }

            for (var i = 0; i < 256; i++)
                Ratio[i] = Edge[i + 1] / Edge[i];
        }

        public Ziggurat(ulong seed) => _random = new Xoshiro256(seed);

        public void Fill(Span<double> values)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = Next();
        }

        private double Next()
        {
            while (true)
            {
                var bits = _random.NextBits();
                var layer = (int)(bits & 0xFF);
                var u = (long)bits >> 11; // 53 bits with their sign
                var place = (u + 0.5) * (1.0 / (1L << 52));
                var x = place * Edge[layer];
                if (Math.Abs(place) < Ratio[layer])
                    return x;
                if (layer == 0)
                    return Tail(place < 0);
                double inner = Math.Exp(-0.5 * (Edge[layer] * Edge[layer] - x * x)), outer = Math.Exp(-0.5 * (Edge[layer + 1] * Edge[layer + 1] - x * x));
                if (outer + _random.NextDouble() * (inner - outer) < 1)
                    return x;
            }
        }

        private double Tail(bool below)
        {
            double x, y;
            do
                (x, y) = (Math.Log(_random.NextDouble()) / Right, Math.Log(_random.NextDouble()));
            while (-2 * y < x * x);
            return below ? x - Right : Right - x;
        }
    }
}
