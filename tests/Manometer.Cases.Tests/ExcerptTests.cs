namespace Manometer.Cases.Tests;

public class ExcerptTests
{
    [Fact]
    public void A_line_cut_at_either_end_shows_that_it_goes_on()
    {
        var line = new string('a', 200) + "X" + new string('b', 200);
        var (excerpt, offset) = SourceText.Decode("f", System.Text.Encoding.UTF8.GetBytes(line + "\nnext")).LineAt(200);

        Assert.Equal('X', excerpt[200 - offset]);
        Assert.StartsWith("\u2026aaa", excerpt, StringComparison.Ordinal);
        Assert.EndsWith("bbb\u2026", excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_fits_is_shown_as_it_is() =>
        Assert.Equal(("short", 0), SourceText.Decode("f", "short\nnext"u8).LineAt(2));

    [Theory] // a pair of surrogates at the cut is not halved
    [InlineData(0)]
    [InlineData(1)]
    public void No_half_of_a_pair_is_printed(int shift)
    {
        var line = new string('x', shift) + string.Concat(Enumerable.Repeat("\ud83d\ude00", 300));

        var (excerpt, _) = SourceText.Decode("f", System.Text.Encoding.UTF8.GetBytes(line)).LineAt(300);

        Assert.True(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(excerpt)) == excerpt);
    }
}
