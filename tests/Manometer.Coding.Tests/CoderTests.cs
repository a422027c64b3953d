using Manometer.Model;

namespace Manometer.Coding.Tests;

public class CoderTests
{
    private static readonly Place[] Places =
    [
        new Place { Id = "rur", Name = "Ruritania", Level = PlaceLevel.Country, Countries = ["RR"] },
        new Place { Id = "strelsau", Name = "Strelsau", Level = PlaceLevel.City, Province = "Center", Countries = ["RR"] },
        new Place { Id = "zenda", Name = "Zenda", Level = PlaceLevel.City, Province = "North", Countries = ["RR"] },
    ];

    private static IReadOnlyList<Proposal> Code(string text, string published = "2018-07-05", double threshold = CoderOptions.UsualThreshold) =>
        new Coder(Places, new CoderOptions { Threshold = threshold }).Code(new ReportText("r", "Strelsau Daily", DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture), null, text));

    private static Proposal Only(string text) => Assert.Single(Code(text));

    [Fact]
    public void A_plain_report_becomes_one_observation_with_all_its_fields()
    {
        var claim = Only("Coal exports from Zenda fell by 35 percent in May because of the embargo, a trader said.");

        Assert.Equal(("mining-coal", "exports", Direction.Down), (claim.Sector, claim.Indicator, claim.Direction));
        Assert.Equal(("2018-05", "zenda"), (claim.Date, claim.PlaceId));
        Assert.Equal((35.0, "percent"), (claim.Magnitude!.Value.Value, claim.Magnitude.Value.Unit));
        Assert.Equal((Attribution.Sanctions, CauseGrade.Asserted, ClaimMode.Asserted), (claim.Attribution, claim.Cause, claim.Mode));
        Assert.Equal(["a trader", "Strelsau Daily"], claim.Sourcing);
        Assert.Equal("r", claim.ReportId);
    }

    [Fact]
    public void No_change_is_no_change_and_two_witnesses_are_no_amount()
    {
        var claim = Only("No change in bread rations, according to two residents.");

        Assert.Equal(("food", "rations", Direction.None), (claim.Sector, claim.Indicator, claim.Direction));
        Assert.Null(claim.Magnitude);
    }

    [Fact]
    public void A_number_before_a_word_is_no_day()
    {
        var claim = Only("Oil exports have fallen from 1.2 million barrels a day.");

        Assert.Equal("2018-07-05~", claim.Date);
    }

    [Fact]
    public void Who_imposes_the_measures_is_not_where_they_are_felt()
    {
        Assert.Null(Only("Prices of flour rose by 20 percent after Ruritania sanctions.").PlaceId);
        Assert.Equal("zenda", Only("Prices of flour rose by 20 percent in Zenda after Ruritania sanctions.").PlaceId);
    }

    [Fact]
    public void A_name_that_no_gazetteer_knows_is_a_place_where_it_stands_like_one()
    {
        Assert.Equal("Gonderburg", Only("Gonderburg harbour has had no fuel for a week.").Place);
        Assert.Equal("Castillo del Mar", Only("Coal exports from Castillo del Mar fell by 35 percent in May.").Place);
    }

    [Fact]
    public void A_price_with_a_point_is_no_date()
    {
        var claim = Only("Petrol in Zenda costs 1.30 marks a litre.");

        Assert.Equal(("2018-07-05~", 1.3), (claim.Date, claim.Magnitude!.Value.Value));
    }

    [Theory]
    [InlineData("Coal exports from Zenda have fallen since March.", "2018-03/..")]
    [InlineData("Coal exports from Zenda fell in 2016 and 2017.", "2016/2017")]
    [InlineData("Coal exports from Zenda fell by the spring of 2017.", "2017-21")]
    public void A_date_is_read_as_it_is_meant(string text, string date) => Assert.Equal(date, Only(text).Date);

    [Fact]
    public void A_place_ends_with_its_line() =>
        Assert.All(Code("Prices of flour rose in Hentzau\n\nPetrol grew dearer."), claim => Assert.DoesNotContain('\n', claim.Place ?? ""));

    [Theory]
    [InlineData("Rice prices doubled in Strelsau.", "food", "price", Direction.Up)]
    [InlineData("Apartment prices in Strelsau crashed.", "real-estate", "price", Direction.Down)]
    [InlineData("The ruble weakened sharply.", "currency", "exchange-rate", Direction.Up)]
    [InlineData("Power cuts last all day in Zenda.", "electricity", "supply", Direction.Down)]
    [InlineData("Two textile mills closed in Zenda.", "textiles", "output", Direction.Down)]
    [InlineData("The steel mill laid off its workers.", "manufacturing", "employment", Direction.Down)]
    [InlineData("Hospitals ran out of insulin.", "health", "supply", Direction.Down)]
    [InlineData("Border guards ask for bribes.", "security-services", "corruption", Direction.Up)]
    [InlineData("Seafood exports recovered in June.", "fisheries", "exports", Direction.Up)]
    [InlineData("Construction slowed to a crawl.", "construction", "output", Direction.Down)]
    [InlineData("Cross-border trade is slowing.", "trade", "trade-volume", Direction.Down)]
    [InlineData("Fuel prices remain stable.", "fuel", "price", Direction.None)]
    [InlineData("Banks froze the accounts of trading firms.", "finance", "supply", Direction.Down)]
    public void What_moved_and_which_way_is_read(string text, string sector, string indicator, Direction direction)
    {
        var claim = Code(text)[0];

        Assert.Equal((sector, indicator, direction), (claim.Sector, claim.Indicator, claim.Direction));
    }

    [Theory]
    [InlineData("Rice prices did not rise.", ClaimMode.Negated)]
    [InlineData("Officials denied that rice prices rose.", ClaimMode.Negated)]
    [InlineData("Rice prices may rise.", ClaimMode.Hypothetical)]
    [InlineData("If the ban holds, rice prices rise.", ClaimMode.Hypothetical)]
    [InlineData("Traders fear that rice prices will rise.", ClaimMode.Feared)]
    [InlineData("Rice prices will rise.", ClaimMode.Forecast)]
    [InlineData("Analysts expect rice prices to rise.", ClaimMode.Forecast)]
    [InlineData("In the past, rice prices rose.", ClaimMode.Historical)]
    [InlineData("In May rice prices rose.", ClaimMode.Asserted)]
    public void How_a_claim_is_meant_is_read(string text, ClaimMode mode) => Assert.Equal(mode, Code(text)[0].Mode);

    [Theory]
    [InlineData("Coal output fell due to sanctions.", Attribution.Sanctions, CauseGrade.Asserted)]
    [InlineData("Traders blame the sanctions for the drop in coal output.", Attribution.Sanctions, CauseGrade.Reported)]
    [InlineData("Coal output fell after the ban.", Attribution.Sanctions, CauseGrade.Temporal)]
    [InlineData("Coal output fell because of floods.", Attribution.OtherCause, CauseGrade.Asserted)]
    [InlineData("Coal output fell because of sanctions and floods.", Attribution.Sanctions, CauseGrade.Contributing)]
    [InlineData("The fall in coal output is not linked to sanctions.", Attribution.Sanctions, CauseGrade.Denied)]
    [InlineData("Coal output fell.", Attribution.None, CauseGrade.None)]
    public void To_what_a_claim_is_put_down_is_graded(string text, Attribution attribution, CauseGrade grade)
    {
        var claim = Code(text)[0];

        Assert.Equal((attribution, grade), (claim.Attribution, claim.Cause));
        if (grade != CauseGrade.None)
            Assert.InRange(claim.CauseStart, 0, claim.CauseEnd);
    }

    [Fact]
    public void A_sentence_may_hold_several_observations()
    {
        var claims = Code("Coal exports fell by half, while rice prices rose.");

        Assert.Equal([("mining-coal", Direction.Down), ("food", Direction.Up)], claims.Select(claim => (claim.Sector, claim.Direction)));
    }

    [Fact]
    public void Sectors_joined_in_one_subject_are_observations_of_their_own() =>
        Assert.Equal(["fisheries", "textiles"], Code("Textile mills and fisheries slowed.", threshold: 0.2).Select(claim => claim.Sector).Where(sector => sector != "manufacturing").Order(StringComparer.Ordinal));

    [Fact]
    public void An_observation_may_be_told_over_two_sentences()
    {
        const string text = "The coal mine at Zenda was the pride of the town. It stopped in May.";

        var claim = Assert.Single(Code(text, threshold: 0.1), one => one.Start == 0 && one.End == text.Length); // a pronoun leaves it in doubt
        Assert.Equal(("mining-coal", "2018-05", Direction.Down), (claim.Sector, claim.Date, claim.Direction));
    }

    [Theory]
    [InlineData("Coal exports fall\n\nCoal exports fell by 35 percent in May, a trader said.", 1)]
    [InlineData("Rice prices rise\n\nCoal exports fell by 35 percent in May, a trader said.", 2)]
    public void What_a_headline_says_and_the_text_again_is_one_observation(string text, int count)
    {
        var claims = Code(text);

        Assert.Equal(count, claims.Count);
        Assert.Contains(claims, claim => claim.Magnitude is not null);
    }

    [Theory]
    [InlineData("El precio del arroz subió un diez por ciento en la capital, según un comerciante que pidió no ser nombrado, y las fábricas de la costa han parado desde marzo por falta de carbón y de piezas que antes venían de fuera.")]
    [InlineData("Le prix du riz a augmenté de dix pour cent dans la capitale, selon un commerçant qui a demandé de ne pas être nommé, et les usines de la côte sont arrêtées depuis mars faute de charbon et de pièces venues de l'étranger.")]
    public void What_is_not_English_is_not_read(string text) => Assert.Empty(Code(text, threshold: 0));

    [Fact]
    public void The_heading_of_a_chronology_dates_what_stands_under_it()
    {
        var claims = Code("- 3/2016: Coal exports fell.\n- 4/2017: Rice prices rose.");

        Assert.Equal(["2016-03", "2017-04"], claims.Select(claim => claim.Date));
    }

    [Fact]
    public void Without_a_date_of_its_own_a_claim_is_about_the_day_it_is_told_unless_it_is_only_expected()
    {
        Assert.Equal("2018-07-05~", Only("Coal exports fell.").Date);
        Assert.Null(Only("Coal exports will fall.").Date);
    }

    [Fact]
    public void A_half_is_fifty_percent()
    {
        var magnitude = Only("Coal exports fell by half.").Magnitude!.Value;

        Assert.Equal((50.0, "percent"), (magnitude.Value, magnitude.Unit));
    }

    [Theory]
    [InlineData("The choir sang in the square.")]
    [InlineData("The council adopted Resolution 2371, which bans coal.")]
    [InlineData("")]
    [InlineData("....")]
    public void Where_nothing_moved_nothing_is_proposed(string text) => Assert.Empty(Code(text));

    [Fact]
    public void Below_the_threshold_the_coder_abstains()
    {
        var coder = new Coder(Places, new CoderOptions { Threshold = 0.999 });

        Assert.Empty(coder.Code(new ReportText("r", null, null, null, "Coal exports fell.")));
    }

    [Fact]
    public void Passages_are_those_of_the_text_given()
    {
        const string text = "\u201cCoal exports fell,\u201d he said.\r\n\u200fRice\u00a0prices rose by 5%.";
        Assert.All(Code(text), claim => Assert.Equal(text[claim.Start..claim.End], claim.Quote));
    }

    [Fact]
    public void Words_used_are_those_of_the_taxonomy()
    {
        var yaml = File.ReadAllText(Manometer.Testing.Repository.Path("src", "Manometer.Cases", "taxonomy.yaml"));
        foreach (var cue in new Coder([]).Cues.All)
            foreach (var word in cue.Kind switch
            {
                CueKind.Sector => [cue.First, cue.Second],
                CueKind.Group => [cue.First],
                CueKind.Indicator => [cue.First, cue.Second],
                CueKind.Event => (string[])[cue.First, cue.Second],
                _ => [],
            })
                if (word != "_")
                    Assert.Contains($"{{id: {word},", yaml, StringComparison.Ordinal);
    }
}
