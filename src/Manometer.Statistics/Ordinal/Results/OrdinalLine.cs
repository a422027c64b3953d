namespace Manometer.Statistics;

/// <summary>A line of the index: a weighted combination of cells.</summary>
/// <param name="Name">Name in results.</param>
/// <param name="Cells">Cells with weights, used as they are: weights that sum to 1 give a mean, a difference of means has weights that sum to 0.</param>
public sealed record OrdinalLine(string Name, IReadOnlyList<CellWeight> Cells)
{
    /// <summary>The plain mean of some cells.</summary>
    public static OrdinalLine Mean(string name, IReadOnlyList<int> cells) => new(name, [.. cells.Select(c => new CellWeight(c, 1.0 / cells.Count))]);
}
