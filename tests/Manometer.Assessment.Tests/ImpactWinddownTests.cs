using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public sealed class ImpactWinddownTests
{
    private static readonly IReadOnlyList<KnownValue> Values = KnownValue.Of(Prices(("2016-01", 10), ("2016-02", 10), ("2016-03", 5), ("2016-04", 5), ("2016-06", 5)), new DateOnly(2016, 12, 31));
    private static readonly Measure Wound = Measure("m1", "2016-02-15", "markets") with { Effective = Edtf.Parse("2016-02-15"), WinddownEnd = Edtf.Parse("2016-05-01") };

    [Fact]
    public void Values_in_a_wind_down_are_told_to_be_on_neither_side()
    {
        var told = ImpactWinddowns.Told(Row("none-seen"), Values, [Wound]);

        Assert.Equal("none-seen", told.Reading);
        Assert.Equal("It took effect on 2016-02-15; what comes after is counted from the end of its wind-down. The 3 values between are left out of both sides.", told.Notes[0]);
        Assert.Empty(ImpactWinddowns.Told(Row("none-seen"), Values, [Wound with { Effective = Edtf.Parse("2016-05-01"), WinddownEnd = null }]).Notes);
    }

    /// <summary>A series of months that falls by a half while the measure is wound down: by either method the fall is the effect, and the months between are on no side.</summary>
    [Theory]
    [InlineData(12, "interrupted-series")]
    [InlineData(36, "structural-series")]
    public void What_fell_in_the_wind_down_is_the_effect(int before, string method)
    {
        var first = new DateOnly(2015, 1, 1).AddMonths(-before);
        string Month(int i) => first.AddMonths(i).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var points = Enumerable.Range(0, before + 18).Select(i => (Month(i), (double?)((i < before ? 100 : i < before + 6 ? 100 - 8 * (i - before) : 50) + i % 3))).ToArray();
        var @case = Case() with
        {
            Header = Case().Header with { Period = Edtf.Parse("2015-01/2016-12") },
            Series = [Prices(points)],
            Measures = [Measure("m1", "2015-01-01", "markets") with { WinddownEnd = Edtf.Parse("2015-07-01") }],
        };

        var row = Assert.Single(@case.Assess().Impacts!.Rows);

        Assert.Equal((method, before, 12), (row.Method, row.Before, row.After));
        Assert.InRange(row.Relative!.Effect, -0.55, -0.45);
        Assert.Contains("The 6 values between are left out", row.Notes[0], StringComparison.Ordinal);
    }

    private static AssessedImpact Row(string reading)
    {
        var @case = Case() with { Series = [Prices(("2016-01", 10), ("2016-02", 10), ("2016-03", 5), ("2016-04", 5), ("2016-06", 5))], Measures = [Wound] };
        return @case.Assess().Impacts!.Rows[0] with { Reading = reading, Refused = null, Notes = [], Start = new DateOnly(2016, 5, 1), Measures = ["m1"] };
    }
}
