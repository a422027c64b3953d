using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>Time stamps and signatures beside the custody log.</summary>
public sealed class SealTests : IDisposable
{
    private readonly Ledger _ledger = new();

    public SealTests()
    {
        _ledger.Record("taken over");
        _ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-11,Tarde falls,gazette.example/1\n");
        _ledger.Record("month corrected");
    }

    public void Dispose() => _ledger.Dispose();

    private CustodyRecord Last => _ledger.Verify().Records[^1];

    [Fact]
    public void A_time_stamp_says_that_the_record_was_there_by_a_time()
    {
        var at = _ledger.Clock.Now.AddMinutes(2);
        var token = TimeStamp.TokenOf(TestAuthority.Answer(TimeStamp.Request(Last), at));

        var (file, faults) = CustodyCheck.Seal(_ledger.Folder, Last, token, SealKind.TimeStamp);

        Assert.Empty(faults);
        var seal = Assert.Single(_ledger.Verify().Seals);
        Assert.Equal((file, SealKind.TimeStamp, 2, at, "CN=Test authority", (bool?)null), (seal.File, seal.Kind, seal.Record.Sequence, seal.Time, seal.Name, seal.Trusted));
        Assert.Equal(TestAuthority.Certificate.GetCertHashString(HashAlgorithmName.SHA256), seal.Fingerprint, ignoreCase: true);
    }

