using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>What the commands that seal a custody log share.</summary>
internal static class SealInput
{
    /// <summary>The last record of a log that holds; null, with the faults told, where there is none.</summary>
    public static CustodyRecord? Last(string folder)
    {
        var found = CustodyCheck.Verify(folder);
        Faults.Print([.. found.Diagnostics.Where(one => one.Severity == Severity.Error)], Console.Error, Terminal.ErrorColour);
        if (!found.HasErrors && found.Records.Count > 0)
            return found.Records[^1];
        Console.Error.WriteLine($"manometer: {folder}: only a custody log that holds can be sealed; see ./manometer verify {folder}");
        return null;
    }

    /// <summary>Keeps a seal beside the log and says what it is.</summary>
    public static int Keep(string folder, CustodyRecord record, byte[] seal, SealKind kind)
    {
        var (path, diagnostics) = CustodyCheck.Seal(folder, record, seal, kind);
        Faults.Print(diagnostics, Console.Error, Terminal.ErrorColour);
        if (path is null)
            return ExitCode.Faulty;
        var held = CustodyCheck.Verify(folder).Seals.First(one => one.File == path);
        Console.Out.WriteLine($"{path}: {Words(held)}");
        return ExitCode.Done;
    }

    /// <summary>A file the user named; null, told, where it cannot be read.</summary>
    public static byte[]? Bytes(string path)
    {
        try
        {
            return new FileInfo(path).Length <= 1 << 20 ? File.ReadAllBytes(path) : throw new IOException("it is larger than 1 MB");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"manometer: {path} cannot be read: {fault.Message}");
            return null;
        }
    }

    /// <summary>What a seal says, in a line.</summary>
    public static string Words(CustodySeal seal) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"record {seal.Record.Sequence} {(seal.Kind == SealKind.TimeStamp ? $"was there by {seal.Time:yyyy-MM-dd HH:mm:ss} UTC, says {seal.Name}" : $"is signed by {seal.Name}{(seal.Time is { } at ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {at:yyyy-MM-dd HH:mm:ss} UTC by the signer's clock") : "")}")} (certificate {seal.Fingerprint[..16]}...{seal.Trusted switch { true => ", trusted", false => ", not trusted", _ => "" }})");
}
