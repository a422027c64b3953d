namespace Manometer.Cli;

/// <summary>What a <see cref="TerminalPlot"/> draws. All lines have one value a position; NaN leaves a gap.</summary>
internal sealed record PlotData
{
    /// <summary>What was observed.</summary>
    public required double[] Observed { get; init; }

    /// <summary>What it is compared with: a counterfactual, a fitted level.</summary>
    public double[]? Expected { get; init; }

    /// <summary>Lower edge of the band about <see cref="Expected"/>.</summary>
    public double[]? Lower { get; init; }

    /// <summary>Upper edge.</summary>
    public double[]? Upper { get; init; }

    /// <summary>Where each position stands on the axis; null for even steps.</summary>
    public double[]? X { get; init; }

    /// <summary>Vertical marks: position and a label of one character.</summary>
    public IReadOnlyList<(int Position, char Label)> Marks { get; init; } = [];

    /// <summary>The words under a position.</summary>
    public required Func<int, string> LabelAt { get; init; }

    /// <summary>What <see cref="Observed"/> is called in the legend.</summary>
    public string ObservedName { get; init; } = "observed";

    /// <summary>What <see cref="Expected"/> is called.</summary>
    public string ExpectedName { get; init; } = "expected";

    /// <summary>What the band is called.</summary>
    public string BandName { get; init; } = "95 % interval";

    /// <summary>What the marks are called.</summary>
    public string MarkName { get; init; } = "mark";
}
