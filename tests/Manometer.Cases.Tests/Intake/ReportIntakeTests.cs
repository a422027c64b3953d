using System.Text;
using Manometer.Model;

namespace Manometer.Cases.Tests;

/// <summary>Captured documents on their way into a case.</summary>
public class ReportIntakeTests
{
    private static readonly DateOnly Day = new(2021, 11, 2);

    [Fact]
    public void A_document_is_kept_under_its_hash_listed_and_put_on_record()
    {
        using var ledger = new Ledger();

        var taken = Take(ledger, Page("Fuel is short.", "https://post.example/a"));

        var report = Assert.Single(Read(ledger).Reports, report => report.Id == taken[0].Report);
        Assert.Equal((IntakeFate.Added, "r-" + report.Sha256![..8], "https://post.example/a", "2021-10-30", Day), (taken[0].Fate, report.Id, report.Url, report.Published.ToString(), report.Captured));
        Assert.Equal("Fuel is short.", File.ReadAllText(ledger.PathOf($"captures/{report.Sha256}.html")));
        Assert.Empty(ledger.Verify().Diagnostics);
        using var log = ledger.Open();
        Assert.Equal([CustodyAct.Edit, CustodyAct.Capture], log.Records.Select(record => record.Act));
        Assert.Contains(log.Records[1].Outputs, item => item.Role == CustodyItem.Capture && item.Sha256 == report.Sha256);
    }

