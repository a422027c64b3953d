using Manometer.Model;

namespace Manometer.Coding;

/// <summary>An observation a report seems to hold, for an analyst to accept or correct.</summary>
public sealed record Proposal
{
    /// <summary>The report.</summary>
    public required string ReportId { get; init; }

    /// <summary>Offset of the first UTF-16 unit of the passage in the text of the report.</summary>
    public required int Start { get; init; }

    /// <summary>Offset behind its last.</summary>
    public required int End { get; init; }

    /// <summary>The passage.</summary>
    public required string Quote { get; init; }

    /// <summary>When, in EDTF; approximate (<c>~</c>) when only the date of publication tells. Null when nothing does.</summary>
    public string? Date { get; init; }

    /// <summary>Where, as the text names it; null when it does not.</summary>
    public string? Place { get; init; }

    /// <summary>Its identifier in the gazetteer.</summary>
    public string? PlaceId { get; init; }

    /// <summary>Sector, a word of the taxonomy.</summary>
    public required string Sector { get; init; }

    /// <summary>Group, a word of the taxonomy; null when none is told.</summary>
    public string? Group { get; init; }

    /// <summary>Indicator, a word of the taxonomy.</summary>
    public required string Indicator { get; init; }

    /// <summary>Where the indicator went.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How much; null when it is not told. Signed by nothing: the direction says which way.</summary>
    public QuantityMention? Magnitude { get; init; }

    /// <summary>To what the report ties it.</summary>
    public Attribution Attribution { get; init; } = Attribution.None;

    /// <summary>How firmly.</summary>
    public CauseGrade Cause { get; init; }

    /// <summary>Offset of the words that say so; -1 when there are none.</summary>
    public int CauseStart { get; init; } = -1;

    /// <summary>Offset behind them.</summary>
    public int CauseEnd { get; init; } = -1;

    /// <summary>How it is meant.</summary>
    public ClaimMode Mode { get; init; }

    /// <summary>Who tells it, from the first witness to the outlet.</summary>
    public IReadOnlyList<string> Sourcing { get; init; } = [];

    /// <summary>Probability that an analyst would accept it as it stands in sector and passage, 0..1. Of what only a model proposed: what the weights of the rules give to what the rules see of it, which nothing has calibrated.</summary>
    public required double Probability { get; init; }

    /// <summary>Who proposed it; the rules by default.</summary>
    public ProposalOrigin By { get; init; } = ProposalOrigin.Rules;

    /// <summary>Name of the model that proposed it, or said the same; null when none did.</summary>
    public string? ByModel { get; init; }

    /// <summary>Fields, by their names in the JSON, in which a model that said the same said otherwise, with what it said; none by default.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ModelSays { get; init; } = [];

    /// <summary>What the rules saw of it, words of <c>weights.csv</c>; empty where the learned part drafted it.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The grade in the words of the tables; null when there is none to tell.</summary>
    public AttributionGrade? Grade => Cause switch
    {
        CauseGrade.Asserted or CauseGrade.Reported or CauseGrade.Contributing => AttributionGrade.Asserted,
        CauseGrade.Inferred => AttributionGrade.Inferred,
        CauseGrade.Temporal => AttributionGrade.Concurrent,
        CauseGrade.Denied => AttributionGrade.Denied,
        _ => null,
    };

    /// <summary>The polarity in the words of the tables. What is feared is hypothetical; what once was is asserted of its own time.</summary>
    public Polarity Polarity => PolarityOf(Mode);

    internal static Polarity PolarityOf(ClaimMode mode) => mode switch
    {
        ClaimMode.Negated => Polarity.Negated,
        ClaimMode.Hypothetical or ClaimMode.Feared => Polarity.Hypothetical,
        ClaimMode.Forecast => Polarity.Forecast,
        _ => Polarity.Asserted,
    };
}
