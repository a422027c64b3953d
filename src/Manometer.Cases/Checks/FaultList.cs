using System.Globalization;
using System.Runtime.InteropServices;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Gathers the faults of a case while it is read.</summary>
/// <param name="caseName">The case as the user named it, for the command that comes next.</param>
/// <param name="again">The command to run once the fault is mended; the check of the case when null.</param>
internal sealed class FaultList(string caseName, string? again = null)
{
    /// <summary>Faults of one kind in one file that are shown; more are counted.</summary>
    public const int MostOfAKind = 1_000;

    private const int LongestValue = 160;

    private readonly List<Diagnostic> _faults = [];
    private readonly Dictionary<(string File, DiagnosticRule Rule), int> _counts = [];

    private readonly string _again = again ?? NextCommand.Check(caseName);

    public int Count => _faults.Count;

    /// <summary>Is a further fault of the kind in the file shown, or only counted?</summary>
    public bool Shows(DiagnosticRule rule, string file) => _counts.GetValueOrDefault((file, rule)) < MostOfAKind;

    /// <summary>The way forward for a file of the wrong form: the program writes it in the right one.</summary>
    public string WriteAnew(string file) => file.EndsWith(".csv", StringComparison.Ordinal)
        ? $"once there are no errors: {NextCommand.WriteAnew(caseName)}, and copy {file} back from there"
        : "save the file as UTF-8 without a byte order mark";

    /// <summary>A fault at a position of a text.</summary>
    public void Add(DiagnosticRule rule, SourceText source, int position, int length, string? expected, string? found, string? next = null)
    {
        if (!Takes(rule, source.File))
            return;
        var (line, column) = source.At(position);
        var (excerpt, offset) = source.LineAt(position);
        _faults.Add(new Diagnostic
        {
            Code = rule.Code,
            Severity = rule.Severity,
            Title = rule.Title,
            Where = new SourceSpan(source.File, line, column, Math.Max(1, length)),
            Excerpt = excerpt,
            ExcerptOffset = offset,
            Expected = Printable(expected),
            Found = Printable(found),
            Next = next is not null ? PrintableText.Of(next) : $"correct the {(source.File.EndsWith(".csv", StringComparison.Ordinal) ? "cell" : "file")}, then: {_again}",
        });
    }

    /// <summary>A fault of a whole file or of the case.</summary>
    public void Add(DiagnosticRule rule, string file, string? expected, string? found, string? next = null)
    {
        if (Takes(rule, file))
            _faults.Add(OfFile(rule, file, expected, found, next ?? $"mend it, then: {_again}"));
    }

    /// <summary>All faults by file, line, column and code.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
    [
        .. _faults
            .Concat(_counts.Where(count => count.Value > MostOfAKind).Select(count => OfFile(
                Rules.More,
                count.Key.File,
                "fewer faults",
                string.Create(CultureInfo.InvariantCulture, $"{count.Value - MostOfAKind:#,0} more of {count.Key.Rule.Code} ({count.Key.Rule.Title})"),
                $"mend the cause of those shown, then: {_again}")))
            .OrderBy(fault => fault.Where.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Where.Line)
            .ThenBy(fault => fault.Where.Column)
            .ThenBy(fault => fault.Code, StringComparer.Ordinal),
    ];

    private bool Takes(DiagnosticRule rule, string file)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, (file, rule), out _);
        return ++count <= MostOfAKind;
    }

    private static Diagnostic OfFile(DiagnosticRule rule, string file, string? expected, string? found, string next) => new()
    {
        Code = rule.Code,
        Severity = rule.Severity,
        Title = rule.Title,
        Where = new SourceSpan(file),
        Expected = Printable(expected),
        Found = Printable(found),
        Next = PrintableText.Of(next),
    };

    // a value may be four million characters long, or hold commands to the terminal
    private static string? Printable(string? value) => value switch
    {
        null => null,
        { Length: > LongestValue * 4 } => PrintableText.Of(value.AsSpan(0, LongestValue)) + "...",
        _ => PrintableText.Of(value),
    };
}
