using System.Text;
using System.Text.Json;
using Manometer.Model;
using Microsoft.Extensions.AI;

namespace Manometer.Inference;

/// <summary>Reads what an endpoint answered.</summary>
internal static class ChatEndpointAnswer
{
    private const int Shown = 80;

    /// <summary>The answer in a body.</summary>
    /// <exception cref="ModelException">There is none in it, or half of one.</exception>
    public static ChatResponse Read(byte[] body, EndpointForm form)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            if (Member(root, "error", JsonValueKind.Object) is { } error && Text(error, "message") is { } reason)
                throw new ModelException($"the endpoint answered with an error: {PrintableText.Line(reason, 2 * Shown)}", ModelFailure.Question);
            var choice = form == EndpointForm.Ollama ? root : Member(root, "choices", JsonValueKind.Array) is { } choices && choices.GetArrayLength() > 0 ? choices[0] : default;
            var message = Member(choice, "message", JsonValueKind.Object) ?? throw new ModelException($"the endpoint did not answer as one of its form does: {Cut(body)}", ModelFailure.Question);
            if (Text(message, "refusal") is { } declined)
                throw new ModelException($"the model declined: {PrintableText.Line(declined, 2 * Shown)}", ModelFailure.Question);
            var content = Text(message, "content") ?? throw new ModelException("the model answered with nothing", ModelFailure.Question);
            if (Text(choice, form == EndpointForm.Ollama ? "done_reason" : "finish_reason") == "length")
                throw new ModelException("the answer was cut off: it was longer than the model may answer", ModelFailure.Question);
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, content)) { ModelId = Text(root, "model") };
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException) // the second: half a surrogate pair
        {
            throw new ModelException($"the endpoint did not answer in JSON: {Cut(body)}", ModelFailure.Question, fault);
        }
    }

    /// <summary>The reason an error gives; the body as it is where it gives none.</summary>
    public static string ReasonIn(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            var root = document.RootElement;
            return (Member(root, "error", JsonValueKind.Object) is { } error ? Text(error, "message") : null) ?? Text(root, "error") ?? Text(root, "message") ?? Text(root, "detail") ?? Cut(body);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return Cut(body);
        }
    }

    private static JsonElement? Member(JsonElement json, string name, JsonValueKind kind) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == kind ? value : null;

    private static string? Text(JsonElement json, string name) => Member(json, name, JsonValueKind.String)?.GetString() is { Length: > 0 } text ? text : null;

    private static string Cut(byte[] body) => body.Length == 0 ? "an empty answer" : PrintableText.Line(Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, 4 * Shown))), Shown);
}
