using Manometer.Model;

namespace Manometer.Coding.Tests;

public class PlaceTests
{
    private static readonly Place[] Places =
    [
        new Place { Id = "rur", Name = "Ruritania", Level = PlaceLevel.Country, Countries = ["RU2"], Variants = ["Strelsau (metonym)"] },
        new Place { Id = "strelsau", Name = "Strelsau", Level = PlaceLevel.City, Province = "Center", Countries = ["RU2"], Variants = ["Str\u0115lsau", "Strel'sau"] },
        new Place { Id = "zenda-north", Name = "Zenda", Level = PlaceLevel.City, Province = "North Hentzau", Countries = ["RU2"] },
        new Place { Id = "zenda-south", Name = "Zenda", Level = PlaceLevel.City, Province = "South Hentzau", Countries = ["RU2"] },
        new Place { Id = "south-hentzau", Name = "South Hentzau", Level = PlaceLevel.Province, Province = "South Hentzau", Countries = ["RU2"] },
        new Place { Id = "musan", Name = "Musan", Level = PlaceLevel.County, Province = "P", Native = ["\ubb34\uc0b0"] },
    ];

    private static IReadOnlyList<PlaceMention> Read(string text) => new Coder(Places).Places(text);

    [Fact]
    public void A_capital_is_a_place_where_things_happen_and_a_government_that_acts()
    {
        Assert.Equal(("strelsau", PlaceUse.Place), (Read("Prices rose in Strelsau.")[0].Id, Read("Prices rose in Strelsau.")[0].Use));
        Assert.Equal(("rur", PlaceUse.Government), (Read("Strelsau denied the report.")[0].Id, Read("Strelsau denied the report.")[0].Use));
    }

    [Fact]
    public void The_place_that_holds_another_decides_between_two_of_one_name()
    {
        var told = Read("The mine at Zenda in South Hentzau closed.");

        Assert.Equal(["zenda-south", "south-hentzau"], told.Select(place => place.Id));
        Assert.Equal("south-hentzau", told[0].Within);
        Assert.Empty(told[0].Alternatives);
    }

    [Fact]
    public void What_the_text_does_not_settle_stays_an_alternative() =>
        Assert.Equal(["zenda-south"], Assert.Single(Read("The mine at Zenda closed.")).Alternatives);

    [Theory]
    [InlineData("in Str\u0115lsau")]
    [InlineData("in Strel'sau")]
    [InlineData("in Strel\u2019sau")]
    [InlineData("in Strelsau City")]
    public void Variants_and_suffixes_are_known(string text) => Assert.Equal("strelsau", Assert.Single(Read(text)).Id);

    [Theory]
    [InlineData("Musan-gun")]
    [InlineData("\ubb34\uc0b0\uc5d0\uc11c")]
    public void Native_names_are_known_with_what_is_joined_to_them(string text) => Assert.Equal("musan", Assert.Single(Read(text)).Id);

    [Fact]
    public void Countries_are_known_without_a_case_by_name_and_adjective()
    {
        var found = new Coder([]).Places("Iranian banks left Myanmar for the U.S. in May.");

        Assert.Equal([("ir", PlaceUse.Adjective), ("mm", PlaceUse.Place), ("us", PlaceUse.Place)], found.Select(place => (place.Id, place.Use)));
    }

    [Fact]
    public void An_unknown_place_costs_nothing_else_and_keeps_its_name()
    {
        Assert.Equal("strelsau", Assert.Single(Read("From January to Strelsau prices rose.")).Id);
        Assert.Equal([("Nowhereville", null), ("Strelsau", "strelsau")], Read("Prices rose from Nowhereville to Strelsau.").Select(place => (place.Name, place.Id)));
        Assert.Equal(["Quisque-Nord", "Elsewhere"], Read("Cocoa waits in Quisque-Nord, and near Elsewhere too; of Tomkin's carts none came.").Select(place => place.Name));
    }

    [Fact]
    public void The_places_of_the_cases_come_with_the_program() => Assert.Contains(BuiltInPlaces.Read(), place => place.Level == PlaceLevel.City);
}
