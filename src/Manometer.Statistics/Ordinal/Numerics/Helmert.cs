namespace Manometer.Statistics;

/// <summary>Helmert's orthonormal basis of the vectors that sum to 0: k members, k - 1 coordinates. Column j has 1/sqrt(j(j+1)) in its first j places and -j/sqrt(j(j+1)) in the next.</summary>
internal static class Helmert
{
    /// <summary>Coordinates of a raw covector: out[j] = (v_0 + .. + v_(j-1) - j v_j)/sqrt(j(j+1)).</summary>
    public static void Reduce(ReadOnlySpan<double> members, Span<double> coordinates)
    {
        var sum = 0.0;
        for (var j = 1; j < members.Length; j++)
        {
            sum += members[j - 1];
            coordinates[j - 1] = (sum - j * members[j]) * Scale(j);
        }
    }

    /// <summary>Member values of coordinates.</summary>
    public static void Expand(ReadOnlySpan<double> coordinates, Span<double> members)
    {
        var suffix = 0.0;
        for (var j = members.Length - 1; j >= 0; j--)
        {
            var own = j > 0 ? -j * coordinates[j - 1] * Scale(j) : 0;
            members[j] = own + suffix;
            if (j > 0)
                suffix += coordinates[j - 1] * Scale(j);
        }
    }

    private static readonly double[] Scales = MakeScales(512);

    public static double Scale(int j) => j < Scales.Length ? Scales[j] : 1 / Math.Sqrt((double)j * (j + 1));

    private static double[] MakeScales(int count)
    {
        var scales = new double[count];
        for (var j = 1; j < count; j++)
            scales[j] = 1 / Math.Sqrt((double)j * (j + 1));
        return scales;
    }
}