    [Fact]
    public void A_signature_says_who_answers_for_the_log()
    {
        using var signer = Signing.Certificate(NewKey(), null, "J. Doe", _ledger.Clock.Now);

        CustodyCheck.Seal(_ledger.Folder, Last, Signing.Sign(Last, signer, _ledger.Clock.Now), SealKind.Signature);

        var seal = Assert.Single(_ledger.Verify().Seals);
        Assert.Equal((SealKind.Signature, 2, (DateTimeOffset?)_ledger.Clock.Now, "CN=J. Doe"), (seal.Kind, seal.Record.Sequence, seal.Time, seal.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Trust_is_told_when_it_is_asked_for(bool right)
    {
        CustodyCheck.Seal(_ledger.Folder, Last, TestAuthority.Token(Last.Hash, _ledger.Clock.Now), SealKind.TimeStamp);

        var found = CustodyCheck.Verify(_ledger.Folder, trust: [right ? TestAuthority.Certificate : TestAuthority.Made("CN=Another")]);

        Assert.Equal(right, Assert.Single(found.Seals).Trusted);
        Assert.Equal(right ? [] : ["MAN0823"], found.Diagnostics.Select(fault => fault.Code));
        Assert.False(found.HasErrors);
    }

    [Fact]
    public void A_log_written_anew_has_not_the_stamped_record()
    {
        CustodyCheck.Seal(_ledger.Folder, Last, TestAuthority.Token(Last.Hash, _ledger.Clock.Now), SealKind.TimeStamp);
        using var signer = Signing.Certificate(NewKey(), null, "J. Doe", _ledger.Clock.Now);
        CustodyCheck.Seal(_ledger.Folder, Last, Signing.Sign(Last, signer, _ledger.Clock.Now), SealKind.Signature);
        foreach (var file in (string[])["custody.jsonl", "custody.head"])
            File.Delete(_ledger.PathOf(file));
        foreach (var detail in Directory.EnumerateFiles(_ledger.PathOf("custody"), "*.json"))
            File.Delete(detail);

        _ledger.Record("as if it had always been so");

        Assert.Equal(["MAN0821", "MAN0821"], _ledger.Codes());
    }

    [Fact]
    public void A_later_record_leaves_the_seals_of_earlier_ones_standing()
    {
        CustodyCheck.Seal(_ledger.Folder, Last, TestAuthority.Token(Last.Hash, _ledger.Clock.Now), SealKind.TimeStamp);
        _ledger.Write("reports.csv", "id,source,published,title,url\nr-1,gazette,2021-12,Tarde falls,gazette.example/1\n");
        _ledger.Record("month corrected again");

        Assert.Equal(2, Assert.Single(_ledger.Verify().Seals).Record.Sequence);
        Assert.Empty(_ledger.Codes());
    }

    [Theory]
    [InlineData(SealKind.TimeStamp)]
    [InlineData(SealKind.Signature)]
    public void A_flipped_bit_never_gives_another_name_time_or_record(SealKind kind)
    {
        using var signer = Signing.Certificate(NewKey(), null, "J. Doe", _ledger.Clock.Now);
        var whole = kind == SealKind.TimeStamp ? TestAuthority.Token(Last.Hash, _ledger.Clock.Now) : Signing.Sign(Last, signer, _ledger.Clock.Now);
        var records = _ledger.Verify().Records;
        var path = CustodySeals.PathOf(Last, whole, kind == SealKind.TimeStamp ? CustodySeals.StampEnding : CustodySeals.SignatureEnding);
        var right = CustodySeals.Check(path, whole, records, null, new FaultList("case"))!;

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 7]).Sample((at, bit) =>
        {
            var broken = whole.ToArray();
            broken[at] ^= (byte)(1 << bit);
            var faults = new FaultList("case");
            var seal = CustodySeals.Check(path, broken, records, null, faults);
            Assert.True(seal is null ? faults.Count > 0 : seal == right); // a bit that says nothing may be flipped
        }, iter: 2_000);
    }

    [Fact]
    public void What_is_no_seal_is_told_and_never_throws() => Gen.Byte.Array[0, 600].Sample(bytes =>
    {
        foreach (var ending in (string[])[CustodySeals.StampEnding, CustodySeals.SignatureEnding])
        {
            var faults = new FaultList("case");
            Assert.Null(CustodySeals.Check("custody/seals/x" + ending, bytes, [], null, faults));
            Assert.Equal("MAN0820", Assert.Single(faults.InOrder()).Code);
        }

        Assert.Throws<FormatException>(() => TimeStamp.TokenOf(bytes));
    }, iter: 5_000);

    [Fact]
    public void A_refusal_says_why() => Assert.Equal("the authority refused: hash not taken (status 2)", Assert.Throws<FormatException>(() => TimeStamp.TokenOf(TestAuthority.Refusal("hash not taken"))).Message);

    [Fact]
    public void A_key_that_is_none_is_told()
    {
        Assert.Throws<FormatException>(() => Signing.Certificate("no key", null, "J. Doe", _ledger.Clock.Now));
        Assert.Throws<FormatException>(() => Signing.Certificate(NewKey(), TestAuthority.Certificate.ExportCertificatePem(), "", _ledger.Clock.Now)); // of another key
    }

    /// <summary>A second program, which shares no line with this one, agrees.</summary>
    [Fact]
    public void Openssl_agrees()
    {
        Assert.SkipUnless(HasOpenssl(), "openssl is not on this machine");
        var (stamp, _) = CustodyCheck.Seal(_ledger.Folder, Last, TestAuthority.Token(Last.Hash, DateTimeOffset.UtcNow), SealKind.TimeStamp);
        using var signer = Signing.Certificate(NewKey(), null, "J. Doe", _ledger.Clock.Now);
        var (signature, _) = CustodyCheck.Seal(_ledger.Folder, Last, Signing.Sign(Last, signer, _ledger.Clock.Now), SealKind.Signature);
        File.WriteAllText(_ledger.PathOf("trust.pem"), TestAuthority.Certificate.ExportCertificatePem());

        Assert.Contains("Verification: OK", Openssl("ts", "-verify", "-digest", Last.Hash, "-in", stamp!, "-token_in", "-CAfile", "trust.pem", "-partial_chain"), StringComparison.Ordinal);
        Assert.Contains("successful", Openssl("cms", "-verify", "-binary", "-inform", "DER", "-in", signature!, "-content", "custody.head", "-noverify"), StringComparison.OrdinalIgnoreCase);
        File.WriteAllText(_ledger.PathOf("custody.head"), $"2 {new string('a', 64)}\n");
        Assert.Contains("failure", Openssl("cms", "-verify", "-binary", "-inform", "DER", "-in", signature!, "-content", "custody.head", "-noverify"), StringComparison.OrdinalIgnoreCase);
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static bool HasOpenssl()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", "version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private string Openssl(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _ledger.Folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return output.Result + errors;
    }
}
