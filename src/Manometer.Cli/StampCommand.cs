using System.CommandLine;
using Manometer.Capture;
using Manometer.Cases;

namespace Manometer.Cli;

/// <summary><c>stamp CASE</c>: has a time-stamping authority say that the custody log was there by now.</summary>
internal static class StampCommand
{
    public static Command Build()
    {
        var folder = CaseArgument.Create();
        var authority = new Option<string?>("--authority") { Description = "Address of a time-stamping authority (RFC 3161), which is sent the hash of the last record and nothing else", HelpName = "URL" };
        var request = new Option<string?>("--request") { Description = "Write the request to a file instead, to be sent from elsewhere", HelpName = "FILE.tsq" };
        var answer = new Option<string?>("--answer") { Description = "Keep the authority's answer to such a request", HelpName = "FILE.tsr" };
        var command = new Command("stamp", "Have an authority say that the custody log was there by now: a time stamp on its last record") { folder, authority, request, answer };
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(authority), result.GetValue(request), result.GetValue(answer) }.Count(one => one is not null) != 1)
                result.AddError("say one of --authority URL, --request FILE and --answer FILE.");
            else if (result.GetValue(authority) is { } at && !(Uri.TryCreate(at, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
                result.AddError($"--authority is an address such as https://tsa.example/stamp; '{at}' is none.");
        });
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(folder)!, parsed.GetValue(authority), parsed.GetValue(request), parsed.GetValue(answer)));
        Examples.Teach(command, "Examples:", "./manometer stamp my-case --authority https://freetsa.org/tsr", "./manometer stamp my-case --request head.tsq && curl -H 'Content-Type: application/timestamp-query' --data-binary @head.tsq URL > head.tsr && ./manometer stamp my-case --answer head.tsr", "Check it: ./manometer verify my-case, or openssl ts -verify (docs/custody.md).");
        return command;
    }

    private static async Task<int> Run(string folder, string? authority, string? request, string? answer)
    {
        if (answer is not null)
            return Kept(folder, answer);
        if (SealInput.Last(folder) is not { } record)
            return ExitCode.Faulty;
        var asked = TimeStamp.Request(record);
        if (request is not null)
        {
            AtomicFile.Write(request, asked);
            Console.Out.WriteLine($"{request}: a request for a stamp on record {record.Sequence}. Send it to an authority as {TimeStamp.RequestType}, then: ./manometer stamp {folder} --answer FILE");
            return ExitCode.Done;
        }

        Terminal.Progress($"asking {authority}");
        try
        {
            var token = TimeStamp.TokenOf(await Posting.Send(new Uri(authority!), asked, TimeStamp.RequestType, Interrupt.Token));
            Terminal.Progress(null);
            return SealInput.Keep(folder, record, token, SealKind.TimeStamp);
        }
        catch (Exception fault) when (fault is IOException or FormatException)
        {
            Terminal.Progress(null);
            Console.Error.WriteLine($"manometer: no time stamp: {fault.Message}");
            return ExitCode.Faulty;
        }
    }

    private static int Kept(string folder, string answer)
    {
        if (SealInput.Bytes(answer) is not { } bytes)
            return ExitCode.Usage;
        try
        {
            var token = TimeStamp.TokenOf(bytes);
            var records = CustodyCheck.Verify(folder).Records;
            if (TimeStamp.RecordOf(token, records) is { } record)
                return SealInput.Keep(folder, record, token, SealKind.TimeStamp);
            Console.Error.WriteLine($"manometer: {answer} stamps no record of the custody log of {folder}; was it asked for another case?");
        }
        catch (FormatException fault)
        {
            Console.Error.WriteLine($"manometer: {answer}: {fault.Message}");
        }

        return ExitCode.Faulty;
    }
}
