namespace Manometer.Model;

/// <summary>A place in a file of the case.</summary>
/// <param name="File">Path relative to the case folder, with forward slashes.</param>
/// <param name="Line">1-based line; 0 when the fault is of the whole file.</param>
/// <param name="Column">1-based column, counted in characters of the line; 0 when the fault is of the whole line or file.</param>
/// <param name="Length">Characters to mark, at least 1 when <paramref name="Column"/> is given.</param>
public readonly record struct SourceSpan(string File, int Line = 0, int Column = 0, int Length = 1)
{
    /// <summary><c>file:line:column</c>, without the parts that are not known.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}
