using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Manometer.Cases;

/// <summary>Requests for time stamps, and the tokens in their answers (RFC 3161, sections 2.4.1 and 2.4.2). What is stamped is the hash of a record, and with it everything before.</summary>
public static class TimeStamp
{
    /// <summary>Media type of a request.</summary>
    public const string RequestType = "application/timestamp-query";

    /// <summary>Media type of an answer.</summary>
    public const string AnswerType = "application/timestamp-reply";

    /// <summary>A request for a stamp on a record, in DER; it asks for the authority's certificate, without which nobody could check the token offline.</summary>
    public static byte[] Request(CustodyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Rfc3161TimestampRequest.CreateFromHash(Convert.FromHexString(record.Hash), HashAlgorithmName.SHA256, requestSignerCertificates: true).Encode();
    }

    /// <summary>The token in an answer, in DER, or the token itself when that is what is given.</summary>
    /// <exception cref="FormatException">There is none; the message says what the authority said, or what is wrong.</exception>
    public static byte[] TokenOf(ReadOnlyMemory<byte> answer)
    {
        if (Rfc3161TimestampToken.TryDecode(answer, out _, out var length) && length == answer.Length)
            return answer.ToArray();
        try
        {
            var outer = new AsnReader(answer, AsnEncodingRules.BER).ReadSequence();
            var status = outer.ReadSequence();
            var granted = status.TryReadInt32(out var code) && code is 0 or 1; // granted, granted with changes
            if (!granted)
                throw new FormatException($"the authority refused: {Words(status)} (status {code})");
            if (!outer.HasData)
                throw new FormatException("the answer says that a stamp was granted and holds none");
            var token = outer.ReadEncodedValue();
            return Rfc3161TimestampToken.TryDecode(token, out _, out _) ? token.ToArray() : throw new FormatException("what stands in the place of the token is none");
        }
        catch (Exception fault) when (fault is AsnContentException or CryptographicException)
        {
            throw new FormatException("it is no answer of a time-stamping authority (RFC 3161)", fault);
        }
    }

    /// <summary>The record a token speaks of; null when it is none of these.</summary>
    public static CustodyRecord? RecordOf(ReadOnlyMemory<byte> token, IReadOnlyList<CustodyRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Rfc3161TimestampToken.TryDecode(token, out var read, out _) && Convert.ToHexStringLower(read.TokenInfo.GetMessageHash().Span) is var hash ? records.FirstOrDefault(record => record.Hash == hash) : null;
    }

    // the authority's own words, where it gives some
    private static string Words(AsnReader status)
    {
        if (!status.HasData || !status.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            return "it gives no reason";
        var words = status.ReadSequence();
        var text = words.HasData ? words.ReadCharacterString(UniversalTagNumber.UTF8String) : "";
        return text.Length == 0 ? "it gives no reason" : Model.PrintableText.Line(text, 200);
    }
}
