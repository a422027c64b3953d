namespace Manometer.Statistics;

/// <summary>Several columns: the squared length of the sums over the rows, from the squares where these belong to the cost.</summary>
internal readonly struct VectorModel<TReal>(TReal[] sums, TReal[] squares, int columns) : ISegmentModel where TReal : struct, IReal<TReal>
{
    public double Cost(int from, int to)
    {
        var length = TReal.From(to - from);
        var cost = squares[to] - squares[from];
        for (var j = 0; j < columns; j++)
        {
            var sum = sums[to * columns + j] - sums[from * columns + j];
            cost -= sum * sum / length;
        }

        return cost.Value > 0 ? cost.Value : 0;
    }
}
