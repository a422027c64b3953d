using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Manometer.Testing;

/// <summary>A time-stamping authority for tests: makes the same token for the same question. Its key is public and good for nothing else.</summary>
internal static class TestAuthority
{
    private const string Key = """
        -----BEGIN RSA PRIVATE KEY-----
        MIIEpQIBAAKCAQEA24uE9csGCv/R0CNAUhouJT8jWlE6PDC189/46O58TErkx0qv
        aX8kSp6cR/XesaM8QoS30HboFKJ307dD+UAUR9J3OSantjzpdvrI6ELue/Gs9Gky
        ehLv7FYwIkyk00GjBhgdGZNRQdgxlVv5W7Bc0oqykFEGBlRX/RmKpOyV0v69Gnk4
        PeOu+yqkJkh2O+pGpWXzVsIWxHBWTyOpAcrw+ZyAxCgCZyCmEg4pI/FN1JWYSaWK
        Ge235mw2ob93BKpxBdNsOsgz5EX6LdlOQ95GGnNQm3jPpdDMs0X1gBOK2Ff/b4Hx
        ejMLIQGuF7cE1kccg56pI5jhz6EYhN06iMkMDwIDAQABAoIBABzSOpC35+GuxsD/
        t7RvimpKWR5EtpPrQx+yYe9WS4wKcvE0vUVosv92xgZuYR9J0iHbYXQk//+heoCZ
        OPuyLVdmak9e4zp50Z5UeuZ+zucHiZCGdOFwtf19LRF7pVG0dq3YoY1XeR3fP1cf
        vWMLiov7OEjY0iUnkmuAHGLdSifqGfNbGv9Aj0aImo3ZpGDCbTCMODSSOBiT/YRu
        cQdV0kPGIcZvBs9L92Hd1Au3STVqTuwHSO+EBNcOK2d6WzWFE5YP6LeglbPHbGqs
        yy6eD7n2jpOOl3WVy6QTiyTPcGnLlQAaOtsuDt3jNucv2Ys4FZ+xKzDJkRqMK1Ox
        1/bR3m0CgYEA7VInGEq7ilOrw+hgwZaIx0/JQKtgGoEX29SwHE01P77ZQjauUeM7
        0qHj5JYDyW8066aJAJhEUDVUui1gj0VbVNCnjPonBPQpPVVEeu47j28Hc52w155c
        b2momEY9JkCQB4kpVMmRFJdEe9AwY9A784zjOw9XysUOqE5O8M9a0dUCgYEA7NMx
        2DqVMhYGf4YC5S4Ni1ObN66ZPG+87fnZnJJXP21smGlq9BCoeg7fsEwRwuu8wdAc
        OcxCfFMrM0RWfmrHzz3M8bq8jGdLIqLWQwJInnpRDXHKy430uODXN4PwzxwpqUQN
        v7b1TmwKco3JHESlHmhFERhStVnkQR1Np5j49FMCgYEAkZ81agyBY3HQFhhDNsa+
        Cz8ECPCfueO41iV+Iv+lSwY6ngybjpfWn3rDMgJzNGlOmcLIklrcoDL5WHx7oa43
        SqX2CeV9h+aiX4YwzRXd6jeA5Qq/9q6vnZXB5B5Fa3F2b4lUmThOE8p2NVscNkMS
        ZnHvBNB3WG7ufYv/mHhEDDkCgYEAkOFfA/ZK4bpBvXAhg00aMhsywOzKiAOfpEKO
        k0+fmoj5v3/2U1uBhjJlPDg9QW7wKe2D5wQDxIUoz5NGCs6OcEVRhKyFvqtOduEB
        jTrvbCxOO5haxQ6SISxD3Y2VG08SWZ/tfVSTW6eS+KOu3eFM1n5ZimzD5HgawI8J
        u7dEzksCgYEAtADPJsadbybVnu/E4IlH5oTh4eCWYrzftlvwsrMgFPVMlhqAQ84b
        mh6rCuLLfHXSJwGjfX29zd3DkfZG1GSG+IOXdTMthEEDQXWoJ7YCzZhVKygBPGo3
        Pvi9drsI/yyAb2oNKbiVF8OYpNZfviWkq05H0Gu4KFtsPmWqTVMl0rg=
        -----END RSA PRIVATE KEY-----
        """;

    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Its certificate, with the key.</summary>
    public static X509Certificate2 Certificate { get; } = Made("CN=Test authority");

    /// <summary>A certificate of the same key under a name.</summary>
    public static X509Certificate2 Made(string name)
    {
        var key = RSA.Create();
        key.ImportFromPem(Key);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        return request.Create(new X500DistinguishedName(name), X509SignatureGenerator.CreateForRSA(key, RSASignaturePadding.Pkcs1), Since, Since.AddYears(20), [1, 2, 3]).CopyWithPrivateKey(key);
    }

    /// <summary>A token on a hash at a time.</summary>
    public static byte[] Token(string hash, DateTimeOffset at)
    {
        var info = new Rfc3161TimestampTokenInfo(new Oid("1.2.3.4"), new Oid("2.16.840.1.101.3.4.2.1"), Convert.FromHexString(hash), new byte[] { 7 }, at, accuracyInMicroseconds: 1_000_000);
        var token = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), info.Encode()));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Certificate) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = X509IncludeOption.EndCertOnly };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), OwnCertificate()));
        token.ComputeSignature(signer, silent: true);
        return token.Encode();
    }

    /// <summary>The answer to a request.</summary>
    public static byte[] Answer(ReadOnlyMemory<byte> request, DateTimeOffset at)
    {
        if (!Rfc3161TimestampRequest.TryDecode(request, out var asked, out _))
            return Refusal("no request");
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
                answer.WriteInteger(0);
            answer.WriteEncodedValue(Token(Convert.ToHexStringLower(asked.GetMessageHash().Span), at));
        }

        return answer.Encode();
    }

    /// <summary>An answer without a token.</summary>
    public static byte[] Refusal(string why)
    {
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        using (answer.PushSequence())
        {
            answer.WriteInteger(2);
            using (answer.PushSequence())
                answer.WriteCharacterString(UniversalTagNumber.UTF8String, why);
        }

        return answer.Encode();
    }

    private static byte[] OwnCertificate()
    {
        var attribute = new AsnWriter(AsnEncodingRules.DER);
        using (attribute.PushSequence())
        using (attribute.PushSequence())
        using (attribute.PushSequence())
            attribute.WriteOctetString(SHA256.HashData(Certificate.RawData));
        return attribute.Encode();
    }
}
