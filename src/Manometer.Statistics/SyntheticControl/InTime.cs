namespace Manometer.Statistics;

/// <summary>Moves the date of the treatment back by as many times as it lasts, and on to half of the time before.</summary>
internal static class InTime
{
    public static InTimeTest Run(SynthSetup setup)
    {
        var sample = setup.Sample;
        var (truth, _, _) = Fit(setup, sample);
        var dates = new List<InTimePlacebo>();
        for (var back = sample.Post; back <= sample.Pre / 2; back++)
        {
            var (pre, times) = (sample.Pre - back, sample.Pre - back + sample.Post);
            if (pre < 2)
                break;
            var series = new double[sample.Units * times];
            for (var i = 0; i < sample.Units; i++)
                sample.Of(i)[..times].CopyTo(series.AsSpan(i * times));
            var (gap, error, gaps) = Fit(setup, new SynthSample(series, sample.Units, times, pre) { Treated = sample.Treated, Unit = sample.Unit });
            dates.Add(new InTimePlacebo(setup.Times[pre], gap, error, [.. gaps.Select((one, t) => new SynthPoint(setup.Times[t], sample.Unit * series[t], sample.Unit * (series[t] - one), t >= pre))]));
        }

        return new InTimeTest(dates, dates.Count == 0 ? null : GapRanks.Of(truth, [.. dates.Select(date => date.MeanGap)]));
    }

    private static (double Gap, double Error, double[] Gaps) Fit(SynthSetup setup, SynthSample sample)
    {
        var engine = SynthFit.OutcomeEngine(setup.Question, sample);
        int[] donors = [.. Enumerable.Range(1, sample.Units - 1)];
        var (weights, gaps) = (new double[donors.Length], new double[sample.Times]);
        engine.Fit(0, donors, weights);
        engine.Gaps(0, donors, weights, gaps);
        return (sample.Unit * Spread.Mean(gaps.AsSpan(sample.Pre)), sample.Unit * Spread.Rms(gaps.AsSpan(0, sample.Pre)), gaps);
    }
}
