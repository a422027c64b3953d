using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Manometer.Cases;

/// <summary>Detached signatures (CMS, RFC 5652) over the line that <c>custody.head</c> holds when a record is the last.</summary>
public static class Signing
{
    /// <summary>The attribute that binds the certificate to the signature (RFC 5035, signing-certificate-v2): a key alone does not say whose it is.</summary>
    private const string CertificateAttribute = "1.2.840.113549.1.9.16.2.47";

    private const int YearsOfOwnCertificate = 10;

    /// <summary>Signs a record, and with it everything before.</summary>
    /// <param name="record">The record.</param>
    /// <param name="certificate">Certificate with its private key.</param>
    /// <param name="at">When, as the signer's clock says; stands in the signature.</param>
    /// <returns>The signature, in DER, with the certificate in it.</returns>
    /// <exception cref="CryptographicException">The key cannot sign.</exception>
    public static byte[] Sign(CustodyRecord record, X509Certificate2 certificate, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(record);
        var signature = new SignedCms(new ContentInfo(CustodyChain.Head(record)), detached: true);
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new Pkcs9SigningTime(at.UtcDateTime));
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid(CertificateAttribute), CertificateHash(certificate)));
        signature.ComputeSignature(signer, silent: true);
        return signature.Encode();
    }

    /// <summary>Does a signature name another certificate than the one beside it? One that names none may have been made by another program.</summary>
    internal static bool NamesAnother(SignerInfo signer, X509Certificate2 certificate) =>
        signer.SignedAttributes.Cast<CryptographicAttributeObject>().FirstOrDefault(one => one.Oid.Value == CertificateAttribute)?.Values[0].RawData is { } named && !named.AsSpan().SequenceEqual(CertificateHash(certificate));

    // SEQUENCE { certs SEQUENCE OF { certHash } }, of SHA-256, which is the default
    private static byte[] CertificateHash(X509Certificate2 certificate)
    {
        var attribute = new AsnWriter(AsnEncodingRules.DER);
        using (attribute.PushSequence())
        using (attribute.PushSequence())
        using (attribute.PushSequence())
            attribute.WriteOctetString(SHA256.HashData(certificate.RawData));
        return attribute.Encode();
    }

    /// <summary>A key in PEM with its certificate; without one, a certificate made for it, which nobody vouches for.</summary>
    /// <param name="key">The private key in PEM, of an elliptic curve or RSA, not encrypted.</param>
    /// <param name="certificate">Its certificate in PEM; null: one is made.</param>
    /// <param name="name">Whom the made certificate names.</param>
    /// <param name="at">From when the made certificate is valid, for ten years.</param>
    /// <exception cref="FormatException">The text holds no such key or certificate, or they do not belong together.</exception>
    public static X509Certificate2 Certificate(string key, string? certificate, string name, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            if (certificate is not null)
                return X509Certificate2.CreateFromPem(certificate, key);
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            var subject = new X500DistinguishedNameBuilder();
            subject.AddCommonName(name);
            return Made(key, subject.Build(), at);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            throw new FormatException(certificate is null ? "it holds no private key in PEM without a password, of an elliptic curve or RSA" : "key and certificate are not PEM, or do not belong together", fault);
        }
    }

    private static X509Certificate2 Made(string key, X500DistinguishedName subject, DateTimeOffset at)
    {
        var until = at.AddYears(YearsOfOwnCertificate);
        using var curve = ECDsa.Create();
        if (Imports(curve, key))
            return new CertificateRequest(subject, curve, HashAlgorithmName.SHA256).CreateSelfSigned(at, until);
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key);
        return new CertificateRequest(subject, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(at, until);
    }

    private static bool Imports(ECDsa curve, string key)
    {
        try
        {
            curve.ImportFromPem(key);
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return false; // of another kind
        }
    }
}
