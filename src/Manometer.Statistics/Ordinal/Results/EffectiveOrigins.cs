namespace Manometer.Statistics;

/// <summary>Number of independent origins that weigh as much as these.</summary>
public static class EffectiveOrigins
{
    /// <summary>Kish's effective number (sum n)^2 / sum n^2 of the reports an origin each gave (Kish 1965, section 11.7); 5, 3, 1, 1 give 2.7778. 0 when there are none.</summary>
    /// <param name="reports">Reports (or weights) of each origin, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public static double Kish(IEnumerable<double> reports)
    {
        double sum = 0, squares = 0;
        foreach (var n in reports)
        {
            if (!(n >= 0) || double.IsInfinity(n))
                throw new ArgumentOutOfRangeException(nameof(reports), n, "a number of reports is finite and at least 0");
            sum += n;
            squares += n * n;
        }
        return squares > 0 ? sum * sum / squares : 0;
    }
}
