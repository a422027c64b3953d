using System.Security.Cryptography.X509Certificates;

namespace Manometer.Cases;

/// <summary>A time stamp or a signature that holds.</summary>
public sealed record CustodySeal
{
    /// <summary>Its file, relative to the case.</summary>
    public required string File { get; init; }

    /// <summary>What it is.</summary>
    public required SealKind Kind { get; init; }

    /// <summary>The record it speaks of, and so everything before it.</summary>
    public required CustodyRecord Record { get; init; }

    /// <summary>The time it states: of the authority; or, of a signature, what the signer's clock said. Null where it states none.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whose key made it, as the certificate says: a distinguished name.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal: what to compare with the owner's own word.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Does its certificate lead to one of those that were to be trusted? Null when none were named.</summary>
    public bool? Trusted { get; init; }

    internal static string FingerprintOf(X509Certificate2 certificate) => certificate.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).ToLowerInvariant();
}
