namespace Manometer.Coding.Tests;

public class DateReaderTests
{
    private static readonly DateReader Reader = new();

    private static string Read(string text, string? document = null)
    {
        lock (Reader)
        {
            return string.Join(" | ", Reader.Read(text, document is null ? null : DateOnly.Parse(document, System.Globalization.CultureInfo.InvariantCulture))
                .Where(mention => mention.Kind is not (DateMentionKind.Heading or DateMentionKind.Duration or DateMentionKind.Repetition))
                .Select(mention => mention.Edtf ?? mention.Value));
        }
    }

    [Theory]
    [InlineData("Over the weekend the firm told its ventures to pump less.", "2026-01-03/2026-01-04")]
    [InlineData("They will meet at the weekend.", "2026-01-10/2026-01-11")]
    [InlineData("Last weekend it rained.", "2026-01-03/2026-01-04")]
    public void A_weekend_that_is_told_of_is_the_last_one(string text, string date) => Assert.Equal(date, Read(text, "2026-01-05"));

    [Theory]
    [InlineData("Exports fell in February 2017.", "2017-02")]
    [InlineData("On 28 February 2017 the port closed.", "2017-02-28")]
    [InlineData("The rule of Feb. 28, 2017 took effect.", "2017-02-28")]
    [InlineData("It opened on 3/14/2018 and closed on 14/3/2019.", "2018-03-14 | 2019-03-14")]
    [InlineData("Prices as of 2018-03-05 and 05.03.2018.", "2018-03-05 | 2018-03-05")]
    [InlineData("In summer 2017 and in the fall of 2018", "2017-22 | 2018-23")]
    [InlineData("Sales in the third quarter of 2016 and in Q1 2017", "2016-35 | 2017-33")]
    [InlineData("Trade in the first half of 2018 and H2 2018", "2018-40 | 2018-41")]
    [InlineData("Since early 2016, and until late 2017", "2016-01/.. | ../2017-12")]
    [InlineData("by the end of 2017", "../2017-12")]
    [InlineData("in mid-2017", "2017-38")]
    [InlineData("before 2017 and after 2018", "../2016 | 2019/..")]
    [InlineData("from March 2016 to April 2019", "2016-03/2019-04")]
    [InlineData("between 2014 and 2018, and in 2016-18", "2014/2018 | 2016/2018")]
    [InlineData("in the 1990s", "199X")]
    [InlineData("in the last four months of 2016", "2016-09/2016-12")]
    [InlineData("in fiscal year 2018", "2018~")]
    [InlineData("Juche 107 was announced", "2018")]
    [InlineData("\uae40\uc815\uc740 2018\ub144 3\uc6d4 5\uc77c", "2018-03-05")]
    [InlineData("2018\u5e743\u6708", "2018-03")]
    [InlineData("5 \u043c\u0430\u0440\u0442\u0430 2018 \u0433. \u0446\u0435\u043d\u044b", "2018-03-05")]
    [InlineData("\u0432 \u043c\u0430\u0440\u0442\u0435 2018 \u0433\u043e\u0434\u0430", "2018-03")]
    [InlineData("10-Apr-15 and 19-Nov-12", "2015-04-10 | 2012-11-19")]
    public void A_date_is_read_at_the_precision_given(string text, string edtf) => Assert.Equal(edtf, Read(text));

    [Theory]
    [InlineData("In January exports fell.", "2018-01")]
    [InlineData("In September exports fell.", "2017-09")]
    [InlineData("Last month exports fell.", "2018-06")]
    [InlineData("Two years ago exports fell.", "2016")]
    [InlineData("Exports fell three weeks ago.", "2018-06-11/2018-06-17")]
    [InlineData("Exports fell on Monday.", "2018-07-02")]
    [InlineData("Exports will resume in September.", "2018-09")]
    [InlineData("Exports fell over the past year.", "2017-07/2018-07")]
    [InlineData("Exports fell in the previous year.", "2017")]
    [InlineData("Exports fell last summer.", "2017-22")]
    [InlineData("Exports fell earlier this year.", "2018-01/2018-07")]
    [InlineData("They met the day before yesterday.", "2018-07-03")]
    [InlineData("Officials postponed it until Tuesday.", "../2018-07-10")]
    public void A_relative_date_counts_from_the_date_of_the_document_and_looks_back(string text, string edtf) => Assert.Equal(edtf, Read(text, "2018-07-05"));

    [Theory]
    [InlineData("prices fall")]
    [InlineData("hit by the fall in trade")]
    [InlineData("rules may change and soldiers march on")]
    [InlineData("a second mine")]
    [InlineData("output fell by half")]
    [InlineData("Bureau 39 and Office 39")]
    [InlineData("Resolution 2371, Resolution 2016, section 2014 of the act")]
    [InlineData("10,000 won, 2,016 won and 1995.5 tons")]
    [InlineData("https://example.org/a/379480/b?id=20170302")]
    [InlineData("2000 people and 1,998 soldiers")]
    [InlineData("the Daily NK")]
    public void What_only_looks_like_a_date_is_none(string text) => Assert.Equal("", Read(text, "2018-07-05"));

