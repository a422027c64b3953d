using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Coding.Tests.Models;

/// <summary>Nothing of an answer is believed that the text does not bear out.</summary>
public class ModelAnswerReaderTests
{
    private const string Text = "Headline\n\nCoal exports from Zenda fell by 35 percent in May because of the embargo,\na trader said. Prices rose. Bread may become dearer in Strelsau. Prices rose.";

    private static readonly Place[] Places =
    [
        new Place { Id = "zenda", Name = "Zenda", Level = PlaceLevel.City, Province = "North", Countries = ["RR"] },
        new Place { Id = "strelsau", Name = "Strelsau", Level = PlaceLevel.City, Province = "Center", Countries = ["RR"] },
    ];

    private static readonly ReportText Report = new("r", "Zenda Post", new DateOnly(2018, 7, 5), null, Text);
    private static readonly ModelAnswerReader Reader = new("m1", TaxonomyFile.Shipped, Places);

    private static ModelReading Read(string answer) => Reader.Read(answer, Report, new TextPiece(0, Text.Length), Report.Published);

    private static JsonObject Claim() => new()
    {
        ["quote"] = "Coal exports from Zenda fell by 35 percent in May because of the embargo, a trader said.",
        ["sector"] = "mining-coal",
        ["indicator"] = "exports",
        ["direction"] = "down",
        ["group"] = "traders",
        ["date_edtf"] = "2018-05",
        ["place"] = "Zenda",
        ["magnitude"] = 35,
        ["mode"] = "asserted",
        ["attribution"] = "sanctions",
        ["cause"] = "asserted",
        ["cause_quote"] = "because of the embargo",
        ["sourcing"] = new JsonArray("a trader"),
    };

    private static string Answer(params JsonNode?[] claims) => new JsonObject { ["claims"] = new JsonArray([.. claims]) }.ToJsonString();

    private static ModelReading With(string field, JsonNode? value)
    {
        var claim = Claim();
        claim[field] = value;
        return Read(Answer(claim));
    }

    [Fact]
    public void A_sound_claim_becomes_a_proposal_whose_offsets_units_and_places_come_from_the_text()
    {
        var reading = Read(Answer(Claim()));

        Assert.Empty(reading.Refusals);
        var claim = Assert.Single(reading.Proposals);
        Assert.Equal(Text[claim.Start..claim.End], claim.Quote);
        Assert.Equal(("Coal exports from Zenda", "a trader said."), (claim.Quote[..23], claim.Quote[^14..]));
        Assert.Equal(("r", "mining-coal", "exports", Direction.Down, "traders"), (claim.ReportId, claim.Sector, claim.Indicator, claim.Direction, claim.Group));
        Assert.Equal(("2018-05", "Zenda", "zenda"), (claim.Date, claim.Place, claim.PlaceId));
        Assert.Equal((35.0, "percent", "35 percent"), (claim.Magnitude!.Value.Value, claim.Magnitude.Value.Unit, Text[claim.Magnitude.Value.Start..claim.Magnitude.Value.End]));
        Assert.Equal((Attribution.Sanctions, CauseGrade.Asserted, "because of the embargo"), (claim.Attribution, claim.Cause, Text[claim.CauseStart..claim.CauseEnd]));
        Assert.Equal(["a trader", "Zenda Post"], claim.Sourcing);
        Assert.Equal((ProposalOrigin.Model, "m1"), (claim.By, claim.ByModel));
    }

    [Fact]
    public void The_probability_is_what_the_rules_see_in_the_passage_and_no_word_of_the_model()
    {
        var claim = Claim();
        claim["probability"] = 0.999;
        claim["confidence"] = "certain";
        var seen = Read(Answer(claim)).Proposals[0];
        claim = Claim();
        (claim["sector"], claim["indicator"], claim["magnitude"]) = ("health", "corruption", null);
        var unseen = Read(Answer(claim)).Proposals[0];

        // weights.csv: bias, sector-in-clause, indicator-in-clause, move-near, number
        Assert.Equal(1 / (1 + Math.Exp(1.709 - 1.783 - .504 - .531 - .858)), seen.Probability, 9);
        Assert.Equal(1 / (1 + Math.Exp(1.709 - .531)), unseen.Probability, 9); // that something fell is all the rules see
    }

