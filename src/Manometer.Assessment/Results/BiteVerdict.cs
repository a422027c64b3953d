namespace Manometer.Assessment;

/// <summary>First verdict: did pressure rise where the measures aim because of them? It says nothing of whether the measures reached their purpose.</summary>
public sealed record BiteVerdict
{
    /// <summary>Probability under the case's own priors, 0..1; null where nothing can be said, the range then being 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Smallest probability over the set of priors and temperings, and over reporting that depends on the pressure where that was computed.</summary>
    public required double Low { get; init; }

    /// <summary>Largest probability over the same.</summary>
    public required double High { get; init; }

    /// <summary>Does the case state priors of its own? Otherwise the usual ones are taken.</summary>
    public bool PriorsStated { get; init; }

    /// <summary>The word of ICD 203 when the whole range lies in one of its bands; else <c>not settled</c>, <c>not identifiable from these data</c>, or <c>nothing can be said</c>.</summary>
    public required string Word { get; init; }

    /// <summary>The word over priors and temperings alone, with which the verdict without a part of the record is compared.</summary>
    public required string PlainWord { get; init; }

    /// <summary>Does the range hold the readings in which the number of reports depends on the pressure? Kept results of earlier versions do not.</summary>
    public bool WithSelection { get; init; }

    /// <summary>The word the base probability alone would take. No verdict: it shows what the range hides.</summary>
    public string? BaseWord { get; init; }
}
