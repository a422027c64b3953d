namespace Manometer.Cases;

/// <summary>Something an act used or made.</summary>
/// <param name="Role">What it is in the act: <c>table</c> and <c>removed</c> (files of the case), <c>capture</c>, <c>redacted</c>, or a word of the caller's own.</param>
/// <param name="Name">Its name; of a file the path relative to the case.</param>
/// <param name="Sha256">SHA-256 of its content, lower-case hexadecimal.</param>
/// <param name="Detail">Commitment to the stored detail, that is the SHA-256 of the file <c>custody/DETAIL.json</c>; null when nothing more is stored.</param>
public sealed record CustodyItem(string Role, string Name, string Sha256, string? Detail = null)
{
    /// <summary>Role of a file of the case whose content the log knows.</summary>
    internal const string Table = "table";

    /// <summary>Role of a file of the case that is there no more.</summary>
    internal const string Removed = "removed";

    /// <summary>Role of a detail that was removed.</summary>
    internal const string Redacted = "redacted";

    /// <summary>Role of a captured document.</summary>
    public const string Capture = "capture";
}
