namespace Manometer.Statistics.Tests;

public class OrdinalFitTests
{
    private static readonly OrdinalSimulation Corpus = OrdinalSimulation.Draw(OrdinalWorld.WithEffect with { Reports = 100, Months = 24, Start = 10, Sources = 6, FamilySizes = [4], Targeted = 2, DirectionOnly = 0.3 }, 7);
    private static readonly OrdinalFit Fit = OrdinalFit.Of(Corpus.Data);
    private static readonly OrdinalLine Line = OrdinalLine.Mean("first", [0]);

    [Fact]
    public void The_same_data_give_the_same_bits_on_one_thread_and_on_two()
    {
        var again = OrdinalFit.Of(Corpus.Data, options: new() { Threads = 2 });
        Assert.Equal(BitConverter.DoubleToInt64Bits(Fit.LogEvidence), BitConverter.DoubleToInt64Bits(again.LogEvidence));
        Assert.Equal(Fit.Index(Line), again.Index(Line));
        Assert.Equal(Fit.MeanEffect, again.MeanEffect);
    }

    [Fact]
    public void The_index_is_the_dense_one_when_the_scales_are_held()
    {
        double[] s = [0.2, 0.3, 0.7, 0.4, 0.6];
        var data = OrdinalCorpora.Everything(9) with { Families = [new("branch", 3), new("region", 1), new("only", 1)] };
        data = data with { Cells = [.. data.Cells.Select(c => OrdinalCell.Of(c.Members[0], 0, 0))] };
        var model = new OrdinalModel
        {
            Mixture = false,
            PlainLaplace = true,
            CommonWalk = ScalePrior.Fixed(s[0]),
            FamilyWalks = [ScalePrior.Fixed(s[1])],
            EventEffect = ScalePrior.Fixed(s[2]),
            OriginEffect = ScalePrior.Fixed(s[3]),
            Lean = ScalePrior.Fixed(s[4]),
            IndicatorReports = 1000,
        };
        var dense = new DenseReference(data, model, s);
        var fit = OrdinalFit.Of(data, model);
        Assert.Equal(dense.LogEvidence, fit.LogEvidence, 1e-7);
        var index = fit.Index(OrdinalLine.Mean("second", [1]));
        for (var t = 0; t < data.Months; t++)
            Assert.Equal(dense.Index(1, t).Sd, index[t].Estimate.Sd, 1e-6);
    }

    [Fact]
    public void A_month_without_reports_widens_the_band_and_does_not_stand_still_by_rule()
    {
        var silent = OrdinalFit.Of(Corpus.Data with { Reports = [.. Corpus.Data.Reports.Where(r => r.Month is < 14 or > 18)] }).Index(Line);
        var full = Fit.Index(Line);
        Assert.Equal(24, silent.Count);
        for (var t = 14; t <= 18; t++)
            Assert.True(silent[t].Estimate.Sd > full[t].Estimate.Sd);
        Assert.NotEqual(silent[14].Estimate.Mean, silent[18].Estimate.Mean);
    }

    [Fact]
    public void Leaving_a_report_out_warm_is_leaving_it_out_cold()
    {
        foreach (var left in (int[])[3, 99])
        {
            var warm = Fit.Without([left]);
            var state = Fit.Nodes[0].State;
            foreach (var (node, old) in warm.Nodes.Zip(Fit.Nodes))
            {
                var cold = new OrdinalState(state.Layout) { Mask = node.State.Mask };
                Array.Copy(old.State.Log, cold.Log, cold.Log.Length);
                var work = new OrdinalWorkspace(state.Layout);
                cold.FitMixture(work, 500, 1e-9);
                cold.Finish(work);
                Assert.Equal(cold.LogEvidence, node.State.LogEvidence, 1e-6);
            }
            Assert.True(warm.LogEvidence > Fit.LogEvidence);
        }
    }

