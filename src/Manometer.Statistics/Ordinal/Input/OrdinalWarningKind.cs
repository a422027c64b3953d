namespace Manometer.Statistics;

/// <summary>What limits an answer of the model.</summary>
public enum OrdinalWarningKind
{
    /// <summary>Every cell with reports is aimed at by the interventions: their effect cannot be told from the common movement.</summary>
    NotIdentifiable,

    /// <summary>The data narrowed the mean effect by less than a fifth: no news.</summary>
    NoNews,

    /// <summary>One source only: its lean cannot be told from the level.</summary>
    OneSource,

    /// <summary>Fewer than ten reports carry weight.</summary>
    FewReports,

    /// <summary>All reports speak of one month: nothing can be said of movement.</summary>
    OneMonth,

    /// <summary>No report lies before the first intervention: the effect rests on assumptions about the earlier level.</summary>
    NothingBefore,

    /// <summary>No report lies after the first intervention.</summary>
    NothingAfter,

    /// <summary>No report names its origin; an assumed sd of shared origin widens the bands.</summary>
    OriginsUnknown,

    /// <summary>Too few events with three origins to tell shared events from unreliable sources; the two share what they explain.</summary>
    EventsWeak,

    /// <summary>Sources of one origin-poor record: one source holds more than half of the weight.</summary>
    OneSourceDominates,

    /// <summary>A scale was held at the end of its range.</summary>
    ScaleAtEdge,

    /// <summary>A reported number has a skewed distribution; its band is approximate.</summary>
    Skewed,

    /// <summary>The reliability mixture stopped at its largest number of rounds.</summary>
    MixtureNotSettled,

    /// <summary>More than 500 origins span several months; the smallest are counted to their sources.</summary>
    OriginsFolded,

    /// <summary>Two ways of computing a Bayes factor disagree by more than 0.5 in its logarithm; none is given.</summary>
    RoutesDisagree,
}
