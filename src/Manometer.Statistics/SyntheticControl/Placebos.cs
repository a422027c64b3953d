namespace Manometer.Statistics;

/// <summary>The method on every donor in turn, and the three ranks.</summary>
internal static class Placebos
{
    public static PlaceboTest? Run(SynthSample sample, SynthEngine engine, IReadOnlyList<string> names, double pre, double post, double gap)
    {
        var donors = sample.Units - 1;
        if (donors < 2)
            return null;
        var others = new int[donors - 1];
        var weights = new double[donors - 1];
        var units = new PlaceboUnit[donors];
        for (var target = 1; target <= donors; target++)
        {
            for (var (j, at) = (1, 0); j <= donors; j++)
                if (j != target)
                    others[at++] = j;
            engine.Fit(target, others, weights);
            var gaps = new double[sample.Times];
            engine.Gaps(target, others, weights, gaps);
            var own = Spread.Rms(gaps.AsSpan(0, sample.Pre));
            units[target - 1] = new PlaceboUnit(names[target], own, Spread.Rms(gaps.AsSpan(sample.Pre)), Spread.Mean(gaps.AsSpan(sample.Pre)), own <= 2 * pre, gaps);
        }

        var similar = units.Where(unit => unit.IsSimilar).ToArray();
        var ratio = post / Math.Max(pre, 1e-12);
        return new PlaceboTest(new PlaceboRank(1 + units.Count(unit => unit.Ratio >= ratio), donors + 1), Ranks(units, gap), Ranks(similar, gap), units);
    }

    private static GapRanks Ranks(PlaceboUnit[] units, double gap) => new(
        new PlaceboRank(1 + units.Count(unit => unit.MeanGap <= gap), units.Length + 1),
        new PlaceboRank(1 + units.Count(unit => unit.MeanGap >= gap), units.Length + 1),
        new PlaceboRank(1 + units.Count(unit => Math.Abs(unit.MeanGap) >= Math.Abs(gap)), units.Length + 1));
}
