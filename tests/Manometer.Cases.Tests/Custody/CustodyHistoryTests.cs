using CsCheck;

namespace Manometer.Cases.Tests;

public class CustodyHistoryTests
{
    private static readonly string[] Names = ["case.yaml", "reports.csv", "series/bread.csv"];

    // a file gets a text, or bytes that are no text, or goes
    private static readonly Gen<(string Name, byte[]? Content)> Edit = Gen.Select(
        Pick.OneOf(Names),
        Gen.Frequency(
            (8, Pick.OneOf("id,name\n", "a,1\n", "b,\"two\nlines\"\n", "c,3\r\n", "단천\n", "\uFEFFx\n", "no end").List[0, 8].Select(parts => (byte[]?)System.Text.Encoding.UTF8.GetBytes(string.Concat(parts)))),
            (1, Gen.Const((byte[]?)[0xFF, 0xFE, 0x00])),
            (2, Gen.Const((byte[]?)null))));

    [Fact]
    public void What_the_case_was_at_any_point_is_rebuilt_to_the_byte() => Edit.Array[1, 12].Sample(edits =>
    {
        using var ledger = new Ledger();
        var snapshots = new List<Dictionary<string, byte[]>>();
        IReadOnlyList<CustodyRecord> records;
        using (var log = ledger.Open())
        {
            foreach (var (name, content) in edits)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(ledger.PathOf(name))!);
                if (content is null)
                    File.Delete(ledger.PathOf(name));
                else
                    File.WriteAllBytes(ledger.PathOf(name), content);

                ledger.Clock.Now += TimeSpan.FromDays(1);
                if (log.Record(new CustodyEntry(CustodyAct.Edit, "jd")) is not null)
                    snapshots.Add(ledger.Files().Where(file => CustodyFiles.IsFollowed(file.Key)).ToDictionary());
            }

            records = log.Records;
        }

        Assert.Equal(snapshots.Count, records.Count);
        for (var i = 0; i < snapshots.Count; i++)
        {
            using var restored = new Testing.TemporaryFolder();
            var day = DateOnly.FromDateTime(records[i].At.UtcDateTime);
            Assert.Empty(CustodyRestore.Run(ledger.Folder, day, Path.Combine(restored.Path, "out")).Diagnostics);
            var rebuilt = new DiskCaseFiles(Path.Combine(restored.Path, "out"));
            Assert.Equal(snapshots[i].Keys.Order(StringComparer.Ordinal), rebuilt.List());
            Assert.All(snapshots[i], file => Assert.Equal(file.Value, rebuilt.Read(file.Key)));
        }
    }, iter: 60);

    [Fact]
    public void Before_the_first_record_nothing_was_known()
    {
        using var ledger = new Ledger();
        ledger.Record();
        using var restored = new Testing.TemporaryFolder();

        var fault = Assert.Single(CustodyRestore.Run(ledger.Folder, new DateOnly(2026, 2, 28), Path.Combine(restored.Path, "out")).Diagnostics);

        Assert.Equal("MAN0818", fault.Code);
    }

    [Fact]
    public void After_a_clock_was_set_back_a_record_is_no_older_than_those_before_it()
    {
        using var ledger = new Ledger();
        ledger.Record();
        ledger.Clock.Now += TimeSpan.FromDays(10);
        ledger.Write("reports.csv", "id,source,published,url\n");
        ledger.Record();
        ledger.Clock.Now -= TimeSpan.FromDays(9);
        ledger.Write("reports.csv", "id,source,published,title,url\n");
        ledger.Record();
        var records = ledger.Verify().Records;

        Assert.Equal([1, 1, 3], new[] { 1, 5, 11 }.Select(day => CustodyHistory.CountBy(records, new DateOnly(2026, 3, day))));
    }
}
