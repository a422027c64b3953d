namespace Manometer.Capture;

/// <summary>Plain text and Markdown, and doubts about any text.</summary>
internal static class CaptureText
{
    private const int LongestHead = 4096;
    private const int LongestHeadline = 12; // words

    /// <summary>The text with U+FFFD for each half of a surrogate pair, which mails and fonts can hold and UTF-8 cannot.</summary>
    public static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Says what is doubtful about the characters of a text.</summary>
    public static void Doubts(DecodedText decoded, CaptureFaults faults, string? part)
    {
        if (decoded.BadBytes > 0)
            faults.Add(CaptureRules.BadCharacters, $"{decoded.Encoding} throughout", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{decoded.BadBytes} places that are not"), "nothing, or save it in one encoding and add it again", part);
        if (decoded.Text.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0 || decoded.Text.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0)
            faults.Add(CaptureRules.Directions, "text that looks as it reads", "marks U+202A to U+202E or U+2066 to U+2069", "read the passages with care before accepting what is coded from them", part);
    }

    /// <summary>Reads text; of Markdown the block of fields at the head (<c>---</c>, <c>title:</c>, <c>date:</c>) is taken as metadata, and the first heading as title.</summary>
    public static DocumentDraft Read(ReadOnlyMemory<byte> content, DocumentForm form, string? charset, CaptureFaults faults)
    {
        var decoded = DecodedText.Of(content.Span, charset);
        Doubts(decoded, faults, null);
        var draft = new DocumentDraft(form, content, new ReadableText(decoded.Text, decoded.Map));
        var start = 0;
        if (form == DocumentForm.Markdown)
            start = Head(decoded.Text, draft);
        if (start > 0)
        {
            var map = new OffsetMap.Builder();
            map.Add(0, decoded.Text.Length - start, start, decoded.Text.Length - start);
            var rest = new DocumentDraft(form, content, new ReadableText(decoded.Text[start..], map.Build(decoded.Map)))
            {
                Address = draft.Address,
                Title = draft.Title,
                Outlet = draft.Outlet,
                Language = draft.Language,
            };
            rest.Dates.AddRange(draft.Dates);
            draft = rest;
        }

        draft.Title ??= FirstLine(draft.Text.Text);
        return draft;
    }

    private static string? FirstLine(string text)
    {
        var body = text.AsSpan().TrimStart();
        var end = body.IndexOfAny('\r', '\n');
        var line = (end < 0 ? body : body[..end]).TrimStart("# ").Trim();
        foreach (var label in (ReadOnlySpan<string>)["Subject:", "Title:", "Re:"])
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase))
                line = line[label.Length..].Trim();
        return line.Length is > 0 and <= 200 && !IsSentence(line) ? line.ToString() : null; // a longer one is a paragraph
    }

    // a headline has no full stop at its end, or is short
    private static bool IsSentence(ReadOnlySpan<char> line) => line[^1] == '.' && line.Count(' ') >= LongestHeadline;

    private static int Head(string text, DocumentDraft draft)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal))
            return 0;
        var head = text.AsSpan(0, Math.Min(text.Length, LongestHead));
        var end = head[3..].IndexOf("\n---");
        if (end < 0)
            return 0;
        foreach (var line in head.Slice(3, end).ToString().Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
                continue;
            var value = line[(colon + 1)..].Trim().Trim('"', '\'');
            switch (line[..colon].Trim().ToLowerInvariant())
            {
                case "title":
                    draft.Title = value;
                    break;
                case "date" or "published" or "publish_date":
                    draft.Dates.Add(("field " + line[..colon].Trim(), value));
                    break;
                case "url" or "source_url" or "canonical" or "link":
                    draft.Address = value;
                    break;
                case "outlet" or "source" or "publisher" or "site":
                    draft.Outlet = value;
                    break;
                case "lang" or "language":
                    draft.Language = value;
                    break;
            }
        }

        var behind = 3 + end + "\n---".Length;
        var feed = text.IndexOf('\n', behind);
        return feed < 0 ? text.Length : feed + 1;
    }
}
