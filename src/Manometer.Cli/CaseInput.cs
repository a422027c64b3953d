using Manometer.Cases;
using Manometer.Model;

namespace Manometer.Cli;

/// <summary>Reads a case for a command that assesses it; one with errors is answered with them.</summary>
internal static class CaseInput
{
    /// <summary>Reads a case as far as it can be read, for a command by which the errors may be mended, as by taking the faulty rows back; says how many there are.</summary>
    public static CaseReading? ReadAsFar(string folder)
    {
        var reading = Told(folder);
        if (reading.Case is null)
            return Refuse(folder, reading);
        if (reading.HasErrors)
            Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; ./manometer check {folder} tells them.");
        Interrupt.Token.ThrowIfCancellationRequested();
        return reading;
    }

    public static CaseReading? Read(string folder)
    {
        var reading = Told(folder);
        if (reading.Case is not null && reading.Diagnostics.All(one => one.Severity != Severity.Error))
        {
            Interrupt.Token.ThrowIfCancellationRequested();
            return reading;
        }

        return Refuse(folder, reading);
    }

    private static CaseReading Told(string folder)
    {
        Terminal.Progress($"reading {folder}");
        var reading = CaseFolder.Read(folder);
        Terminal.Progress(null);
        return reading;
    }

    private static CaseReading? Refuse(string folder, CaseReading reading)
    {
        Faults.Print(reading.Diagnostics, Console.Error, Terminal.ErrorColour);
        Console.Error.WriteLine();
        Console.Error.WriteLine($"{folder}: {Faults.Count(reading.Diagnostics)}; a case with errors is not worked on.");
        return null;
    }
}
