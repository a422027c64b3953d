using CsCheck;

namespace Manometer.Cases.Tests;

public class LineDifferenceTests
{
    private static readonly Gen<string> Texts = Pick.OneOf("a\n", "b\n", "c\n", "\n", "d\r\n", "e").List[0, 12].Select(string.Concat);

    [Fact]
    public void The_difference_of_two_texts_turns_one_into_the_other() => Gen.Select(Texts, Texts).Sample((before, after) =>
    {
        var (old, young) = (LineDifference.Lines(before), LineDifference.Lines(after));
        var hunks = LineDifference.Of(old, young);

        Assert.Equal(before, string.Concat(old));
        Assert.Equal(after, string.Concat(LineDifference.Apply(old, hunks)!));
        Assert.Equal(Distance(old, young), hunks.Sum(hunk => hunk.Before.Count + hunk.After.Count));
    }, iter: 5_000);

    [Fact]
    public void Two_edits_far_apart_are_two_hunks()
    {
        var old = Enumerable.Range(0, 10_000).Select(i => $"{i}\n").ToList();
        var young = old.ToList();
        young[10] = "x\n";
        young.RemoveAt(9_000);

        Assert.Equal([(10, 1, 1), (9_000, 1, 0)], LineDifference.Of(old, young).Select(hunk => (hunk.At, hunk.Before.Count, hunk.After.Count)));
    }

    [Fact]
    public void Texts_with_nothing_in_common_are_one_replacement()
    {
        var old = Enumerable.Range(0, 5_000).Select(i => $"{i}\n").ToList();
        var young = Enumerable.Range(5_000, 5_000).Select(i => $"{i}\n").ToList();

        Assert.Single(LineDifference.Of(old, young));
    }

    [Fact]
    public void A_difference_is_not_applied_to_another_text() =>
        Assert.Null(LineDifference.Apply(["other\n"], [new LineHunk(0, ["a\n"], ["b\n"])]));

    // second computation: the longest common subsequence by the table
    private static int Distance(List<string> a, List<string> b)
    {
        var table = new int[a.Count + 1, b.Count + 1];
        for (var i = 1; i <= a.Count; i++)
            for (var j = 1; j <= b.Count; j++)
                table[i, j] = a[i - 1] == b[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        return a.Count + b.Count - (2 * table[a.Count, b.Count]);
    }
}
