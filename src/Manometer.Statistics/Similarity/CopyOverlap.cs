namespace Manometer.Statistics;

/// <summary>What two sets of shingles share.</summary>
/// <param name="Shared">Shingles in both.</param>
/// <param name="First">Shingles of the first.</param>
/// <param name="Second">Shingles of the second.</param>
public readonly record struct CopyOverlap(int Shared, int First, int Second)
{
    /// <summary>Shared over all, 0 to 1; 0 for two empty sets.</summary>
    public double Jaccard => Shared == 0 ? 0 : (double)Shared / (First + Second - Shared);

    /// <summary>Shared over the smaller set, 0 to 1; 0 where one is empty.</summary>
    public double Containment => Shared == 0 ? 0 : (double)Shared / Math.Min(First, Second);

    internal static CopyOverlap Of(ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second)
    {
        int i = 0, j = 0, shared = 0;
        while (i < first.Length && j < second.Length)
        {
            var (left, right) = (first[i], second[j]);
            if (left == right)
                shared++;
            if (left <= right)
                i++;
            if (right <= left)
                j++;
        }

        return new CopyOverlap(shared, first.Length, second.Length);
    }
}
