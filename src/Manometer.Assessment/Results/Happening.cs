namespace Manometer.Assessment;

/// <summary>What two observations or more tell of, and how many independent witnesses it has.</summary>
public sealed record Happening
{
    /// <summary>The coder's name, else <c>like-</c> and the first observation in order of its identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Observations that tell of it, in order of time.</summary>
    public required IReadOnlyList<string> Observations { get; init; }

    /// <summary>Independent origins they rest on.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Reports they stand in.</summary>
    public required int Reports { get; init; }

    /// <summary>How it was put together: <c>coder</c>, <c>decision</c>, <c>odds</c>, or several of them.</summary>
    public required IReadOnlyList<string> By { get; init; }
}
