namespace Manometer.Assessment;

/// <summary>Program, files and hashes an assessment rests on.</summary>
public sealed record Provenance
{
    /// <summary>Name and version of the program.</summary>
    public required string Program { get; init; }

    /// <summary>SHA-256 over the paths and hashes of all files, lower-case hexadecimal: names the case as it was read.</summary>
    public required string CaseHash { get; init; }

    /// <summary>Every file read, ordered by path.</summary>
    public required IReadOnlyList<Manometer.Model.CaseFile> Files { get; init; }

    /// <summary>Licences and sources to credit.</summary>
    public required IReadOnlyList<Manometer.Model.Credit> Credits { get; init; }
}
