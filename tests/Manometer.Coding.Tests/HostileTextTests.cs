using CsCheck;

namespace Manometer.Coding.Tests;

/// <summary>Any text is read: in linear time, without an exception, with offsets that are its own.</summary>
public class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "March", "3/2016:", "2016", "-", "/", ".", ",", "the", "last", "first", "of", "week", "two", "and", "a half", "percent", "%", "$", "1,000", "99999999999999999999", "from", "to", "between",
        "coal", "fell", "prices", "not", "may", "because", "sanctions", "\ud83d", "\udc00", "\u200f", "\u202e", "\ufeff", "\n", "\r\n\n", "\t", "\u5e74", "3\u6708", "\uc6d4", "'s", "\u2019ll", "n't", "Q", "1", "H2", "ago", "later",
        "before", "after", "until", "since", "early", "end", "fiscal", "e-3", "\u00bd", "1/2", "0000", "31", "30 February", "Year 9999", "century", "decades", "ten", "thousand", "million", "\u2022", "\u0000", "(", ")", "\"",
    ];

    private static readonly Gen<string> Garbled = Gen.Select(Gen.Int[0, Pieces.Length - 1], Gen.Bool).Array[0, 40].Select(parts => string.Concat(parts.Select(part => Pieces[part.Item1] + (part.Item2 ? " " : ""))));

    [Fact]
    public void Garbled_sentences_are_read_without_a_fault()
    {
        Gen.OneOf(Garbled, Gen.String).Sample(Check, iter: 3000, threads: 1);
    }

    [Theory]
    [InlineData(".99999999999999999999" + "99999999999999999999")]
    [InlineData(".99999999999999999999" + "99999999999999999999from ")]
    [InlineData("$ .99999999999999999999" + "99999999999999999999")]
    [InlineData("between .0000000000000000000000000000000000000000001 and .1 percent")]
    public void A_point_before_too_many_digits_is_no_number(string text) => Assert.True(Check(text));

    private static readonly DateReader Dates = new();
    private static readonly QuantityReader Quantities = new();
    private static readonly Coder Coder = new([], new CoderOptions { Threshold = 0 });

    private static bool Check(string text)
    {
        foreach (var mention in Dates.Read(text, new DateOnly(2018, 7, 5)))
            if (mention.Start < 0 || mention.End > text.Length || mention.Start >= mention.End || mention.Edtf is { } edtf && !Manometer.Model.Edtf.TryParse(edtf, out _))
                return false;
        foreach (var mention in Quantities.Read(text))
            if (mention.Start < 0 || mention.End > text.Length || mention.Start >= mention.End || double.IsNaN(mention.Value))
                return false;
        foreach (var proposal in Coder.Code(new ReportText("r", null, new DateOnly(2018, 7, 5), null, text)))
            if (text[proposal.Start..proposal.End] != proposal.Quote || !(proposal.Probability is >= 0 and <= 1))
                return false;
        return true;
    }

    [Theory]
    [InlineData("1")]
    [InlineData("a")]
    [InlineData("may ")]
    [InlineData("1/1/")]
    [InlineData("from 1 to ")]
    [InlineData("one hundred and ")]
    [InlineData("coal prices fell not ")]
    [InlineData("\u202e\ud800")]
    [InlineData("2016-")]
    [InlineData("1,000,")]
    [InlineData("the end of ")]
    [InlineData("more than 2 and ")]
    [InlineData("3/2016: ")]
    [InlineData("the ")]
    [InlineData("two days before ")]
    public void A_long_line_is_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));

        Assert.True(Check(text));
    }

    [Fact]
    public void The_same_text_gives_the_same_proposals()
    {
        const string text = "Coal exports fell by 35 percent in May because of the embargo. Rice prices rose.";
        var report = new ReportText("r", null, new DateOnly(2018, 7, 5), null, text);

        var before = Coder.Code(report);
        Coder.Code(report with { Text = "Power cuts in Zenda." });
        Assert.Equal(before.Select(one => one.ToString()), Coder.Code(report).Select(one => one.ToString()));
    }
}
