using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using Manometer.Model;

namespace Manometer.Capture;

/// <summary>Reads what was given or fetched: tells its form, takes the documents out of it, and settles what each says of itself.</summary>
/// <remarks>Pure: bytes in, documents out, but that of a PDF file only so much is read as the time allows. Whatever the bytes, it ends in documents and diagnostics, in time linear in their number; a PDF file in its time.</remarks>
public static class CaptureReader
{
    private static readonly SearchValues<char> Blank = SearchValues.Create(" \t\r\n\f\u00A0");

    /// <summary>Bytes a document may have: 32 MB.</summary>
    public const int LargestDocument = 32 << 20;

    /// <summary>Documents taken out of one feed or archive: 10,000.</summary>
    public const int MostDocuments = 10_000;

    /// <summary>Bytes an archive (WARC, WACZ) may have, and unpack to: 512 MB.</summary>
    public const int LargestArchive = 512 << 20;

    private const int DaysOfZones = 1; // a day may have begun elsewhere
    private const int DaysApart = 7;

    /// <summary>Reads something.</summary>
    /// <param name="name">Its file name or address, as the user gave it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="mediaType">What a server said it is, with its charset; null when none said.</param>
    /// <param name="today">The day of the capture; dates of publication after it are not believed.</param>
    public static CaptureReading Read(string name, ReadOnlyMemory<byte> content, string? mediaType, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(name);
        var faults = new CaptureFaults(name);
        var drafts = new List<DocumentDraft>();
        var links = new List<string>();
        var charset = CharsetOf(mediaType);
        var kind = CaptureForm.Of(name, content.Span, mediaType);
        var isArchive = kind is CaptureKind.Warc or CaptureKind.PackedWarc or CaptureKind.Wacz;
        if (content.Length > (isArchive ? LargestArchive : LargestDocument))
            faults.Add(CaptureRules.TooLarge, isArchive ? "at most 512 MB" : "at most 32 MB", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{content.Length >> 20} MB"), "cut it into parts, or take the text out of it");
        else
            switch (kind)
            {
                case CaptureKind.Html:
                    drafts.Add(HtmlReader.Read(content, charset, faults));
                    break;
                case CaptureKind.Feed:
                    Feed(content, charset, faults, drafts, links);
                    break;
                case CaptureKind.JsonFeed:
                    JsonFeed(content, faults, drafts, links);
                    break;
                case CaptureKind.Pdf when PdfReader.Read(content, faults) is { } pdf:
                    drafts.Add(pdf);
                    break;
                case CaptureKind.Mail:
                    MailReader.Read(content, faults, drafts);
                    break;
                case CaptureKind.Markdown:
                    drafts.Add(CaptureText.Read(content, DocumentForm.Markdown, charset, faults));
                    break;
                case CaptureKind.Text:
                    drafts.Add(CaptureText.Read(content, DocumentForm.Text, charset, faults));
                    break;
                case CaptureKind.Warc or CaptureKind.PackedWarc or CaptureKind.Wacz:
                    Archive(kind, content, faults, drafts);
                    break;
                case CaptureKind.None when content.Length == 0:
                    faults.Add(CaptureRules.NoText, "a file with something in it", "an empty file", "look whether it was saved whole");
                    break;
                case CaptureKind.None:
                    faults.Add(CaptureRules.NoForm, "HTML, text, Markdown, a feed, PDF, a mail, WARC or WACZ", mediaType ?? (Path.GetExtension(name) is { Length: > 0 } ending ? ending : "bytes that are no text"), "save it in one of these forms");
                    break;
            }

        var documents = new List<CapturedDocument>();
        for (var i = 0; i < drafts.Count; i++)
            if (Settle(drafts[i], drafts[i].Charset ?? charset, today, faults, drafts.Count > 1 || links.Count > 0 || isArchive ? PartOf(drafts[i], i) : null) is { } document)
                documents.Add(document);
        return new CaptureReading(documents, faults.Found, links);
    }

    /// <summary>Reads the text of a capture again, for coding: the same bytes give the same text.</summary>
    /// <param name="extension">Ending of its file, with the dot.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="charset">Encoding that was needed beside the bytes; null when none was.</param>
    /// <returns>Null when it has no text, or the ending is not one of captures.</returns>
    public static ReadableText? TextOf(string extension, ReadOnlyMemory<byte> content, string? charset = null) => Reread("", extension, content, charset).Text;

    /// <summary>As <see cref="TextOf"/>, with what was wrong: a PDF file that takes too much time gives only its first pages.</summary>
    /// <param name="name">What it is called in the diagnostics.</param>
    /// <param name="extension">Ending of its file, with the dot.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="charset">Encoding that was needed beside the bytes; null when none was.</param>
    public static (ReadableText? Text, IReadOnlyList<Diagnostic> Diagnostics) Reread(string name, string extension, ReadOnlyMemory<byte> content, string? charset = null)
    {
        var faults = new CaptureFaults(name);
        try
        {
            var text = extension switch
            {
                ".html" => HtmlReader.Read(content, charset, faults).Text,
                ".txt" => CaptureText.Read(content, DocumentForm.Text, charset, faults).Text,
                ".md" => CaptureText.Read(content, DocumentForm.Markdown, charset, faults).Text,
                ".xml" => FeedEntry.Read(content, faults, null).Text,
                ".json" => JsonFeedReader.Read(content, faults, null).Text,
                ".pdf" => PdfReader.Read(content, faults)?.Text,
                ".eml" => MailReader.Read(content, faults)?.Text,
                _ => null,
            };
            return (text, faults.Found);
        }
        catch (JsonException)
        {
            return (null, faults.Found);
        }
    }

    private static string PartOf(DocumentDraft draft, int index) => draft.Part ?? draft.Address ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"entry {index + 1}");

