using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Manometer.Statistics.Tests;

/// <summary>Standard normals by the ziggurat of Marsaglia and Tsang (2000) with 256 layers, four at once; the layer and the place in it come from different bits (Doornik 2005).</summary>
/// <remarks>Four streams of xoshiro256** side by side, seeded one after the other from one SplitMix64; a fifth serves the one draw in eighty that falls beside its layer. The same seed gives the same numbers on every machine but for the logarithms of the far tail.</remarks>
internal sealed class Ziggurat
{
    private const double Right = 3.6541528853610088; // where the tail begins, for 256 layers of equal area
    private const double Area = 0.00492867323399;
    private static readonly double[] Edge = new double[257];
    private static readonly double[] Ratio = new double[256];
    private readonly Xoshiro256 _rest;
    private Vector256<ulong> _s0, _s1, _s2, _s3;

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

    public Ziggurat(ulong seed)
    {
        _rest = new Xoshiro256(seed);
        var seeds = new Xoshiro256(~seed);
        (_s0, _s1, _s2, _s3) = (Four(seeds), Four(seeds), Four(seeds), Four(seeds));
    }

    public void Fill(Span<double> values)
    {
        ref var edge = ref Edge[0];
        ref var ratio = ref Ratio[0];
        var (s0, s1, s2, s3) = (_s0, _s1, _s2, _s3);
        Span<double> last = stackalloc double[4];
        for (var i = 0; i < values.Length; i += 4)
        {
            var five = s1 + (s1 << 2);
            var turned = (five << 7) | (five >>> 57);
            var bits = turned + (turned << 3);
            var shifted = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= shifted;
            s3 = (s3 << 45) | (s3 >>> 19);

            // 52 bits as a number of [1, 2), then (2k + 1) / 2^52 - 1
            var unit = ((bits >>> 12) | Vector256.Create(0x3FF0000000000000UL)).AsDouble();
            var place = unit + unit - Vector256.Create(3 - 1.0 / (1L << 52));
            var (a, b, c, d) = ((byte)bits[0], (byte)bits[1], (byte)bits[2], (byte)bits[3]);
            var x = place * Vector256.Create(Unsafe.Add(ref edge, a), Unsafe.Add(ref edge, b), Unsafe.Add(ref edge, c), Unsafe.Add(ref edge, d));
            var within = Vector256.LessThan(Vector256.Abs(place), Vector256.Create(Unsafe.Add(ref ratio, a), Unsafe.Add(ref ratio, b), Unsafe.Add(ref ratio, c), Unsafe.Add(ref ratio, d)));
            if (within.ExtractMostSignificantBits() != 0xF)
                for (var lane = 0; lane < 4; lane++)
                    if (within.AsUInt64()[lane] == 0)
                        x = x.WithElement(lane, Beside((byte)bits[lane], place[lane]));
            if (i + 4 <= values.Length)
                x.CopyTo(values[i..]);
            else
            {
                x.CopyTo(last);
                last[..(values.Length - i)].CopyTo(values[i..]);
            }
        }

        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
    }

    private static Vector256<ulong> Four(Xoshiro256 seeds) => Vector256.Create(seeds.NextBits(), seeds.NextBits(), seeds.NextBits(), seeds.NextBits());

    // A place outside the part of its layer that lies wholly below the density.
    private double Beside(int layer, double place)
    {
        if (layer == 0)
            return Tail(place < 0);
        var x = place * Edge[layer];
        double inner = Math.Exp(-0.5 * (Edge[layer] * Edge[layer] - x * x)), outer = Math.Exp(-0.5 * (Edge[layer + 1] * Edge[layer + 1] - x * x));
        return outer + _rest.NextDouble() * (inner - outer) < 1 ? x : Again();
    }

    // Another draw, one at a time.
    private double Again()
    {
        var bits = _rest.NextBits();
        var layer = (int)(bits & 0xFF);
        var place = (((long)bits >> 11) + 0.5) * (1.0 / (1L << 52));
        return Math.Abs(place) < Ratio[layer] ? place * Edge[layer] : Beside(layer, place);
    }

    private double Tail(bool below)
    {
        double x, y;
        do
            (x, y) = (Math.Log(_rest.NextDouble()) / Right, Math.Log(_rest.NextDouble()));
        while (-2 * y < x * x);
        return below ? x - Right : Right - x;
    }
}
