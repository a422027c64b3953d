using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class ContradictionTests
{
    [Fact]
    public void Opposite_reports_of_one_sector_and_place_in_neighbouring_months_stand_side_by_side()
    {
        var found = Assert.Single(Case(Fall("o1"), Rise("o2", when: "2016-06")).Assess().Contradictions);

        Assert.Equal(["o1"], found.Worsened);
        Assert.Equal(["o2"], found.Eased);
        Assert.Equal(("2016-05", "2016-06"), (found.FirstMonth, found.LastMonth));
    }

    [Fact]
    public void Opposite_reports_two_months_apart_are_a_movement_not_a_contradiction() =>
        Assert.Empty(Case(Fall("o1"), Rise("o2", when: "2016-07")).Assess().Contradictions);

    [Fact]
    public void Opposite_reports_of_different_places_do_not_contradict_each_other() =>
        Assert.Empty(Case(Fall("o1"), Rise("o2") with { Place = "ru" }).Assess().Contradictions);

    [Fact]
    public void A_date_coarser_than_a_quarter_contradicts_nothing_and_is_in_no_cell()
    {
        var assessment = Case(Fall("o1"), Rise("o2", when: "2016")).Assess();

        Assert.Empty(assessment.Contradictions);
        Assert.Equal(["o1"], Assert.Single(assessment.Cells).Observations);
        Assert.Equal(2, Assert.Single(assessment.Sectors).Observations);
    }
}
