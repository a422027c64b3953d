using System.Text.Json;

namespace Manometer.Capture;

/// <summary>What a page says of itself in JSON-LD (schema.org).</summary>
internal static class LinkedData
{
    private const int Deepest = 32;
    private const int MostNodes = 2_000;

    /// <summary>Takes title, date, publisher and language of the first article described; text that is no JSON tells nothing.</summary>
    public static void Read(string json, PageMetadata metadata)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Trim(), new JsonDocumentOptions { MaxDepth = Deepest, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            var left = MostNodes;
            Walk(document.RootElement, metadata, ref left);
        }
        catch (JsonException)
        {
            // other people's scripts are no fault of the document
        }
    }

    private static void Walk(JsonElement node, PageMetadata metadata, ref int left)
    {
        if (--left < 0)
            return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
                Walk(item, metadata, ref left);
            return;
        }

        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (Text(node, "datePublished") is { } date)
        {
            metadata.Dates.Add(("JSON-LD datePublished", date));
            metadata.Put("ld:headline", Text(node, "headline"));
            metadata.Put("ld:language", Text(node, "inLanguage"));
            if (node.TryGetProperty("publisher", out var publisher) && publisher.ValueKind == JsonValueKind.Object)
                metadata.Put("ld:publisher", Text(publisher, "name"));
        }

        if (node.TryGetProperty("@graph", out var graph))
            Walk(graph, metadata, ref left);
    }

    private static string? Text(JsonElement node, string name)
    {
        try
        {
            return node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair
        }
    }
}
