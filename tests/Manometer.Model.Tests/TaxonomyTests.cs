namespace Manometer.Model.Tests;

public class TaxonomyTests
{
    private static readonly Taxonomy Words = new()
    {
        Sectors = [new Term("trade", "Trade", ""), new Term("real-estate", "Real estate", "")],
        Groups = [],
        Indicators =
        [
            new IndicatorTerm("price", "Price", "", 1, new Dictionary<string, int> { ["real-estate"] = -1 }),
            new IndicatorTerm("output", "Output", "", -1, new Dictionary<string, int>()),
            new IndicatorTerm("other", "Other", "", 0, new Dictionary<string, int>()),
        ],
    };

    private static Observation Claim(string indicator, Direction direction, string sector = "trade") =>
        new() { Id = "o", Report = "r", When = Edtf.Parse("2016"), Sector = sector, Indicator = indicator, Direction = direction, Kind = ObservationKind.Change, Summary = "x" };

    [Fact]
    public void A_direction_alone_leaves_open_how_much() => Assert.Equal(new PressureStep(1, 2), Words.StepOf(Claim("output", Direction.Down)));

    [Theory]
    [InlineData("output", Direction.Up, -2, -1)]
    [InlineData("output", Direction.None, 0, 0)]
    [InlineData("price", Direction.Up, 1, 2)]
    public void The_sign_of_the_indicator_turns_its_direction_into_pressure(string indicator, Direction direction, int lowest, int highest) =>
        Assert.Equal(new PressureStep(lowest, highest), Words.StepOf(Claim(indicator, direction)));

    [Fact]
    public void Falling_prices_of_houses_are_pressure_where_the_sector_says_so() =>
        Assert.Equal(1, Words.StepOf(Claim("price", Direction.Down, "real-estate"))!.Value.Sign);

    [Theory]
    [InlineData(-30, 2)]
    [InlineData(-29.9, 1)]
    [InlineData(80, 2)]
    public void From_thirty_percent_up_it_is_much(double percent, int step) =>
        Assert.Equal(new PressureStep(step), Words.StepOf(Claim("output", Direction.Down) with { Magnitude = new Magnitude(percent, "percent") }));

    [Fact]
    public void A_number_in_another_unit_says_nothing_of_how_much() =>
        Assert.Equal(new PressureStep(1, 2), Words.StepOf(Claim("output", Direction.Down) with { Magnitude = new Magnitude(3, "mines") }));

    [Theory]
    [InlineData(MagnitudeWord.Slight, 1)]
    [InlineData(MagnitudeWord.Moderate, 1)]
    [InlineData(MagnitudeWord.Large, 2)]
    public void A_word_says_how_much(MagnitudeWord word, int step) =>
        Assert.Equal(new PressureStep(step), Words.StepOf(Claim("output", Direction.Down) with { Magnitude = new Magnitude(word) }));

    [Fact]
    public void The_coder_outranks_the_table() => Assert.Equal(new PressureStep(-1), Words.StepOf(Claim("output", Direction.Down) with { StepOverride = -1 }));

    [Fact]
    public void An_indicator_without_a_sign_carries_no_step_unless_the_coder_gives_one()
    {
        Assert.Null(Words.StepOf(Claim("other", Direction.Up)));
        Assert.Equal(new PressureStep(2), Words.StepOf(Claim("other", Direction.Up) with { StepOverride = 2 }));
    }

    [Fact]
    public void That_something_did_not_fall_does_not_say_that_it_rose() => Assert.Null(Words.StepOf(Claim("output", Direction.Down) with { Polarity = Polarity.Negated }));

    [Theory]
    [InlineData(ObservationKind.Act, Polarity.Asserted)]
    [InlineData(ObservationKind.Context, Polarity.Asserted)]
    [InlineData(ObservationKind.Change, Polarity.Hypothetical)]
    [InlineData(ObservationKind.Change, Polarity.Forecast)]
    public void Acts_background_and_conjecture_carry_no_step_whatever_the_coder_wrote(ObservationKind kind, Polarity polarity) =>
        Assert.Null(Words.StepOf(Claim("output", Direction.Down) with { Kind = kind, Polarity = polarity, StepOverride = 2 }));

    [Theory]
    [InlineData(1, 2, "+1..+2", 1)]
    [InlineData(-2, -2, "-2", -1)]
    [InlineData(0, 0, "0", 0)]
    public void A_step_prints_with_its_sign(int lowest, int highest, string text, int sign) =>
        Assert.Equal((text, sign), (new PressureStep(lowest, highest).ToString(), new PressureStep(lowest, highest).Sign));
}
