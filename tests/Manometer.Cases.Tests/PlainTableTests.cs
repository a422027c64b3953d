using System.Text;
using CsCheck;
using Manometer.Model;

namespace Manometer.Cases.Tests;

public class PlainTableTests
{
    [Fact]
    public void A_column_is_found_by_its_name_and_stands_in_order_of_time()
    {
        var series = Read("month,price,note\n2017-03,5,x\n2017-01,3,\n2017-02,,y\n", null, ["price"], out var faults)!;

        Assert.Equal([3, double.NaN, 5], series.Columns[0].Values);
        Assert.Equal(["2017-01", "2017-02", "2017-03"], series.Times.Labels);
        Assert.Equal((TimeUnit.Month, 1, true), (series.Times.Unit, series.Times.Step, series.Times.IsRegular));
        Assert.Equal("MAN0502", Assert.Single(faults).Code);
        Assert.Equal(["rows were put in order of time", "1 of 3 values of 'price' are missing"], series.Notes);
    }

    [Fact]
    public void Every_fault_is_told_where_it_stands()
    {
        Assert.Null(Read("date,y\n3/4/2019,1\n2019-02-30,\n2019-05,1.234.567\n2019-05,4\n2019-06\n", null, ["y"], out var faults));

        Assert.Equal(["t.csv:2:1 MAN0304", "t.csv:3:1 MAN0303", "t.csv:6:1 MAN0209"], faults.Where(fault => fault.Code != "MAN0305").Select(Where));
        Assert.Contains(faults, fault => Where(fault) == "t.csv:4:9 MAN0305" && fault.Expected == "a number; did you mean 1234567?");
        Assert.All(faults, fault => Assert.Contains("run again", fault.Next, StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_that_stands_twice_is_an_error_that_names_both_lines()
    {
        Assert.Null(Read("year,y\n1901,1\n1902,2\n1901,3\n", null, ["y"], out var faults));

        Assert.Equal("1901, also in line 2", Assert.Single(faults, fault => fault.Code == "MAN0501").Found);
    }

    [Fact]
    public void What_spreadsheets_do_to_a_file_is_read_past()
    {
        var series = Read("\ufeffMonat;Kurs;Mengen\r\n2017-01;1,5;7\r\n2017-02;2,25;\r\n;;\r\n", null, ["kurs", "Mengen"], out var faults)!;

        Assert.Empty(faults);
        Assert.Equal([1.5, 2.25], series.Columns[0].Values);
        Assert.Equal([7, double.NaN], series.Columns[1].Values);
    }

    [Fact]
    public void A_wrong_name_is_answered_with_the_nearest_and_the_list()
    {
        Assert.Null(Read("date,flow,stage\n2017,1,2\n", null, ["flwo"], out var faults));

        Assert.Equal("none; did you mean 'flow'? there are: date, flow, stage", Assert.Single(faults).Found);
    }

    [Fact]
    public void Rows_are_numbered_from_1_where_the_first_column_is_one_of_the_numbers()
    {
        var series = Read("y,x\n5,1\n6,2\n", null, ["y", "x"], out _)!;

        Assert.True(series.Times.AreRowNumbers);
        Assert.Equal(["1", "2"], series.Times.Labels);
    }

    [Fact]
    public void Dates_may_stand_in_any_column()
    {
        var series = Read("y,date\n5,2020-01-01\n6,2020-01-02\n7,2020-01-03\n", "date", ["y"], out _)!;

        Assert.Equal(TimeUnit.Day, series.Times.Unit);
    }

    [Fact]
    public void A_first_column_that_is_no_time_is_told_once_with_the_way_out()
    {
        Assert.Null(Read("state,y\nA,5\nB,6\n", null, ["y"], out var faults));

        Assert.Contains("--time", Assert.Single(faults).Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no header", "1,2\n3,4\n")]
    [InlineData("an empty file", "")]
    public void A_table_without_a_header_is_told(string _, string text)
    {
        Assert.Null(Read(text, null, ["y"], out var faults));

        Assert.Equal("MAN0210", Assert.Single(faults).Code);
    }

    [Fact]
    public void Infinity_is_no_number() => Assert.Null(Read("t,y\n1,inf\n2,3\n", null, ["y"], out _));

    [Fact]
    public void First_days_of_months_are_months()
    {
        var series = Read("d,y\n2017-01-01,1\n2017-02-01,2\n2017-04-01,3\n2017-05-01,3\n", null, ["y"], out _)!;

        Assert.Equal((TimeUnit.Month, 1, "2017-04"), (series.Times.Unit, series.Times.Step, series.Times.Points[2].ToString()));
    }

    [Fact]
    public void Trading_days_are_regular_and_a_holiday_is_a_missing_step()
    {
        var text = new StringBuilder("d,y\n");
        for (var day = new DateOnly(2019, 1, 1); day < new DateOnly(2019, 12, 31); day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day != new DateOnly(2019, 5, 1))
                text.Append(day.ToString("yyyy-MM-dd", null)).Append(",1\n");

        var times = Read(text.ToString(), null, ["y"], out _)!.Times;

        Assert.True(times.IsRegular);
        Assert.Equal((1, "1 working day"), (times.Missing, times.StepWords()));
        var gap = Enumerable.Range(0, times.GridLength).Single(position => double.IsNaN(times.OnGrid([.. Enumerable.Repeat(1.0, times.Count)])[position]));
        Assert.Equal("2019-05-01", times.LabelAt(gap));
    }

    [Fact]
    public void A_missing_step_is_never_filled_in()
    {
        var text = new StringBuilder("m,y\n");
        for (var i = 0; i < 60; i++)
            if (i != 30)
                text.Append(2000 + i / 12).Append('-').Append((i % 12 + 1).ToString("00", null)).Append(",7\n");

        var series = Read(text.ToString(), null, ["y"], out _)!;

        Assert.True(series.Times.IsRegular);
        Assert.Equal([30], Enumerable.Range(0, 60).Where(i => double.IsNaN(series.Times.OnGrid(series.Columns[0].Values)[i])));
    }

    [Fact]
    public void Uneven_dates_are_not_called_regular() =>
        Assert.False(Read("d,y\n2017-01-03,1\n2017-01-09,2\n2017-02-20,3\n2017-02-21,4\n", null, ["y"], out _)!.Times.IsRegular);

    [Fact]
    public void Months_among_days_stand_in_their_middle_and_it_is_said()
    {
        var series = Read("d,y\n2016-02,1\n2016-03-20,2\n2017,3\n", null, ["y"], out _)!;

        Assert.Equal(["2016-02-15", "2016-03-20", "2017-07-02"], series.Times.Points.Select(point => point.ToString()));
        Assert.Contains("2 of 3 cover more than a day", Assert.Single(series.Notes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AggregationRule.Mean, 2.0, 4.5, 6.0)]
    [InlineData(AggregationRule.Median, 2.0, 4.5, 6.0)]
    [InlineData(AggregationRule.Last, 3.0, 5.0, 6.0)]
    [InlineData(AggregationRule.Sum, 6.0, double.NaN, double.NaN)] // a missing value, and a quarter that is not over
    public void Months_become_quarters_by_the_rule_that_is_named(AggregationRule rule, params double[] expected)
    {
        var series = Read("m,y\n2017-01,1\n2017-02,2\n2017-03,3\n2017-04,4\n2017-05,\n2017-06,5\n2017-07,6\n", null, ["y"], out _)!;

        var quarters = series.Aggregate(AggregationPeriod.Quarter, rule);

        Assert.Equal(expected, quarters.Columns[0].Values);
        Assert.Equal(["2017-Q1", "2017-Q2", "2017-Q3"], quarters.Times.Labels);
        Assert.StartsWith("7 rows gathered into 3 quarters", quarters.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Days_become_weeks_from_Monday()
    {
        var weeks = Read("d,y\n2018-01-01,1\n2018-01-07,3\n2018-01-08,5\n2018-01-16,7\n", null, ["y"], out _)!.Aggregate(AggregationPeriod.Week, AggregationRule.Mean);

        Assert.Equal(["2018-01-01", "2018-01-08", "2018-01-15"], weeks.Times.Labels);
        Assert.Equal([2, 5, 7], weeks.Columns[0].Values);
    }

    [Fact]
    public void Rows_are_not_gathered_into_what_is_shorter_than_they_are() =>
        Assert.Throws<ArgumentException>(() => Read("m,y\n2017-01,1\n2017-02,2\n", null, ["y"], out _)!.Aggregate(AggregationPeriod.Week, AggregationRule.Mean));

    [Theory]
    [InlineData("2017-02", 1, 1)]
    [InlineData("2017-02-10", 0, 2)]
    [InlineData("2017", 2, 0)]
    [InlineData("2016", -1, 0)]
    [InlineData("2018", 2, 3)]
    public void A_date_given_by_hand_is_compared_at_its_own_precision(string date, int last, int first)
    {
        var times = Read("m,y\n2017-01,1\n2017-02,2\n2017-03,3\n", null, ["y"], out _)!.Times;

        Assert.True(times.TryRead(date, out var time, out var wanted));
        Assert.Equal((last, first), (times.LastUpTo(time), times.FirstFrom(time)));
    }

    [Theory] // no step begins before year 1 or after 9999
    [InlineData("9998-12", "9999-12", AggregationPeriod.Year)]
    [InlineData("0001-01", "0002-01", AggregationPeriod.Year)]
    [InlineData("9999-Q3", "9999-Q4", AggregationPeriod.Year)]
    [InlineData("9999-12-30", "9999-12-31", AggregationPeriod.Month)]
    [InlineData("0001-01-01", "0001-01-02", AggregationPeriod.Week)]
    public void The_ends_of_the_calendar_are_read_and_gathered(string first, string second, AggregationPeriod period)
    {
        var series = Read($"t,y\n{first},1\n{second},2\n", null, ["y"], out _)!;

        foreach (var rule in Enum.GetValues<AggregationRule>())
            Assert.NotEmpty(series.Aggregate(period, rule).Columns[0].Values);
        Assert.True(series.Times.Points[0].LastDay < series.Times.Points[1].FirstDay);
        Assert.True(series.Times.Points[1].LastDay <= DateOnly.MaxValue);
    }

    [Fact] // whatever stands in the file: faults or a series, no exception, and times ascend
    public void No_text_breaks_the_reader() =>
        Gen.Select(Any("date,y\n", "y\n", "\"date\";y\n", "t,y,y\n"), Any("2017-01", "2017-01-05", "1", "-3", "", "NA", "\"", ",", ";", "\n", "3/4/2019", "1e400", "\0", "2017-Q3", "\u0660", "99999999999999999999", "0000-00", "9999-12", "9998-12", "0001-01", "9999-12-31", "0001-01-01", "9999-Q4").Array[0, 25])
            .Sample((header, parts) =>
            {
                var table = PlainTable.Parse("t.csv", Encoding.UTF8.GetBytes(header + string.Concat(parts)), "run again");
                var series = table.Series(null, "y");
                Assert.True(series is not null || table.HasErrors);
                for (var i = 1; i < (series?.Times.Count ?? 0); i++)
                    Assert.True(series!.Times.Points[i] > series.Times.Points[i - 1]);
                foreach (var period in series is null || series.Times.Unit == TimeUnit.Number ? [] : new[] { AggregationPeriod.Year })
                    _ = series!.Aggregate(period, AggregationRule.Sum);
            }, iter: 3000, threads: 1);

    private static Gen<string> Any(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Where(Diagnostic fault) => $"{fault.Where.File}:{fault.Where.Line}:{fault.Where.Column} {fault.Code}";

    private static PlainSeries? Read(string text, string? time, string[] columns, out IReadOnlyList<Diagnostic> faults)
    {
        var table = PlainTable.Parse("t.csv", Encoding.UTF8.GetBytes(text), "run again");
        var series = table.Series(time, columns);
        faults = table.Diagnostics;
        return series;
    }
}
