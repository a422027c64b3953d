namespace Manometer.Cases.Tests;

public class HeaderTests
{
    [Theory]
    [InlineData("wehn")]
    [InlineData("date")]
    [InlineData("When")]
    public void A_renamed_column_is_one_fault_and_its_cells_are_checked(string name)
    {
        var faults = SmallCase.Observations($"id,report,{name},sector,indicator,direction,kind,attribution,polarity,summary\no-1,r-1,2021-99,trade,exports,none,change,none,asserted,x\n");

        Assert.Equal(["MAN0206", "MAN0303"], faults.Select(fault => fault.Code));
        Assert.Equal("observations.csv:1:11", faults[0].Where.ToString());
        Assert.StartsWith($"rename the column '{name}' to 'when'", faults[0].Next, StringComparison.Ordinal);
    }

    [Fact] // in whatever language it is named
    public void A_column_is_known_by_its_place_and_its_cells()
    {
        var faults = SmallCase.Observations("id,report,tarikh,sector,indicator,direction,kind,attribution,polarity,summary\no-1,r-1,25/4/2021,trade,exports,none,change,none,asserted,x\n");

        Assert.Equal(["MAN0206", "MAN0304"], faults.Select(fault => fault.Code));
        Assert.Equal("'tarikh', which was read as it", faults[0].Found);
    }

    [Fact]
    public void A_column_in_that_place_with_other_cells_is_not_it() =>
        Assert.Equal(["MAN0206", "MAN0207"], SmallCase.Observations("id,report,colour,sector,indicator,direction,kind,attribution,polarity,summary\no-1,r-1,red,trade,exports,none,change,none,asserted,x\n").Select(fault => fault.Code));

    [Fact]
    public void A_column_nobody_needs_is_suggested_the_name_it_may_have_and_not_read()
    {
        var fault = Assert.Single(SmallCase.Faults(("places.csv", "id,name,latitude,level,country\np,Zenda,here,city,XR\n")));

        Assert.Equal("MAN0207", fault.Code);
        Assert.EndsWith("did you mean 'lat'?", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_identifiers_makes_no_echo() =>
        Assert.Equal(["MAN0206"], SmallCase.Faults(
            ("sources.csv", "name,kind,reliability,url\nGazette,outlet,C,none seen\n"),
            ("reports.csv", "id,source,published,url\nr-1,gazette,2021-10,none seen\n")).Select(fault => fault.Code));
}
