using CsCheck;
using Manometer.Model;

namespace Manometer.Cases.Tests;

public class CustodyCheckTests
{
    /// <summary>One flipped bit in any file that custody vouches for is found. The gate of the bench runs it 10,000 times.</summary>
    [Fact]
    public void One_flipped_bit_is_found()
    {
        using var ledger = new Ledger();
        ledger.Record("taken over");
        var hash = ledger.Capture("Tarde fell by a fifth, traders say.");
        ledger.Write("reports.csv", $"id,source,published,title,url,captured,sha256\nr-1,gazette,2021-10,Tarde falls,gazette.example/1,2021-10-05,{hash}\n");
        ledger.Record("captured");
        Assert.Empty(ledger.Codes());
        var files = ledger.Files();

        Gen.Select(Pick.OneOf(files.Keys.ToArray()), Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample((path, at, bit) =>
        {
            var broken = new MemoryCaseFiles();
            foreach (var (name, bytes) in files)
                broken.Add(name, bytes);
            var flipped = files[path].ToArray();
            flipped[at % flipped.Length] ^= (byte)(1 << bit);
            broken.Add(path, flipped);
            Assert.NotEmpty(CustodyCheck.Verify(broken, "case").Diagnostics);
        }, iter: 1_000);
    }

    [Fact]
    public void The_first_broken_link_is_named_with_its_line()
    {
        var fault = Assert.Single(Broken(lines => lines[1] = lines[1].Replace("\"who\":\"jd\"", "\"who\":\"xx\"", StringComparison.Ordinal)));

        Assert.Equal(("MAN0802", "custody.jsonl:2:1"), (fault.Code, fault.Where.ToString()));
    }

    [Fact]
    public void A_log_cut_short_is_found() => Assert.Contains("MAN0806", Codes(lines => lines.RemoveAt(3)));

    [Fact]
    public void A_record_taken_out_of_the_middle_is_found() => Assert.Equal(["MAN0804"], Codes(lines => lines.RemoveAt(1)));

    [Fact]
    public void Records_that_changed_places_are_found()
    {
        var fault = Assert.Single(Broken(lines => (lines[1], lines[2]) = (lines[2], lines[1])));

        Assert.Equal("MAN0804", fault.Code);
        Assert.Contains("further down", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_stands_twice_is_found() => Assert.Equal(["MAN0805"], Codes(lines => lines.Add(lines[^1])));

    [Fact]
    public void The_marks_of_a_merge_are_found() => Assert.Equal(["MAN0805"], Codes(lines => lines.Insert(2, "<<<<<<< HEAD")));

    [Fact]
    public void Two_logs_joined_by_a_merge_are_found()
    {
        using var one = new Ledger();
        one.Record("common");
        using var other = new Ledger();
        other.Record("common");
        one.Capture("x");
        other.Capture("y");
        File.AppendAllText(one.PathOf("custody.jsonl"), File.ReadAllLines(other.PathOf("custody.jsonl"))[1] + "\n");

        var fault = one.Verify().Diagnostics[0];

        Assert.Equal(("MAN0805", 3), (fault.Code, fault.Where.Line));
        Assert.Contains("line 2", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_rewritten_with_a_right_hash_breaks_the_link_behind_it()
    {
        var faults = Broken(lines =>
        {
            using var document = System.Text.Json.JsonDocument.Parse(lines[1]);
            var record = CustodyLine.Read(System.Text.Encoding.UTF8.GetBytes(lines[1]), document.RootElement.GetProperty("hash").GetString()!, out _)!;
            lines[1] = System.Text.Encoding.UTF8.GetString(CustodyLine.Write(record with { Who = "xx" }).Line);
        });

        Assert.Equal(("MAN0804", 3), (faults[0].Code, faults[0].Where.Line));
    }

    [Fact]
    public void A_log_forged_whole_is_found_by_a_hash_noted_elsewhere()
    {
        using var true1 = new Ledger();
        true1.Record("true");
        var noted = true1.Verify().Records[^1].Hash;
        using var forged = new Ledger();
        forged.Record("false");

        Assert.Empty(CustodyCheck.Verify(new DiskCaseFiles(forged.Folder), "case").Diagnostics);
        Assert.Equal(["MAN0806"], CustodyCheck.Verify(new DiskCaseFiles(forged.Folder), "case", noted).Diagnostics.Select(fault => fault.Code));
        Assert.Empty(CustodyCheck.Verify(new DiskCaseFiles(true1.Folder), "case", noted).Diagnostics);
    }

    [Fact]
    public void A_missing_capture_is_said_and_is_no_error()
    {
        using var ledger = new Ledger();
        ledger.Record();
        var hash = ledger.Capture("x");
        File.Delete(ledger.PathOf($"captures/{hash}.txt"));

        var report = ledger.Verify();

        Assert.Equal(["MAN0813"], report.Diagnostics.Select(fault => fault.Code));
        Assert.False(report.HasErrors);
        Assert.Equal(1, report.CapturesMissing);
    }

    [Fact]
    public void A_report_that_was_captured_on_record_meets_every_criterion()
    {
        using var ledger = new Ledger();
        var hash = ledger.Capture("Tarde fell by a fifth, traders say.");
        ledger.Write("reports.csv", $"id,source,published,title,url,captured,sha256\nr-1,gazette,2021-10,Tarde falls,gazette.example/1,2021-10-05,{hash}\nr-2,gazette,2021-10,,none seen,,\n");
        ledger.Record();

        var report = ledger.Verify();

        Assert.Empty(report.Reports[0].Lacks);
        Assert.Equal(Enum.GetValues<PreservationCriterion>(), report.Reports[1].Lacks.Select(lack => lack.Criterion));
    }

    [Theory]
    [InlineData("captures/{0}.pdf", "does not start")]
    [InlineData("captures/{0}.xyz", "not known")]
    [InlineData("captures/{0}", "no ending")]
    public void A_capture_that_nothing_opens_is_not_renderable(string name, string why)
    {
        using var ledger = new Ledger();
        var hash = ledger.Capture("x");
        ledger.Write("reports.csv", $"id,source,published,title,url,captured,sha256\nr-1,gazette,2021-10,Tarde falls,gazette.example/1,2021-10-05,{hash}\n");
        File.Move(ledger.PathOf($"captures/{hash}.txt"), ledger.PathOf(string.Format(System.Globalization.CultureInfo.InvariantCulture, name, hash)));

        Assert.Contains(ledger.Verify().Reports[0].Lacks, lack => lack.Criterion == PreservationCriterion.Renderability && lack.Why.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_stands_in_the_log_is_answered_with_a_fault() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        var report = CustodyCheck.Verify(SmallCase.Files().Add("custody.jsonl", bytes), "case");
        Assert.NotEmpty(report.Diagnostics);
        Assert.All(report.Diagnostics, fault => Assert.NotNull(fault.Next));
    }, iter: 2_000);

    private static IEnumerable<string> Codes(Action<List<string>> change) => Broken(change).Select(fault => fault.Code);

    private static IReadOnlyList<Diagnostic> Broken(Action<List<string>> change)
    {
        using var ledger = new Ledger();
        ledger.Record();
        ledger.Capture("one");
        ledger.Capture("two");
        ledger.Write("series/bread.csv", "date,value\n");
        ledger.Record();
        var path = ledger.PathOf("custody.jsonl");
        var lines = File.ReadAllLines(path).ToList();
        change(lines);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");
        return ledger.Verify().Diagnostics;
    }
}
