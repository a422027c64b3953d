namespace Manometer.Assessment;

/// <summary>How many steps point which way, descriptively.</summary>
/// <remarks>An origin with two worsening steps of three counts as two thirds of one origin: copies and repetition do not narrow the interval. The interval is Beta(k + 1/2, n - k + 1/2) with n origins (Brown, Cai and DasGupta 2001, section 3.1.2).</remarks>
public sealed record Balance
{
    /// <summary>Observations whose step is above 0.</summary>
    public required int Worsened { get; init; }

    /// <summary>Observations whose step is 0.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Observations whose step is below 0.</summary>
    public required int Eased { get; init; }

    /// <summary>Independent origins among them.</summary>
    public required int Origins { get; init; }

    /// <summary>Mean over origins of each origin's share of worsening steps, 0..1. Descriptive: it is no probability that pressure grew.</summary>
    public required double Share { get; init; }

    /// <summary>Lower end of the central 50 % Jeffreys interval of the share, each origin counting once.</summary>
    public required double Low50 { get; init; }

    /// <summary>Upper end of the central 50 % interval.</summary>
    public required double High50 { get; init; }

    /// <summary>Lower end of the central 90 % interval.</summary>
    public required double Low90 { get; init; }

    /// <summary>Upper end of the central 90 % interval.</summary>
    public required double High90 { get; init; }
}
