using Manometer.Cases;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Coding.Tests;

/// <summary>The training set of the reader, in the form of the gold set (docs/gold.md).</summary>
public class TrainingFilesTests
{
    private static readonly GoldSet Training = new(Repository.Path("tests", "training"));

    [Fact]
    public void No_sentence_of_it_stands_in_the_gold_set()
    {
        var gold = new GoldSet(Repository.Path("tests", "gold")).Sentences.Select(one => one.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.True(Training.Sentences.Count >= 600);
        Assert.DoesNotContain(Training.Sentences, one => gold.Contains(one.Text));
        Assert.Equal(Training.Sentences.Count, Training.Sentences.Select(one => one.Id).Distinct().Count());
    }

    [Fact]
    public void Spans_are_quotes_and_words_are_of_the_taxonomy_and_each_sector_is_told_often()
    {
        var words = TaxonomyFile.Shipped;
        var texts = Training.Sentences.ToDictionary(one => one.Id, one => one.Text);
        var rows = Training.All("observations.jsonl");
        Assert.All(rows, row =>
        {
            Assert.Equal(texts[row.Sentence][row.Start..row.End], row.Quote);
            Assert.Contains(row.Sector, words.Sectors.Select(term => term.Id));
            Assert.Contains(row.Indicator, words.Indicators.Select(term => term.Id));
            if (row.Group is not null)
                Assert.Contains(row.Group, words.Groups.Select(term => term.Id));
            Assert.True(Word.TryParse<Direction>(row.Direction, out _), row.Direction);
            Assert.True(Word.TryParse<Polarity>(row.Polarity, out _), row.Polarity);
            Assert.Equal(row.Attribution == "none", row.Grade is null);
        });
        Assert.All(words.Sectors, sector => Assert.True(rows.Count(row => row.Sector == sector.Id) >= 20, sector.Id));
        Assert.True(texts.Keys.Except(rows.Select(row => row.Sentence)).Count() >= 100, "sentences without an observation");
    }

    [Fact]
    public void The_model_decides_in_the_words_of_the_taxonomy()
    {
        var words = TaxonomyFile.Shipped;
        var rows = LexiconFile.Rows("model.csv");

        Assert.Equal(["claim", "date", "direction", "group", "indicator", "magnitude", "place", "polarity", "role", "sector", "tie"], rows.Select(row => row[0]).Distinct().Order());
        Assert.All(rows.Where(row => row[0] == ClaimModel.Sector), row => Assert.Contains(row[1], words.Sectors.Select(term => term.Id)));
        Assert.All(rows.Where(row => row[0] == ClaimModel.Indicator), row => Assert.Contains(row[1], words.Indicators.Select(term => term.Id)));
        Assert.All(rows.Where(row => row[0] == ClaimModel.Group), row => Assert.True(row[1] == "none" || words.Groups.Any(term => term.Id == row[1]), row[1]));
        Assert.All(rows.Where(row => row[0] == ClaimModel.Direction), row => Assert.True(Word.TryParse<Direction>(row[1], out _), row[1]));
    }

    [Fact]
    public void Where_every_field_is_coded_dates_are_EDTF_and_places_are_named()
    {
        var full = Training.Sentences.Where(one => one.Half == "training-full").ToDictionary(one => one.Id);
        var rows = Training.All("observations.jsonl").Where(row => full.ContainsKey(row.Sentence)).ToList();

        Assert.True(full.Count >= 1000, $"{full.Count}");
        Assert.All(rows, row => Assert.True(row.Date is null || Edtf.TryParse(row.Date, out _), $"{row.Sentence}: {row.Date}"));
        Assert.All(rows, row => Assert.True(row.Magnitude is null || row.Magnitude.Role is "by" or "to", row.Sentence));
        Assert.All(rows, row => Assert.All(row.Sourcing, name => Assert.Contains(name, full[row.Sentence].Text, StringComparison.Ordinal)));
        Assert.True(rows.Count(row => row.Place is { } place && full[row.Sentence].Text.Contains(place, StringComparison.Ordinal)) > 0.8 * rows.Count(row => row.Place is not null));
    }

    [Fact]
    public void A_feature_is_found_by_what_stands_in_the_file()
    {
        var bag = new FeatureBag();
        bag.Add("bias");
        bag.Add("s", "fuel");
        bag.Add("i-s", "supply", "fuel");

        Assert.Equal((ulong[])[FeatureBag.KeyOf("bias"), FeatureBag.KeyOf("s=fuel"), FeatureBag.KeyOf("i-s=supply&fuel")], bag.Keys);
        Assert.Equal(3, bag.Keys.Distinct().Count());
    }
}