    [Fact]
    public void What_each_month_was_worth_adds_up_to_the_evidence()
    {
        var curve = Fit.Curve(0, 23, 9);
        Assert.Equal(Fit.LogEvidence, curve.Sum(p => p.LogPredictive), 1e-8);
        Assert.Equal(100, curve[^1].Reports);
        Assert.All(curve, p => Assert.True(p.LogPredictive < 0.05));
    }

    [Fact]
    public void A_report_taken_in_moves_the_index_nearly_as_a_refit_does()
    {
        var report = new OrdinalReport(0, 20, 2, 2, 1) { Event = 9_999, Published = 21 };
        var update = Fit.Absorb(report);
        var refit = OrdinalFit.Of(Corpus.Data with { Reports = [.. Corpus.Data.Reports, report] });
        Assert.Equal(refit.LogEvidence - Fit.LogEvidence, update.LogPredictive, 0.1);
        var before = Fit.Index(Line);
        var quick = update.Index(Line);
        var exact = refit.Index(Line);
        for (var t = 0; t < 24; t++)
        {
            Assert.InRange(Math.Abs(quick[t].Estimate.Mean - exact[t].Estimate.Mean), 0, 0.06 * before[t].Estimate.Sd);
            Assert.InRange(quick[t].Estimate.Sd / exact[t].Estimate.Sd, 0.97, 1.03);
        }
        Assert.True(quick[20].Estimate.Mean > before[20].Estimate.Mean);
    }

    [Fact]
    public void The_probabilities_of_all_reports_that_could_come_next_sum_to_one() =>
        Assert.Equal(1, Enumerable.Range(-2, 5).Sum(y => Math.Exp(Fit.Absorb(new(2, 20, y, y, 0)).LogPredictive)), 1e-12);

    [Fact]
    public void The_news_tells_which_report_moved_the_index()
    {
        var news = Fit.News(Line, 20);
        Assert.Equal(100, news.Count);
        foreach (var item in news.Take(2))
        {
            var moved = Fit.Index(Line)[20].Estimate.Mean - Fit.Without([item.Report]).Index(Line)[20].Estimate.Mean;
            Assert.Equal(Math.Sign(moved), Math.Sign(item.Move));
            Assert.InRange(item.Move / moved, 0.4, 2.5);
        }
    }

    [Fact]
    public void Two_routes_to_the_bayes_factor_agree()
    {
        var none = OrdinalFit.Of(Corpus.Data, new() { Effects = false });
        var routes = Fit.BayesFactor(none);
        Assert.True(routes.Agree, routes.ToString());
        Assert.InRange(routes.LogBayesFactor!.Value, -5, 10);
        Assert.Equal(Fit.LogEvidence, Fit.LogEvidenceOfSign(true) + Math.Log(0.5) - Math.Log(Fit.MeanEffect!.Positive), 1e-9);
    }

    [Fact]
    public void A_grid_of_kernels_is_the_sum_of_its_fits()
    {
        WeightedKernel[] kernels = [new(new(6), 0.25), new(new(24), 0.75)];
        var both = OrdinalFit.Of(Corpus.Data, new() { Kernels = kernels });
        var six = OrdinalFit.Of(Corpus.Data, new() { Kernels = [new(new(6), 1)] });
        var two = OrdinalFit.Of(Corpus.Data, new() { Kernels = [new(new(24), 1)] });
        Assert.Equal(0, Math.Log(0.25 * Math.Exp(six.LogEvidence - both.LogEvidence) + 0.75 * Math.Exp(two.LogEvidence - both.LogEvidence)), 2e-3);
        Assert.Equal(1, both.Kernels.Sum(k => k.Posterior), 1e-9);
    }

