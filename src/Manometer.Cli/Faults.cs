using Manometer.Model;

namespace Manometer.Cli;

/// <summary>Prints diagnostics the way <c>docs/errors.md</c> shows them.</summary>
internal static class Faults
{
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, TextWriter to, bool colour)
    {
        for (var i = 0; i < diagnostics.Count; i++)
        {
            if (i > 0)
                to.WriteLine();
            to.Write(colour ? Coloured(diagnostics[i]) : diagnostics[i].ToString());
        }
    }

    /// <summary>"3 errors, 1 warning".</summary>
    public static string Count(IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(one => one.Severity == Severity.Error);
        var warnings = diagnostics.Count - errors;
        return (errors, warnings) switch
        {
            (0, 0) => "no faults",
            (0, _) => Plural(warnings, "warning"),
            (_, 0) => Plural(errors, "error"),
            _ => $"{Plural(errors, "error")}, {Plural(warnings, "warning")}",
        };
    }

    public static string Plural(int count, string noun) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private static string Coloured(Diagnostic diagnostic)
    {
        var (word, paint) = diagnostic.Severity == Severity.Error ? ("error", "\u001b[31;1m") : ("warning", "\u001b[33;1m");
        var text = diagnostic.ToString();
        var at = text.IndexOf($": {word} ", StringComparison.Ordinal);
        return at < 0 ? text : $"\u001b[1m{text[..at]}\u001b[0m: {paint}{word}\u001b[0m {text[(at + word.Length + 3)..]}";
    }
}
