using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Manometer.Inference;
using Manometer.Testing;
using Microsoft.Extensions.AI;

namespace Manometer.Inference.Tests;

/// <summary>What is asked, and what becomes of answers, sound and hostile.</summary>
public class ChatEndpointClientTests
{
    private static readonly ChatOptions Fine = new() { Temperature = 0, Seed = 1, MaxOutputTokens = 100, ResponseFormat = ChatResponseFormat.Json };

    private static ChatEndpointClient Client(string address, EndpointOptions? options = null) => new(ModelEndpoint.Parse(address).Endpoint!, "m", options);

    private static Task<ChatResponse> Ask(ChatEndpointClient client) => client.GetResponseAsync([new(ChatRole.System, "Do."), new(ChatRole.User, "Coal é \"쌀\"")], Fine);

    private static async Task<ModelException> Fails(byte[] answer)
    {
        using var endpoint = new ScriptedEndpoint(answer);
        using var client = Client(endpoint.Address);
        return await Assert.ThrowsAsync<ModelException>(() => Ask(client));
    }

    [Fact]
    public async Task A_question_has_the_form_of_chat_completions_and_its_answer_is_read()
    {
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Says("{\"claims\": []}"));
        using var client = Client(endpoint.Address, new EndpointOptions { Key = "s3cret" });

        Assert.Equal("{\"claims\": []}", (await Ask(client)).Text);
        var head = Assert.Single(endpoint.Heads);
        Assert.StartsWith("POST /v1/chat/completions HTTP/1.1", head, StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer s3cret\r\n", head, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Assert.Single(endpoint.Asked));
        var asked = json.RootElement;
        Assert.Equal(("m", false, 0, 100), (asked.GetProperty("model").GetString(), asked.GetProperty("stream").GetBoolean(), asked.GetProperty("temperature").GetDouble(), asked.GetProperty("max_tokens").GetInt32()));
        Assert.Equal("json_object", asked.GetProperty("response_format").GetProperty("type").GetString());
        Assert.Equal(["system Do.", "user Coal é \"쌀\""], asked.GetProperty("messages").EnumerateArray().Select(one => $"{one.GetProperty("role")} {one.GetProperty("content")}"));
    }

    [Fact]
    public async Task Asked_to_stream_it_gives_the_answer_when_it_is_whole()
    {
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Says("yes"));
        using var client = Client(endpoint.Address);
        var said = new StringBuilder();
        await foreach (var update in client.GetStreamingResponseAsync([new(ChatRole.User, "x")]))
            said.Append(update.Text);

