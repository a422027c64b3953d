namespace Manometer.Inference;

/// <summary>How long and how much a model may answer, and the key; no record, which would print it.</summary>
public sealed class EndpointOptions
{
    /// <summary>Time one answer may take, from the question to its last byte; 2 minutes by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes an answer may have, unpacked; 1 MB by default.</summary>
    public int Largest { get; init; } = 1 << 20;

    /// <summary>Key sent as a bearer's; null sends none.</summary>
    public string? Key { get; init; }
}
