using Manometer.Model;

namespace Manometer.Cases.Tests;

/// <summary>Decisions on proposed observations, put into a case.</summary>
public class ReviewLedgerTests
{
    private static readonly KeyValuePair<string, string?>[] Row =
    [
        new("report", "r-1"), new("when", "2021-10"), new("sector", "trade"), new("indicator", "trade-volume"), new("direction", "down"), new("kind", "change"), new("attribution", "none"), new("polarity", "asserted"),
        new("summary", "Trade, \"down\""), new("span", "10-20"), new("coder", "jd"),
    ];

    [Fact]
    public void An_accepted_row_is_in_the_table_the_decisions_and_the_log()
    {
        using var ledger = new Ledger();

        Put(ledger, Accepted("jd"));

        var observation = Assert.Single(CaseFolder.Read(ledger.Folder).Case!.Observations);
        Assert.Equal(("o-1", "Trade, \"down\"", "10-20", "jd"), (observation.Id, observation.Summary, observation.Span, observation.Coder));
        Assert.Equal("{\"line\":1}\n", File.ReadAllText(ledger.PathOf(ReviewLedger.DecisionsFile)));
        Assert.Empty(ledger.Verify().Diagnostics);
        Assert.Equal([CustodyAct.Edit, CustodyAct.Decision], ledger.Verify().Records.Select(record => record.Act));
    }

    [Fact]
    public void A_rejection_changes_no_table_and_is_on_record()
    {
        using var ledger = new Ledger();

        Put(ledger, new DecidedRow("jd", "p-1", "o-1", "{\"line\":1}", "reject p-1"));

        Assert.False(File.Exists(ledger.PathOf("observations.csv")));
        Assert.Equal("reject p-1", ledger.Verify().Records[^1].Note);
    }

    [Fact]
    public void The_same_row_is_not_written_twice_and_is_gone_when_it_is_taken_back()
    {
        using var ledger = new Ledger();
        Put(ledger, Accepted("jd"));
        Put(ledger, Accepted("jd"));
        Assert.Single(CaseFolder.Read(ledger.Folder).Case!.Observations);

        Put(ledger, new DecidedRow("b", "p-1", "o-1", "{}", "undo p-1") { IsTakenBack = true });
        Assert.Single(CaseFolder.Read(ledger.Folder).Case!.Observations); // another's row

        Put(ledger, new DecidedRow("jd", "p-1", "o-1", "{}", "undo p-1") { IsTakenBack = true });
        Assert.Empty(CaseFolder.Read(ledger.Folder).Case!.Observations);
        Assert.Empty(ledger.Verify().Diagnostics);
    }

    [Fact]
    public void Edits_made_by_hand_are_not_taken_for_the_reviewers()
    {
        using var ledger = new Ledger();
        ledger.Record();
        ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-10,Trade falls,gazette.example/1\n");

        Put(ledger, Accepted("jd"));

        var records = ledger.Verify().Records;
        Assert.Equal([CustodyAct.Edit, CustodyAct.Edit, CustodyAct.Decision], records.Select(record => record.Act));
        Assert.DoesNotContain(records[2].Outputs, item => item.Name == "reports.csv");
    }

    [Fact]
    public void A_broken_table_is_told_and_nothing_is_written()
    {
        using var ledger = new Ledger();
        ledger.Write("observations.csv", "id,report\no-1,r-1,too,many\n");
        using var log = ledger.Open();

        Assert.NotEmpty(ReviewLedger.Put(log, ledger.Folder, Accepted("jd")));
        Assert.False(File.Exists(ledger.PathOf(ReviewLedger.DecisionsFile)));
        Assert.Empty(log.Records);
    }

    private static DecidedRow Accepted(string who) => new(who, "p-1", "o-1", "{\"line\":1}", "accept p-1") { Row = Row };

    private static void Put(Ledger ledger, DecidedRow row)
    {
        using var log = ledger.Open();
        ReviewLedger.Begin(log, row.Who);
        Assert.Empty(ReviewLedger.Put(log, ledger.Folder, row));
    }
}