    // Phrases made for this list; each stands in an entry headed 7/2018 between others, in a document dated long after.
    [Theory]
    [InlineData("a ban would follow a year later", "2019")]
    [InlineData("a month later", "2018-08")]
    [InlineData("two months later the mill closed", "2018-09")]
    [InlineData("two years later", "2020")]
    [InlineData("a year earlier", "2017")]
    [InlineData("two years earlier", "2016")]
    [InlineData("three months earlier", "2018-04")]
    [InlineData("a year ago", "2017")]
    [InlineData("two months ago", "2018-05")]
    [InlineData("half a year ago", "2018-01")]
    [InlineData("GDP fell over the previous year", "2017")]
    [InlineData("in the previous month", "2018-06")]
    [InlineData("last year", "2017")]
    [InlineData("last month", "2018-06")]
    [InlineData("this month", "2018-07")]
    [InlineData("this year", "2018")]
    [InlineData("next month", "2018-08")]
    [InlineData("next year", "2019")]
    [InlineData("the following month", "2018-08")]
    [InlineData("the following year", "2019")]
    [InlineData("the same month", "2018-07")]
    [InlineData("that year", "2018")]
    [InlineData("by now trade has slowed", "2018-07")]
    [InlineData("today the shelves are empty", "2018-07")]
    [InlineData("currently idle", "2018-07")]
    [InlineData("until the end of February", "../2018-02")]
    [InlineData("since March", "2018-03/..")]
    [InlineData("in May", "2018-05")]
    [InlineData("in December", "2017-12")]
    [InlineData("last winter", "2017-24")]
    [InlineData("in the first quarter", "2018-33")]
    [InlineData("in the second half of last year", "2017-41")]
    [InlineData("early this year", "2018-37")]
    [InlineData("late last year", "2017-39")]
    [InlineData("over the past year", "2017-07/2018-07")]
    [InlineData("over the last three months", "2018-04/2018-07")]
    [InlineData("in the past two years", "2016-07/2018-07")]
    [InlineData("a few days later", "2018-07~")]
    [InlineData("last week", "2018-07~")]
    [InlineData("on Friday", "2018-07")]
    [InlineData("earlier this year", "2018-01/2018-07")]
    [InlineData("later that year", "2018-07/2018-12")]
    [InlineData("in 2016", "2016")]
    [InlineData("hit hard by the fall in trade", "")]
    public void In_a_chronology_a_phrase_counts_from_the_heading_that_governs_it(string phrase, string edtf) =>
        Assert.Equal(edtf, Read($"Preface.\n\n  \u2022 3/2016: Nothing changed.\n  \u2022 7/2018: Reports say {phrase}, it seems.\n  \u2022 4/2019: Nothing changed.\n\nAn afterword.", "2024-12-31"));

    [Theory] // spring begins in September; the summer that ends in February has the year in which it began
    [InlineData("Fares doubled in spring.", "2003-29")]
    [InlineData("Fares doubled last summer.", "2002-30")]
    [InlineData("Fares doubled in the winter of 2001 and in autumn 2002.", "2001-32 | 2002-31")]
    [InlineData("Fares rose until the spring of 2002.", "../2002-11")]
    public void South_of_the_equator_seasons_are_others(string text, string dates)
    {
        var mentions = new DateReader(southern: true).Read(text, new DateOnly(2003, 12, 9));

        Assert.Equal(dates, string.Join(" | ", mentions.Select(one => one.Edtf)));
        Assert.All(mentions, one => Assert.True(Manometer.Model.Edtf.TryParse(one.Edtf, out _)));
    }

    [Theory]
    [InlineData("ZW", true)]
    [InlineData("id", true)]
    [InlineData("KP", false)]
    public void A_country_is_of_the_south_by_its_capital(string country, bool isSouthern) => Assert.Equal(isSouthern, BuiltInPlaces.IsSouthern(country));

    [Fact]
    public void After_the_last_item_of_a_chronology_the_document_date_counts_again() =>
        Assert.Equal("2023", Read("  \u2022 3/2016: Nothing.\n  \u2022 7/2018: Nothing.\n\nThat was last year.", "2024-12-31"));

    [Theory]
    [InlineData("March 2016: coal.\n\nApril 2016: fish.")]
    [InlineData("2016-03: coal.\n2016-04: fish.")]
    [InlineData("3/2016: coal.\n4/2016: fish.")]
    [InlineData("- March 2016 \u2013 coal.\n- April 2016 \u2013 fish.")]
    public void Headings_are_known_in_several_forms(string text)
    {
        var headings = new DateReader().Read(text, null).Where(mention => mention.Kind == DateMentionKind.Heading).Select(mention => mention.Edtf);

        Assert.Equal(["2016-03", "2016-04"], headings);
    }

    [Fact]
    public void One_line_that_looks_like_a_heading_makes_no_chronology() =>
        Assert.DoesNotContain(new DateReader().Read("March 2016: coal.\nNothing else.", null), mention => mention.Kind == DateMentionKind.Heading);

    [Fact]
    public void What_nothing_fixes_has_no_edtf_and_x_for_its_digits()
    {
        var mention = Assert.Single(new DateReader().Read("In January exports fell.", null));

        Assert.Equal(("XXXX-01", null), (mention.Value, mention.Edtf));
    }

    [Fact]
    public void The_chronology_of_the_source_has_its_36_headings()
    {
        var text = File.ReadAllText(Manometer.Testing.Repository.Reference("seed", "seed.txt"));
        var found = new DateReader().Read(text, new DateOnly(2019, 4, 30));

        Assert.Equal(36, found.Count(mention => mention.Kind == DateMentionKind.Heading));
        Assert.All(found, mention => Assert.True(mention.Edtf is null || Manometer.Model.Edtf.TryParse(mention.Edtf, out _), mention.Edtf));
    }
}
