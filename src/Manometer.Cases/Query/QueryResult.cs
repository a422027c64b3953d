namespace Manometer.Cases;

/// <summary>What a statement returned.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Rows; a missing value is null.</param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