    private static void Feed(ReadOnlyMemory<byte> content, string? charset, CaptureFaults faults, List<DocumentDraft> drafts, List<string> links)
    {
        var feed = FeedReader.Entries(content, charset, MostDocuments);
        for (var i = 0; i < feed.Entries.Count; i++)
            Keep(FeedEntry.Read(feed.Entries[i], faults, Part(i)), feed.Title, feed.Language, drafts, links);
        Ends(feed.Entries.Count, feed.IsCut, faults);
    }

    private static void JsonFeed(ReadOnlyMemory<byte> content, CaptureFaults faults, List<DocumentDraft> drafts, List<string> links)
    {
        var items = new List<ReadOnlyMemory<byte>>();
        var (title, language, cut) = ((string?)null, (string?)null, false);
        try
        {
            (title, language, cut) = JsonFeedReader.Items(content, MostDocuments, items);
        }
        catch (JsonException fault)
        {
            faults.Add(CaptureRules.Damaged, "a JSON feed", fault.Message, "fetch it anew");
        }

        for (var i = 0; i < items.Count; i++)
            Keep(JsonFeedReader.Read(items[i], faults, Part(i)), title, language, drafts, links);
        Ends(items.Count, cut, faults);
    }

    private static void Archive(CaptureKind kind, ReadOnlyMemory<byte> content, CaptureFaults faults, List<DocumentDraft> drafts)
    {
        var budget = new Budget(LargestArchive);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (met, cut) = (0, false);
        try
        {
            if (kind == CaptureKind.Wacz)
            {
                WaczReader.Read(content, budget, MostDocuments + 1, Take);
            }
            else
            {
                using var bytes = new MemoryStream(content.ToArray(), writable: false);
                using Stream warc = kind == CaptureKind.PackedWarc ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
                WarcReader.Read(warc, budget, MostDocuments + 1, _ => true, Take);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or NotSupportedException)
        {
            faults.Add(CaptureRules.Damaged, kind == CaptureKind.Wacz ? "a WACZ file" : "a WARC file", fault.Message, "make the archive anew; what could be read was added");
            met++; // it has been told why there may be nothing
        }

        if (budget.IsSpent)
            faults.Add(CaptureRules.TooLarge, "at most 512 MB when unpacked", "more", "cut the archive into parts; what could be read was added");
        else if (cut)
            faults.Add(CaptureRules.TooMany, "at most 10,000 pages", "more", "cut the archive into parts");
        else if (met == 0)
            faults.Add(CaptureRules.NoText, "an archive with pages, PDF files or texts", "none", "look at the archive with a replay program");

        void Take(WarcRecord record)
        {
            if (drafts.Count >= MostDocuments)
            {
                cut = true;
                return;
            }

            if (!seen.Add(record.Address)) // the same page twice: the first stands
                return;
            var draft = CaptureForm.Of(record.Address, record.Content, record.MediaType) switch
            {
                CaptureKind.Html => HtmlReader.Read(record.Content, CharsetOf(record.MediaType), faults, record.Address),
                CaptureKind.Pdf => PdfReader.Read(record.Content, faults, record.Address),
                CaptureKind.Text => CaptureText.Read(record.Content, DocumentForm.Text, CharsetOf(record.MediaType), faults),
                CaptureKind.Markdown => CaptureText.Read(record.Content, DocumentForm.Markdown, CharsetOf(record.MediaType), faults),
                _ => null,
            };
            if (draft is null)
                return;
            met++;
            draft.Address ??= record.Address;
            draft.Charset = CharsetOf(record.MediaType);
            draft.Captured = record.Day;
            drafts.Add(draft);
        }
    }

    private static string Part(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"entry {index + 1}");

    private static void Keep(DocumentDraft draft, string? outlet, string? language, List<DocumentDraft> drafts, List<string> links)
    {
        draft.Outlet ??= outlet;
        draft.Language ??= language;
        drafts.Add(draft);
        if (draft.Address is not null)
            links.Add(draft.Address);
    }

    private static void Ends(int entries, bool cut, CaptureFaults faults)
    {
        if (entries == 0)
            faults.Add(CaptureRules.NoText, "a feed with entries", "none", "look at the feed in a browser");
        else if (cut && entries == MostDocuments)
            faults.Add(CaptureRules.TooMany, "at most 10,000 entries", "more", "add the rest from a feed of its own");
        else if (cut)
            faults.Add(CaptureRules.Damaged, "a feed whose last entry ends", "one that is cut off", "fetch it anew");
    }

    private static CapturedDocument? Settle(DocumentDraft draft, string? charset, DateOnly today, CaptureFaults faults, string? part)
    {
        if (draft.Text.Text.AsSpan().IndexOfAnyExcept(Blank) < 0)
        {
            if (draft.Form is not (DocumentForm.FeedEntry or DocumentForm.JsonFeedEntry))
                faults.Add(CaptureRules.NoText, "text", "none", draft.Form == DocumentForm.Pdf ? "let a program of OCR read the pages, and add its text" : "save the page from a browser when it is complete, and add the file", part);
            return null;
        }

        var (published, basis) = Date(draft, (draft.Captured ?? today).AddDays(DaysOfZones), faults, part);
        if (published is null)
            faults.Add(CaptureRules.NoDate, "a date of publication", "none that can be used", "say it with --published, or correct reports.csv", part);
        var title = draft.Title is null ? null : PrintableText.Line(draft.Title, 300);
        var outlet = draft.Outlet is null ? null : PrintableText.Line(draft.Outlet, 120);
        return new CapturedDocument
        {
            Content = draft.Content,
            Form = draft.Form,
            Address = AddressOf(draft.Address),
            Title = string.IsNullOrEmpty(title) ? null : title,
            Published = published,
            DateBasis = basis,
            Outlet = string.IsNullOrEmpty(outlet) ? null : outlet,
            Language = Tag(draft.Language) ?? LanguageGuess.Of(draft.Text.Text),
            Charset = draft.Form is DocumentForm.Html or DocumentForm.Text or DocumentForm.Markdown && charset is not null && Differs(draft, charset) ? charset : null,
            Captured = draft.Captured,
            Text = draft.Text,
        };
    }

    // was the charset of the server needed to read it?
    private static bool Differs(DocumentDraft draft, string charset) =>
        TextOf(new CapturedDocument { Content = draft.Content, Form = draft.Form, Text = draft.Text }.Extension, draft.Content)?.Text != draft.Text.Text && charset.Length > 0;

    private static (Edtf? Published, string? Basis) Date(DocumentDraft draft, DateOnly latest, CaptureFaults faults, string? part)
    {
        (Edtf Date, string Basis)? taken = null;
        foreach (var (basis, text) in draft.Dates)
        {
            if (PublicationDate.Read(text) is not { } date || !PublicationDate.CanBe(date, latest))
            {
                if (basis != "first time")
                    faults.Add(CaptureRules.FalseDate, "a date on or before the capture", $"{basis}: {text}", "nothing; or say the right one with --published", part);
                continue;
            }

            if (taken is null)
                taken = (basis switch
                {
                    PdfReader.Made when Edtf.TryParse(date + "~", out var about) => about,
                    MailReader.Mailed when Edtf.TryParse("../" + date, out var until) => until,
                    _ => date,
                }, basis);
            else if (basis != "first time" && taken.Value.Date.FirstDay is { } one && date.FirstDay is { } other && Math.Abs(one.DayNumber - other.DayNumber) > DaysApart && Precise(taken.Value.Date) && Precise(date))
                faults.Add(CaptureRules.DatesDiffer, $"{taken.Value.Date} ({taken.Value.Basis}), which was taken", $"{date} ({basis})", "compare with the page, and correct reports.csv if need be", part);
        }

        if (taken is null && DateInAddress(draft.Address) is { } inAddress && PublicationDate.CanBe(inAddress, latest))
            taken = (inAddress, "address");
        if (taken is null && Dateline.Of(draft.Text.Text) is { } line && PublicationDate.Read(line) is { } written && PublicationDate.CanBe(written, latest))
            taken = (written, "dateline");
        return (taken?.Date, taken?.Basis);

        static bool Precise(Edtf date) => date.Precision == EdtfPrecision.Day;
    }

    // .../2018/07/05/..., .../2018/07/...
    private static Edtf? DateInAddress(string? address)
    {
        if (address is null)
            return null;
        var parts = address.Split('/');
        for (var i = 3; i + 1 < parts.Length; i++)
            if (parts[i].Length == 4 && parts[i + 1].Length == 2)
                return PublicationDate.Read(string.Join('-', i + 2 < parts.Length && parts[i + 2].Length == 2 && parts[i + 2].All(char.IsAsciiDigit) ? parts[i..(i + 3)] : parts[i..(i + 2)]));
        return null;
    }

    private static string? AddressOf(string? text) =>
        text is { Length: < 2048 } && Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 ? address.AbsoluteUri : null;

    private static string? Tag(string? language)
    {
        var tag = language?.Trim().Replace('_', '-');
        return tag is { Length: >= 2 and <= 12 } && tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && char.IsAsciiLetter(tag[0]) ? tag : null;
    }

    private static string? CharsetOf(string? mediaType)
    {
        var at = mediaType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : mediaType![(at + "charset=".Length)..].Split(';')[0].Trim().Trim('"', '\'');
    }
}
