using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Manometer.Testing;

namespace Manometer.Cli.Tests;

/// <summary><c>code</c> with a model, against an endpoint that says what a test wants: what is sent where, what is taken, and that the rules' proposals go on whatever it answers.</summary>
public class ModelCodingTests(CapturedCase captured) : IClassFixture<CapturedCase>
{
    private const string Coal = "Coal exports fell by 35\u00a0percent in October because of the embargo.";
    private const string Rice = "In Zenda the pot is on the fire once a day, a teacher said.";

    private static readonly object Meals = new { quote = Rice, sector = "food", indicator = "consumption", direction = "down", group = "residents", place = "Zenda", sourcing = new[] { "a teacher" } };
    private static readonly object Exports = new { quote = Coal, sector = "mining-coal", indicator = "exports", direction = "down", date_edtf = "2021-10", magnitude = 35, attribution = "sanctions", cause = "asserted", cause_quote = "because of the embargo" };
    private static readonly object Invented = new { quote = "Coal exports fell by half.", sector = "mining-coal", indicator = "exports", direction = "down" };
    private static readonly object Unknown = new { quote = Rice, sector = "rice", indicator = "consumption", direction = "down" };

    private static string[] Code(ScriptedEndpoint endpoint, params string[] more) => ["code", "my-case", "--model", "m1", "--endpoint", endpoint.Address, "--who", "jd", .. more];

    [Fact]
    public void What_a_model_proposes_is_checked_marked_and_stands_beside_the_rules()
    {
        using var folder = Case();
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Claims(Exports, Meals, Invented, Unknown));
        var alone = Proposals(folder);

        var result = ManometerProcess.RunIn(folder.Path, Code(endpoint));

