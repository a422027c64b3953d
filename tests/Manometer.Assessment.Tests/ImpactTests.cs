using System.Globalization;
using Manometer.Model;
using static Manometer.Assessment.Tests.Ruritania;

namespace Manometer.Assessment.Tests;

public class ImpactTests
{
    private static double Noise(int i, int seed = 0) => ((i * 7919 + seed * 104729 + 13) % 101 - 50) / 50.0;

    private static Case Long(params Series[] series)
    {
        var @case = Case();
        return @case with { Header = @case.Header with { Period = Edtf.Parse("2010/2016") }, Series = series, Measures = [Measure("m1", "2015-01-01", "markets")] };
    }

    private static Series Monthly(Func<int, double> value, string name = "bread", SeriesRole role = SeriesRole.Outcome, int count = 72) =>
        Prices([.. Enumerable.Range(0, count).Select(i => (Month(i), (double?)value(i)))]) with { Name = name, Role = role };

    private static string Month(int i) => string.Create(CultureInfo.InvariantCulture, $"{2011 + i / 12}-{i % 12 + 1:00}");

    private static Series Sparse(params double[] values) =>
        Prices([.. values.Select((value, i) => (Month(36 + 2 * i + i % 2), (double?)value))]);

    private static AssessedImpact Only(Case @case, string? asOf = null) => Assert.Single(@case.Assess(asOf).Impacts!.Rows);

    [Fact]
    public void Without_an_outcome_or_a_measure_there_is_no_part_for_it()
    {
        Assert.Null(Case().Assess().Impacts);
        Assert.Null((Long(Monthly(_ => 10)) with { Measures = [] }).Assess().Impacts);
        foreach (var role in new[] { SeriesRole.Control, SeriesRole.Mediator, SeriesRole.Context })
            Assert.Null(Long(Monthly(i => 10 + Noise(i), role: role)).Assess().Impacts);
    }

    [Fact]
    public void A_series_is_set_beside_the_tightening_measures_on_its_sector()
    {
        var measures = new[]
        {
            Measure("m1", "2015-01-01", "markets"), Measure("relief", "2014-01-01", "markets") with { Effect = MeasureEffect.Eases }, Measure("coal", "2014-06-01", "mining-coal"),
            Measure("talk", "2014-03-01", "markets") with { Status = MeasureStatus.Statement }, Measure("rumour", "2014-09-01", "markets") with { Status = MeasureStatus.Disputed },
        };

        Assert.Equal(["m1"], Only(Long(Monthly(i => 10 + Noise(i))) with { Measures = measures }).Measures);
    }

    [Fact]
    public void Measures_that_the_series_names_come_first_relief_too()
    {
        var series = Monthly(i => 10 + Noise(i)) with { Measures = ["relief"] };
        var measures = new[] { Measure("m1", "2015-01-01", "markets"), Measure("relief", "2014-01-01", "trade") with { Effect = MeasureEffect.Eases } };

        var row = Only(Long(series) with { Measures = measures });

        Assert.Equal("relief", Assert.Single(row.Measures));
        Assert.Equal("eases", row.Effect);
    }

    [Fact]
    public void Measures_on_every_sector_stand_in_where_none_on_the_sector_begins_within_the_values()
    {
        var measures = new[] { Measure("early", "2010-02-01", "markets"), Measure("broad", "2015-01-01", "all") };

        Assert.Equal(["broad"], Only(Long(Monthly(i => 10 + Noise(i))) with { Measures = measures }).Measures);
        Assert.Equal(["m1"], Only(Long(Monthly(i => 10 + Noise(i))) with { Measures = [.. measures, Measure("m1", "2015-03-01", "markets")] }).Measures);
    }

