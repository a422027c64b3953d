using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary><c>sign CASE</c>: signs the custody log up to its last record.</summary>
internal static class SignCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var key = new Option<string>("--key") { Description = "Private key in PEM, of an elliptic curve or RSA, without a password", Required = true, HelpName = "FILE" };
        var certificate = new Option<string?>("--certificate") { Description = "Its certificate in PEM; without it one is made for the key, which nobody vouches for", HelpName = "FILE" };
        var who = new Option<string?>("--who") { Description = "Whom a made certificate names; wanted without --certificate", HelpName = "NAME" };
        var command = new Command("sign", "Sign the custody log up to its last record: a detached signature beside it") { folder, key, certificate, who };
        command.Validators.Add(result =>
        {
            if (result.GetValue(certificate) is null && string.IsNullOrWhiteSpace(result.GetValue(who)))
                result.AddError("without --certificate, --who says whom the signature names.");
        });
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(key)!, parsed.GetValue(certificate), parsed.GetValue(who)));
        Examples.Teach(command, "Examples:", "openssl ecparam -genkey -name prime256v1 -noout -out key.pem && ./manometer sign my-case --key key.pem --who \"J. Doe\"", "./manometer sign my-case --key key.pem --certificate certificate.pem", "Keep the key out of the case. Tell the fingerprint that is printed to those who are to check: a name in a certificate is only what its maker wrote.");
        return command;
    }

    private static int Run(string folder, string key, string? certificate, string? who)
    {
        if (SealInput.Last(folder) is not { } record)
            return ExitCode.Faulty;
        if (SealInput.Bytes(key) is not { } keyText || (certificate is null ? [] : SealInput.Bytes(certificate)) is not { } certificateText)
            return ExitCode.Usage;
        var now = TimeProvider.System.GetUtcNow();
        try
        {
            using var signer = Signing.Certificate(Encoding.UTF8.GetString(keyText), certificate is null ? null : Encoding.UTF8.GetString(certificateText), who ?? "", now);
            return SealInput.Keep(folder, record, Signing.Sign(record, signer, now), SealKind.Signature);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            Console.Error.WriteLine($"manometer: {key}: {fault.Message}");
            return ExitCode.Faulty;
        }
    }
}