    [Fact]
    public void The_same_again_adds_nothing()
    {
        using var ledger = new Ledger();
        var first = Take(ledger, Page("Fuel is short.", "https://post.example/a"));
        var before = ledger.Files();

        var second = Take(ledger, Page("Fuel is short.", "https://post.example/a"), Page("Fuel is very short.", "http://www.post.example/a/"));

        Assert.Equal([(first[0].Report, IntakeFate.Known), (first[0].Report, IntakeFate.Older)], second.Select(one => (one.Report, one.Fate)));
        var after = ledger.Files();
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, file => Assert.Equal(file.Value, after[file.Key]));
    }

    [Fact]
    public void A_later_state_of_a_page_is_kept_when_it_is_asked_for()
    {
        using var ledger = new Ledger();
        var first = Take(ledger, Page("Fuel is short.", "https://post.example/a"));

        var second = Take(ledger, new IntakeOptions("jd") { Again = true }, Page("Fuel is very short.", "https://post.example/a"));

        Assert.Equal(IntakeFate.Added, second[0].Fate);
        Assert.Equal($"later state of {first[0].Report}", Read(ledger).Reports.Single(report => report.Id == second[0].Report).Note);
    }

    [Fact]
    public void A_report_coded_without_a_capture_gets_one()
    {
        using var ledger = new Ledger();

        var taken = Take(ledger, Page("Trade falls.", "https://www.gazette.example/1"));

        Assert.Equal(("r-1", IntakeFate.Attached), (taken[0].Report, taken[0].Fate));
        var report = Assert.Single(Read(ledger).Reports);
        Assert.Equal(("Tarde falls", Day), (report.Title, report.Captured));
        Assert.NotNull(report.Sha256);
        Assert.Empty(ledger.Verify().Diagnostics);
    }

    [Fact]
    public void The_source_is_found_by_host_or_name_and_else_added_ungraded()
    {
        using var ledger = new Ledger();

        Take(ledger, Page("a", "https://post.example/a", "Zenda Post"), Page("b", "https://post.example/b", null), Page("c", null, "zenda post"), Page("d", null, "GAZETTE"), Page("e", null, null), Page("f", null, null));

        var @case = Read(ledger);
        Assert.Equal(["gazette", "zenda-post", "zenda-post", "zenda-post", "gazette", "unknown", "unknown"], @case.Reports.Select(report => report.Source));
        Assert.Equal(["gazette", "zenda-post", "unknown"], @case.Sources.Select(source => source.Id));
        Assert.Equal(Admiralty.Reliability.F, @case.Sources[1].Reliability);
    }

    [Fact]
    public void A_document_without_a_date_was_published_by_the_day_of_its_capture()
    {
        using var ledger = new Ledger();

        Take(ledger, Page("a", null, null) with { Published = null });

        Assert.Equal((Day, "../2021-11-02"), (Read(ledger).Reports[1].Published.LastDay, Read(ledger).Reports[1].Published.ToString()));
    }

    [Fact]
    public void A_date_told_later_is_put_where_there_was_none_and_no_other()
    {
        using var ledger = new Ledger();
        var bare = Page("a", null, null) with { Published = null };
        var report = Take(ledger, bare)[0].Report;

        Assert.Equal((report, IntakeFate.Dated), Take(ledger, bare with { Published = Edtf.Parse("2021-06") }) is [var one] ? (one.Report, one.Fate) : default);
        Assert.Equal((report, IntakeFate.Known), Take(ledger, bare with { Published = Edtf.Parse("2021-07") }) is [var two] ? (two.Report, two.Fate) : default);

        Assert.Equal("2021-06", Read(ledger).Reports[1].Published.ToString());
        Assert.Empty(ledger.Verify().Diagnostics);
        using var log = ledger.Open();
        Assert.Equal("dates of publication told for reports that had none", log.Records[^1].Note);
    }

    [Theory]
    [InlineData("Fuel\nStrelsau Gazette, 3 May 2021\nFuel is short.", "gazette")]
    [InlineData("fuel, the strelsau gazette reports", "gazette")]
    [InlineData("Strelsau Gazettes are many", "unknown")] // another word
    [InlineData("Fuel is short.", "unknown")]
    public void A_text_stands_under_the_source_its_head_names(string head, string source)
    {
        using var ledger = new Ledger();

        var taken = Take(ledger, Page(head, null) with { Head = head });

        Assert.Equal(source, Read(ledger).Reports[1].Source);
        Assert.Equal(source == "unknown", taken[0].IsUnsigned);
    }

    [Fact]
    public void A_source_that_is_not_there_is_told_and_nothing_is_taken()
    {
        using var ledger = new Ledger();
        using var log = ledger.Open();

        var (taken, diagnostics) = ReportIntake.Take(log, ledger.Folder, [Page("a", null)], new IntakeOptions("jd") { Source = "gazete" });

        Assert.Empty(taken);
        Assert.Contains("did you mean 'gazette'", Assert.Single(diagnostics).Expected, StringComparison.Ordinal);
        Assert.Empty(log.Records);
    }

    [Fact]
    public void The_encoding_a_capture_needs_is_kept_in_the_note() =>
        Assert.Equal("euc-kr", CaptureNote.CharsetIn("later state of r-1; " + CaptureNote.Charset("euc-kr") + "; seen"));

    [Theory]
    [InlineData("https://www.Post.example/A/", "post.example/A")]
    [InlineData("post.example/a?b=c#d", "post.example/a?b=c")]
    [InlineData("none seen", "")]
    [InlineData("http://post.example", "post.example")]
    public void Addresses_are_the_same_by_their_bare_form(string address, string bare) => Assert.Equal(bare, ReportIntake.Bare(address));

    private static IncomingReport Page(string text, string? address, string? outlet = null) => new()
    {
        Content = Encoding.UTF8.GetBytes(text),
        Extension = ".html",
        Address = address,
        Title = text,
        Published = Edtf.Parse("2021-10-30"),
        Outlet = outlet,
        Captured = Day,
    };

    private static IReadOnlyList<TakenReport> Take(Ledger ledger, params IncomingReport[] reports) => Take(ledger, new IntakeOptions("jd"), reports);

    private static IReadOnlyList<TakenReport> Take(Ledger ledger, IntakeOptions options, params IncomingReport[] reports)
    {
        using var log = ledger.Open();
        var (taken, diagnostics) = ReportIntake.Take(log, ledger.Folder, reports, options);
        Assert.Empty(diagnostics);
        return taken;
    }

    private static Case Read(Ledger ledger)
    {
        var reading = CaseFolder.Read(ledger.Folder);
        Assert.DoesNotContain(reading.Diagnostics, one => one.Severity == Severity.Error);
        return reading.Case!;
    }
}
