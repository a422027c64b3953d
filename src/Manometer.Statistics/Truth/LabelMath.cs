namespace Manometer.Statistics;

/// <summary>Small sums over classes.</summary>
internal static class LabelMath
{
    /// <summary>Turns logarithms into probabilities in place; returns the logarithm of their sum.</summary>
    public static double Normalize(Span<double> logs)
    {
        var most = double.NegativeInfinity;
        foreach (var log in logs)
            most = Math.Max(most, log);
        if (double.IsNegativeInfinity(most))
        {
            logs.Fill(1.0 / logs.Length);
            return most;
        }

        var sum = 0.0;
        for (var c = 0; c < logs.Length; c++)
            sum += logs[c] = Elementary.Exp(logs[c] - most);
        for (var c = 0; c < logs.Length; c++)
            logs[c] /= sum;
        return most + Elementary.Log(sum);
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is not from 0 to below the count.</exception>
    public static void CheckNumber(int number, int count, string name)
    {
        if ((uint)number >= (uint)count)
            throw new ArgumentOutOfRangeException(name, number, $"counted from 0, it must be below {count}");
    }

    /// <summary>The greatest, the first of equals.</summary>
    public static int Likeliest(ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var c = 1; c < probabilities.Length; c++)
            if (probabilities[c] > probabilities[best])
                best = c;
        return best;
    }
}
