namespace Manometer.Statistics.Tests;

public sealed class Xoshiro256Tests
{
    [Fact]
    public void Follows_its_published_recurrence_from_the_published_seeding()
    {
        // SplitMix64 from 0 begins with e220a8397b1dcdaf (Steele, Lea and Flood 2014); the generator's first output is rotl(5 s1, 7) 9.
        ulong state = 0;
        var words = new ulong[4];
        for (var i = 0; i < 4; i++)
            words[i] = SplitMix(ref state);
        Assert.Equal(0xe220a8397b1dcdafUL, words[0]);
        Assert.Equal(ulong.RotateLeft(words[1] * 5, 7) * 9, new Xoshiro256(0).NextBits());
    }

    [Fact]
    public void Uniforms_lie_inside_and_have_the_right_moments()
    {
        var random = new Xoshiro256(42);
        double sum = 0, squares = 0;
        for (var i = 0; i < 1_000_000; i++)
        {
            var u = random.NextDouble();
            Assert.True(u > 0 && u < 1);
            sum += u;
            squares += u * u;
        }
        Assert.Equal(0.5, sum / 1e6, 0.0015);       // five standard errors
        Assert.Equal(1 / 3.0, squares / 1e6, 0.0015);
    }

    [Fact]
    public void Normals_have_mean_zero_and_variance_one()
    {
        var random = new Xoshiro256(7);
        double sum = 0, squares = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var z = random.NextNormal();
            sum += z;
            squares += z * z;
        }
        Assert.Equal(0, sum / 2e5, 0.012);
        Assert.Equal(1, squares / 2e5, 0.016);
    }

    [Fact]
    public void Whole_numbers_below_a_bound_are_even()
    {
        var random = new Xoshiro256(3);
        var counts = new int[6];
        for (var i = 0; i < 60_000; i++)
            counts[random.NextInt(6)]++;
        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt(0));
    }

    private static ulong SplitMix(ref ulong state)
    {
        state = unchecked(state + 0x9E3779B97F4A7C15UL);
        var z = state;
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
