namespace Manometer.Statistics.Tests;

public sealed class CalibratedTruthTests
{
    [Theory]
    [InlineData("bluebirds")]
    [InlineData("s_dog")]
    [InlineData("d_product")]
    public void On_real_crowds_no_less_right_than_the_plain_model_and_far_less_sure(string name)
    {
        var file = DawidSkeneTests.Crowd(name);
        var plain = DawidSkene.Fit(file.Set);
        var calibrated = CalibratedTruth.Fit(file.Set);

        Assert.True(file.Accuracy(calibrated.Likeliest) >= file.Accuracy(plain.Likeliest));
        Assert.True(file.LogScore(calibrated.Probability) > file.LogScore(plain.Probability));
        Assert.True(file.LogScore(calibrated.Probability) > -Math.Log(file.Set.Classes));
        Assert.True(file.Miscalibration(calibrated.Probability, calibrated.Likeliest) <= 0.02);
        Assert.False(calibrated.ChosenByTruths);
    }

    // correlation and astray from one half of the truths, judged on the other
    [Theory]
    [InlineData("bluebirds", 0.0)]
    [InlineData("s_dog", 0.02)]
    [InlineData("d_product", 0.0)]
    public void Known_truths_make_the_others_better_or_no_worse_than(string name, double gained)
    {
        var file = DawidSkeneTests.Crowd(name);
        var known = file.Truth.Where(pair => pair.Key % 2 == 0).ToDictionary();
        var calibrated = CalibratedTruth.Fit(file.Set, new CalibratedTruthOptions { Known = known });
        foreach (var item in known.Keys)
            file.Truth.Remove(item);

        Assert.True(calibrated.ChosenByTruths);
        Assert.True(file.LogScore(calibrated.Probability) >= file.LogScore(CalibratedTruth.Fit(file.Set).Probability) + gained - 0.02);
    }

    // sources that err independently: the plain model is right then, and truths say so
    [Fact]
    public void Where_sources_err_alone_truths_take_the_discount_away()
    {
        var random = new Random(17);
        var truth = new Dictionary<int, int>();
        var labels = new List<Label>();
        for (var item = 0; item < 3000; item++)
        {
            truth[item] = random.Next(2);
            for (var source = 0; source < 8; source++)
                labels.Add(new Label(item, source, random.NextDouble() < 0.7 ? truth[item] : 1 - truth[item]));
        }

        var fit = CalibratedTruth.Fit(LabelSet.Of(labels), new CalibratedTruthOptions { Known = truth });

        Assert.InRange(fit.Correlation, 0, 0.05);
        Assert.Equal(0.01, fit.Astray);
        var told = Enumerable.Range(0, 3000).Where(item => fit.Probability(item, fit.Likeliest(item)) is > 0.8 and < 0.9).ToList();
        Assert.Equal(told.Average(item => fit.Probability(item, fit.Likeliest(item))), told.Average(item => fit.Likeliest(item) == truth[item] ? 1.0 : 0), 0.04);
    }

    [Fact]
    public void Probabilities_sum_to_one_and_an_item_nobody_labelled_has_the_shares_of_the_classes()
    {
        var fit = CalibratedTruth.Fit(LabelSet.Of([new Label(0, 0, 1), new Label(2, 0, 1), new Label(2, 1, 0)]));

        Assert.All(Enumerable.Range(0, 3), item => Assert.Equal(1, fit.Probability(item, 0) + fit.Probability(item, 1), 1e-12));
        Assert.Equal(fit.Model.ClassShares[1], fit.Probability(1, 1), 1e-12);
    }

    [Fact]
    public void A_hundred_copies_of_one_origin_weigh_as_one()
    {
        var copies = Enumerable.Range(0, 100).Select(source => new Label(0, source + 1, 1, 0.01)).Append(new Label(0, 0, 0)).Append(new Label(1, 0, 0));
        var fit = CalibratedTruth.Fit(LabelSet.Of([.. copies]), new CalibratedTruthOptions { PriorStrength = 10 });

        Assert.InRange(fit.Probability(0, 1), 0.2, 0.6);
    }

    [Fact]
    public void A_source_is_judged_by_the_others_only()
    {
        // the third says the opposite of the two others in nine items of ten, and speaks alone of ten more
        var labels = Enumerable.Range(0, 40).SelectMany(item => new[] { new Label(item, 0, item % 2), new Label(item, 1, item % 2), new Label(item, 2, item % 10 == 0 ? item % 2 : 1 - item % 2) })
            .Concat(Enumerable.Range(40, 10).Select(item => new Label(item, 2, 0)));
        var fit = CalibratedTruth.Fit(LabelSet.Of([.. labels]), new CalibratedTruthOptions { PriorStrength = 10 });

        Assert.Equal(40, fit.Record(2).Judged);
        Assert.InRange(fit.Record(2).Right, 4, 12);
        Assert.InRange(fit.Record(0).Right, 24, 40);
    }

    [Fact]
    public void A_known_truth_of_no_item_is_refused() =>
        Assert.Contains("item 7", Assert.Throws<ArgumentException>(() => CalibratedTruth.Fit(LabelSet.Of([new Label(0, 0, 0)]), new CalibratedTruthOptions { Known = new Dictionary<int, int> { [7] = 0 } })).Message, StringComparison.Ordinal);
}
