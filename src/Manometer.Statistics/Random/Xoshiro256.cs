namespace Manometer.Statistics;

/// <summary>The generator xoshiro256** (Blackman and Vigna 2021), seeded by SplitMix64; the same seed gives the same numbers on every machine.</summary>
/// <remarks>Used where simulation cannot be avoided: referees in tests, simulators, sampled permutations. Not for secrets.</remarks>
public sealed class Xoshiro256
{
    private ulong s0, s1, s2, s3;

    /// <summary>Starts the stream of <paramref name="seed"/>; every value, 0 included, is a good seed.</summary>
    public Xoshiro256(ulong seed)
    {
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong NextBits()
    {
        var result = ulong.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = ulong.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform on the open interval (0, 1), 52 bits: (k + 1/2) / 2^52.</summary>
    public double NextDouble() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Uniform on 0 .. <paramref name="bound"/> - 1, without bias (Lemire 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is not positive.</exception>
    public int NextInt(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var limit = (ulong)bound;
        var threshold = (0UL - limit) % limit;
        while (true)
        {
            var high = Math.BigMul(NextBits(), limit, out var low);
            if (low >= threshold)
                return (int)high;
        }
    }

    /// <summary>Standard normal, by inversion: one uniform gives one normal.</summary>
    public double NextNormal() => Normal.InverseCdf(NextDouble());

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
