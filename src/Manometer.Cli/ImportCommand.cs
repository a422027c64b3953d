using System.CommandLine;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary><c>import CASE FILE</c>: adds another program's evidence matrix to a case.</summary>
internal static class ImportCommand
{
    private const long LargestFile = 64L << 20;

    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var file = new Argument<string>("FILE") { Description = "Matrix of another program: an ACHZ file (or its XML), or a JSON dump of Open Synthesis" };
        var format = new Option<string?>("--format") { Description = "achz or open-synthesis; default by the file's ending", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. MatrixExchange.Formats]);
        var analyst = new Option<string>("--analyst") { Description = "Who judged, where the file does not say", DefaultValueFactory = _ => "imported", HelpName = "NAME" };
        var who = CustodyWriting.WhoIfLogged();
        var command = new Command("import", "Add the evidence matrix of another program to matrix.csv of a case") { folder, file, format, analyst, who };
        command.SetAction(parsed => Run(parsed.GetValue(folder)!, parsed.GetValue(file)!, parsed.GetValue(format), parsed.GetValue(analyst)!, parsed.GetValue(who)));
        Examples.Teach(command, "Example:", "./manometer import my-case matrix.achz --analyst jd");
        return command;
    }

    private static int Run(string folder, string file, string? format, string analyst, string? who)
    {
        if (string.IsNullOrWhiteSpace(analyst))
            return Refuse("--analyst is empty; name who judged.");
        if (!File.Exists(file))
            return Refuse($"there is no file {file}.");
        if (new FileInfo(file).Length > LargestFile)
            return Refuse($"{file} is larger than {LargestFile >> 20} MB.");
        var reading = CaseFolder.Read(folder);
        if (reading.Case is not { } @case || reading.HasErrors)
        {
            Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
            Console.Error.WriteLine();
            Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; nothing is added to a case with errors.");
            return ExitCode.Faulty;
        }

        var kind = (format ?? (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "open-synthesis" : "achz")) == "achz" ? MatrixFormat.Achz : MatrixFormat.OpenSynthesis;
        string text, hash;
        try
        {
            var bytes = File.ReadAllBytes(file);
            (text, hash) = (Text(bytes), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (InvalidDataException fault)
        {
            return Refuse($"{file} cannot be unpacked: {fault.Message}");
        }

        var import = MatrixExchange.Read(text, kind, @case, analyst);
        foreach (var fault in import.Faults)
            Console.Error.WriteLine($"{file}: {fault}");
        if (import.Rows.Count == 0)
        {
            Console.Error.WriteLine($"{file}: nothing to add; {folder} is as it was.");
            return ExitCode.Faulty;
        }

        @case = @case with { Matrix = [.. @case.Matrix, .. import.Rows], Extras = [.. @case.Extras.Select(extra => extra.File == "matrix.csv" ? extra with { Values = [.. extra.Values, .. import.Rows.Select(_ => "")] } : extra)] };
        return CustodyWriting.Logged(folder, who, by => new CustodyEntry(CustodyAct.Code, by, $"matrix of {analyst} taken over") { Inputs = [new CustodyItem("import", Path.GetFileName(file), hash)] }, () =>
        {
            CaseFolder.WriteMatrix(@case, folder);
            CaseFolder.WriteDescription(CaseFolder.Read(folder).Case ?? @case, folder);
            Console.Out.WriteLine($"Added {import.Rows.Count} rows to {Path.Combine(folder, "matrix.csv")}.");
            return ExitCode.Done;
        });
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine($"manometer: {why}");
        return ExitCode.Usage;
    }

    // an ACHZ file is UTF-16 text packed with gzip; its XML alone may be in either form
    private static string Text(byte[] bytes)
    {
        if (bytes is [0x1F, 0x8B, ..])
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = packed.Read(buffer)) > 0;)
            {
                whole.Write(buffer, 0, read);
                if (whole.Length > LargestFile)
                    throw new InvalidDataException($"it unpacks to more than {LargestFile >> 20} MB");
            }

            bytes = whole.ToArray();
        }

        return bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            [(byte)'<', 0, ..] => Encoding.Unicode.GetString(bytes),
            [0, (byte)'<', ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ => Encoding.UTF8.GetString(bytes),
        };
    }
}
