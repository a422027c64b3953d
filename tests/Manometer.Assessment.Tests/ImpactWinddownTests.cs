using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public sealed class ImpactWinddownTests
{
    private static readonly IReadOnlyList<KnownValue> Values = KnownValue.Of(Prices(("2016-01", 10), ("2016-02", 10), ("2016-03", 5), ("2016-04", 5), ("2016-06", 5)), new DateOnly(2016, 12, 31));
    private static readonly Measure Wound = Measure("m1", "2016-02-15", "markets") with { Effective = Edtf.Parse("2016-02-15"), WinddownEnd = Edtf.Parse("2016-05-01") };

    [Fact]
    public void A_series_that_has_values_in_the_wind_down_is_not_said_to_show_no_effect()
    {
        var told = ImpactWinddowns.Told(Row("none-seen"), Values, [Wound]);

        Assert.Equal("open", told.Reading);
        Assert.StartsWith("It took effect on 2016-02-15; the date used is the end of its wind-down. The 3 values between count as before", told.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void An_effect_stays_one_and_without_a_wind_down_nothing_is_said()
    {
        Assert.Equal("towards", ImpactWinddowns.Told(Row("towards"), Values, [Wound]).Reading);
        Assert.Empty(ImpactWinddowns.Told(Row("none-seen"), Values, [Wound with { Effective = Edtf.Parse("2016-05-01"), WinddownEnd = null }]).Notes);
    }

    private static AssessedImpact Row(string reading)
    {
        var @case = Case() with { Series = [Prices(("2016-01", 10), ("2016-02", 10), ("2016-03", 5), ("2016-04", 5), ("2016-06", 5))], Measures = [Wound] };
        return @case.Assess().Impacts!.Rows[0] with { Reading = reading, Refused = null, Notes = [], Start = new DateOnly(2016, 5, 1), Measures = ["m1"] };
    }
}
