using System.Text;

namespace Manometer.Cases.Tests;

public class CustodyLogTests
{
    [Fact]
    public void Each_record_names_the_hash_of_the_one_before()
    {
        using var ledger = new Ledger();
        ledger.Record("first");
        ledger.Capture("Tarde fell by a fifth.");

        var records = ledger.Verify().Records;

        Assert.Equal([1, 2], records.Select(record => record.Sequence));
        Assert.Equal(new string('0', 64), records[0].Previous);
        Assert.Equal(records[0].Hash, records[1].Previous);
        Assert.Equal($"2 {records[1].Hash}\n", File.ReadAllText(ledger.PathOf("custody.head")));
    }

    [Fact]
    public void The_hash_is_that_of_the_bytes_before_its_field()
    {
        using var ledger = new Ledger();
        ledger.Record("Straße, 단천 and \"quotes\"\nand a second line");

        var line = File.ReadAllText(ledger.PathOf("custody.jsonl")).TrimEnd('\n');
        var at = line.LastIndexOf(",\"hash\":\"", StringComparison.Ordinal);

        Assert.DoesNotContain('\n', line);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(line[..at]))), line[(at + 9)..^2]);
        Assert.Empty(ledger.Codes());
    }

    [Fact]
    public void What_has_not_changed_is_not_recorded()
    {
        using var ledger = new Ledger();

        Assert.Equal(["case.yaml", "reports.csv", "sources.csv"], ledger.Record()!.Outputs.Select(item => item.Name));
        Assert.Null(ledger.Record());
    }

    [Fact]
    public void An_edit_made_by_hand_is_stored_with_the_lines_before_and_after()
    {
        using var ledger = new Ledger();
        ledger.Record();
        ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-11,Tarde falls,gazette.example/1\n");

        var item = Assert.Single(ledger.Record("the month was wrong")!.Outputs);

        var stored = File.ReadAllText(ledger.PathOf($"custody/{item.Detail}.json"));
        Assert.Contains("""{"at":1,"before":["r-1,gazette,2021-10,Tarde falls,gazette.example/1\n"],"after":["r-1,gazette,2021-11,Tarde falls,gazette.example/1\n"]}""", stored, StringComparison.Ordinal);
        Assert.Empty(ledger.Codes());
    }

    [Fact]
    public void A_file_that_goes_is_recorded_and_may_come_back()
    {
        using var ledger = new Ledger();
        ledger.Record();
        var text = File.ReadAllText(ledger.PathOf("reports.csv"));
        File.Delete(ledger.PathOf("reports.csv"));

        Assert.Equal(["reports.csv"], ledger.Record()!.Inputs.Where(item => item.Role == "removed").Select(item => item.Name));
        Assert.Empty(ledger.Codes());

        ledger.Write("reports.csv", text);
        Assert.NotNull(ledger.Record());
        Assert.Empty(ledger.Codes());
    }

    [Fact]
    public void Another_process_waits_and_is_told_who_holds_the_log()
    {
        using var ledger = new Ledger();
        using (ledger.Open())
        {
            var fault = Assert.Single(ledger.TryOpen().Diagnostics);
            Assert.Equal("MAN0811", fault.Code);
            Assert.Contains($"process {Environment.ProcessId}", fault.Found, StringComparison.Ordinal);
        }

        Assert.NotNull(ledger.Record());
    }

    [Fact]
    public void Many_who_write_at_once_all_succeed()
    {
        using var ledger = new Ledger();

        Parallel.For(0, 8, writer =>
        {
            for (var i = 0; i < 5; i++)
            {
                using var log = CustodyLog.Open(ledger.Folder, Ledger.Tool, TimeProvider.System, new SeededSalt(), TimeSpan.FromSeconds(60)).Log!;
                log.Append(new CustodyEntry(CustodyAct.Decision, $"writer {writer}", $"{i}"));
            }
        });

        var report = ledger.Verify();
        Assert.Equal(40, report.Records.Count);
        Assert.Equal(40, report.Records.Select(record => (record.Who, record.Note)).Distinct().Count());
        Assert.DoesNotContain(report.Diagnostics, fault => fault.File() == "custody.jsonl");
    }

    [Fact]
    public void An_unfinished_line_is_moved_aside_and_no_record_with_it()
    {
        using var ledger = new Ledger();
        ledger.Record();
        File.AppendAllText(ledger.PathOf("custody.jsonl"), "{\"seq\":2,\"at\":\"2026-03-0");

        Assert.Equal(["MAN0809"], ledger.Codes());
        var opening = ledger.TryOpen();
        opening.Log!.Dispose();

        Assert.Equal(["MAN0809"], opening.Diagnostics.Select(fault => fault.Code));
        Assert.Equal("{\"seq\":2,\"at\":\"2026-03-0", File.ReadAllText(Directory.GetFiles(ledger.PathOf("custody"), "torn-*").Single()));
        Assert.Empty(ledger.Codes());
    }

    [Fact]
    public void A_record_that_lacks_only_its_line_feed_is_kept()
    {
        using var ledger = new Ledger();
        ledger.Record();
        var path = ledger.PathOf("custody.jsonl");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);

        ledger.Open().Dispose();

        Assert.Empty(ledger.Codes());
        Assert.Single(ledger.Verify().Records);
    }

    [Fact]
    public void A_record_with_something_behind_it_is_not_taken_for_unfinished()
    {
        using var ledger = new Ledger();
        ledger.Record();
        var path = ledger.PathOf("custody.jsonl");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Null(ledger.TryOpen().Log);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void Nothing_is_added_to_a_broken_log()
    {
        using var ledger = new Ledger();
        ledger.Record();
        ledger.Capture("x");
        var path = ledger.PathOf("custody.jsonl");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"who\":\"jd\",\"act\":\"capture\"", "\"who\":\"xx\",\"act\":\"capture\"", StringComparison.Ordinal));

        var opening = ledger.TryOpen();

        Assert.Null(opening.Log);
        Assert.Equal("custody.jsonl:2:1", Assert.Single(opening.Diagnostics).Where.ToString());
    }

    [Fact]
    public void A_record_needs_somebody_who_answers_for_it()
    {
        using var ledger = new Ledger();
        using var log = ledger.Open();

        Assert.Throws<ArgumentException>(() => log.Append(new CustodyEntry(CustodyAct.Decision, " ")));
    }

    [Fact]
    public void A_redacted_detail_is_gone_and_the_chain_holds()
    {
        using var ledger = new Ledger();
        ledger.Record();
        ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-10,\"Tarde falls, says Anna Novak\",gazette.example/1\n");
        ledger.Record("title as printed");
        ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-10,\"Tarde falls, says a trader\",gazette.example/1\n");
        ledger.Record("the witness asked not to be named");

        using (var log = ledger.Open())
        {
            var details = log.DetailsWith("Anna Novak");
            Assert.Equal(2, details.Count);
            Assert.NotNull(log.Redact(details, "jd", "protection of a witness"));
            Assert.Empty(log.DetailsWith("Anna Novak"));
        }

        Assert.DoesNotContain(ledger.Files().Values, bytes => Encoding.UTF8.GetString(bytes).Contains("Novak", StringComparison.Ordinal));
        var report = ledger.Verify();
        Assert.Empty(report.Diagnostics);
        Assert.Equal(2, report.DetailsRedacted);

        var records = report.Records;
        Assert.Null(CustodyHistory.Rebuild(Detail, records, 2, "reports.csv", out var why));
        Assert.Contains("redacted", why, StringComparison.Ordinal);
        Assert.NotNull(CustodyHistory.Rebuild(Detail, records, 1, "reports.csv", out _));
        Assert.Equal(File.ReadAllBytes(ledger.PathOf("reports.csv")), CustodyHistory.Rebuild(Detail, records, 4, "reports.csv", out _));

        byte[]? Detail(string commitment) => File.Exists(ledger.PathOf($"custody/{commitment}.json")) ? File.ReadAllBytes(ledger.PathOf($"custody/{commitment}.json")) : null;
    }

    [Fact]
    public void The_same_row_is_stored_under_another_commitment_each_time()
    {
        var salt = new SeededSalt();
        var detail = CustodyDetail.Of("a.csv", null, "x"u8.ToArray());

        Assert.NotEqual(detail.Seal(salt).Commitment, detail.Seal(salt).Commitment);
    }
}
