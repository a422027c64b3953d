using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>The same evidence with the target sectors of all measures exchanged for others at random, dates and all else unchanged.</summary>
/// <remarks>Sectors change names by a permutation, so that measures aim at as many sectors, and overlap as much, as they do in truth. The statistic is the largest logarithm of the Bayes factor over the lags of the verdict. The draws are the same every time.</remarks>
internal static class PlaceboTargets
{
    /// <summary>Assignments drawn; with so many, a p of 0.025 can be reached.</summary>
    private const int Draws = 39;

    // draws until a small set of possible assignments is taken to be used up
    private const int Tries = 400;

    /// <summary>The rank; null where there are no two sectors whose exchange changes a target.</summary>
    public static TargetPlacebos? Of(ModelInput input, StoryFits fits, int threads)
    {
        var assignments = Assignments(input);
        if (assignments.Count == 0)
            return null;
        var own = Largest(fits.Free) - fits.None.LogEvidence;
        var others = new double[assignments.Count];
        Parallel.For(0, others.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => others[i] = Largest(fits.Free.WithInterventions(assignments[i])) - fits.None.LogEvidence);
        var good = others.Count(other => other >= own);
        return new TargetPlacebos { Assignments = others.Length, AsGood = good, PValue = (1.0 + good) / (1 + others.Length), LogBayesFactor = own };
    }

    internal static IReadOnlyList<IReadOnlyList<OrdinalIntervention>> Assignments(ModelInput input)
    {
        string[] sectors = [.. input.CellSectors.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var seen = new HashSet<string>(StringComparer.Ordinal) { Key(input.Data!.Interventions) };
        var found = new List<IReadOnlyList<OrdinalIntervention>>();
        var random = new Xoshiro256(0x7461726765747331); // "targets1"
        for (var i = 0; i < Tries && found.Count < Draws; i++)
        {
            var drawn = (string[])sectors.Clone();
            for (var k = drawn.Length - 1; k > 0; k--)
            {
                var other = random.NextInt(k + 1);
                (drawn[k], drawn[other]) = (drawn[other], drawn[k]);
            }

            var name = sectors.Zip(drawn).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
            var moved = input.Measures.On([.. input.CellSectors.Select(sector => sector is null ? null : name[sector])]);
            if (moved.Count > 0 && seen.Add(Key(moved)))
                found.Add(moved);
        }

        return found;
    }

    private static string Key(IReadOnlyList<OrdinalIntervention> interventions) =>
        string.Join('|', interventions.Select(one => $"{one.Name}:{string.Join(',', one.Targets.Select(target => target.Cell))}"));

    private static double Largest(OrdinalFit fit) => fit.Kernels.Max(kernel => kernel.LogEvidence);
}
