namespace Manometer.Cli;

/// <summary>A word on the command line that the data does not know; ends the command with a message and this code.</summary>
internal sealed class WrongWordException(string message, int code) : Exception(message)
{
    public int Code { get; } = code;
}
