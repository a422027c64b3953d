using Manometer.Testing;

namespace Manometer.Statistics.Tests;

public sealed class DawidSkeneTests
{
    // Dawid and Skene (1979), table 1; the figures to 1e-9 are those of a converged EM in another program (goldens.json of the reference data)
    [Fact]
    public void Anaesthetists_of_1979()
    {
        var file = new LabelFile(Repository.Reference("data", "verdict", "dawid_skene_1979.csv"), null);
        var model = DawidSkene.Fit(file.Set);

        Assert.True(model.Converged);
        Assert.Equal(-192.8908812142056, model.LogLikelihood, 1e-9);
        Assert.Equal([0.3996, 0.4220, 0.1118, 0.0667], model.ClassShares.Select(share => Math.Round(share, 4)));
        double[][] first = [[0.8895, 0.1105, 0, 0], [0.0706, 0.8764, 0.0530, 0], [0, 0.3388, 0.6612, 0], [0, 0, 0.5556, 0.4444]];
        for (var truth = 0; truth < 4; truth++)
            Assert.Equal(first[truth], Enumerable.Range(0, 4).Select(said => Math.Round(model.Says(0, truth, said), 4)));
        Assert.Equal([18, 19, 5, 3], Enumerable.Range(0, 45).CountBy(model.Likeliest).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal([(6, 0.981), (34, 0.948), (37, 0.979)], Enumerable.Range(0, 45).Select(item => (item, Math.Round(model.Probability(item, model.Likeliest(item)), 3))).Where(pair => pair.Item2 < 0.99));
    }

    [Theory]
    [InlineData("bluebirds", -1888.116755, 0.898)]
    [InlineData("s_dog", -4745.549871, 0.843)]
    public void Crowds_of_the_reference_data(string name, double likelihood, double accuracy)
    {
        var file = Crowd(name);
        var model = DawidSkene.Fit(file.Set);

        Assert.True(model.Converged);
        Assert.Equal(likelihood, model.LogLikelihood, 1e-6);
        Assert.Equal(accuracy, file.Accuracy(model.Likeliest), 1e-3);
        if (name == "bluebirds")
            Assert.Equal([0.564071, 0.435929], model.ClassShares.Select(share => Math.Round(share, 6)));
    }

    // the same rounds, written down a second time in the plainest way: one table, no logarithms
    [Fact]
    public void Agrees_with_a_second_computation()
    {
        var random = new Random(5);
        var labels = Enumerable.Range(0, 240).Select(_ => new Label(random.Next(30), random.Next(4), random.Next(3))).ToList();
        var model = DawidSkene.Fit(LabelSet.Of(labels), new DawidSkeneOptions { MostRounds = 25, Tolerance = 1e-300 });

        var truth = new double[30, 3];
        foreach (var label in labels)
            truth[label.Item, label.Class] += 1.0 / labels.Count(other => other.Item == label.Item);
        for (var round = 0; round < 25; round++)
        {
            var shares = Enumerable.Range(0, 3).Select(c => Enumerable.Range(0, 30).Sum(item => truth[item, c]) / 30).ToArray();
            var says = new double[4, 3, 3];
            foreach (var label in labels)
                for (var c = 0; c < 3; c++)
                    says[label.Source, c, label.Class] += truth[label.Item, c];
            for (var source = 0; source < 4; source++)
                for (var c = 0; c < 3; c++)
                {
                    var total = says[source, c, 0] + says[source, c, 1] + says[source, c, 2];
                    for (var said = 0; said < 3; said++)
                        says[source, c, said] /= total;
                }

            for (var item = 0; item < 30; item++)
            {
                var own = shares.ToArray();
                foreach (var label in labels.Where(label => label.Item == item))
                    for (var c = 0; c < 3; c++)
                        own[c] *= says[label.Source, c, label.Class];
                for (var c = 0; c < 3; c++)
                    truth[item, c] = own[c] / own.Sum();
            }
        }

        for (var item = 0; item < 30; item++)
            for (var c = 0; c < 3; c++)
                Assert.Equal(truth[item, c], model.Probability(item, c), 1e-9);
    }

    [Fact]
    public void Finds_the_error_rates_that_labels_were_drawn_with()
    {
        double[] right = [0.95, 0.8, 0.65];
        var random = new Random(11);
        var labels = new List<Label>();
        for (var item = 0; item < 4000; item++)
        {
            var truth = random.NextDouble() < 0.3 ? 1 : 0;
            for (var source = 0; source < 3; source++)
                labels.Add(new Label(item, source, random.NextDouble() < right[source] ? truth : 1 - truth));
        }

        var model = DawidSkene.Fit(LabelSet.Of(labels));

        Assert.Equal(0.3, model.ClassShares[1], 0.02);
        for (var source = 0; source < 3; source++)
            Assert.Equal(right[source], 0.7 * model.Says(source, 0, 0) + 0.3 * model.Says(source, 1, 1), 0.02);
    }

    [Fact]
    public void A_prior_stands_where_there_is_little_to_learn()
    {
        var model = DawidSkene.Fit(LabelSet.Of([new Label(0, 0, 1)]), new DawidSkeneOptions { PriorAccuracy = [0.9], ClassStrength = 1 });

        Assert.InRange(model.Says(0, 1, 1), 0.89, 0.92);
        Assert.Equal(0.9, model.Says(0, 0, 0), 1e-2);
    }

    [Fact]
    public void A_vote_cut_in_halves_is_one_vote()
    {
        List<Label> whole = [new(0, 0, 1), new(0, 1, 0), new(1, 0, 1), new(1, 1, 1), new(2, 1, 0)];
        List<Label> halves = [.. whole.Where(label => label != whole[0]), whole[0] with { Weight = 0.5 }, whole[0] with { Weight = 0.5 }];
        var options = new DawidSkeneOptions { PriorAccuracy = [0.7, 0.8], ClassStrength = 1 };

        Assert.Equal(DawidSkene.Fit(LabelSet.Of(whole), options).Probability(0, 1), DawidSkene.Fit(LabelSet.Of(halves), options).Probability(0, 1), 1e-9);
    }

    [Fact]
    public void Same_labels_same_bits()
    {
        var random = new Random(3);
        var set = LabelSet.Of([.. Enumerable.Range(0, 500).Select(_ => new Label(random.Next(60), random.Next(7), random.Next(3)))]);

        Assert.Equal(BitConverter.DoubleToInt64Bits(DawidSkene.Fit(set).LogLikelihood), BitConverter.DoubleToInt64Bits(DawidSkene.Fit(set).LogLikelihood));
    }

    [Fact]
    public void What_cannot_be_read_is_refused_with_a_reason()
    {
        Assert.Contains("no labels", Assert.Throws<ArgumentException>(() => LabelSet.Of([])).Message, StringComparison.Ordinal);
        Assert.Contains("weight 0", Assert.Throws<ArgumentException>(() => LabelSet.Of([new Label(0, 0, 0, 0)])).Message, StringComparison.Ordinal);
        Assert.Contains("item -1", Assert.Throws<ArgumentException>(() => LabelSet.Of([new Label(-1, 0, 0)])).Message, StringComparison.Ordinal);
        Assert.Contains("class 3 is not one of 3", Assert.Throws<ArgumentException>(() => LabelSet.Of([new Label(0, 0, 3)], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DawidSkene.Fit(LabelSet.Of([new Label(0, 0, 0)]), new DawidSkeneOptions { PriorAccuracy = [1] }));
        Assert.Throws<ArgumentException>(() => DawidSkene.Fit(LabelSet.Of([new Label(0, 0, 0)]), new DawidSkeneOptions { MostRounds = 0 }));
    }

    internal static LabelFile Crowd(string name) =>
        new(Repository.Reference("data", "verdict", name + "_answer.csv"), Repository.Reference("data", "verdict", name + "_truth.csv"));
}
