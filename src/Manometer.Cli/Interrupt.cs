namespace Manometer.Cli;

/// <summary>Ctrl+C, as the commands see it.</summary>
internal static class Interrupt
{
    public static CancellationToken Token { get; set; }
}
