using Manometer.Coding;

namespace Manometer.Coding.Tests;

/// <summary>How far reviewers agree.</summary>
public class ReviewAgreementTests
{
    // ten units, two observers, nominal: alpha 0.095 (Krippendorff, 2011, "Computing Krippendorff's alpha-reliability", section A)
    [Fact]
    public void Alpha_of_two_reviewers_is_the_published_one()
    {
        var decisions = "0100000010".Zip("1110010000").SelectMany((unit, i) => new[] { Decision("a", i, unit.First), Decision("b", i, unit.Second) });

        var verdict = ReviewAgreement.Of(decisions)[0];

        Assert.Equal(("verdict", 10, 0.6), (verdict.What, verdict.Units, verdict.Same));
        Assert.Equal(0.095, verdict.Alpha!.Value, 3);
    }

    [Fact]
    public void Columns_are_compared_where_both_accepted_and_decisions_taken_back_do_not_count()
    {
        var decisions = new List<ReviewDecision>
        {
            Row("a", "p-1", "trade"), Row("b", "p-1", "trade"),
            Row("a", "p-2", "fuel"), Row("b", "p-2", "trade"),
            Row("a", "p-3", "fuel"), new("b", "p-3", "r", ReviewVerdict.Reject),
            Row("a", "p-4", "fuel"), Row("b", "p-4", "fuel"), new("b", "p-4", "r", ReviewVerdict.Undo),
        };

        var found = ReviewAgreement.Of(decisions);

        Assert.Equal((3, 2, 0.5), (found[0].Units, found[1].Units, found[1].Same));
        Assert.Equal("sector", found[1].What);
        Assert.Null(found[2].Alpha); // no group was given by anybody
    }

    [Fact]
    public void Alone_there_is_no_agreement() => Assert.All(ReviewAgreement.Of([Row("a", "p-1", "trade")]), one => Assert.Equal((0, null), (one.Units, one.Alpha)));

    private static ReviewDecision Decision(string who, int unit, char value) => new(who, $"p-{unit}", "r", value == '1' ? ReviewVerdict.Accept : ReviewVerdict.Reject);

    private static ReviewDecision Row(string who, string key, string sector) => new(who, key, "r", ReviewVerdict.Accept) { Row = [KeyValuePair.Create("sector", sector)] };
}
