using System.Text;
using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

/// <summary>From a page to a row: <c>add</c>, <c>code CASE</c> and <c>review</c>, as a user runs them.</summary>
public class CaptureCommandTests
{
    private const string Page = "<html lang=en><head><title>Coal</title><meta property='og:site_name' content='Zenda Post'><meta name=date content=2021-11-04></head><body><p>Coal exports fell by 35&nbsp;percent in October because of the embargo.</p><p>The price of bread rose to 5,000 crowns in Zenda.</p></body></html>";

    [Fact]
    public void A_page_becomes_rows_that_lead_back_to_its_bytes()
    {
        using var folder = Case();

        var added = ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        var coded = ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var proposals = Keys(folder);
        File.WriteAllText(Path.Combine(folder.Path, "batch.jsonl"), $$"""
            {"proposal":"{{proposals[0]}}","verdict":"accept","set":{"credibility":3 },"note":"plain"}
            {"proposal":"{{proposals[1]}}","verdict":"accept","set":{"sector":"bread"} }
            {"proposal":"p-none","verdict":"accept"}
            nonsense
            {"proposal":"{{proposals[1]}}","verdict":"reject","note":"a price is no news"}
            """);
        var reviewed = ManometerProcess.RunIn(folder.Path, "review", "my-case", "--who", "jd", "--batch", "batch.jsonl");

        Assert.Equal((0, 0, 1), (added.Code, coded.Code, reviewed.Code));
        foreach (var line in (int[])[2, 3, 4])
            Assert.Contains($"batch.jsonl:{line}: error: ", reviewed.Error, StringComparison.Ordinal);
        var row = File.ReadAllLines(Path.Combine(folder.Path, "my-case", "observations.csv"))[^1].Split(',');
        Assert.Equal(("o-" + proposals[0][2..], "mining-coal", "3", "jd"), (row[0], row[7], row[20], row[23]));
        var span = row[22].Split('-').Select(int.Parse).ToArray();
        Assert.Equal("Coal exports fell by 35&nbsp;percent in October because of the embargo.", Encoding.UTF8.GetString(File.ReadAllBytes(Directory.GetFiles(Path.Combine(folder.Path, "my-case", "captures"))[0])[span[0]..span[1]]));
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "check", "my-case").Code);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "my-case").Code);
    }

    [Fact]
    public void A_row_is_shown_with_its_passage_and_a_report_with_its_rows()
    {
        using var folder = Case();
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var key = Keys(folder)[0];
        ManometerProcess.Shell(folder.Path, "printf 'a\n' | ./manometer review my-case --who jd");

        var row = ManometerProcess.RunIn(folder.Path, "show", "my-case", "o-" + key[2..]).Output;
        var report = ManometerProcess.RunIn(folder.Path, "show", "my-case", "r-" + row.Split("from r-")[1][..8]).Output;
        var wrong = ManometerProcess.RunIn(folder.Path, "show", "my-case", "o-" + key[2..^1]);

        Assert.Contains(">>Coal exports fell by 35 percent in October because of the embargo.<<  The price of bread", row, StringComparison.Ordinal);
        Assert.Contains("Zenda Post (reliability F), 2021-11-04: Coal", row, StringComparison.Ordinal);
        Assert.Contains($"    o-{key[2..]}  2021-10  Exports of mining coal down", report, StringComparison.Ordinal);
        Assert.Equal(2, wrong.Code);
        Assert.Contains($"did you mean 'o-{key[2..]}'?", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_keyboard_accepts_edits_rejects_splits_and_undoes()
    {
        using var folder = Case();
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        ManometerProcess.RunIn(folder.Path, "code", "my-case");

        var result = ManometerProcess.Shell(folder.Path, "printf 'e sector=coal\\na\\nr no\\nu\\ns\\na\\nr\\n' | ./manometer review my-case --who jd");

        Assert.Equal(0, result.Code);
        foreach (var said in (string[])[">>Coal exports fell", "'coal' is none of", ": accepted", ": rejected", ": taken back", ": split into", "2 accepted, 1 rejected, 0 left"])
            Assert.Contains(said, result.Output, StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "my-case").Code);
    }

    // the report's day turns out to lie before what its row tells: the case is faulty, and the way back is open
    [Fact]
    public void A_row_that_a_corrected_date_made_faulty_is_told_and_taken_back()
    {
        using var folder = Case();
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var key = Keys(folder)[0];
        ManometerProcess.Shell(folder.Path, "printf 'a\nr\n' | ./manometer review my-case --who jd");
        var reports = Path.Combine(folder.Path, "my-case", "reports.csv");
        File.WriteAllText(reports, File.ReadAllText(reports).Replace("2021-11-04", "2020-11-04", StringComparison.Ordinal));
        Assert.Equal(1, ManometerProcess.RunIn(folder.Path, "check", "my-case").Code);

        var coded = ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var reviewed = ManometerProcess.Shell(folder.Path, $"printf 'u {key}\nq\n' | ./manometer review my-case --who jd");

        Assert.Contains($"1 accepted row is read with another date now and stands as accepted: o-{key[2..]} (2021-10, now 2020-10; u {key})", coded.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing is left.", reviewed.Output, StringComparison.Ordinal);
        Assert.Contains($"{key}: taken back", reviewed.Output, StringComparison.Ordinal);
        Assert.Contains("Zenda Post, 2020-11-04: Coal", reviewed.Output, StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "check", "my-case").Code);
    }

    [Fact]
    public void The_parts_of_a_split_are_listed_with_what_they_were_proposed_with()
    {
        using var folder = Case();
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var key = Keys(folder)[0];
        ManometerProcess.Shell(folder.Path, "printf 's\nq\n' | ./manometer review my-case --who jd");

        var lines = ManometerProcess.RunIn(folder.Path, "review", "my-case", "--list", "--who", "jd").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal([key + ".1", key + ".2"], lines.Take(2).Select(line => line.GetProperty("key").GetString()));
        Assert.All(lines.Take(2), line => Assert.Equal("mining-coal", line.GetProperty("sector").GetString()));
    }

    // Ruritania is not named, nor a place in it; of a line or two the subject may go without saying
    [Fact]
    public void A_page_on_another_country_is_not_read_unless_asked_to()
    {
        using var folder = Case();
        var filler = string.Concat(Enumerable.Range(1, 12).Select(i => $"<p>In week {i} of the season the clubs of the league met in Lisbon and played before a full house.</p>"));
        File.WriteAllText(Path.Combine(folder.Path, "other.html"), "<html lang=en><head><title>Bread</title><meta name=date content=2021-11-04></head><body><p>The price of bread rose in Portugal.</p>" + filler + "</body></html>");
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "other.html", "--who", "jd");

        var without = ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var all = ManometerProcess.RunIn(folder.Path, "code", "my-case", "--all");

        Assert.Contains("my-case: 0 proposals from 0 captured reports.", without.Output);
        Assert.Contains("1 report does not name Ruritania or a place of places.csv, and was not read; --all reads it too: r-", without.Output);
        Assert.Contains("my-case: 1 proposal from 1 captured report.", all.Output);
        Assert.Single(ManometerProcess.RunIn(folder.Path, "review", "my-case", "--list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void One_report_is_read_and_reviewed_by_itself_and_a_copy_is_told()
    {
        using var folder = Case();
        const string More = "<p>Traders at the border said that lorries had been waiting since the spring, that the customs house works three days a week, and that nobody knows when the ferry will cross the river again.</p>";
        var page = File.ReadAllText(Path.Combine(folder.Path, "page.html")).Replace("</body>", More + "</body>", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.Path, "page.html"), page);
        File.WriteAllText(Path.Combine(folder.Path, "copy.html"), page.Replace("Zenda Post", "Strelsau Echo", StringComparison.Ordinal).Replace("2021-11-04", "2021-11-06", StringComparison.Ordinal));
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "copy.html", "--who", "jd");

        var all = ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var before = File.ReadAllLines(Path.Combine(folder.Path, "my-case", ".manometer", "proposals.jsonl"));
        var of = before.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("report_id").GetString()!).ToList();
        var one = ManometerProcess.RunIn(folder.Path, "code", "my-case", "--report", of[^1], "--threshold", "1");
        var after = File.ReadAllLines(Path.Combine(folder.Path, "my-case", ".manometer", "proposals.jsonl"));
        var none = ManometerProcess.RunIn(folder.Path, "code", "my-case", "--report", "r-none");
        var listed = ManometerProcess.RunIn(folder.Path, "review", "my-case", "--list", "--report", of[0]);

        Assert.Matches($"1 text is nearly a copy: {of[^1]} of {of[0]} \\(\\d+ % of the shorter\\)[^\n]*: \\./manometer link my-case same {of[0]} {of[^1]} --copy --who NAME", all.Output);
        Assert.Contains("my-case: 0 proposals from 1 captured report.", one.Output, StringComparison.Ordinal);
        Assert.Equal(before.Where((_, i) => of[i] != of[^1]), after);
        Assert.Equal(2, none.Code);
        Assert.Equal(after, File.ReadAllLines(Path.Combine(folder.Path, "my-case", ".manometer", "proposals.jsonl")));
        Assert.Contains($"has no captured report 'r-none'. Captured are {of[0]}, {of[^1]}.", none.Error, StringComparison.Ordinal);
        Assert.Equal(after, listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(1, ManometerProcess.RunIn(folder.Path, "review", "my-case", "--list", "--report", of[^1]).Code);
    }

    [Fact]
    public void A_batch_takes_back_the_decision_it_names()
    {
        using var folder = Case();
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var proposals = Keys(folder);
        ManometerProcess.Shell(folder.Path, "printf 'a\n' | ./manometer review my-case --who jd");
        File.WriteAllText(Path.Combine(folder.Path, "batch.jsonl"), $$"""
            {"proposal":"{{proposals[1]}}","verdict":"accept"}
            {"proposal":"{{proposals[0]}}","verdict":"undo","note":"misread"}
            {"proposal":"{{proposals[0]}}","verdict":"undo"}
            {"proposal":"p-none","verdict":"undo"}
            """);

        var result = ManometerProcess.RunIn(folder.Path, "review", "my-case", "--who", "jd", "--batch", "batch.jsonl");

        Assert.Equal(1, result.Code);
        Assert.Contains($"{proposals[0]}: taken back", result.Output, StringComparison.Ordinal);
        foreach (var line in (int[])[3, 4])
            Assert.Contains($"batch.jsonl:{line}: error: jd has made no decision on", result.Error, StringComparison.Ordinal);
        var rows = File.ReadAllLines(Path.Combine(folder.Path, "my-case", "observations.csv"));
        Assert.DoesNotContain(rows, row => row.StartsWith("o-" + proposals[0][2..], StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("o-" + proposals[1][2..], StringComparison.Ordinal));
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "my-case").Code);
    }

    [Fact]
    public void Ctrl_C_at_the_prompt_keeps_what_was_decided()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || !File.Exists("/usr/bin/script"), "there is no program 'script' to make a terminal with");
        using var folder = Case();
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        ManometerProcess.RunIn(folder.Path, "code", "my-case");
        var proposals = Keys(folder);

        var (code, screen) = Pseudoterminal.Run(folder.Path, ["review", "my-case", "--who", "jd"], ("(2 left)", "a\n"), ("(1 left)", "\u0003"));

        Assert.Equal(130, code);
        Assert.Contains($"o-{proposals[0][2..]}: accepted", screen, StringComparison.Ordinal);
        Assert.Contains("my-case: 1 accepted, 0 rejected, 1 left.", screen, StringComparison.Ordinal);
        Assert.Contains("manometer: stopped", screen, StringComparison.Ordinal);
        Assert.StartsWith("o-" + proposals[0][2..], File.ReadAllLines(Path.Combine(folder.Path, "my-case", "observations.csv"))[^1], StringComparison.Ordinal);
        Assert.Contains(proposals[0], Assert.Single(File.ReadAllLines(Path.Combine(folder.Path, "my-case", "review", "decisions.jsonl"))), StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "my-case").Code);
    }

    [Fact]
    public void A_second_reviewer_decides_for_the_agreement_only()
    {
        using var folder = Case();
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "page.html", "--who", "jd");
        ManometerProcess.RunIn(folder.Path, "code", "my-case");
        ManometerProcess.Shell(folder.Path, "printf 'a\\na\\n' | ./manometer review my-case --who jd");
        var before = File.ReadAllText(Path.Combine(folder.Path, "my-case", "observations.csv"));

        var second = ManometerProcess.Shell(folder.Path, "printf 'a\\nr\\n' | ./manometer review my-case --who bo");

        Assert.Contains("another decided before", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(folder.Path, "my-case", "observations.csv")));
        var agreement = ManometerProcess.RunIn(folder.Path, "review", "my-case", "--agreement").Output;
        Assert.Matches(@"verdict +2 +50 % +0\.00", agreement);
        Assert.Matches(@"sector +1 +100 % +-", agreement);
    }

    [Fact]
    public void Adding_twice_adds_nothing_and_what_is_not_there_is_told()
    {
        using var folder = Case();
        Directory.CreateDirectory(Path.Combine(folder.Path, "letters"));
        File.WriteAllText(Path.Combine(folder.Path, "letters", "a.txt"), "Fuel is scarce.");
        File.WriteAllBytes(Path.Combine(folder.Path, "letters", "picture.png"), [0x89, 0x50, 0, 0]);
        string[] add = ["add", "my-case", "page.html", "letters", "--who", "jd", "--published", "2021-11"];

        Assert.Contains("2 reports captured, 0 there before.", ManometerProcess.RunIn(folder.Path, add).Output, StringComparison.Ordinal);
        var second = ManometerProcess.RunIn(folder.Path, add);
        Assert.Equal((0, ""), (second.Code, second.Error));
        Assert.Contains("0 reports captured, 2 there before.", second.Output, StringComparison.Ordinal);
        var missing = ManometerProcess.RunIn(folder.Path, "add", "my-case", "nothing.html", "http://127.0.0.1:9/", "--who", "jd");
        Assert.Equal(1, missing.Code);
        Assert.Contains("MAN0901", missing.Error, StringComparison.Ordinal);
        Assert.Contains("MAN0915", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_attached_to_a_mail_is_captured_coded_and_told_when_it_cannot_be()
    {
        using var folder = Case();
        File.WriteAllText(Path.Combine(folder.Path, "letter.eml"), $"""
            From: Anna <anna@post.example>
            Subject: Letters
            Date: Thu, 04 Nov 2021 10:00:00 +0000
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Rice prices rose in Zenda.
            --b
            Content-Type: application/pdf
            Content-Disposition: attachment; filename="../../bulletin.pdf"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(SmallPdf("Coal exports fell by 35 percent in October."))}
            --b
            Content-Type: application/msword
            Content-Disposition: attachment; filename="report.doc"
            Content-Transfer-Encoding: base64

            0M8R4KGxGuE=
            --b--
            """);

        var added = ManometerProcess.RunIn(folder.Path, "add", "my-case", "letter.eml", "--who", "jd");
        var coded = ManometerProcess.RunIn(folder.Path, "code", "my-case");

        Assert.Equal((1, 0, ""), (added.Code, coded.Code, coded.Error));
        Assert.StartsWith("letter.eml (report.doc): error MAN0903", added.Error, StringComparison.Ordinal);
        Assert.Contains("2 reports captured, 0 there before, 1 thing left out.", added.Output, StringComparison.Ordinal);
        Assert.Contains("2 proposals from 2 captured reports", coded.Output, StringComparison.Ordinal);
        Assert.Equal([".eml", ".pdf"], Directory.EnumerateFiles(Path.Combine(folder.Path, "my-case", "captures")).Select(Path.GetExtension).Order());
        Assert.Contains(",../2021-11-04,bulletin.pdf,none seen,", File.ReadAllText(Path.Combine(folder.Path, "my-case", "reports.csv")), StringComparison.Ordinal);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "check", "my-case").Code);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "my-case").Code);
    }

    [Fact]
    public void A_pdf_file_is_read_beside_by_add_and_by_code()
    {
        using var folder = Case();
        File.WriteAllBytes(Path.Combine(folder.Path, "bulletin.pdf"), SmallPdf("Coal exports fell by 35 percent in October."));

        var added = ManometerProcess.RunIn(folder.Path, "add", "my-case", "bulletin.pdf", "--who", "jd", "--published", "2021-11-04");
        var coded = ManometerProcess.RunIn(folder.Path, "code", "my-case");

        Assert.Equal((0, "", 0, ""), (added.Code, added.Error, coded.Code, coded.Error));
        Assert.Contains("1 proposal from 1 captured report", coded.Output, StringComparison.Ordinal);
    }

    private static byte[] SmallPdf(string text)
    {
        var content = $"BT /F 12 Tf 50 700 Td ({text}) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            table.Append($"{file.Length:0000000000} 00000 n \n");
            file.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        return Encoding.ASCII.GetBytes($"{file}xref\n0 {objects.Length + 1}\n{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{file.Length}\n%%EOF\n");
    }

    [Theory]
    [InlineData("add", "my-case", "page.html")]
    [InlineData("add", "my-case", "page.html", "--who", "jd", "--published", "soon")]
    [InlineData("review", "my-case")]
    [InlineData("code", "my-case", "--in", "page.html")]
    public void A_wrong_command_line_is_told(params string[] arguments)
    {
        using var folder = Case();

        Assert.Equal(2, ManometerProcess.RunIn(folder.Path, arguments).Code);
    }

    [Fact]
    public void A_review_without_proposals_says_what_to_do()
    {
        using var folder = Case();

        var result = ManometerProcess.RunIn(folder.Path, "review", "my-case", "--who", "jd");

        Assert.Equal(1, result.Code);
        Assert.Contains("./manometer code my-case", result.Error, StringComparison.Ordinal);
    }

    private static string[] Keys(TemporaryFolder folder) =>
        [.. File.ReadAllLines(Path.Combine(folder.Path, "my-case", ".manometer", "proposals.jsonl")).Select(line => line.Split('"')[3])];

    private static TemporaryFolder Case()
    {
        var folder = new TemporaryFolder();
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "new", "my-case").Code);
        File.WriteAllText(Path.Combine(folder.Path, "page.html"), Page);
        return folder;
    }
}
