using CsCheck;

namespace Manometer.Statistics.Tests;

/// <summary>The adjusted values by another route: from the definition of each procedure, by trying every set of hypotheses or every level; and what they promise, by simulation.</summary>
public class MultiplicityReferee
{
    private static readonly Gen<double[]> Values = Gen.OneOf(Gen.Double[0, 1], Gen.Double[0, 0.1], Gen.Int[0, 20].Select(i => i / 20.0)).Array[1, 8];

    /// <summary>Closed testing (Marcus, Peritz and Gabriel 1976) with Bonferroni's test of every intersection.</summary>
    [Fact]
    public void Holm_is_closed_testing() => Values.Sample(p =>
    {
        var adjusted = Multiplicity.Holm(p);
        for (var i = 0; i < p.Length; i++)
            Assert.Equal(Sets(p.Length, i).Max(set => Math.Min(1, set.Count * set.Min(j => p[j]))), adjusted[i], 1e-12);
    }, iter: 500);

    /// <summary>The least level at which the procedure of Benjamini and Hochberg rejects, among all levels at which anything changes.</summary>
    [Fact]
    public void Benjamini_and_Hochberg_is_the_least_level_that_rejects() => Values.Sample(p =>
    {
        var adjusted = Multiplicity.BenjaminiHochberg(p);
        double[] levels = [.. Enumerable.Range(1, p.Length).SelectMany(rank => p.Select(one => Math.Min(1, p.Length * one / rank))).Append(1).Order()];
        for (var i = 0; i < p.Length; i++)
            Assert.Equal(levels.First(level => Rejected(p, level).Contains(i)), adjusted[i], 1e-9);
    }, iter: 500);

    private static List<int> Rejected(double[] p, double level)
    {
        const double Rounding = 1 + 1e-12;
        var most = Enumerable.Range(1, p.Length).LastOrDefault(rank => p.Order().ElementAt(rank - 1) <= rank * level / p.Length * Rounding);
        return most == 0 ? level >= 1 ? [.. Enumerable.Range(0, p.Length)] : [] : [.. Enumerable.Range(0, p.Length).Where(i => p[i] <= p.Order().ElementAt(most - 1))];
    }

    /// <summary>Closed testing with the largest statistic of every set, against its placebos.</summary>
    [Fact]
    public void MaxT_is_closed_testing() => Gen.Select(Gen.Double[0, 3].Array[1, 6], Gen.Int[0, 30], Gen.ULong).Sample((observed, count, seed) =>
    {
        var random = new Xoshiro256(seed);
        double[][] placebos = [.. Enumerable.Range(0, count).Select(_ => observed.Select(_ => 3 * random.NextDouble()).ToArray())];
        var adjusted = Multiplicity.MaxT(observed, placebos);
        for (var i = 0; i < observed.Length; i++)
            Assert.Equal(Sets(observed.Length, i).Max(set => (1.0 + placebos.Count(row => set.Max(j => row[j]) >= set.Max(j => observed[j]))) / (1 + count)), adjusted[i], 1e-12);
    }, iter: 300);

    private static IEnumerable<List<int>> Sets(int size, int with) =>
        Enumerable.Range(0, 1 << size).Where(set => (set >> with & 1) == 1).Select(set => Enumerable.Range(0, size).Where(j => (set >> j & 1) == 1).ToList());

    /// <summary>Forty tests, of which some have an effect: the mean share of false ones among those at .10 stays at .10, and any false one by Holm at .10 comes in at most one of ten.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(30)]
    public void What_is_promised_is_kept(int effects)
    {
        const int Draws = 4_000;
        var random = new Xoshiro256((ulong)(100 + effects));
        var (share, any, found) = (0.0, 0, 0.0);
        for (var draw = 0; draw < Draws; draw++)
        {
            double[] p = [.. Enumerable.Range(0, 40).Select(i => 2 * Normal.Survival(Math.Abs(random.NextNormal() + (i < effects ? 3 : 0))))];
            var rates = Multiplicity.BenjaminiHochberg(p);
            var (rejected, wrong) = (rates.Count(one => one <= 0.10), rates.Skip(effects).Count(one => one <= 0.10));
            share += rejected == 0 ? 0 : (double)wrong / rejected / Draws;
            found += rejected - wrong;
            any += Multiplicity.Holm(p).Skip(effects).Any(one => one <= 0.10) ? 1 : 0;
        }

        var exact = 0.10 * (40 - effects) / 40; // what independent tests give
        Assert.Equal(exact, share, 3 * Math.Sqrt(exact * (1 - exact) / Draws) + 1e-3);
        Assert.True(any <= 0.10 * Draws + 3 * Math.Sqrt(0.09 * Draws), $"{any} of {Draws}");
        Assert.True(effects == 0 || found > 0.5 * effects * Draws, $"{found}");
    }
}
