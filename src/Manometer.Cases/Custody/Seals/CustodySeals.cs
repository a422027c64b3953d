using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Manometer.Cases;

/// <summary>The time stamps and signatures that stand beside a custody log, checked offline.</summary>
internal static class CustodySeals
{
    /// <summary>Folder of seals, relative to the case.</summary>
    public const string Folder = "custody/seals/";

    public const string StampEnding = ".tst";

    public const string SignatureEnding = ".p7s";

    private const string StampContent = "1.2.840.113549.1.9.16.1.4"; // id-ct-TSTInfo
    private const int LargestSeal = 1 << 20; // bytes
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5); // of clocks

    /// <summary>File of a seal: the record's number, the start of its hash, and the start of the seal's own, so that a second one stands beside the first.</summary>
    public static string PathOf(CustodyRecord record, ReadOnlySpan<byte> seal, string ending) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}{record.Sequence}-{record.Hash[..12]}-{Convert.ToHexStringLower(SHA256.HashData(seal))[..8]}{ending}");

    /// <summary>Reads and checks every seal of a case.</summary>
    /// <param name="files">The case.</param>
    /// <param name="records">The records of its log.</param>
    /// <param name="trust">Certificates that are to be trusted; null: none were named.</param>
    /// <param name="faults">Takes what does not hold.</param>
    public static IReadOnlyList<CustodySeal> Check(ICaseFiles files, IReadOnlyList<CustodyRecord> records, X509Certificate2Collection? trust, FaultList faults)
    {
        var held = new List<CustodySeal>();
        foreach (var path in files.List())
            if (path.StartsWith(Folder, StringComparison.Ordinal) && (path.EndsWith(StampEnding, StringComparison.Ordinal) || path.EndsWith(SignatureEnding, StringComparison.Ordinal)))
                if (Check(files, path, records, trust, faults) is { } seal)
                    held.Add(seal);
        return held;
    }

    private static CustodySeal? Check(ICaseFiles files, string path, IReadOnlyList<CustodyRecord> records, X509Certificate2Collection? trust, FaultList faults)
    {
        try
        {
            if (files.Size(path) is <= LargestSeal)
                return Check(path, files.Read(path), records, trust, faults);
            faults.Add(Rules.SealUnread, path, "a seal of at most 1 MB", "a larger file", "take it out of the folder");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(Rules.Unreadable, path, "a file that can be read", fault.Message);
        }

        return null;
    }

    /// <summary>Checks one seal.</summary>
    public static CustodySeal? Check(string path, byte[] bytes, IReadOnlyList<CustodyRecord> records, X509Certificate2Collection? trust, FaultList faults)
    {
        var stamp = path.EndsWith(StampEnding, StringComparison.Ordinal);
        try
        {
            return stamp ? Stamp(path, bytes, records, trust, faults) : Signature(path, bytes, records, trust, faults);
        }
        catch (Exception fault) when (fault is CryptographicException or System.Formats.Asn1.AsnContentException or ArgumentException or InvalidOperationException or NotSupportedException or FormatException or OverflowException)
        {
            faults.Add(Rules.SealUnread, path, stamp ? "a token of a time-stamping authority (RFC 3161), in DER" : "a detached signature (CMS), in DER", "something else, or a damaged one", "put it back from a copy, or take it out of the folder");
            return null;
        }
    }

    private static CustodySeal? Stamp(string path, byte[] bytes, IReadOnlyList<CustodyRecord> records, X509Certificate2Collection? trust, FaultList faults)
    {
        if (!Rfc3161TimestampToken.TryDecode(bytes, out var token, out var length) || length != bytes.Length)
        {
            var envelope = new SignedCms();
            envelope.Decode(bytes); // the library refuses a token by its signature already
            if (envelope.ContentInfo.ContentType.Value != StampContent)
                throw new FormatException();
            Broken(path, "the token's signature does not hold", faults);
            return null;
        }

        var hash = Convert.ToHexStringLower(token.TokenInfo.GetMessageHash().Span);
        if (records.FirstOrDefault(record => record.Hash == hash) is not { } record)
        {
            Foreign(path, hash, faults);
            return null;
        }

        if (SignerOf(token, hash) is not { } signer)
        {
            Broken(path, "the token's signature does not hold, or its certificate is missing or not one for time stamps", faults);
            return null;
        }

        var time = token.TokenInfo.Timestamp;
        if (record.At > time + Tolerance)
            faults.Add(Rules.SealTime, path, $"a record written before its time stamp of {CustodyLine.Text(time)}", $"one that says it was written at {CustodyLine.Text(record.At)}", "the clock of the machine that wrote the record was ahead; the stamp is the better witness");
        return Held(path, SealKind.TimeStamp, record, time, signer, token.AsSignedCms().Certificates, trust, faults);
    }

    private static X509Certificate2? SignerOf(Rfc3161TimestampToken token, string hash)
    {
        try
        {
            return token.VerifySignatureForHash(Convert.FromHexString(hash), HashAlgorithmName.SHA256, out var signer, token.AsSignedCms().Certificates) ? signer : null;
        }
        catch (CryptographicException)
        {
            return null; // the numbers of the signature are none of its key
        }
    }

    private static CustodySeal? Signature(string path, byte[] bytes, IReadOnlyList<CustodyRecord> records, X509Certificate2Collection? trust, FaultList faults)
    {
        var envelope = new SignedCms();
        envelope.Decode(bytes);
        if (envelope.SignerInfos is not [{ } about, ..])
            throw new FormatException();
        var digest = about.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(one => one.Values.Cast<AsnEncodedData>()).OfType<Pkcs9MessageDigest>().FirstOrDefault()?.MessageDigest;
        if (digest is null || records.FirstOrDefault(record => SHA256.HashData(CustodyChain.Head(record)).AsSpan().SequenceEqual(digest)) is not { } record)
        {
            Foreign(path, digest is null ? "none" : Convert.ToHexStringLower(digest), faults);
            return null;
        }

        var signed = new SignedCms(new ContentInfo(CustodyChain.Head(record)), detached: true);
        signed.Decode(bytes);
        var signer = signed.SignerInfos[0];
        try
        {
            signed.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException)
        {
            Broken(path, "the signature does not hold", faults);
            return null;
        }

        if (signer.Certificate is not { } certificate)
        {
            Broken(path, "the signer's certificate is missing", faults);
            return null;
        }

        if (Signing.NamesAnother(signer, certificate))
        {
            Broken(path, "the signature names another certificate than the one beside it", faults);
            return null;
        }

        var time = signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(one => one.Values.Cast<AsnEncodedData>()).OfType<Pkcs9SigningTime>().FirstOrDefault()?.SigningTime;
        return Held(path, SealKind.Signature, record, time is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null, certificate, signed.Certificates, trust, faults);
    }

    private static CustodySeal Held(string path, SealKind kind, CustodyRecord record, DateTimeOffset? time, X509Certificate2 signer, X509Certificate2Collection beside, X509Certificate2Collection? trust, FaultList faults)
    {
        bool? trusted = trust is null ? null : Leads(signer, beside, trust, time);
        if (trusted == false)
            faults.Add(Rules.SealUntrusted, path, "a certificate that leads to one of those named with --trust", signer.Subject, "ask its owner for the certificate of the one who issued it, or compare the fingerprint with the owner's own word");
        return new CustodySeal { File = path, Kind = kind, Record = record, Time = time, Name = signer.Subject, Fingerprint = CustodySeal.FingerprintOf(signer), Trusted = trusted };
    }

    // at the time it states; whether it was revoked is not asked: that would take the network
    private static bool Leads(X509Certificate2 signer, X509Certificate2Collection beside, X509Certificate2Collection trust, DateTimeOffset? time)
    {
        if (trust.Any(one => one.RawDataMemory.Span.SequenceEqual(signer.RawDataMemory.Span)))
            return true;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust);
        chain.ChainPolicy.ExtraStore.AddRange(beside);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        if (time is { } at)
            chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        return chain.Build(signer);
    }

    private static void Foreign(string path, string hash, FaultList faults) =>
        faults.Add(Rules.SealForeign, path, "a seal of a record of this log", $"one of {hash}", "either it is of another case, or the log was written anew since: compare with a copy of that time");

    private static void Broken(string path, string found, FaultList faults) =>
        faults.Add(Rules.SealBroken, path, "a seal that holds", found, "put it back from a copy; else it proves nothing");
}
