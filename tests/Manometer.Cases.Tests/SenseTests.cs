namespace Manometer.Cases.Tests;

/// <summary>Cells that are right each for itself and do not fit together.</summary>
public class SenseTests
{
    private const string Header = "id,report,when,sector,indicator,direction,kind,magnitude,unit,attribution,polarity,summary\n";

    [Theory]
    [InlineData("up,change,-40,percent", true)]
    [InlineData("down,change,40,percent", true)]
    [InlineData("up,level,-40,percent", true)]
    [InlineData("up,change,40,percent", false)]
    [InlineData("down,change,-40,percent", false)]
    [InlineData("down,level,1,hours a day", false)] // the lamp burns one hour a day, less than before
    [InlineData("up,level,-3,billion USD", false)] // a balance that is better and still negative
    [InlineData("none,change,2,percent", false)]
    [InlineData("down,change,large,", false)]
    public void A_number_that_contradicts_its_direction_is_warned_about(string cells, bool warned) =>
        Assert.Equal(warned ? ["MAN0417"] : [], SmallCase.Observations(Header + $"o-1,r-1,2021-09,trade,trade-volume,{cells},none,asserted,Trade\n").Select(fault => fault.Code));

    [Theory]
    [InlineData("none seen,checked", true)]
    [InlineData("none seen,general-knowledge", false)]
    [InlineData("council.example/7,checked", false)]
    public void What_was_checked_names_the_text_it_was_checked_against(string cells, bool warned) =>
        Assert.Equal(warned ? ["MAN0416"] : [], SmallCase.Faults(("measures.csv", $"id,issuer,name,adopted,sectors,status,summary,source_url,verification\nm-1,Council,Decision 7,2021-06-01,trade,in-force,Bars coal,{cells}\n")).Select(fault => fault.Code));
}
