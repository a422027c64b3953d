namespace Manometer.Statistics;

/// <summary>Signatures whose share of equal places is the Jaccard similarity of the sets, in the mean (Broder 1997): 128 multiply-shift hashes with fixed seeds.</summary>
internal static class MinHash
{
    public const int Length = 128;
    public const int Bands = 32;
    public const int Rows = Length / Bands;

    private static readonly (ulong Times, ulong Plus)[] Hashes = Make();

    public static uint[] Of(ReadOnlySpan<ulong> shingles)
    {
        var signature = new uint[Length];
        for (var h = 0; h < Length; h++)
        {
            var (times, plus) = Hashes[h];
            var least = uint.MaxValue;
            foreach (var shingle in shingles)
                least = Math.Min(least, (uint)((times * shingle + plus) >> 32));
            signature[h] = least;
        }

        return signature;
    }

    /// <summary>The key of a band: equal where its four places are.</summary>
    public static ulong Band(uint[] signature, int band)
    {
        ulong key = (ulong)band;
        for (var row = 0; row < Rows; row++)
            key = Shingles.Mix(key * 31 + signature[band * Rows + row]);
        return key;
    }

    private static (ulong, ulong)[] Make()
    {
        var random = new Xoshiro256(0x4D616E6F6D657465);
        var hashes = new (ulong, ulong)[Length];
        for (var h = 0; h < Length; h++)
            hashes[h] = (random.NextBits() | 1, random.NextBits());
        return hashes;
    }
}
