namespace Manometer.Cases;

/// <summary>What the note of a report says of its capture.</summary>
public static class CaptureNote
{
    private const string Mark = "encoding of the capture: ";

    /// <summary>The note that a capture needs an encoding.</summary>
    public static string Charset(string name) => Mark + name;

    /// <summary>The encoding a note names; null when it names none.</summary>
    public static string? CharsetIn(string? note)
    {
        var at = note?.IndexOf(Mark, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : note![(at + Mark.Length)..].Split(';')[0].Trim();
    }
}