        Assert.Equal("yes", said.ToString());
        Assert.Equal(new Uri(endpoint.Address + "/v1/chat/completions"), ((ChatClientMetadata)((IChatClient)client).GetService(typeof(ChatClientMetadata))!).ProviderUri);
    }

    [Fact]
    public async Task Without_a_key_none_is_sent()
    {
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Says("x"));
        using var client = Client(endpoint.Address);
        await Ask(client);

        Assert.DoesNotContain("Authorization", Assert.Single(endpoint.Heads), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Ollama_s_own_form_asks_for_the_context_it_needs()
    {
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Ok("""{"model":"m","message":{"role":"assistant","content":"yes"},"done":true,"done_reason":"stop"}"""));
        using var client = Client(endpoint.Address + "/api/chat");

        Assert.Equal("yes", (await client.GetResponseAsync([new(ChatRole.User, new string('x', 20_000))], Fine)).Text);
        using var json = JsonDocument.Parse(Assert.Single(endpoint.Asked));
        Assert.Equal((10_100, 100, "json"), (json.RootElement.GetProperty("options").GetProperty("num_ctx").GetInt32(), json.RootElement.GetProperty("options").GetProperty("num_predict").GetInt32(), json.RootElement.GetProperty("format").GetString()));
    }

    [Fact]
    public async Task A_server_that_refuses_the_finer_fields_is_asked_without_them_from_then_on()
    {
        using var endpoint = new ScriptedEndpoint(body => [body.Contains("response_format", StringComparison.Ordinal) ? ScriptedEndpoint.Status(400, """{"error":{"message":"response_format is not supported"}}""") : ScriptedEndpoint.Says("yes")]);
        using var client = Client(endpoint.Address);

        Assert.Equal("yes", (await Ask(client)).Text);
        Assert.Equal("yes", (await Ask(client)).Text);
        Assert.Equal([true, false, false], endpoint.Asked.Select(body => body.Contains("temperature", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(401, ModelFailure.Always, "wants another key")]
    [InlineData(404, ModelFailure.Always, "no such model or address")]
    [InlineData(302, ModelFailure.Always, "sends elsewhere")]
    [InlineData(413, ModelFailure.Question, "status 413")]
    [InlineData(429, ModelFailure.Moment, "status 429")]
    [InlineData(500, ModelFailure.Moment, "status 500")]
    [InlineData(503, ModelFailure.Moment, "status 503")]
    public async Task A_refusal_is_told_with_the_reason_the_server_gives(int status, ModelFailure kind, string said)
    {
        var fault = await Fails(ScriptedEndpoint.Status(status, """{"error":{"message":"because \u001b[31m of this"}}""", more: "Location: http://127.0.0.1:1/\r\nRetry-After: 7\r\n"));

        Assert.Equal(kind, fault.Kind);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', fault.Message);
        if (status is not 302)
            Assert.Contains("because", fault.Message, StringComparison.Ordinal);
        if (kind == ModelFailure.Moment)
            Assert.Equal(TimeSpan.FromSeconds(7), fault.Wait);
    }

    [Fact]
    public async Task A_key_that_a_server_repeats_is_not_told()
    {
        using var endpoint = new ScriptedEndpoint(ScriptedEndpoint.Status(401, """{"error":{"message":"Incorrect API key provided: s3cret."}}"""));
        using var client = Client(endpoint.Address, new EndpointOptions { Key = "s3cret" });

        Assert.DoesNotContain("s3cret", (await Assert.ThrowsAsync<ModelException>(() => Ask(client))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hello", "did not answer in JSON: hello")]
    [InlineData("", "did not answer in JSON: an empty answer")]
    [InlineData("{\"choices\": [{\"message\": {\"content\": \"cut", "did not answer in JSON")]
    [InlineData("data: {\"choices\":[]}\n\n", "did not answer in JSON: data:")]
    [InlineData("[]", "did not answer as one of its form does")]
    [InlineData("{\"choices\": []}", "did not answer as one of its form does")]
    [InlineData("{\"choices\": {}}", "did not answer as one of its form does")]
    [InlineData("{\"choices\": [null]}", "did not answer as one of its form does")]
    [InlineData("{\"choices\": [{\"message\": {\"content\": null}}]}", "answered with nothing")]
    [InlineData("{\"choices\": [{\"message\": {\"content\": 7}}]}", "answered with nothing")]
    [InlineData("{\"choices\": [{\"message\": {\"content\": \"\\ud800\"}}]}", "did not answer in JSON")]
    [InlineData("{\"choices\": [{\"message\": {\"refusal\": \"I would rather not.\"}}]}", "declined: I would rather not.")]
    [InlineData("{\"error\": {\"message\": \"overloaded\"}}", "answered with an error: overloaded")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "did not answer in JSON")]
    public async Task A_broken_answer_is_told(string body, string said)
    {
        var fault = await Fails(ScriptedEndpoint.Ok(body));

        Assert.Equal(ModelFailure.Question, fault.Kind);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_was_cut_off_is_none() => Assert.Contains("cut off", (await Fails(ScriptedEndpoint.Says("{\"claims\": [", "length"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task An_endless_answer_ends_at_its_size()
    {
        using var endpoint = new ScriptedEndpoint(_ => Enumerable.Repeat(new byte[10_000], int.MaxValue).Prepend(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")));
        using var client = Client(endpoint.Address, new EndpointOptions { Largest = 100_000 });

        Assert.Contains("larger than 97 kB", (await Assert.ThrowsAsync<ModelException>(() => Ask(client))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_answer_ends_at_its_size_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 500; i++)
                gzip.Write(new byte[100_000]);
        using var endpoint = new ScriptedEndpoint([.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"), .. packed.ToArray()]);
        using var client = Client(endpoint.Address);

        Assert.Contains("larger than 1,024 kB", (await Assert.ThrowsAsync<ModelException>(() => Ask(client))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_does_not_come_to_an_end_is_left_at_the_deadline(bool begins)
    {
        using var endpoint = new ScriptedEndpoint(_ => begins ? ["HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"u8.ToArray(), []] : [[]]);
        using var client = Client(endpoint.Address, new EndpointOptions { Timeout = TimeSpan.FromMilliseconds(300) });
        var since = Stopwatch.GetTimestamp();

        var fault = await Assert.ThrowsAsync<ModelException>(() => Ask(client));

        Assert.Equal((ModelFailure.Question, "no whole answer within 0.3 seconds"), (fault.Kind, fault.Message));
        Assert.InRange(Stopwatch.GetElapsedTime(since).TotalSeconds, .2, 20);
    }

    [Fact]
    public async Task A_server_that_hangs_up_may_be_asked_again()
    {
        using var endpoint = new ScriptedEndpoint(_ => []);
        using var client = Client(endpoint.Address);

        Assert.Equal(ModelFailure.Moment, (await Assert.ThrowsAsync<ModelException>(() => Ask(client))).Kind);
    }

    [Fact]
    public async Task Where_nobody_listens_nobody_is_asked_again()
    {
        var endpoint = new ScriptedEndpoint([]);
        var address = endpoint.Address;
        endpoint.Dispose();
        using var client = Client(address);

        var fault = await Assert.ThrowsAsync<ModelException>(() => Ask(client));

        Assert.Equal(ModelFailure.Always, fault.Kind);
        Assert.Contains("nobody answers at 127.0.0.1:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stopped_ends_as_stopped()
    {
        using var endpoint = new ScriptedEndpoint(_ => [[]]);
        using var client = Client(endpoint.Address);
        using var stop = new CancellationTokenSource(200);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetResponseAsync([new(ChatRole.User, "x")], null, stop.Token));
    }
}
