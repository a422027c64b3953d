using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Manometer.Inference;

/// <summary>Writes a question as an endpoint wants it.</summary>
internal static class ChatEndpointQuestion
{
    private const int LeastContext = 4_096;
    private const int BytesOfToken = 2; // few scripts have more tokens than one in two bytes
    private const int DefaultTokens = 4_096;

    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of the request.</summary>
    /// <param name="messages">The messages.</param>
    /// <param name="options">Temperature, seed, longest answer and form; null for none.</param>
    /// <param name="model">Name of the model.</param>
    /// <param name="form">How it is written.</param>
    /// <param name="isPlain">Only what every server takes.</param>
    public static byte[] Write(IReadOnlyCollection<ChatMessage> messages, ChatOptions? options, string model, EndpointForm form, bool isPlain)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteStartArray("messages");
            foreach (var message in messages)
            {
                json.WriteStartObject();
                json.WriteString("role", message.Role.Value);
                json.WriteString("content", message.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteBoolean("stream", false);
            if (form == EndpointForm.Ollama)
                Ollama(json, messages, options, isPlain);
            else if (!isPlain)
                ChatCompletions(json, options);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void ChatCompletions(Utf8JsonWriter json, ChatOptions? options)
    {
        if (options?.Temperature is { } temperature)
            json.WriteNumber("temperature", temperature);
        if (options?.Seed is { } seed)
            json.WriteNumber("seed", seed);
        if (options?.MaxOutputTokens is { } most)
            json.WriteNumber("max_tokens", most);
        if (options?.ResponseFormat is not ChatResponseFormatJson)
            return;
        json.WriteStartObject("response_format");
        json.WriteString("type", "json_object");
        json.WriteEndObject();
    }

    // its context is 2,048 or 4,096 tokens unless it is asked for more, and what is longer is cut without a word
    private static void Ollama(Utf8JsonWriter json, IReadOnlyCollection<ChatMessage> messages, ChatOptions? options, bool isPlain)
    {
        var most = options?.MaxOutputTokens ?? DefaultTokens;
        json.WriteStartObject("options");
        json.WriteNumber("num_ctx", Math.Max(LeastContext, messages.Sum(message => System.Text.Encoding.UTF8.GetByteCount(message.Text)) / BytesOfToken + most));
        json.WriteNumber("num_predict", most);
        if (options?.Temperature is { } temperature && !isPlain)
            json.WriteNumber("temperature", temperature);
        if (options?.Seed is { } seed && !isPlain)
            json.WriteNumber("seed", seed);
        json.WriteEndObject();
        if (options?.ResponseFormat is ChatResponseFormatJson && !isPlain)
            json.WriteString("format", "json");
    }
}
