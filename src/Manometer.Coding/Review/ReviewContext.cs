using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Manometer.Model;

namespace Manometer.Coding;

/// <summary>What a reviewer needs beside a proposal.</summary>
/// <param name="Key">Identifier made of what is proposed: the same proposal from the same passage has the same.</param>
/// <param name="Span">Byte offsets <c>start-end</c> into the capture.</param>
/// <param name="Before">Text before the passage.</param>
/// <param name="After">Text after it.</param>
public sealed record ReviewContext(string Key, string Span, string Before, string After)
{
    private const int Around = 240;

    /// <summary>The context of a proposal.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="text">The text it was read from.</param>
    /// <param name="bytes">Gives the byte offsets of a passage of the text.</param>
    public static ReviewContext Of(Proposal proposal, string text, Func<int, int, (int Start, int End)> bytes)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bytes);
        var (from, to) = bytes(proposal.Start, proposal.End);
        var span = string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");
        var said = string.Join('\n', proposal.ReportId, span, proposal.Sector, proposal.Group, proposal.Indicator, Word.Of(proposal.Direction), Word.Of(proposal.Polarity));
        var key = "p-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..12];
        return new ReviewContext(key, span, text[Start(text, proposal.Start)..proposal.Start], text[proposal.End..End(text, proposal.End)]);
    }

    // at a break of words, and never between the halves of a pair
    private static int Start(string text, int at)
    {
        var from = Math.Max(0, at - Around);
        if (from == 0)
            return 0;
        var space = text.AsSpan(from, at - from).IndexOf(' ');
        from = space >= 0 ? from + space + 1 : from;
        return char.IsLowSurrogate(text[Math.Min(from, text.Length - 1)]) && from < at ? from + 1 : from;
    }

    private static int End(string text, int at)
    {
        var to = Math.Min(text.Length, at + Around);
        if (to == text.Length)
            return to;
        var space = text.AsSpan(at, to - at).LastIndexOf(' ');
        to = space > 0 ? at + space : to;
        return to > at && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
    }
}
