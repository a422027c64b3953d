using System.Buffers;
using System.Text;

namespace Manometer.Capture;

/// <summary>Bytes as characters, with the place of each.</summary>
/// <param name="Text">The characters; bytes that are none stand as U+FFFD. A byte order mark is left out.</param>
/// <param name="Map">From characters to bytes.</param>
/// <param name="Encoding">Name of the encoding that was used.</param>
/// <param name="BadBytes">Places where bytes were no characters.</param>
internal sealed record DecodedText(string Text, OffsetMap Map, string Encoding, int BadBytes)
{
    /// <summary>Decodes in the encoding the bytes show (a byte order mark, sound UTF-8), else in the one declared, else in windows-1252, as browsers do.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="declared">Name of an encoding that a header or the document itself states; null when none does.</param>
    public static DecodedText Of(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return Utf8(bytes, 3);
        if (bytes is [0xFF, 0xFE, ..])
            return Utf16(bytes, System.Text.Encoding.Unicode, 2);
        if (bytes is [0xFE, 0xFF, ..])
            return Utf16(bytes, System.Text.Encoding.BigEndianUnicode, 2);
        if (bytes is [(byte)'<', 0, ..])
            return Utf16(bytes, System.Text.Encoding.Unicode, 0);
        if (bytes is [0, (byte)'<', ..])
            return Utf16(bytes, System.Text.Encoding.BigEndianUnicode, 0);
        var utf8 = Utf8(bytes, 0);
        if (utf8.BadBytes == 0)
            return utf8;
        var stated = Named(declared) ?? (Sound(utf8.Text) >= utf8.BadBytes ? null : Western);
        return stated is null ? utf8 : stated.IsSingleByte ? SingleByte(bytes, stated) : Stepwise(bytes, stated);
    }

    private static Encoding? Western => CodePagesEncodingProvider.Instance.GetEncoding(1252);

    // the encodings that are neither UTF-8 nor UTF-16: those were tried
    private static Encoding? Named(string? name)
    {
        try
        {
            return name is null ? null : name.Trim().ToLowerInvariant() is "iso-8859-1" or "latin1" or "us-ascii" or "ascii" ? Western : CodePagesEncodingProvider.Instance.GetEncoding(name.Trim());
        }
        catch (ArgumentException)
        {
            return null; // no name of an encoding
        }
    }

    // characters beyond ASCII that were read whole: text in UTF-8 with a few foreign bytes stays UTF-8
    private static int Sound(string text)
    {
        var sound = 0;
        foreach (var letter in text)
            sound += letter is > '\u007F' and not '\uFFFD' ? 1 : 0;
        return sound;
    }

    private static DecodedText Utf8(ReadOnlySpan<byte> bytes, int at)
    {
        var text = new StringBuilder(bytes.Length);
        var map = new OffsetMap.Builder();
        var bad = 0;
        while (at < bytes.Length)
        {
            var plain = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (plain < 0)
                plain = bytes.Length - at;
            if (plain > 0)
            {
                map.Add(text.Length, plain, at, plain);
                text.Append(System.Text.Encoding.ASCII.GetString(bytes.Slice(at, plain)));
                at += plain;
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var taken);
            bad += status == OperationStatus.Done ? 0 : 1;
            map.Add(text.Length, rune.Utf16SequenceLength, at, taken);
            text.Append(rune.ToString());
            at += taken;
        }

        return new DecodedText(text.ToString(), map.Build(), "utf-8", bad);
    }

    private static DecodedText Utf16(ReadOnlySpan<byte> bytes, Encoding encoding, int at)
    {
        var text = Whole(encoding.GetString(bytes[at..(bytes.Length - (bytes.Length - at) % 2)]), out var bad);
        var map = new OffsetMap.Builder();
        map.Add(0, text.Length, at, text.Length * 2);
        return new DecodedText(text, map.Build(), encoding.WebName, bad + (bytes.Length - at) % 2);
    }

    private static DecodedText SingleByte(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes);
        var map = new OffsetMap.Builder();
        map.Add(0, text.Length, 0, text.Length);
        return new DecodedText(text, map.Build(), encoding.WebName, text.AsSpan().Count('\uFFFD'));
    }

    private static DecodedText Stepwise(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var decoder = encoding.GetDecoder();
        var text = new StringBuilder(bytes.Length);
        var map = new OffsetMap.Builder();
        Span<char> got = stackalloc char[16];
        var begun = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var count = decoder.GetChars(bytes.Slice(at, 1), got, flush: at == bytes.Length - 1);
            if (count == 0)
                continue;
            map.Add(text.Length, count, begun, at + 1 - begun);
            text.Append(got[..count]);
            begun = at + 1;
        }

        var whole = Whole(text.ToString(), out _);
        return new DecodedText(whole, map.Build(), encoding.WebName, whole.AsSpan().Count('\uFFFD'));
    }

    // half a surrogate pair is no character
    private static string Whole(string text, out int halves)
    {
        halves = 0;
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return text;
        var letters = text.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (char.IsHighSurrogate(letters[i]) && i + 1 < letters.Length && char.IsLowSurrogate(letters[i + 1]))
                i++;
            else if (char.IsSurrogate(letters[i]))
                (letters[i], halves) = ('\uFFFD', halves + 1);
        return new string(letters);
    }
}