    public static TheoryData<string, string?, RefusalReason> Refusals() => new()
    {
        { "quote", null, RefusalReason.NoPassage },
        { "quote", "7", RefusalReason.Malformed },
        { "quote", "\"Coal\"", RefusalReason.NoPassage },
        { "quote", "\"Coal exports from Zenda fell by 53 percent\"", RefusalReason.NotQuoted },
        { "quote", "\"coal exports from Zenda fell\"", RefusalReason.NotQuoted },
        { "quote", "\"Coal exports ... because of the embargo\"", RefusalReason.NotQuoted },
        { "quote", "\"Prices rose.\"", RefusalReason.Ambiguous },
        { "quote", "\"Coal exports \\ud800\"", RefusalReason.Malformed },
        { "sector", "\"coal\"", RefusalReason.UnknownWord },
        { "sector", "null", RefusalReason.Malformed },
        { "indicator", "\"export volume\"", RefusalReason.UnknownWord },
        { "indicator", "[\"exports\"]", RefusalReason.Malformed },
        { "direction", "\"decreased\"", RefusalReason.UnknownWord },
        { "group", "\"everyone\"", RefusalReason.UnknownWord },
        { "mode", "\"sure\"", RefusalReason.UnknownWord },
        { "attribution", "\"embargo\"", RefusalReason.UnknownWord },
        { "cause", "\"strong\"", RefusalReason.UnknownWord },
        { "cause", "\"none\"", RefusalReason.Contradiction },
        { "attribution", "\"none\"", RefusalReason.Contradiction },
        { "cause_quote", null, RefusalReason.NotInText },
        { "cause_quote", "\"because of the blockade\"", RefusalReason.NotInText },
        { "date_edtf", "\"last May\"", RefusalReason.BadDate },
        { "date_edtf", "\"2018-02-31\"", RefusalReason.BadDate },
        { "date_edtf", "20180705", RefusalReason.Malformed },
        { "date_edtf", "\"2018-07-06\"", RefusalReason.AfterPublication },
        { "date_edtf", "\"2018-05/2019-01\"", RefusalReason.AfterPublication },
        { "date_edtf", "\"2020\"", RefusalReason.AfterPublication },
        { "place", "\"Hentzau\"", RefusalReason.NotInText },
        { "sourcing", "[\"the minister\"]", RefusalReason.NotInText },
        { "sourcing", "\"a trader\"", RefusalReason.Malformed },
        { "sourcing", "[\"a\",\"a\",\"a\",\"a\",\"a\",\"a\"]", RefusalReason.Malformed },
        { "magnitude", "36", RefusalReason.NumberNotInQuote },
        { "magnitude", "\"35\"", RefusalReason.Malformed },
        { "magnitude", "1e999", RefusalReason.Malformed },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_the_text_does_not_bear_out_is_refused_with_its_reason(string field, string? value, RefusalReason reason)
    {
        var claim = Claim();
        claim[field] = null;
        // a raw value: half a pair and 1e999 have no other way into the JSON
        var answer = Answer(claim).Replace($"\"{field}\":null", value is null ? $"\"{field}\":null" : $"\"{field}\":{value}", StringComparison.Ordinal);

        var reading = Read(answer);

        Assert.Empty(reading.Proposals);
        Assert.Equal(reason, Assert.Single(reading.Refusals).Reason);
        Assert.NotEmpty(reading.Refusals[0].Detail);
    }

    [Theory]
    [InlineData("2018")] // the year of the publication has begun
    [InlineData("2018-07-05")]
    [InlineData("2018-05/..")]
    [InlineData("2018-33")]
    [InlineData("2018-05~")]
    public void A_date_that_has_begun_by_the_publication_is_taken(string date) => Assert.Equal(date, Assert.Single(With("date_edtf", date).Proposals).Date);

    [Fact]
    public void A_forecast_may_be_about_what_comes()
    {
        var claim = Claim();
        (claim["date_edtf"], claim["mode"]) = ("2019", "forecast");

        Assert.Equal("2019", Assert.Single(Read(Answer(claim)).Proposals).Date);
    }

    [Fact]
    public void What_is_said_without_a_date_is_about_the_day_it_is_told() => Assert.Equal("2018-07-05~", Assert.Single(With("date_edtf", null).Proposals).Date);

    [Fact]
    public void A_refused_claim_hides_no_other()
    {
        var bad = Claim();
        bad["sector"] = "coal";

        var reading = Read(Answer(bad, 7, null, Claim(), Claim()));

        Assert.Single(reading.Proposals);
        Assert.Equal([RefusalReason.UnknownWord, RefusalReason.Malformed, RefusalReason.Malformed, RefusalReason.Repeated], reading.Refusals.Select(one => one.Reason));
    }

    [Fact]
    public void More_claims_than_were_asked_for_are_left_out()
    {
        var reading = Read(Answer([.. Enumerable.Repeat<JsonNode?>(null, 1_000)]));

        Assert.Equal(ModelAnswerReader.MostClaims + 1, reading.Refusals.Count);
        Assert.Equal(RefusalReason.TooMany, reading.Refusals[^1].Reason);
        Assert.Contains("960", reading.Refusals[^1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("I found no claims.")]
    [InlineData("{\"claims\": [{\"quote\": \"Coal")]
    [InlineData("{\"claims\": {}}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("\ud800")]
    public void An_answer_that_is_none_is_told(string answer)
    {
        var reading = Read(answer);

        Assert.Empty(reading.Proposals);
        Assert.NotNull(reading.Fault);
    }

    [Fact]
    public void Fences_and_thoughts_around_the_answer_are_taken_off()
    {
        Assert.Single(Read("```json\n" + Answer(Claim()) + "\n```\n").Proposals);
        Assert.Single(Read("<think>\nCoal, so {mining}.\n</think>\n\n" + Answer(Claim())).Proposals);
    }

    [Fact]
    public void A_claim_from_another_piece_of_the_text_is_refused()
    {
        var reading = Reader.Read(Answer(Claim()), Report, new TextPiece(Text.IndexOf("Bread", StringComparison.Ordinal), Text.Length), Report.Published);

        Assert.Equal(RefusalReason.NotQuoted, Assert.Single(reading.Refusals).Reason);
    }

    [Fact]
    public void Two_thirds_in_words_are_67_percent()
    {
        const string text = "Rice output fell by two thirds in the north.";
        var answer = JsonSerializer.Serialize(new { claims = new[] { new { quote = text, sector = "food", indicator = "output", direction = "down", magnitude = 67 } } });

        var claim = Assert.Single(Reader.Read(answer, new ReportText("r", null, null, null, text), new TextPiece(0, text.Length), null).Proposals);

        Assert.Equal("percent", claim.Magnitude!.Value.Unit);
        Assert.Equal(200 / 3.0, claim.Magnitude.Value.Value, 3);
    }

    [Fact]
    public void Whatever_the_answer_every_proposal_is_the_text_between_its_offsets()
    {
        string[] scraps = ["{\"claims\":[", "]}", "{", "}", ",", "\"quote\":", "\"Coal exports from Zenda fell\"", "\"sector\":\"mining-coal\"", "\"indicator\":\"exports\"", "\"direction\":\"down\"", "\"magnitude\":", "35", "-1e308", "null", "[", "]", "\"\\ud83d\"", "\"place\":\"Zenda\"", "\u0000", "\"date_edtf\":\"2018-05\"", "```", "true", "\"claims\""];
        Gen.OneOf(Gen.Int[0, scraps.Length - 1].Select(i => scraps[i]).Array[0, 25].Select(string.Concat), Gen.String).Sample(
            answer =>
            {
                var reading = Read(answer);
                return reading.Proposals.All(one => Text[one.Start..one.End] == one.Quote && one.Probability is >= 0 and <= 1) && (reading.Fault is null || reading.Proposals.Count == 0);
            },
            iter: 3_000, threads: 1);
    }
}
