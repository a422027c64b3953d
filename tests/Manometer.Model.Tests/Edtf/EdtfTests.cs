using System.Runtime.CompilerServices;
using CsCheck;

namespace Manometer.Model.Tests;

public class EdtfTests
{
    [Theory]
    [InlineData("2019-02-28", 0, EdtfKind.Date, "2019-02-28", "2019-02-28")]
    [InlineData("2020-02", 0, EdtfKind.Date, "2020-02-01", "2020-02-29")]
    [InlineData("1900-02", 0, EdtfKind.Date, "1900-02-01", "1900-02-28")]
    [InlineData("2018", 0, EdtfKind.Date, "2018-01-01", "2018-12-31")]
    [InlineData("2018-05-06T07:08:09+09:00", 0, EdtfKind.DateTime, "2018-05-06", "2018-05-06")]
    [InlineData("2017-11/2018-02", 0, EdtfKind.Interval, "2017-11-01", "2018-02-28")]
    [InlineData("2018-22", 1, EdtfKind.Season, "2018-06-01", "2018-08-31")]
    [InlineData("2018-24", 1, EdtfKind.Season, "2018-12-01", "2019-02-28")]
    [InlineData("2018-24~", 1, EdtfKind.Season, "2018-12-01", "2019-02-28")]
    [InlineData("2018-30", 2, EdtfKind.Season, "2018-12-01", "2019-02-28")]
    [InlineData("2018-31", 2, EdtfKind.Season, "2018-03-01", "2018-05-31")]
    [InlineData("2018-35", 2, EdtfKind.Season, "2018-07-01", "2018-09-30")]
    [InlineData("2018-38", 2, EdtfKind.Season, "2018-05-01", "2018-08-31")]
    [InlineData("2018-41", 2, EdtfKind.Season, "2018-07-01", "2018-12-31")]
    [InlineData("2016?", 1, EdtfKind.Date, "2016-01-01", "2016-12-31")]
    [InlineData("2016-04~", 1, EdtfKind.Date, "2016-04-01", "2016-04-30")]
    [InlineData("2016-04-05%", 1, EdtfKind.Date, "2016-04-05", "2016-04-05")]
    [InlineData("2016-~04", 2, EdtfKind.Date, "2016-04-01", "2016-04-30")]
    [InlineData("2016?-04-~05", 2, EdtfKind.Date, "2016-04-05", "2016-04-05")]
    [InlineData("201X", 1, EdtfKind.Date, "2010-01-01", "2019-12-31")]
    [InlineData("20XX", 1, EdtfKind.Date, "2000-01-01", "2099-12-31")]
    [InlineData("2X16", 2, EdtfKind.Date, "2016-01-01", "2916-12-31")]
    [InlineData("2018-XX", 1, EdtfKind.Date, "2018-01-01", "2018-12-31")]
    [InlineData("2018-1X", 2, EdtfKind.Date, "2018-10-01", "2018-12-31")]
    [InlineData("2018-02-XX", 1, EdtfKind.Date, "2018-02-01", "2018-02-28")]
    [InlineData("2018-02-X9", 2, EdtfKind.Date, "2018-02-09", "2018-02-19")]
    [InlineData("2020-02-X9", 2, EdtfKind.Date, "2020-02-09", "2020-02-29")]
    [InlineData("201X-02-29", 2, EdtfKind.Date, "2012-02-29", "2016-02-29")]
    [InlineData("2018-XX-31", 2, EdtfKind.Date, "2018-01-31", "2018-12-31")]
    [InlineData("201X-21", 2, EdtfKind.Season, "2010-03-01", "2019-05-31")]
    [InlineData("201X-24", 2, EdtfKind.Season, "2010-12-01", "2020-02-29")]
    [InlineData("2018-21", 1, EdtfKind.Season, "2018-03-01", "2018-05-31")]
    [InlineData("2018-23", 1, EdtfKind.Season, "2018-09-01", "2018-11-30")]
    [InlineData("2019-24", 1, EdtfKind.Season, "2019-12-01", "2020-02-29")]
    [InlineData("2018-25", 2, EdtfKind.Season, "2018-03-01", "2018-05-31")]
    [InlineData("2018-26", 2, EdtfKind.Season, "2018-06-01", "2018-08-31")]
    [InlineData("2018-27", 2, EdtfKind.Season, "2018-09-01", "2018-11-30")]
    [InlineData("2018-28", 2, EdtfKind.Season, "2018-12-01", "2019-02-28")]
    [InlineData("2018-29", 2, EdtfKind.Season, "2018-09-01", "2018-11-30")]
    [InlineData("2018-32", 2, EdtfKind.Season, "2018-06-01", "2018-08-31")]
    [InlineData("2018-33", 2, EdtfKind.Season, "2018-01-01", "2018-03-31")]
    [InlineData("2018-34", 2, EdtfKind.Season, "2018-04-01", "2018-06-30")]
    [InlineData("2018-36", 2, EdtfKind.Season, "2018-10-01", "2018-12-31")]
    [InlineData("2018-37", 2, EdtfKind.Season, "2018-01-01", "2018-04-30")]
    [InlineData("2018-39", 2, EdtfKind.Season, "2018-09-01", "2018-12-31")]
    [InlineData("2018-40", 2, EdtfKind.Season, "2018-01-01", "2018-06-30")]
    [InlineData("2018-06-XX/2018-07-03", 2, EdtfKind.Interval, "2018-06-01", "2018-07-03")]
    [InlineData("2018-06-~01/2018-06-~20", 2, EdtfKind.Interval, "2018-06-01", "2018-06-20")]
    [InlineData("2018-06~/2018-08", 1, EdtfKind.Interval, "2018-06-01", "2018-08-31")]
    [InlineData("1XXX", 2, EdtfKind.Date, "1000-01-01", "1999-12-31")]
    [InlineData("2018-XX-XX", 1, EdtfKind.Date, "2018-01-01", "2018-12-31")]
    [InlineData("1950S2", 2, EdtfKind.LongYear, "1900-01-01", "1999-12-31")]
    [InlineData("1953S3", 2, EdtfKind.LongYear, "1950-01-01", "1959-12-31")]
    [InlineData("[2016-03,2016-05]", 2, EdtfKind.OneOf, "2016-03-01", "2016-05-31")]
    [InlineData("[2016-09,2016-03..2016-05]", 2, EdtfKind.OneOf, "2016-03-01", "2016-09-30")]
    [InlineData("{2016,2018-01}", 2, EdtfKind.AllOf, "2016-01-01", "2018-01-31")]
    public void A_date_knows_its_level_form_and_bounds(string text, int level, EdtfKind kind, string earliest, string latest)
    {
        var date = Edtf.Parse(text);

        Assert.Equal((level, kind), (date.Level, date.Kind));
        Assert.Equal((earliest, latest), ($"{date.FirstDay:yyyy-MM-dd}", $"{date.LastDay:yyyy-MM-dd}"));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2016-04/..", "2016-04-01", null, false, true)]
    [InlineData("../2016-04", null, "2016-04-30", true, false)]
    [InlineData("2016-04/", "2016-04-01", null, false, false)]
    [InlineData("/2016-04", null, "2016-04-30", false, false)]
    [InlineData("../..", null, null, true, true)]
    [InlineData("[..2016-04]", null, "2016-04-30", true, false)]
    [InlineData("[2016-04..]", "2016-04-01", null, false, true)]
    public void An_open_or_unknown_end_has_no_day(string text, string? earliest, string? latest, bool openAtStart, bool openAtEnd)
    {
        var date = Edtf.Parse(text);

        Assert.Equal((earliest, latest), (date.FirstDay?.ToString("yyyy-MM-dd"), date.LastDay?.ToString("yyyy-MM-dd")));
        Assert.Equal((openAtStart, openAtEnd), (date.IsOpenAtStart, date.IsOpenAtEnd));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("Y17E8", 1_700_000_000L, 1_700_000_000L)]
    [InlineData("Y-170000002", -170_000_002L, -170_000_002L)]
    [InlineData("Y171010000S3", 171_000_000L, 171_999_999L)]
    [InlineData("-0044", -44L, -44L)]
    [InlineData("-1X32", -1932L, -1032L)]
    [InlineData("-000X", -9L, -1L)] // there is no year -0000
    [InlineData("-XXXX", -9999L, -1L)]
    [InlineData("Y3388E2S3", 338_000L, 338_999L)] // the example of the Library of Congress
    [InlineData("Y-171010000S3", -171_999_999L, -171_000_000L)]
    [InlineData("Y999999999999999999S18", 999_999_999_999_999_999L, 999_999_999_999_999_999L)] // a logarithm would count 19 digits
    [InlineData("Y999999999999999999S17", 999_999_999_999_999_990L, 999_999_999_999_999_999L)]
    [InlineData("-201X-24", -2019L, -2009L)] // the winter of -2010 ends in -2009
    public void Years_beyond_a_calendar_keep_their_bounds(string text, long earliest, long latest)
    {
        var date = Edtf.Parse(text);

        Assert.Equal((earliest, latest), (date.Earliest!.Value.Year, date.Latest!.Value.Year));
        Assert.Equal(text, date.ToString());
        Assert.Equal(earliest < 1 ? null : date.FirstDay, date.FirstDay);
    }

    [Theory]
    [InlineData("2017-02-31", 8, "no such day")]
    [InlineData("2017-13", 5, "no such month")]
    [InlineData("2017-00", 5, "no such month")]
    [InlineData("2017-02-3X", 8, "no such day")]
    [InlineData("201X-04-31", 8, "no such day")]
    [InlineData("XXX1-02-29", 8, "no such day")] // no odd year is a leap year
    [InlineData("190X-02-3X/1910", 8, "no such day")]
    [InlineData("2017-02-28 or so", 10, "text after the date")]
    [InlineData("2017-42", 5, "no such month")]
    [InlineData("2017-20", 5, "no such month")]
    [InlineData("2017-2X", 5, "no such month")]
    [InlineData("2018-03-15/2018", 0, "the end begins before the start; give it as exactly as the start")]
    [InlineData("[2018-03-15..2018]", 17, "the end begins before the start; give it as exactly as the start")]
    [InlineData("[2018..2017]", 11, "the range ends before it begins")]
    [InlineData("[..]", 3, "a year has four digits")]
    [InlineData("[2016}", 5, "a comma or the closing bracket was expected")]
    [InlineData("[2016]]", 6, "text after the closing bracket")]
    [InlineData("Y17E8/..", 0, "a year written with Y stands alone")]
    [InlineData("Y1234567890123456789", 19, "a year beyond what can be counted")]
    [InlineData("2016-04-05T10:00:00+0900", 10, "a zone is Z, +hh or +hh:mm")]
    [InlineData("2016–2017", 4, "text after the date")]
    [InlineData("17-02", 0, "a year has four digits")]
    [InlineData("2019/2018", 0, "the interval ends before it begins")]
    [InlineData("2018-24/2018-21", 0, "the interval ends before it begins")]
    [InlineData("2018-21-01", 7, "a season has no day")]
    [InlineData("-0000", 0, "there is no year -0000")]
    [InlineData("Y2006", 0, "a year of up to four digits is written without Y")]
    [InlineData("20170", 4, "a year of more than four digits is written with Y")]
    [InlineData("/", 1, "an interval without a date")]
    [InlineData("[2016, 2017]", 6, "a year has four digits")]
    [InlineData("[2016..,2017]", 7, "only the last date of a set may be open to what follows")]
    [InlineData("2016-04-05T25:00:00", 10, "a time is hh:mm:ss")]
    [InlineData("2016-04?T10:00:00", 8, "only a whole, unqualified day has a time")]
    [InlineData("Y99E99", 6, "a year beyond what can be counted")]
    [InlineData("", 0, "nothing")]
    public void What_is_no_date_is_refused_with_place_and_reason(string text, int position, string reason)
    {
        Assert.False(Edtf.TryParse(text, out var date, out var fault));
        Assert.Equal(new EdtfFault(position, reason), fault);
        Assert.Equal(default, date);
    }

    [Fact]
    public void The_message_of_a_failed_parse_says_why() =>
        Assert.Equal("'2017-02-31' is not a date in EDTF: no such day", Assert.Throws<FormatException>(() => Edtf.Parse("2017-02-31")).Message);

    [Theory]
    [InlineData("2004?-06-~11", "2004?-06-~11")]
    [InlineData("2004~-06~", "2004-06~")] // said twice
    [InlineData("?2016-04-~05", "2016?-04-~05")] // the first part alone, or up to the first: the same
    [InlineData("?2004-?06", "2004-06?")] // each part alone is the same as both together
    [InlineData("2004?-06~", "2004%-~06")] // the second mark is of year and month
    [InlineData("2004-06~-11", "2004-06~-11")]
    [InlineData("?2004-?06-?11", "2004-06-11?")]
    [InlineData("2004-06?-11?", "2004-06-11?")]
    [InlineData("~2004?", "2004%")]
    [InlineData("2004-%06-11?", "2004?-%06-?11")] // the mark behind the day is of all three
    [InlineData("?-2004-06-04~", "-2004%-~06-~04")]
    public void Qualifiers_print_in_one_canonical_form(string text, string canonical)
    {
        Assert.Equal(canonical, Edtf.Parse(text).ToString());
        Assert.Equal((Edtf.Parse(text), Edtf.Parse(text).Level, Edtf.Parse(text).GetHashCode()), (Edtf.Parse(canonical), Edtf.Parse(canonical).Level, Edtf.Parse(canonical).GetHashCode()));
    }

    [Theory]
    [InlineData("2016?", true, false)]
    [InlineData("2016-~04", false, true)]
    [InlineData("2016/2017%", true, true)]
    [InlineData("[2016,2017-?01]", true, false)]
    [InlineData("2016", false, false)]
    public void Uncertain_and_approximate_are_told_apart(string text, bool uncertain, bool approximate) =>
        Assert.Equal((uncertain, approximate), (Edtf.Parse(text).IsUncertain, Edtf.Parse(text).IsApproximate));

    [Theory]
    [InlineData("2016", "2016-03", true, true, false)]
    [InlineData("2016-03", "2016", false, true, false)]
    [InlineData("2016-03", "2016-04", false, false, true)]
    [InlineData("2016-04", "2016-03", false, false, false)]
    [InlineData("2016/..", "2020-01", true, true, false)]
    [InlineData("../2016", "2020-01", false, false, true)]
    [InlineData("2016/", "2020-01", true, true, false)]
    [InlineData("2016-01/2016-06", "2016-06/2016-12", false, true, false)]
    public void One_date_contains_overlaps_or_precedes_another(string left, string right, bool contains, bool overlaps, bool before)
    {
        var (one, other) = (Edtf.Parse(left), Edtf.Parse(right));

        Assert.Equal((contains, overlaps, before), (one.Contains(other), one.Overlaps(other), one.Before(other)));
    }

    [Fact] // the second computation walks through every day of the years the digits allow
    public void Bounds_with_unspecified_digits_agree_with_trying_every_day() =>
        Gen.Select(Pattern("0123456789", "0123456789").Select(digits => "20" + digits), Pattern("01", "0123456789"), Pattern("0123", "0123456789")).Sample((year, month, day) =>
        {
            var text = $"{year}-{month}-{day}";
            var days = Enumerable.Range(2000, 100).SelectMany(y => Enumerable.Range(0, DateTime.IsLeapYear(y) ? 366 : 365).Select(d => new DateOnly(y, 1, 1).AddDays(d)))
                .Where(d => Fits(text, $"{d:yyyy-MM-dd}")).ToList();
            return Edtf.TryParse(text, out var date) ? days.Count > 0 && date.FirstDay == days[0] && date.LastDay == days[^1] : days.Count == 0;
        }, iter: 100);

    [Fact]
    public void Any_expression_is_printed_so_that_it_is_read_again() =>
        Expression.Sample(text => !Edtf.TryParse(text, out var date)
            || (Edtf.Parse(date.ToString()) is var again && again == date && again.Level == date.Level && again.GetHashCode() == date.GetHashCode() && again.ToString() == date.ToString()), iter: 20_000);

    [Fact]
    public void A_date_takes_24_bytes_so_that_a_hundred_thousand_observations_stay_small() => Assert.Equal(24, Unsafe.SizeOf<Edtf>());

    [Theory]
    [InlineData("2016", EdtfPrecision.Year)]
    [InlineData("Y17E8", EdtfPrecision.Year)]
    [InlineData("1950S2", EdtfPrecision.Year)]
    [InlineData("2016-33", EdtfPrecision.Season)]
    [InlineData("2016-XX", EdtfPrecision.Month)]
    [InlineData("2016-0X-XX", EdtfPrecision.Day)]
    [InlineData("-000X-12-25?", EdtfPrecision.Day)]
    [InlineData("2016-01-02T03:04:05", EdtfPrecision.Time)]
    [InlineData("2016-01/2016-02", null)]
    [InlineData("[2016]", null)]
    public void A_single_date_knows_its_smallest_unit(string text, EdtfPrecision? precision) => Assert.Equal(precision, Edtf.Parse(text).Precision);

    [Theory]
    [InlineData("/2016", true, false)]
    [InlineData("2016/", false, true)]
    [InlineData("../2016", false, false)]
    [InlineData("2016/..", false, false)]
    [InlineData("2016", false, false)]
    [InlineData("[..2016]", false, false)]
    public void An_unknown_end_is_told_from_an_open_one(string text, bool atStart, bool atEnd) =>
        Assert.Equal((atStart, atEnd), (Edtf.Parse(text).IsUnknownAtStart, Edtf.Parse(text).IsUnknownAtEnd));

    [Fact]
    public void The_default_value_is_no_date() =>
        Assert.Equal(("", null, null, null, 0, false), (default(Edtf).ToString(), default(Edtf).Earliest, default(Edtf).Latest, default(Edtf).Precision, default(Edtf).Level, default(Edtf).IsOpenAtEnd));

    [Fact]
    public void Bounds_are_in_order_and_comparisons_agree_with_each_other() =>
        Gen.Select(Expression, Expression).Sample((left, right) =>
        {
            if (!Edtf.TryParse(left, out var one) || !Edtf.TryParse(right, out var other))
                return true;
            return (one.Earliest is not { } first || one.Latest is not { } last || first <= last)
                && one.Contains(one)
                && one.Overlaps(other) == other.Overlaps(one)
                && !(one.Before(other) && other.Before(one))
                && !(one.Before(other) && one.Overlaps(other));
        }, iter: 20_000);

    [Fact]
    public void No_text_whatever_makes_the_parser_throw() =>
        Gen.OneOf(Gen.String, Expression, Gen.Char["0123456789-/XYES?~%.[]{},T:Z+ "].Array[0, 24].Select(letters => new string(letters)))
            .Sample(text => Edtf.TryParse(text, out var date) || date == default, iter: 100_000);

    [Fact]
    public void Common_forms_are_read_without_allocating()
    {
        string[] common = ["2017-02-28", "2017-02", "2017", "2017-02~", "2017-21", "2017-02/2017-04", "2017-04/..", "201X"];
        var read = true;
        foreach (var text in common)
            read &= Edtf.TryParse(text, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in common)
            read &= Edtf.TryParse(text, out _);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(read);
    }

    private static Gen<string> Pattern(params string[] digits) =>
        digits.Select(choices => Gen.Char[choices + "X"]).Aggregate(Gen.Const(""), (texts, next) => Gen.Select(texts, next, (text, letter) => text + letter));

    private static bool Fits(string pattern, string date) => pattern.Zip(date).All(pair => pair.First == 'X' || pair.First == pair.Second);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static readonly Gen<string> Mark = OneOf("", "", "", "?", "~", "%");

    private static readonly Gen<string> Single = Gen.OneOf(
        Gen.Select(Mark, Gen.Int[1990, 2030], Mark, (a, year, b) => $"{a}{year}{b}"),
        Gen.Select(Mark, Gen.Int[1990, 2030], Mark, Mark, Gen.Int[1, 41], Mark).Select(t => $"{t.Item1}{t.Item2}{t.Item3}-{t.Item4}{t.Item5:00}{t.Item6}"),
        Gen.Select(Gen.Int[1990, 2030], Mark, Gen.Int[1, 12], Mark, Gen.Int[1, 31], Mark).Select(t => $"{t.Item1}-{t.Item2}{t.Item3:00}{t.Item4}-{t.Item5:00}{t.Item6}"),
        OneOf("201X", "20XX-05", "2018-XX", "2018-0X-1X", "-0044", "Y17E8", "1950S2", "Y-3388E2S3", "-000X", "201X-24", "-9999-12-31", "0000", "2X16?-~1X-%X1", "2018-05-06T07:08:09Z"));

    private static readonly Gen<string> Expression = Gen.OneOf(
        Single,
        Gen.Select(Gen.OneOf(Single, OneOf("", "..")), Gen.OneOf(Single, OneOf("", "..")), (from, to) => $"{from}/{to}"),
        Gen.Select(OneOf("[]", "{}"), Single, OneOf(",", ".."), Single, (brackets, one, between, other) => $"{brackets[0]}{one}{between}{other}{brackets[1]}"));
}
