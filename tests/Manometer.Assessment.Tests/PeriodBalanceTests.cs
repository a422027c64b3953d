using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class PeriodBalanceTests
{
    [Fact]
    public void Every_quarter_of_the_period_is_listed_and_a_silent_one_has_no_balance()
    {
        var quarters = Case(Fall("o1", when: "2016-05"), Rise("o2", when: "2016-06-30")).Assess().Quarters;

        Assert.Equal(["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"], quarters.Select(quarter => quarter.Period));
        Assert.Equal((2, 1, 1), (quarters[1].Observations, quarters[1].Balance!.Worsened, quarters[1].Balance!.Eased));
        Assert.Null(quarters[2].Balance);
    }

    [Fact]
    public void A_date_coarser_than_a_quarter_counts_in_its_year_only()
    {
        var assessment = Case(Fall("o1", when: "2016"), Fall("o2", when: "2016-03/2016-04")).Assess();

        Assert.Equal(2, Assert.Single(assessment.Years).Observations);
        Assert.All(assessment.Quarters, quarter => Assert.Equal(0, quarter.Observations));
    }
}
