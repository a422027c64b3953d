namespace Manometer.Statistics.Tests;

// golden numbers: joesingo/truthdiscovery on four sources that name values of four items (goldens.json of the reference data)
public sealed class TrustRankingTests
{
    private static readonly LabelSet Example = LabelSet.Of([
        new(0, 0, 1), new(1, 0, 4), new(2, 0, 5),
        new(0, 1, 2), new(1, 1, 3),
        new(0, 2, 1), new(1, 2, 4), new(2, 2, 6),
        new(0, 3, 1), new(2, 3, 6), new(3, 3, 9)]);

    [Fact]
    public void Truth_finder() => Assert.Equal([0.717439, 0.581543, 0.7561, 0.717439], TrustRanking.TruthFinder(Example).Trust.Select(Rounded));

    [Fact]
    public void Sums() => Assert.Equal([0.84307, 0, 1, 0.84307], TrustRanking.Sums(Example).Trust.Select(Rounded));

    [Fact]
    public void Investment() => Assert.Equal([0.061228, 0, 0.485245, 1], TrustRanking.Investment(Example).Trust.Select(Rounded));

    [Fact]
    public void What_more_and_better_sources_say_stands_higher()
    {
        foreach (var ranking in new[] { TrustRanking.TruthFinder(Example), TrustRanking.Sums(Example) })
        {
            Assert.True(ranking.Belief(0, 1) > ranking.Belief(0, 2));
            Assert.Equal(0, ranking.Belief(3, 1));
        }
    }

    private static double Rounded(double trust) => Math.Round(trust, 6);
}
