namespace Manometer.Capture;

/// <summary>How politely and how long the network is asked.</summary>
public sealed record FetchOptions
{
    /// <summary>May hosts of private networks, and this machine itself, be asked? False by default: a link in a feed must not reach them.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Time between two requests to one host; 1 second by default. A longer Crawl-delay of the site is kept, up to 30 seconds.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Times a request that failed for the moment is made again; 3 by default.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Wait before the first repetition, doubled before each further one; 2 seconds by default.</summary>
    public TimeSpan BackOff { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time an answer may take, body included; 60 seconds by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes an answer may have, unpacked; 32 MB by default.</summary>
    public int Largest { get; init; } = CaptureReader.LargestDocument;

    /// <summary>What the program calls itself.</summary>
    public string Agent { get; init; } = "manometer";
}
