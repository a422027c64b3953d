namespace Manometer.Assessment;

/// <summary>The pressure index of a line in a month, in logits above its own mean over the baseline months. Above 0 is more pressure than then.</summary>
public sealed record PressureRow
{
    /// <summary>Sector the line is of; null for another line.</summary>
    public string? Sector { get; init; }

    /// <summary>Place the line is of; null for another line.</summary>
    public string? Place { get; init; }

    /// <summary>Group the line is of; null for another line. A row with neither sector, place nor group is of the whole.</summary>
    public string? Group { get; init; }

    /// <summary>Month, <c>yyyy-MM</c>.</summary>
    public required string Month { get; init; }

    /// <summary>Posterior mean.</summary>
    public required double Mean { get; init; }

    /// <summary>Posterior standard deviation.</summary>
    public required double Sd { get; init; }

    /// <summary>Lower end of the central 50 % interval.</summary>
    public required double Low50 { get; init; }

    /// <summary>Upper end of the central 50 % interval.</summary>
    public required double High50 { get; init; }

    /// <summary>Lower end of the central 90 % interval.</summary>
    public required double Low90 { get; init; }

    /// <summary>Upper end of the central 90 % interval.</summary>
    public required double High90 { get; init; }

    /// <summary>Posterior mean had pressure silenced reports, their number falling by two fifths with each logit; of the whole and the sectors only, else null.</summary>
    public double? MeanIfSilencing { get; init; }

    /// <summary>Posterior mean had pressure made people report, their number growing by two thirds with each logit; of the whole and the sectors only, else null.</summary>
    public double? MeanIfSpurring { get; init; }

    /// <summary>Independent origins whose reports speak of this line in this month; 0 where the band rests on other months alone.</summary>
    public required int Origins { get; init; }
}
