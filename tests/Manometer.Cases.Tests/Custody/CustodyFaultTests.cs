namespace Manometer.Cases.Tests;

/// <summary>Every write, flush, rename and removal fails once; nothing acknowledged is lost, and the case opens.</summary>
public class CustodyFaultTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_write_fails_no_acknowledged_record_is_lost(bool dies)
    {
        var points = 0;
        for (var failing = 1; ; failing++)
        {
            using var ledger = new Ledger();
            ledger.Record("before");
            File.AppendAllText(ledger.PathOf("custody.jsonl"), "{\"seq\":2,\"at\":\"20"); // what an earlier crash left
            var disk = new FaultyDisk(failing, dies);
            var acknowledged = new List<CustodyRecord>();
            Exception? fault = null;
            try
            {
                Work(ledger, disk, acknowledged);
            }
            catch (Exception thrown) when (thrown is IOException or FaultyDisk.DeathException)
            {
                fault = thrown;
            }

            if (!disk.Failed)
            {
                Assert.Equal(3, acknowledged.Count);
                break;
            }

            points++;
            Assert.True(fault is not null || !dies);
            using (var log = ledger.Open())
            {
                foreach (var record in acknowledged)
                    Assert.Equal(record.Hash, log.Records[record.Sequence - 1].Hash);
                log.Append(new CustodyEntry(CustodyAct.Decision, "jd", "after"));
            }

            ledger.Record("after"); // the edit that was on its way
            Assert.DoesNotContain(ledger.Verify().Diagnostics, one => one.Severity == Model.Severity.Error);
        }

        Assert.InRange(points, 20, 200);
    }

    [Fact]
    public void A_full_disk_is_reported_and_the_log_is_as_it_was()
    {
        using var ledger = new Ledger();
        ledger.Record();
        var before = File.ReadAllBytes(ledger.PathOf("custody.jsonl"));
        using (var log = ledger.Open(new FaultyDisk(1, dies: false)))
            Assert.Throws<IOException>(() => log.Append(new CustodyEntry(CustodyAct.Decision, "jd")));

        Assert.Equal(before, File.ReadAllBytes(ledger.PathOf("custody.jsonl")));
        Assert.Empty(ledger.Codes());
    }

    private static void Work(Ledger ledger, CustodyDisk disk, List<CustodyRecord> acknowledged)
    {
        using var log = ledger.Open(disk);
        acknowledged.Add(log.Append(new CustodyEntry(CustodyAct.Decision, "jd", "one")));
        ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-11,Anna Novak,gazette.example/1\n");
        acknowledged.Add(log.Record(new CustodyEntry(CustodyAct.Edit, "jd", "two"))!);
        acknowledged.Add(log.Redact(log.DetailsWith("Anna Novak"), "jd", "three")!);
    }
}