    [Fact]
    public void A_source_that_makes_things_up_loses_its_reliability_and_the_others_keep_theirs()
    {
        var random = new Xoshiro256(5);
        var reports = new List<OrdinalReport>();
        for (var happening = 0; happening < 40; happening++)
            for (var source = 0; source < 4; source++)
            {
                var bad = happening % 2 == 0;
                var step = source == 0 ? random.NextInt(5) - 2 : bad ? 2 : -2;
                reports.Add(new(bad ? 0 : 1, happening % 12, step, step, source) { Event = happening, Origin = source * 100 + happening });
            }
        var data = new OrdinalData { Months = 12, Families = [new("branch", 2)], Cells = [OrdinalCell.Of(0), OrdinalCell.Of(1)], Sources = [new(), new(), new(), new()], Reports = reports };
        var fit = OrdinalFit.Of(data);
        Assert.True(fit.Reliabilities[0].Mean < fit.Reliabilities.Skip(1).Min(r => r.Mean) - 0.25, string.Join("; ", fit.Reliabilities));
        var contrary = Enumerable.Range(0, reports.Count).Where(i => reports[i].Source == 0 && reports[i].Low == (reports[i].Cell == 0 ? -2 : 2)).ToArray();
        Assert.All(contrary, i => Assert.True(fit.Informative(i) < 0.3));
    }

    [Fact]
    public void Shared_origins_and_events_count_for_less_than_their_number()
    {
        var effective = Fit.EffectiveReports(Line, 20);
        Assert.InRange(effective, 5, 95);
    }

    [Fact]
    public void Events_come_with_their_effect_and_number_of_reports()
    {
        var events = Fit.Events;
        Assert.Equal(Corpus.Data.Reports.Select(r => r.Event).Distinct().Count(), events.Count);
        Assert.Equal(100, events.Sum(e => e.Reports));
        Assert.All(events, e => Assert.InRange(e.Sd, 0.01, 1.5));
    }

    [Fact]
    public void A_series_moves_the_index_when_it_moves_and_holds_it_when_it_is_flat()
    {
        var points = Enumerable.Range(0, 24).Select(t => (t, 0.0)).ToArray();
        var flat = OrdinalFit.Of(Corpus.Data with { Series = [new("flat", [new(0, 1)], points)] }).Index(Line);
        var rising = OrdinalFit.Of(Corpus.Data with { Series = [new("rising", [new(0, 1)], [.. points.Select(p => (p.t, p.t < 10 ? 0.0 : 2.5))])] }).Index(Line);
        Assert.True(Math.Abs(flat[22].Estimate.Mean) < Math.Abs(Fit.Index(Line)[22].Estimate.Mean));
        Assert.True(rising[22].Estimate.Mean > flat[22].Estimate.Mean + 0.3);
    }

    [Fact]
    public void A_selection_factor_of_a_half_reads_more_reports_as_a_higher_state()
    {
        var counts = Enumerable.Range(0, 24).SelectMany(t => Enumerable.Range(0, 4).Select(c => new OrdinalCount(0, t, c, c == 0 && t >= 12 ? 9 : 2))).ToArray();
        var data = Corpus.Data with { Counts = counts };
        var plain = OrdinalFit.Of(data).Index(Line)[22].Estimate.Mean;
        Assert.Equal(plain, Fit.Index(Line)[22].Estimate.Mean, 1e-12);
        Assert.True(OrdinalFit.Of(data, new() { Selection = 0.5 }).Index(Line)[22].Estimate.Mean > plain + 0.1);
        Assert.True(OrdinalFit.Of(data, new() { Selection = -0.5 }).Index(Line)[22].Estimate.Mean < plain - 0.1);
    }

    [Fact]
    public void Indicators_with_thirty_reports_get_a_loading_of_their_own()
    {
        var reports = Corpus.Data.Reports.Select((r, i) => r with { Indicator = i % 2 }).ToArray();
        var fit = OrdinalFit.Of(Corpus.Data with { Indicators = 2, Reports = reports });
        var layout = fit.Nodes[0].State.Layout;
        Assert.True(layout.LoadingFree[1]);
        Assert.NotEqual(1, layout.Loading[1]);
        Assert.InRange(layout.Loading[1], 0.5, 2);
        Assert.InRange(layout.Spacing[1], 0.5, 2);
    }
}
