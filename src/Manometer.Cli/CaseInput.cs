using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>Reads a case for a command that assesses it; one with errors is answered with them.</summary>
internal static class CaseInput
{
    public static CaseReading? Read(string folder)
    {
        Terminal.Progress($"reading {folder}");
        var reading = CaseFolder.Read(folder);
        Terminal.Progress(null);
        if (reading.Case is not null && reading.Diagnostics.All(one => one.Severity != Severity.Error))
        {
            Interrupt.Token.ThrowIfCancellationRequested();
            return reading;
        }

        Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
        Console.Error.WriteLine();
        Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; a case with errors is not assessed.");
        return null;
    }
}
