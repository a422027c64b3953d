namespace Manometer.Cases;

/// <summary>Lines of a text that were replaced by others. Lines keep their ends.</summary>
/// <param name="At">0-based line of the old text at which <paramref name="Before"/> stood.</param>
/// <param name="Before">The lines that went.</param>
/// <param name="After">The lines that came.</param>
internal sealed record LineHunk(int At, IReadOnlyList<string> Before, IReadOnlyList<string> After);