    [Fact]
    public void A_measure_begins_at_the_end_of_its_wind_down_unless_that_is_of_a_part_of_it()
    {
        var measure = Measure("m1", "2015-01-01", "markets");

        Assert.Equal(new DateOnly(2015, 6, 30), Only(Long(Monthly(i => 10 + Noise(i))) with { Measures = [measure with { WinddownEnd = Edtf.Parse("2015-06-30") }] }).Start);
        Assert.Equal(new DateOnly(2015, 1, 1), Only(Long(Monthly(i => 10 + Noise(i))) with { Measures = [measure with { WinddownEnd = Edtf.Parse("2016-12-22") }] }).Start);
    }

    [Fact]
    public void Measures_within_one_period_of_each_other_are_one_date()
    {
        var rows = (Long(Monthly(i => 10 + Noise(i))) with { Measures = [Measure("m1", "2014-01-05", "markets"), Measure("m2", "2014-01-30", "markets"), Measure("m3", "2015-01-30", "markets")] }).Assess().Impacts!.Rows;

        Assert.Equal([["m1", "m2"], ["m3"]], rows.Select(row => row.Measures.ToArray()).ToArray());
    }

    [Fact]
    public void Dates_beyond_the_most_are_refused_and_said_to_be()
    {
        var measures = Enumerable.Range(0, 6).Select(i => Measure($"m{i}", $"{2013 + i / 2}-0{1 + 6 * (i % 2)}-01", "markets")).ToList();

        var rows = (Long(Monthly(i => 10 + Noise(i))) with { Measures = measures }).Assess().Impacts!.Rows;

        Assert.Equal(2, rows.Count(row => row.Refused?.Code == "MANY_DATES"));
    }

    [Fact]
    public void An_even_series_with_a_control_is_read_as_a_structural_series_and_a_true_effect_is_found()
    {
        var market = Enumerable.Range(0, 72).Select(i => 100 + 10 * Math.Sin(i / 5.0) + 3 * Noise(i, 1)).ToArray();
        var bread = Monthly(i => 0.1 * market[i] * (i >= 48 ? 1.4 : 1) * (1 + 0.01 * Noise(i, 2)));
        var control = Monthly(i => market[i], "market", SeriesRole.Control);
        var mediator = Monthly(i => market[i] * (i >= 48 ? 1.4 : 1), "imports", SeriesRole.Mediator);

        var @case = Long(bread, control, mediator);

        var row = Only(@case with { Header = @case.Header with { MaxLagMonths = 6 } });

        Assert.Equal(("structural-series", "ratio", 48, 6), (row.Method, row.Scale, row.Before, row.After));
        Assert.InRange(row.Relative!.Effect, 0.37, 0.43);
        Assert.Equal("market", Assert.Single(row.Shares).Name);
        Assert.Equal("towards", row.Reading);
        Assert.True(row.TowardsPressure > 0.99);
        Assert.Equal(6, row.Points.Count(point => point is { IsAfter: true, Low: not null, Low50: not null }));
        Assert.True(row.Points.All(point => point.Low < point.Low50 && point.Low50 < point.Expected && point.Expected < point.High50 && point.High50 < point.High));
    }

    [Fact]
    public void Alone_a_series_is_said_to_stand_beside_its_own_past_only() =>
        Assert.Contains(Only(Long(Monthly(i => 10 + Noise(i)))).Notes, note => note.StartsWith("The case has no control series", StringComparison.Ordinal));

    [Fact]
    public void A_sparse_series_is_read_in_continuous_time_and_a_flat_one_shows_no_effect()
    {
        var assessment = Long(Sparse(10, 10.2, 9.9, 10.1, 10, 9.8, 10.2, 10.1, 9.9, 10, 10.1, 9.9, 10.2, 10)).Assess();
        var row = Assert.Single(assessment.Impacts!.Rows);

        Assert.Equal(("interrupted-series", "none-seen"), (row.Method, row.Reading));
        Assert.True(row.LargestRise is > 0 and < 0.25);
        Assert.Equal(["bread"], Assert.Single(assessment.Against, point => point.Kind == "none-seen").Series);
        Assert.DoesNotContain(assessment.Against, point => point.Kind == "flat-series");
    }

