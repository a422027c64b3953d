namespace Manometer.Assessment;

/// <summary>How far a source is right, by its letter and by what others say of the same happenings. Neither overwrites the other.</summary>
public sealed record SourceTrust
{
    /// <summary>Share of its reports that follow the state, by its Admiralty letter.</summary>
    public required double Prior { get; init; }

    /// <summary>Its statements on happenings that another origin speaks of too; statements of one origin on one happening share one vote.</summary>
    public required double Judged { get; init; }

    /// <summary>Of these the number expected to be right, by what the others say.</summary>
    public required double Right { get; init; }

    /// <summary>Share after the data: the mean of a beta distribution that begins at the letter with the weight of ten statements.</summary>
    public required double Mean { get; init; }

    /// <summary>Lower end of the 90 % interval.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the 90 % interval.</summary>
    public required double High { get; init; }
}
