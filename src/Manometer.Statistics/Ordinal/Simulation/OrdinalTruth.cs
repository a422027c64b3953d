namespace Manometer.Statistics;

/// <summary>What was true of a simulated corpus.</summary>
public sealed record OrdinalTruth
{
    /// <summary>State of each cell in each month, logits: [cell][month].</summary>
    public required IReadOnlyList<IReadOnlyList<double>> State { get; init; }

    /// <summary>Effect of the intervention at full strength.</summary>
    public required double Effect { get; init; }

    /// <summary>Lean of each source in the first month.</summary>
    public required IReadOnlyList<double> Leans { get; init; }

    /// <summary>Effect of each event, by identifier.</summary>
    public required IReadOnlyList<double> Events { get; init; }

    /// <summary>Whether each report followed the state.</summary>
    public required IReadOnlyList<bool> Informative { get; init; }

    /// <summary>For each report the index of the report it copies, or -1.</summary>
    public required IReadOnlyList<int> CopyOf { get; init; }

    /// <summary>A line's true index in a month: its state less the mean over the baseline.</summary>
    /// <param name="data">The data it belongs to.</param>
    /// <param name="line">The line.</param>
    /// <param name="month">Month, 0-based.</param>
    public double Index(OrdinalData data, OrdinalLine line, int month)
    {
        var last = Math.Min(data.Months, data.BaselineFirst + data.BaselineMonths);
        var sum = 0.0;
        foreach (var cell in line.Cells)
        {
            var baseline = 0.0;
            for (var t = data.BaselineFirst; t < last; t++)
                baseline += State[cell.Cell][t];
            sum += cell.Weight * (State[cell.Cell][month] - baseline / (last - data.BaselineFirst));
        }
        return sum;
    }
}
