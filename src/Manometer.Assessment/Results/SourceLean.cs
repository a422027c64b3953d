namespace Manometer.Assessment;

/// <summary>What the model found of a source: how far it reports more than the state warrants, and how often it follows the state at all.</summary>
public sealed record SourceLean
{
    /// <summary>Identifier of the source; of the selector, where a selector with a declared lean brought the report in.</summary>
    public required string Source { get; init; }

    /// <summary>Reports of it that carry weight in the model.</summary>
    public required int Reports { get; init; }

    /// <summary>Lean in logits; above 0 it reports more pressure than the state warrants. Only differences between sources are known.</summary>
    public required double Lean { get; init; }

    /// <summary>Lower end of the central 90 % interval of the lean.</summary>
    public required double Low90 { get; init; }

    /// <summary>Upper end of the central 90 % interval of the lean.</summary>
    public required double High90 { get; init; }

    /// <summary>Share of its reports that follow the state, 0..1: posterior mean.</summary>
    public required double Reliability { get; init; }

    /// <summary>The same before the reports were read: the mean its Admiralty letter stands for.</summary>
    public required double ReliabilityPrior { get; init; }
}