    [Fact]
    public void An_interval_about_zero_that_holds_large_effects_leaves_the_question_open()
    {
        var assessment = Long(Sparse(10, 20, 9, 25, 8, 22, 30, 7, 21, 10, 26, 8)).Assess();

        Assert.Equal("open", Assert.Single(assessment.Impacts!.Rows).Reading);
        Assert.DoesNotContain(assessment.Against, point => point.Kind == "none-seen");
    }

    [Theory]
    [InlineData("TOO_FEW", new double[] { 10, 11, 12 })]
    [InlineData("HITS_ZERO", new double[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })]
    public void What_cannot_be_read_is_refused_with_its_reason(string code, double[] values)
    {
        var row = Only(Long(Sparse(values)));

        Assert.Equal(("refused", code), (row.Reading, row.Refused!.Code));
        Assert.NotEmpty(row.Refused.Reason);
        Assert.Null(row.Average);
    }

    [Fact]
    public void Of_a_series_that_falls_to_zero_it_is_compared_whether_there_was_any()
    {
        var row = Only(Long(Sparse(10, 11, 12, 9, 10, 8, 9, 0, 0, 0)));

        Assert.Equal(("occupancy", "share"), (row.Method, row.Scale));
        Assert.Equal(row.Average!.Observed!.Value - row.Average.Expected!.Value, row.Average.Effect, 1e-5);
        Assert.True(row.Average is { Expected: 1, Low: < 0 });
        Assert.Contains("whether there was any", row.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_end_before_the_measure_are_refused() =>
        Assert.Equal("NO_DATE_WITHIN", Only(Long(Monthly(i => 10 + Noise(i), count: 24))).Refused!.Code);

    [Fact]
    public void A_growth_rate_is_read_as_a_level()
    {
        var row = Only(Long(Sparse(1, -2, 3, 0, 1, -1, 2, 0, 1, -2, 1) with { Unit = "percent a year" }));

        Assert.Equal("level", row.Scale);
        Assert.Null(row.Relative);
    }

    [Fact]
    public void A_panel_is_read_by_synthetic_control_without_the_members_the_case_excludes()
    {
        var row = Assert.Single(Long(Panel()).Assess().Impacts!.Rows);

        Assert.Equal(("synthetic-control", 40, 2), (row.Method, row.Before, row.After));
        Assert.InRange(row.Relative!.Effect, -0.22, -0.15);
        Assert.Equal("units", row.Test!.Kind);
        Assert.Equal(0, row.Test.AsLarge);
        Assert.DoesNotContain(row.Shares, share => share.Name is "X0" or "XR");
        Assert.Equal("towards", row.Reading);
    }

    [Fact]
    public void A_panel_no_mix_of_donors_follows_is_refused()
    {
        var panel = Panel().Select(one => one.Treated ? one with { Points = [.. one.Points.Select((point, i) => point with { Value = 100 * Math.Pow(1.2, i) })] } : one);

        Assert.Equal("PRE_FIT_BAD", Assert.Single(Long([.. panel]).Assess().Impacts!.Rows).Refused!.Code);
    }

    [Fact]
    public void A_rival_that_fell_on_the_time_is_flagged_and_another_is_not()
    {
        var frost = new Rival { Id = "frost", Name = "Frost", When = Edtf.Parse("2014-11/2015-03"), Sectors = ["markets"], Summary = "A frost", SourceUrl = "none seen" };
        var rivals = new[] { frost, frost with { Id = "old", When = Edtf.Parse("2012") }, frost with { Id = "coal", Sectors = ["mining-coal"] }, frost with { Id = "named", Sectors = ["mining-coal"], Series = ["bread"] } };

        var impacts = (Long(Monthly(i => 10 + Noise(i))) with { Rivals = rivals }).Assess().Impacts!;

        Assert.Equal(["frost", "named"], Assert.Single(impacts.Rows).Rivals);
        Assert.Equal(["frost", "named"], impacts.Rivals.Select(rival => rival.Id));
    }

    [Fact]
    public void Only_values_known_by_the_date_are_used()
    {
        var changed = Long(Monthly(i => i >= 60 ? 1000 : 10 + Noise(i)));
        var same = Long(Monthly(i => 10 + Noise(i)));

        var (one, other) = (Only(changed, "2015-12-31"), Only(same, "2015-12-31"));

        Assert.Equal(other.Relative, one.Relative);
        Assert.Equal(12, one.After);
    }

    [Fact]
    public void The_same_case_gives_the_same_numbers_to_the_bit()
    {
        var @case = Long([Sparse(10, 12, 9, 11, 10, 8, 12, 11, 9, 10, 11, 9, 12, 10), .. Panel()]);

        Assert.Equal(Numbers(@case), Numbers(@case));

        static string Numbers(Case @case) => string.Join(' ', @case.Assess().Impacts!.Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Relative!.Effect:R} {row.Relative.Low:R} {row.Test!.FalseDiscovery:R}")));
    }

    [Fact]
    public void Series_tested_against_one_measure_are_adjusted_together()
    {
        var series = Enumerable.Range(0, 4).Select(k => Sparse([.. Enumerable.Range(0, 16).Select(i => 10 + Noise(i, k) + (k == 0 && i > 5 ? 4 : 0))]) with { Name = $"s{k}" }).ToArray();

        var rows = Long(series).Assess().Impacts!.Rows;

        Assert.All(rows, row => Assert.StartsWith("maxT over 4 series", row.Test!.Adjustment));
        Assert.All(rows, row => Assert.True(row.Test!.P <= row.Test.AdjustedP && row.Test.AdjustedP <= row.Test.FalseDiscovery && row.Test.FalseDiscovery <= row.Test.Holm));
        Assert.Equal("s0", rows.MinBy(row => row.Test!.AdjustedP)!.Series);
    }

    [Fact] // ten series with nothing in them: none may stand out
    public void Chance_alone_does_not_stand_out()
    {
        var series = Enumerable.Range(0, 10).Select(k => Sparse([.. Enumerable.Range(0, 16).Select(i => 10 + Noise(i * i + 3 * i, k + 7))]) with { Name = $"s{k}" }).ToArray();

        Assert.DoesNotContain(Long(series).Assess().Impacts!.Rows, row => row.Reading is "towards" or "away");
    }

    private static Series[] Panel()
    {
        var units = Enumerable.Range(0, 24).Select(k => Yearly(k == 0 ? "X0" : $"X{k}", i => 100 * Math.Pow(1 + 0.002 * (k % 12), i) * (1 + 0.01 * Noise(i, k)), treated: false, excluded: k == 0 ? "treated itself" : null)).ToList();
        var own = Enumerable.Range(0, 42).Select(i => (units[5].Points[i].Value!.Value + units[8].Points[i].Value!.Value) / 2 * (i >= 40 ? 0.8 : 1) * (1 + 0.01 * Noise(i, 77))).ToArray();
        return [.. units, Yearly("XR", i => own[i], treated: true, excluded: null)];
    }

    private static Series Yearly(string member, Func<int, double> value, bool treated, string? excluded) => new()
    {
        Name = $"output.{member}", Panel = "output", Member = member, Title = "Output", Unit = "index", Sector = "markets", Pressure = -1, Treated = treated, Excluded = excluded,
        Role = treated ? SeriesRole.Outcome : SeriesRole.Control,
        Points = [.. Enumerable.Range(0, 42).Select(i => new SeriesPoint { Date = Edtf.Parse((1975 + i).ToString(CultureInfo.InvariantCulture)), Value = value(i) })],
    };
}
