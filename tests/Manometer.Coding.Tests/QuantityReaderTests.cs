namespace Manometer.Coding.Tests;

public class QuantityReaderTests
{
    private static QuantityMention Only(string text) => Assert.Single(new QuantityReader().Read(text));

    [Theory]
    [InlineData("about 35 percent", 35, "percent")]
    [InlineData("3.5 per cent of it", 3.5, "percent")]
    [InlineData("twenty-one tons", 21, "ton")]
    [InlineData("4,800 won a kilo", 4800, "won per kilogram")]
    [InlineData("$1.2 billion", 1.2e9, "dollar")]
    [InlineData("US$2.5bn", 2.5e9, "dollar")]
    [InlineData("6.5 yuan per litre", 6.5, "yuan per litre")]
    [InlineData("two and a half hectares", 2.5, "hectare")]
    [InlineData("two thirds", 2.0 / 3, null)]
    [InlineData("half", 0.5, null)]
    [InlineData("1.5 percentage points", 1.5, "percentage point")]
    [InlineData("three million, two hundred and forty", 3000240, null)]
    [InlineData("half a million euros", 500000, "euro")]
    [InlineData("nine in ten", 90, "percent")]
    [InlineData("two out of five shops", 40, "percent")]
    [InlineData("nine of ten buses", 90, "percent")]
    [InlineData("a fifth dearer", 0.2, null)]
    [InlineData("50,000 barrels per day", 50000, "barrel per day")]
    public void A_number_is_read_with_its_unit(string text, double value, string? unit)
    {
        var quantity = Only(text);

        Assert.Equal(value, quantity.Value, 9);
        Assert.Equal(unit, quantity.Unit);
    }

    [Fact]
    public void By_and_to_are_kept_apart()
    {
        Assert.Equal(QuantityRole.By, Only("Sales fell by 30 percent.").Role);
        Assert.Equal(QuantityRole.To, Only("Sales fell to 30 percent.").Role);
        Assert.Equal(QuantityRole.By, Only("Sales fell by more than 30 percent.").Role);
    }

    [Fact]
    public void A_change_has_what_was_and_what_is()
    {
        var change = Only("Rice fell from 5,000 to 4,800 won a kilo.");

        Assert.Equal((QuantityForm.Change, 5000.0, 4800.0, "won per kilogram"), (change.Form, change.Low, change.High, change.Unit));
    }

    [Theory]
    [InlineData("between 20 and 30 tons", QuantityForm.Range, 20, 30)]
    [InlineData("10 to 15 percent", QuantityForm.Range, 10, 15)]
    [InlineData("10-15 percent", QuantityForm.Range, 10, 15)]
    [InlineData("more than 20 and less than 35", QuantityForm.Range, 20, 35)]
    [InlineData("up to 700", QuantityForm.AtMost, double.NegativeInfinity, 700)]
    [InlineData("at least 30", QuantityForm.AtLeast, 30, double.PositiveInfinity)]
    [InlineData("over 30", QuantityForm.Above, 30, double.PositiveInfinity)]
    [InlineData("fewer than a thousand", QuantityForm.Below, double.NegativeInfinity, 1000)]
    public void Ranges_and_comparisons_have_their_ends(string text, QuantityForm form, double low, double high)
    {
        var quantity = Only(text);

        Assert.Equal((form, low, high), (quantity.Form, quantity.Low, quantity.High));
    }

    [Theory]
    [InlineData("Prices doubled.", 2)]
    [InlineData("Sales halved.", 0.5)]
    [InlineData("a threefold rise", 3)]
    [InlineData("twice as long as before", 2)]
    [InlineData("at twice the price", 2)]
    public void Multiples_are_read(string text, double times) => Assert.Equal((QuantityForm.Multiple, times), (Only(text).Form, Only(text).Value));

    [Theory]
    [InlineData("https://example.org/q=30%25")]
    [InlineData("+1-222-2222-2222")]
    [InlineData("2013-14")]
    [InlineData("the 21st floor")]
    [InlineData("at 10:35")]
    [InlineData("twice a week")]
    [InlineData("a fifth time")]
    public void What_only_looks_like_a_quantity_is_none(string text) => Assert.DoesNotContain(new QuantityReader().Read(text), quantity => quantity.Form == QuantityForm.Range || quantity.Unit is not null);
}
