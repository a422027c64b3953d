namespace Manometer.Statistics.Tests;

public sealed class CopyFinderTests
{
    private const string Wire =
        "Officials in the border city said on Monday that the coal yards have stood empty since the spring, that trucks no longer cross the bridge at night, and that the men who used to load them have gone back to their villages to look for other work, as three traders told us by telephone.";

    [Fact]
    public void The_same_words_are_a_copy_whatever_their_case_spaces_and_marks()
    {
        var pair = Assert.Single(CopyFinder.Find([new(Wire), new("  " + Wire.ToUpperInvariant().Replace(",", " -", StringComparison.Ordinal))]));

        Assert.Equal((CopyKind.Copy, 1.0, 1.0, false), (pair.Kind, pair.Jaccard, pair.Containment, pair.Directed));
        Assert.Equal(Wire.Split(' ').Length, pair.SharedRun);
    }

    [Fact]
    public void Who_was_first_is_said_where_the_days_differ_and_only_there()
    {
        Assert.Equal((1, 0, true), Direction(5, 3));
        Assert.Equal((0, 1, true), Direction(3, 5));
        Assert.Equal((0, 1, false), Direction(3, 3));
        Assert.Equal((0, 1, false), Direction(3, null));

        static (int, int, bool) Direction(int? one, int? other)
        {
            var pair = Assert.Single(CopyFinder.Find([new(Wire, Day: one), new(Wire, Day: other)]));
            return (pair.First, pair.Second, pair.Directed);
        }
    }

    [Fact]
    public void A_passage_of_twenty_five_words_in_two_long_texts_is_one_origin()
    {
        var words = Wire.Split(' ');
        var world = new WireWorld(1);
        var (one, other) = (Own(world), Own(world));

        var found = CopyFinder.Find([new(one + " " + string.Join(' ', words[..27]) + " " + one), new(other + " " + string.Join(' ', words[..27]))]);
        Assert.Equal((CopyKind.SharedOrigin, 27), (Assert.Single(found).Kind, found[0].SharedRun));
        Assert.Empty(CopyFinder.Find([new(one + " " + string.Join(' ', words[..20]) + " " + one), new(other + " " + string.Join(' ', words[..20]))]));
    }

    private static string Own(WireWorld world) => world.Write(1, 1, 0)[0].Text.Text.Split(" You are")[0];

    [Fact]
    public void An_excerpt_in_a_short_note_is_one_origin()
    {
        var pair = Assert.Single(CopyFinder.Find([new(Wire + " " + new WireWorld(2).Write(1, 1, 0)[0].Text.Text), new("A paper has it that " + string.Join(' ', Wire.Split(' ')[..22]))]));

        Assert.Equal(CopyKind.SharedOrigin, pair.Kind);
        Assert.True(pair.Jaccard < 0.2 && pair.Containment > 0.5);
    }

    [Fact]
    public void Furniture_of_a_publisher_is_no_copy()
    {
        const string Foot = "Subscribe to our daily letter for news from the border, share this with your friends, and write to the editor if you know more than we do about what you have read here today.";
        var world = new WireWorld(3);
        var texts = world.Write(12, 1, 0).Select(piece => new TextDocument(piece.Text.Text + Foot, "one")).ToList();

        Assert.Empty(CopyFinder.Find(texts));
        Assert.NotEmpty(CopyFinder.Find([.. texts.Select(text => text with { Publisher = null })]));
    }

    [Theory]
    [InlineData("북한 혜산시의 한 소식통은 3월 들어 장마당에서 쌀 가격이 킬로그램당 오천 원까지 올랐다고 전했다")]
    [InlineData("消息人士说今年春天以来边境城市的煤场一直空着夜里也没有卡车过桥工人们都回乡下去了")]
    public void Scripts_without_spaces_between_words_are_read_by_characters(string text)
    {
        var pair = Assert.Single(CopyFinder.Find([new(text), new("전언: " + text + " (끝)")]));

        Assert.True(pair.Containment > 0.9);
    }

