namespace Manometer.Statistics;

/// <summary>A place in the cross-classification of families: which member of each family it belongs to.</summary>
/// <param name="Members">One entry a family, 0-based; -1 where the cell is known only above that family, whose term is then absent from it.</param>
public sealed record OrdinalCell(IReadOnlyList<int> Members)
{
    /// <summary>A cell from its members in the order of the families.</summary>
    public static OrdinalCell Of(params int[] members) => new(members);
}
