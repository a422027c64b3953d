using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>The same evidence with all measures moved together by whole months: does the record speak for the true dates more than for false ones?</summary>
/// <remarks>
/// All lags of the grid are tried: a slow lag alone would put a quick effect at earlier dates. A shift is tried when the first measure then has nine months of record before it and nine from it on; measures moved beyond the record drop out. The statistic is the largest logarithm of the Bayes
/// factor of free effects against none over the lags, at the same scales and on the same reports, so that only the dates differ. Neighbouring shifts share most of what they explain: the rank says less
/// than as many independent tests would.
/// </remarks>
internal static class PlaceboDates
{
    private const int Margin = 9;

    /// <summary>The rank; null where no shift leaves enough months on both sides.</summary>
    /// <param name="input">The record.</param>
    /// <param name="fits">The stories fitted to it.</param>
    /// <param name="threads">Number of threads; the result does not depend on it.</param>
    public static PlaceboRank? Of(ModelInput input, StoryFits fits, int threads)
    {
        var data = input.Data!;
        var first = (int)Math.Floor(data.Interventions.Min(one => one.Start));
        int[] shifts = [.. Enumerable.Range(Margin - first, Math.Max(0, data.Months - (2 * Margin) + 1)).Where(shift => shift != 0)];
        if (shifts.Length == 0)
            return null;
        var free = OrdinalFit.Of(data, fits.Free.Model with { Kernels = LagKernel.Grid() }, new OrdinalOptions { Quadrature = OrdinalQuadrature.Mode, Threads = threads });
        var own = Largest(free) - fits.None.LogEvidence;
        var others = new double[shifts.Length];
        Parallel.For(0, shifts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => others[i] = Largest(free.WithInterventions(Moved(data, shifts[i]))) - fits.None.LogEvidence);
        var good = others.Count(other => other >= own);
        return new PlaceboRank { Shifts = shifts.Length, FirstShift = shifts[0], LastShift = shifts[^1], AsGood = good, PValue = (1.0 + good) / (1 + shifts.Length), LogBayesFactor = own };
    }

    private static IReadOnlyList<OrdinalIntervention> Moved(OrdinalData data, int months) =>
        [.. data.Interventions.Select(one => one with { Start = one.Start + months }).Where(one => one.Start < data.Months)];

    private static double Largest(OrdinalFit fit) => fit.Kernels.Max(kernel => kernel.LogEvidence);
}
