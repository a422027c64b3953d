using System.Globalization;
using System.Text;

namespace Manometer.Model;

/// <summary>One fault of a case: where it is, what was expected, what was found, and what to do next.</summary>
/// <remarks>The layout of <see cref="ToString"/> is the one every command prints: location, code and title, excerpt with a caret, then the way forward.</remarks>
public sealed record Diagnostic
{
    /// <summary>The code, such as <c>MAN0112</c>; every code has a page in <c>docs/errors.md</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Error or warning.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Where the fault is.</summary>
    public required SourceSpan Where { get; init; }

    /// <summary>The fault in a few words, without a full stop: <c>no such day</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The line of the file the fault is on, shortened when long; null when the fault is of the whole file.</summary>
    public string? Excerpt { get; init; }

    /// <summary>Characters cut from the front of the line to make <see cref="Excerpt"/>; 0 by default. Where it is not 0 an ellipsis stands in the place of the first character shown.</summary>
    public int ExcerptOffset { get; init; }

    /// <summary>What should stand there.</summary>
    public string? Expected { get; init; }

    /// <summary>What stands there.</summary>
    public string? Found { get; init; }

    /// <summary>What to do next; a command where there is one.</summary>
    public string? Next { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Where}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Title}\n");
        if (Excerpt is not null && Where.Line > 0)
        {
            var gutter = Where.Line.ToString(CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"{gutter} | {Excerpt}\n");
            if (Where.Column > 0)
            {
                var before = Math.Clamp(Where.Column - 1 - ExcerptOffset, 0, Excerpt.Length);
                var carets = Math.Clamp(Where.Length, 1, Math.Max(1, Excerpt.Length - before));
                text.Append(' ', gutter.Length).Append(" | ").Append(' ', Columns(Excerpt.AsSpan(0, before))).Append('^', Math.Max(1, Columns(Excerpt.AsSpan(before, Math.Min(carets, Excerpt.Length - before))))).Append('\n');
            }
        }

        if (Expected is not null)
            text.Append(CultureInfo.InvariantCulture, $"expected: {Expected}\n");
        if (Found is not null)
            text.Append(CultureInfo.InvariantCulture, $"found:    {Found}\n");
        if (Next is not null)
            text.Append(CultureInfo.InvariantCulture, $"next:     {Next}\n");
        return text.ToString();
    }

    // how wide a terminal shows it: Hangul, kana and Chinese characters take two columns, marks set onto a letter none (after UAX #11, by blocks)
    private static int Columns(ReadOnlySpan<char> letters)
    {
        var columns = 0;
        foreach (var letter in letters)
            columns += letter switch
            {
                >= '\u0300' and <= '\u036F' or >= '\u1160' and <= '\u11FF' or >= '\u200B' and <= '\u200D' => 0,
                >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\u303E' or >= '\u3041' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3'
                    or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF01' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6' => 2,
                _ => 1,
            };
        return columns;
    }
}
