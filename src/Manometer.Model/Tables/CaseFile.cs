namespace Manometer.Model;

/// <summary>A file of the case as it was read.</summary>
public sealed record CaseFile
{
    /// <summary>Path relative to the case, with forward slashes.</summary>
    public required string Path { get; init; }

    /// <summary>Size.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Rows of data, 0 for a file that is no table.</summary>
    public int Rows { get; init; }
}
