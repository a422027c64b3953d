using System.Text;
using Manometer.Capture;

namespace Manometer.Capture.Tests;

/// <summary>Reads one document, as the tests need it.</summary>
internal static class Reading
{
    public static readonly DateOnly Today = new(2021, 6, 1);

    public static CaptureReading Of(string name, string text) => CaptureReader.Read(name, Encoding.UTF8.GetBytes(text), null, Today);

    public static CapturedDocument One(string name, string text) => Assert.Single(Of(name, text).Documents);

    /// <summary>What the bytes of a passage say, by its place in the text.</summary>
    public static string BytesOf(CapturedDocument document, string passage)
    {
        var at = document.Text.Text.IndexOf(passage, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{passage}' is not in: {document.Text.Text}");
        var (start, end) = document.Text.Bytes(at, at + passage.Length);
        var bytes = document.Text.Map is null ? Encoding.UTF8.GetBytes(document.Text.Text) : document.Content.ToArray();
        return Encoding.UTF8.GetString(bytes.AsSpan(start..end));
    }
}