        Assert.Equal(0, result.Code);
        Assert.Contains($"are sent to {endpoint.Address}/v1/chat/completions, to the model m1; to nowhere else.", result.Error, StringComparison.Ordinal);
        Assert.Matches("r-[0-9a-f]+: model: refused, not-quoted: the quote is not in the text: Coal exports fell by half\\.", result.Error);
        Assert.Contains("model: refused, unknown-word: 'rice' is no sector of the vocabulary", result.Error, StringComparison.Ordinal);
        Assert.Contains($"model m1 at 127.0.0.1:{endpoint.Port}: 1 proposal of its own, 1 as the rules, 2 refused (1 not-quoted, 1 unknown-word).", result.Output, StringComparison.Ordinal);
        Assert.Contains(Rice, Assert.Single(endpoint.Asked), StringComparison.Ordinal);
        var lines = Proposals(folder);
        Assert.Equal(["both", "model"], lines.Select(line => line.GetProperty("by").GetString()));
        Assert.Equal(alone.Select(line => line.GetProperty("key").GetString()), lines[..1].Select(line => line.GetProperty("key").GetString()));
        Assert.Equal((Rice, "zenda", "m1"), (lines[1].GetProperty("quote").GetString(), lines[1].GetProperty("place_id").GetString(), lines[1].GetProperty("model").GetString()));
        var span = lines[1].GetProperty("span").GetString()!.Split('-').Select(int.Parse).ToArray();
        Assert.Equal(Rice, Encoding.UTF8.GetString(File.ReadAllBytes(Directory.GetFiles(Path.Combine(folder.Path, "my-case", "captures"))[0])[span[0]..span[1]]));
    }

    [Fact]
    public void The_run_is_on_record_and_an_accepted_row_says_where_it_came_from()
    {
        using var folder = Case();
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Claims(Meals));
        ManometerProcess.RunIn(folder.Path, Code(endpoint));

        var review = ManometerProcess.Shell(folder.Path, "printf 'r\\na\\n' | ./manometer review my-case --who jd");

        Assert.Contains("by the model m1", review.Output, StringComparison.Ordinal);
        Assert.EndsWith(",jd,proposed by the model m1", File.ReadAllLines(Path.Combine(folder.Path, "my-case", "observations.csv"))[^1], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Assert.Single(File.ReadAllLines(Path.Combine(folder.Path, "my-case", "custody.jsonl")), line => line.Contains("\"act\":\"model-run\"", StringComparison.Ordinal)));
        var record = json.RootElement;
        Assert.Equal(("jd", $"model m1 at 127.0.0.1:{endpoint.Port}"), (record.GetProperty("who").GetString(), record.GetProperty("note").GetString()));
        using var asked = JsonDocument.Parse(Assert.Single(endpoint.Asked));
        var prompt = string.Concat(asked.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()));
        Assert.Equal(Hash(prompt), record.GetProperty("in")[0].GetProperty("sha256").GetString());
        var answer = record.GetProperty("out")[0];
        Assert.Equal(Hash(JsonSerializer.Serialize(new { claims = new[] { Meals } })), answer.GetProperty("sha256").GetString());
        Assert.Equal(JsonSerializer.Serialize(new { claims = new[] { Meals } }), File.ReadAllText(Path.Combine(folder.Path, "my-case", answer.GetProperty("name").GetString()!)));
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "my-case").Code);
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "check", "my-case").Code);
    }

    [Fact]
    public void A_case_without_a_log_gets_one_that_holds()
    {
        using var folder = Case();
        foreach (var file in (string[])["custody.jsonl", "custody.head"])
            File.Delete(Path.Combine(folder.Path, "my-case", file));
        Directory.Delete(Path.Combine(folder.Path, "my-case", "custody"), recursive: true);
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Claims(Meals));

        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, Code(endpoint)).Code);

        Assert.Matches("\"act\":\"edit\"(.|\n)*\"act\":\"model-run\"", File.ReadAllText(Path.Combine(folder.Path, "my-case", "custody.jsonl")));
        Assert.Equal(0, ManometerProcess.RunIn(folder.Path, "verify", "my-case").Code);
    }

    [Fact]
    public void Nothing_is_sent_when_it_cannot_be_put_on_record()
    {
        using var folder = Case();
        File.AppendAllText(Path.Combine(folder.Path, "my-case", "custody.jsonl"), "nonsense\n");
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Claims(Meals));

        Assert.Equal(1, ManometerProcess.RunIn(folder.Path, Code(endpoint)).Code);
        Assert.Empty(endpoint.Asked);
    }

    [Fact]
    public void Nothing_is_asked_twice()
    {
        using var folder = Case();
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Claims(Meals));
        ManometerProcess.RunIn(folder.Path, Code(endpoint));
        var first = File.ReadAllText(ProposalsOf(folder));

        var second = ManometerProcess.RunIn(folder.Path, Code(endpoint));

        Assert.Equal((0, 1), (second.Code, endpoint.Asked.Count));
        Assert.Equal(first, File.ReadAllText(ProposalsOf(folder)));
    }

    public static TheoryData<string, byte[]> Hostile() => new()
    {
        { "the answer is no JSON", ScriptedEndpoint.Says("Sure! Here are the claims:") },
        { "the answer is no JSON", ScriptedEndpoint.Says("{\"claims\": [{\"quote\": \"Coal") },
        { "the answer was cut off", ScriptedEndpoint.Says("{\"claims\": [{\"quote\": \"Coal", "length") },
        { "no object with a list \"claims\"", ScriptedEndpoint.Says("[1, 2]") },
        { "did not answer in JSON", ScriptedEndpoint.Ok("<html>Welcome to the portal</html>", "text/html") },
        { "larger than 1,024 kB", ScriptedEndpoint.Says(new string('x', 3_000_000)) },
        { "status 400: no", ScriptedEndpoint.Status(400, "{\"error\":{\"message\":\"no\"}}") },
        { "wants another key (status 401)", ScriptedEndpoint.Status(401, "{}") },
        { "no such model or address (status 404)", ScriptedEndpoint.Status(404, "{\"error\":\"model 'm1' not found\"}") },
        { "sends elsewhere (status 307)", ScriptedEndpoint.Status(307, "", more: "Location: http://127.0.0.1:9/\r\n") },
        { "status 429", ScriptedEndpoint.Status(429, "slow down", "text/plain", "Retry-After: 3600\r\n") },
        { "status 500", ScriptedEndpoint.Status(500, "", more: "Retry-After: 3600\r\n") },
        { "no whole answer within 2 seconds", [] },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Whatever_the_endpoint_answers_the_rules_go_on_and_the_reason_is_told(string said, byte[] answer)
    {
        using var folder = Case();
        using var endpoint = new ScriptedEndpoint(answer);
        var alone = File.ReadAllText(ProposalsOf(folder));

        // only where no answer comes does the clock decide: a busy machine may take long over a short one
        var result = ManometerProcess.RunIn(folder.Path, Code(endpoint, "--timeout", answer.Length == 0 ? "2" : "120"));

        Assert.Equal(1, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Contains("the rules' proposals stand", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 report without a whole answer", result.Output, StringComparison.Ordinal);
        Assert.Equal(alone, File.ReadAllText(ProposalsOf(folder)));
        Assert.Contains("\"note\":\"model m1 at 127.0.0.1:", File.ReadAllText(Path.Combine(folder.Path, "my-case", "custody.jsonl")), StringComparison.Ordinal); // it was sent
    }

    [Fact]
    public void Where_nobody_listens_the_rest_is_not_asked()
    {
        using var folder = Case();
        File.WriteAllText(Path.Combine(folder.Path, "b.txt"), "Rice prices rose.");
        ManometerProcess.RunIn(folder.Path, "add", "my-case", "b.txt", "--who", "jd");
        var endpoint = new ScriptedEndpoint([]);
        var command = Code(endpoint);
        endpoint.Dispose();

        var result = ManometerProcess.RunIn(folder.Path, command);

        Assert.Equal(1, result.Code);
        Assert.Single(result.Error.Split('\n'), line => line.StartsWith("manometer: the model is not asked any more: nobody answers at 127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains("2 reports without a whole answer", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_of_JSON_are_asked_about_too()
    {
        using var folder = new TemporaryFolder();
        using var endpoint = new ScriptedEndpoint(body => [body.Contains("on the fire", StringComparison.Ordinal) ? ScriptedEndpoint.Claims(Meals) : ScriptedEndpoint.Says("no")]);
        File.WriteAllText(Path.Combine(folder.Path, "in.jsonl"), JsonSerializer.Serialize(new { id = "a", published = "2021-11-04", text = Rice }) + "\n" + JsonSerializer.Serialize(new { id = "b", published = "2021-11-04", text = "Coal exports fell in October." }) + "\n");

        var result = ManometerProcess.RunIn(folder.Path, "code", "--in", "in.jsonl", "--out", "out.jsonl", "--model", "m1", "--endpoint", endpoint.Address);

        Assert.Equal((1, ""), (result.Code, result.Output));
        Assert.Contains("b: model: the answer is no JSON", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 proposal of its own, 0 as the rules, 0 refused; 1 report without a whole answer", result.Error, StringComparison.Ordinal);
        Assert.Equal(["a model", "b rules"], File.ReadAllLines(Path.Combine(folder.Path, "out.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).Select(line => $"{line.GetProperty("report_id").GetString()} {(line.TryGetProperty("by", out var by) ? by.GetString() : "rules")}"));
        Assert.Equal("2021-11-04~", JsonDocument.Parse(File.ReadAllLines(Path.Combine(folder.Path, "out.jsonl"))[0]).RootElement.GetProperty("date_edtf").GetString());
    }

    [Fact]
    public void Stopped_amid_a_question_it_says_so_and_the_proposals_of_before_stay()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are of POSIX");
        using var folder = Case();
        using var endpoint = new ScriptedEndpoint([]);
        var before = File.ReadAllText(ProposalsOf(folder));

        using var process = ManometerProcess.Start(folder.Path, Code(endpoint));
        for (var i = 0; endpoint.Asked.IsEmpty && i < 400; i++)
            Thread.Sleep(50);
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        var result = ManometerProcess.Finish(process);

        Assert.Equal(130, result.Code);
        Assert.Equal(before, File.ReadAllText(ProposalsOf(folder)));
        Assert.Contains("; no answer\"", File.ReadAllText(Path.Combine(folder.Path, "my-case", "custody.jsonl")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--model wants an --endpoint", "--model", "m1")]
    [InlineData("--endpoint wants a --model", "--endpoint", "http://localhost:1")]
    [InlineData("--endpoint: an endpoint is an address", "--model", "m1", "--endpoint", "localhost")]
    [InlineData("--endpoint: an endpoint holds no password", "--model", "m1", "--endpoint", "http://a:b@localhost")]
    [InlineData("'--who' is required", "--model", "m1", "--endpoint", "http://localhost:1")]
    [InlineData("has no variable 'MANOMETER_NO_SUCH'", "--model", "m1", "--endpoint", "http://localhost:1", "--who", "jd", "--key-env", "MANOMETER_NO_SUCH")]
    [InlineData("are for a --model", "--timeout", "5")]
    [InlineData("--timeout wants a number of seconds", "--model", "m1", "--endpoint", "http://localhost:1", "--who", "jd", "--timeout", "0")]
    public void A_wrong_command_line_is_told(string said, params string[] more)
    {
        var result = ManometerProcess.Run(["code", "cases/starter", .. more]);

        Assert.Equal(2, result.Code);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_is_sent_and_never_shown()
    {
        using var folder = Case();
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Status(401, "{\"error\":{\"message\":\"wrong key s3cret\"}}"));

        var result = ManometerProcess.Shell(folder.Path, $"MODEL_KEY=s3cret ./manometer {string.Join(' ', Code(endpoint, "--key-env", "MODEL_KEY"))}");

        Assert.Contains("Authorization: Bearer s3cret", Assert.Single(endpoint.Heads), StringComparison.Ordinal);
        Assert.Contains("wants another key", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", result.Output, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder.Path, "my-case"), "*", SearchOption.AllDirectories))
            Assert.DoesNotContain("s3cret", File.ReadAllText(file), StringComparison.Ordinal);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string ProposalsOf(TemporaryFolder folder) => Path.Combine(folder.Path, "my-case", ".manometer", "proposals.jsonl");

    private static JsonElement[] Proposals(TemporaryFolder folder) => [.. File.ReadAllLines(ProposalsOf(folder)).Select(line => JsonDocument.Parse(line).RootElement)];

    // made once, and copied for each test
    private TemporaryFolder Case()
    {
        var (from, folder) = (captured.Path, new TemporaryFolder());
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder.Path, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return folder;
    }
}
