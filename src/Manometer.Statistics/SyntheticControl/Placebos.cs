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
            var own = sample.Unit * Spread.Rms(gaps.AsSpan(0, sample.Pre));
            var after = sample.Unit * Spread.Rms(gaps.AsSpan(sample.Pre));
            var mean = sample.Unit * Spread.Mean(gaps.AsSpan(sample.Pre));
            for (var t = 0; t < gaps.Length; t++)
                gaps[t] *= sample.Unit;
            units[target - 1] = new PlaceboUnit(names[target], own, after, mean, after / Math.Max(own, 1e-12 * sample.Unit), own <= 2 * pre, gaps);
        }

        double[] Gaps(Func<PlaceboUnit, bool> which) => [.. units.Where(which).Select(unit => unit.MeanGap)];
        var ratio = post / Math.Max(pre, 1e-12 * sample.Unit);
        return new PlaceboTest(new PlaceboRank(1 + units.Count(unit => unit.Ratio >= ratio), donors + 1), GapRanks.Of(gap, Gaps(_ => true)), GapRanks.Of(gap, Gaps(unit => unit.IsSimilar)), units);
    }
}
