using Manometer.Model;

namespace Manometer.Capture;

/// <summary>Gathers the faults of something that is captured.</summary>
/// <param name="name">What is captured, as the user named it.</param>
internal sealed class CaptureFaults(string name)
{
    private const int MostOfAKind = 20;

    private readonly List<Diagnostic> _faults = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyList<Diagnostic> Found => _faults;

    /// <summary>How many of a kind were met.</summary>
    public int Count(CaptureRule rule) => _counts.GetValueOrDefault(rule.Code);

    /// <summary>Adds a fault; of one kind the first 20 are kept, so that a hostile feed cannot fill the screen.</summary>
    public void Add(CaptureRule rule, string? expected, string? found, string? next, string? part = null)
    {
        var count = _counts[rule.Code] = _counts.GetValueOrDefault(rule.Code) + 1;
        if (count > MostOfAKind)
            return;
        _faults.Add(new Diagnostic
        {
            Code = rule.Code,
            Severity = rule.Severity,
            Title = rule.Title,
            Where = new SourceSpan(PrintableText.Line(part is null ? name : $"{name} ({part})", 200)),
            Expected = expected,
            Found = found is null ? null : PrintableText.Line(found, 200),
            Next = next,
        });
    }
}
