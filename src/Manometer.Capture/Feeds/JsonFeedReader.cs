using System.Text;
using System.Text.Json;

namespace Manometer.Capture;

/// <summary>Reads JSON feeds (jsonfeed.org, version 1 and 1.1).</summary>
internal static class JsonFeedReader
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Is it a JSON feed?</summary>
    public static bool IsFeed(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, 4096)].IndexOf("jsonfeed.org/version/"u8) >= 0;

    /// <summary>The slices of a feed that are its items.</summary>
    /// <exception cref="JsonException">It is no JSON; what stood before was read into <paramref name="items"/>.</exception>
    public static (string? Title, string? Language, bool IsCut) Items(ReadOnlyMemory<byte> content, int most, List<ReadOnlyMemory<byte>> items)
    {
        var bytes = content.Span;
        var offset = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var reader = new Utf8JsonReader(bytes[offset..], Options);
        string? title = null, language = null;
        var cut = false;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            if (reader.ValueTextEquals("title"u8))
                title = reader.Read() ? String(ref reader)?.Text : null;
            else if (reader.ValueTextEquals("language"u8))
                language = reader.Read() ? String(ref reader)?.Text : null;
            else if (reader.ValueTextEquals("items"u8) && reader.Read() && reader.TokenType == JsonTokenType.StartArray)
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    var start = (int)reader.TokenStartIndex;
                    var isItem = reader.TokenType == JsonTokenType.StartObject;
                    reader.Skip();
                    if (isItem && items.Count < most)
                        items.Add(content[(offset + start)..(offset + (int)reader.BytesConsumed)]);
                    else
                        cut |= isItem;
                }
        }

        return (title, language, cut);
    }

    /// <summary>Reads an item.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static DocumentDraft Read(ReadOnlyMemory<byte> content, CaptureFaults faults, string? part)
    {
        var reader = new Utf8JsonReader(content.Span, Options);
        var fields = new Dictionary<string, ReadableText>(StringComparer.Ordinal);
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                var name = String(ref reader)?.Text ?? "";
                if (reader.Read() && String(ref reader) is { } value)
                    fields.TryAdd(name, value);
                else
                    reader.Skip();
            }

        var html = fields.GetValueOrDefault("content_html") is { } markup ? HtmlReader.Read(markup.Text, markup.Map).Text : null;
        var body = html is { Text.Length: > 0 } ? html : fields.GetValueOrDefault("content_text") ?? fields.GetValueOrDefault("summary");
        var title = fields.GetValueOrDefault("title");
        var draft = new DocumentDraft(DocumentForm.JsonFeedEntry, content, body ?? title ?? new ReadableText("", null))
        {
            Title = title?.Text,
            Address = fields.GetValueOrDefault("url")?.Text ?? fields.GetValueOrDefault("external_url")?.Text,
            Language = fields.GetValueOrDefault("language")?.Text,
        };
        if (body is null)
            faults.Add(CaptureRules.EntryEmpty, "a text in the entry", title is null ? "nothing" : $"the title '{title.Text}' only", draft.Address is null ? "nothing" : $"add {draft.Address} itself, or use --follow", part);
        foreach (var name in (string[])["date_published", "date_modified"])
            if (draft.Dates.Count == 0 && fields.TryGetValue(name, out var time))
                draft.Dates.Add(("feed " + name, time.Text));
        return draft;
    }

    // a string with the place of each character in the bytes; null when it is none
    private static ReadableText? String(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            return null;
        var raw = reader.ValueSpan;
        var text = new StringBuilder(raw.Length);
        var map = new OffsetMap.Builder();
        var from = (int)reader.TokenStartIndex + 1;
        for (var at = 0; at < raw.Length;)
        {
            var (letter, taken) = Next(raw[at..]);
            map.Add(text.Length, letter.Utf16SequenceLength, from + at, taken);
            text.Append(letter.ToString());
            at += taken;
        }

        return new ReadableText(text.ToString(), map.Build());
    }

    private static (Rune Letter, int Taken) Next(ReadOnlySpan<byte> raw)
    {
        if (raw[0] != (byte)'\\')
        {
            _ = Rune.DecodeFromUtf8(raw, out var plain, out var taken);
            return (plain, taken);
        }

        if (raw[1] != (byte)'u')
            return (new Rune(raw[1] switch { (byte)'n' => '\n', (byte)'r' => '\r', (byte)'t' => '\t', (byte)'b' => '\b', (byte)'f' => '\f', _ => (char)raw[1] }), 2);
        var unit = Unit(raw);
        if (char.IsHighSurrogate(unit) && raw.Length >= 12 && raw[6] == (byte)'\\' && raw[7] == (byte)'u' && Unit(raw[6..]) is var low && char.IsLowSurrogate(low))
            return (new Rune(unit, low), 12);
        return (char.IsSurrogate(unit) ? Rune.ReplacementChar : new Rune(unit), 6);
    }

    private static char Unit(ReadOnlySpan<byte> raw) => (char)Convert.ToUInt16(Encoding.ASCII.GetString(raw.Slice(2, 4)), 16);
}
