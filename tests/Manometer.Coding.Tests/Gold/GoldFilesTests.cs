using System.Security.Cryptography;
using System.Text;
using Manometer.Cases;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Coding.Tests;

public class GoldFilesTests
{
    private static readonly GoldSet Gold = new(Repository.Path("tests", "gold"));

    public static TheoryData<string> Files => ["observations.jsonl", "before-settling.jsonl", "coder-a.jsonl", "coder-b.jsonl"];

    [Fact]
    public void Each_sentence_has_an_id_of_its_own_and_stands_in_the_half_that_the_hash_of_its_id_tells()
    {
        Assert.True(Gold.Sentences.Count >= 400);
        Assert.Equal(Gold.Sentences.Count, Gold.Sentences.Select(one => one.Id).Distinct().Count());
        Assert.Equal(Gold.Sentences.Count, Gold.Sentences.Select(one => one.Text).Distinct().Count());
        Assert.All(Gold.Sentences, one => Assert.Equal((SHA256.HashData(Encoding.UTF8.GetBytes(one.Id))[0] & 1) == 0 ? "development" : "held-out", one.Half));
    }

    [Fact]
    public void What_is_on_record_as_seen_is_of_the_held_out_half() =>
        Assert.All(Gold.Seen, id => Assert.Equal("held-out", Assert.Single(Gold.Sentences, one => one.Id == id).Half));

    [Theory, MemberData(nameof(Files))]
    public void Each_span_is_the_quote_and_cuts_no_word_and_no_two_are_the_same(string file)
    {
        var texts = Gold.Sentences.ToDictionary(one => one.Id, one => one.Text);
        Assert.All(Gold.All(file), row =>
        {
            var text = texts[row.Sentence];
            Assert.Equal(text[row.Start..row.End], row.Quote);
            Assert.True(row.Start == 0 || !char.IsLetterOrDigit(text[row.Start - 1]) || !char.IsLetterOrDigit(text[row.Start]), $"{row.Sentence}: {row.Quote}");
            Assert.True(row.End == text.Length || !char.IsLetterOrDigit(text[row.End]) || !char.IsLetterOrDigit(text[row.End - 1]), $"{row.Sentence}: {row.Quote}");
        });
        Assert.Equal(Gold.All(file).Count, Gold.All(file).DistinctBy(row => (row.Sentence, row.Start, row.End)).Count());
    }

    [Theory, MemberData(nameof(Files))]
    public void Words_are_of_the_taxonomy_and_of_the_tables(string file)
    {
        var words = TaxonomyFile.Shipped;
        Assert.All(Gold.All(file), row =>
        {
            Assert.Contains(row.Sector, words.Sectors.Select(term => term.Id));
            Assert.Contains(row.Indicator, words.Indicators.Select(term => term.Id));
            if (row.Group is not null)
                Assert.Contains(row.Group, words.Groups.Select(term => term.Id));
            Assert.True(Word.TryParse<Direction>(row.Direction, out _), row.Direction);
            Assert.True(Word.TryParse<Polarity>(row.Polarity, out _), row.Polarity);
            Assert.True(Word.TryParse<Attribution>(row.Attribution, out _), row.Attribution);
            if (row.Grade is not null)
                Assert.True(Word.TryParse<AttributionGrade>(row.Grade, out _), row.Grade);
            Assert.Equal(row.Attribution == "none", row.Grade is null);
            if (row.Magnitude is { } magnitude)
            {
                Assert.True(double.IsFinite(magnitude.Value) && magnitude.Unit.Length > 0, row.Quote);
                Assert.Contains(magnitude.Role, (string[])["by", "to"]);
            }
        });
    }

    [Theory, MemberData(nameof(Files))]
    public void Dates_are_edtf_and_nothing_asserted_lies_after_its_document(string file)
    {
        var written = Gold.Sentences.ToDictionary(one => one.Id, one => one.Written);
        Assert.All(Gold.All(file), row =>
        {
            if (row.Date is null)
                return;
            Assert.True(Edtf.TryParse(row.Date, out var date), $"{row.Sentence}: {row.Date}");
            // an approximate day is the day of the document
            if (row.Date.EndsWith('~'))
                Assert.True(row.Date == Iso(written[row.Sentence]) + "~" || !row.Date.StartsWith(Iso(written[row.Sentence]), StringComparison.Ordinal), row.Date);
            if (row.Polarity == "asserted" && row.Sentence != "g396" && date.FirstDay is { } first)
                Assert.True(first <= written[row.Sentence], $"{row.Sentence}: {row.Date} is after {Iso(written[row.Sentence])}");
        });
    }

    [Fact]
    public void The_set_holds_every_way_of_speaking_that_its_page_promises()
    {
        var rows = Gold.All("observations.jsonl");
        Assert.All((string[])["asserted", "negated", "hypothetical", "forecast"], polarity => Assert.True(rows.Count(row => row.Polarity == polarity) >= 20, polarity));
        Assert.All((string[])["up", "down", "none"], direction => Assert.True(rows.Count(row => row.Direction == direction) >= 20, direction));
        Assert.True(rows.Count(row => row.Grade == "denied") >= 15);
        Assert.True(rows.Count(row => row.Grade == "concurrent") >= 40);
        Assert.True(Gold.Sentences.Count(one => rows.All(row => row.Sentence != one.Id)) >= 20, "sentences without an observation");
        Assert.True(rows.GroupBy(row => row.Sentence).Count(group => group.Count() > 1) >= 50, "sentences with several");
    }

    [Fact]
    public void The_adjudication_tells_each_difference_of_the_two_codings()
    {
        var told = File.ReadLines(Repository.Path("tests", "gold", "adjudication.csv")).Skip(1).Select(line => line[..4]).ToHashSet();
        var first = Gold.Rows("coder-a.jsonl");
        var second = Gold.Rows("coder-b.jsonl");
        var settled = Gold.Rows("before-settling.jsonl");
        foreach (var id in Gold.Sentences.Select(one => one.Id))
        {
            string[] a = [.. first[id].Select(Text)], b = [.. second[id].Select(Text)], c = [.. settled[id].Select(Text)];
            if (a.SequenceEqual(b))
                Assert.True(a.SequenceEqual(c) || told.Contains(id), $"{id}: changed without a word");
            else
                Assert.Contains(id, told);
        }

        static string Text(GoldRow row) => System.Text.Json.JsonSerializer.Serialize(row);
    }

    [Fact] // the set as it was before, and the two codings of all texts that somebody else settled with it
    public void The_settling_tells_each_difference_from_what_stood_before()
    {
        var told = File.ReadLines(Repository.Path("tests", "gold", "settling.csv")).Skip(1).Select(line => line[..4]).ToHashSet();
        var before = Gold.Rows("before-settling.jsonl");
        var settled = Gold.Rows("observations.jsonl");
        foreach (var id in Gold.Sentences.Select(one => one.Id))
            Assert.True(told.Contains(id) || before[id].Select(Text).SequenceEqual(settled[id].Select(Text)), $"{id}: changed without a word");

        static string Text(GoldRow row) => System.Text.Json.JsonSerializer.Serialize(row);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