    [Fact]
    public void Texts_without_words_and_lone_surrogates_are_no_copies_of_anything() =>
        Assert.Empty(CopyFinder.Find([new(""), new("..."), new("\uD800\uDC00\uD800"), new("one two"), new("three four five six seven")]));

    [Fact]
    public void Short_lines_are_copies_when_they_are_the_same() => Assert.Single(CopyFinder.Find([new("Coal up."), new("coal up"), new("Coal down.")]));

    [Fact]
    public void The_result_is_the_same_for_any_number_of_threads_and_any_order()
    {
        var texts = new WireWorld(4).Write(30, 3, 4).Select(piece => piece.Text).ToList();
        var found = CopyFinder.Find(texts);

        Assert.Equal(found, CopyFinder.Find(texts, threads: 3));
        texts.Reverse();
        Assert.Equal(found.Count, CopyFinder.Find(texts).Count);
    }

    // simulated wire copying: a copy and its source against independent reports of the same happening, which share names, numbers and a quotation
    [Fact]
    public void Copies_stand_apart_from_independent_reports_of_the_same_happening()
    {
        var pieces = new WireWorld(5).Write(60, 3, 4);
        var copies = new List<double>();
        var apart = new List<double>();
        foreach (var (number, piece) in pieces.Index())
            for (var other = 0; other < number; other++)
                if (piece.From == other || pieces[other].From == number)
                    copies.Add(CopyFinder.Overlap(piece.Text.Text, pieces[other].Text.Text)!.Value.Containment);
                else if (piece.From < 0 && pieces[other].From < 0 && piece.Happening == pieces[other].Happening)
                    apart.Add(CopyFinder.Overlap(piece.Text.Text, pieces[other].Text.Text)!.Value.Containment);
        var auc = copies.Average(copy => apart.Average(one => copy > one ? 1.0 : copy == one ? 0.5 : 0));
        Assert.True(auc >= 0.95, $"{auc}");

        var found = CopyFinder.Find([.. pieces.Select(piece => piece.Text)]).Select(pair => (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second))).ToHashSet();
        Assert.True(pieces.Index().Where(one => one.Item.From >= 0).Average(one => found.Contains((one.Item.From, one.Index)) ? 1.0 : 0) >= 0.95);
        Assert.DoesNotContain(found, pair => pieces[pair.Item1].Happening != pieces[pair.Item2].Happening);
        Assert.DoesNotContain(found, pair => pieces[pair.Item1].From < 0 && pieces[pair.Item2].From < 0);
    }

    // the fingerprints may miss nothing they promise: an exhaustive search finds no further pair with a shared run of 25 words or a Jaccard of .8
    [Fact]
    public void An_exhaustive_search_finds_no_more()
    {
        var texts = new WireWorld(6).Write(25, 3, 4).Select(piece => piece.Text with { Publisher = null }).ToList();
        var found = CopyFinder.Find(texts).Select(pair => (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second))).ToHashSet();
        var words = texts.Select(text => text.Text.ToLowerInvariant().Split([' ', '.', ',', '\''], StringSplitOptions.RemoveEmptyEntries)).ToList();
        var missed = new List<(int, int)>();
        for (var one = 0; one < texts.Count; one++)
        {
            var passages = Enumerable.Range(0, Math.Max(0, words[one].Length - 24)).Select(at => string.Join(' ', words[one][at..(at + 25)])).ToHashSet(StringComparer.Ordinal);
            for (var other = one + 1; other < texts.Count; other++)
                if (Enumerable.Range(0, Math.Max(0, words[other].Length - 24)).Any(at => passages.Contains(string.Join(' ', words[other][at..(at + 25)]))) && !found.Contains((one, other)))
                    missed.Add((one, other));
        }

        Assert.Empty(missed);
    }
}
