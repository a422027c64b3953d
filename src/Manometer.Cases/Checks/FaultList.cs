using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Gathers the faults of a case while it is read.</summary>
/// <param name="caseName">The case as the user named it, for the command that comes next.</param>
internal sealed class FaultList(string caseName)
{
    private readonly List<Diagnostic> _faults = [];

    public int Count => _faults.Count;

    /// <summary>A fault at a position of a text.</summary>
    public void Add(DiagnosticRule rule, SourceText source, int position, int length, string? expected, string? found, string? next = null)
    {
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
            Expected = expected,
            Found = found,
            Next = next ?? $"correct the {(source.File.EndsWith(".csv", StringComparison.Ordinal) ? "cell" : "file")}, then: manometer check {caseName}",
        });
    }

    /// <summary>A fault of a whole file or of the case.</summary>
    public void Add(DiagnosticRule rule, string file, string? expected, string? found, string? next = null) => _faults.Add(new Diagnostic
    {
        Code = rule.Code,
        Severity = rule.Severity,
        Title = rule.Title,
        Where = new SourceSpan(file),
        Expected = expected,
        Found = found,
        Next = next ?? $"mend it, then: manometer check {caseName}",
    });

    /// <summary>All faults by file, line, column and code.</summary>
    public IReadOnlyList<Diagnostic> InOrder() =>
    [
        .. _faults
            .OrderBy(fault => fault.Where.File, StringComparer.Ordinal)
            .ThenBy(fault => fault.Where.Line)
            .ThenBy(fault => fault.Where.Column)
            .ThenBy(fault => fault.Code, StringComparer.Ordinal),
    ];
}
