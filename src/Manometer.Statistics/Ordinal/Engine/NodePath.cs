namespace Manometer.Statistics;

/// <summary>Where the unknowns go as the scales leave their mode: a parabola along each axis through the two points fitted on it, the axes added up. A start, not a result.</summary>
internal sealed class NodePath
{
    private readonly OrdinalState mode;
    private readonly (OrdinalState Up, OrdinalState Down, double Reach)?[] axes;

    /// <param name="mode">State at the mode of the scales.</param>
    /// <param name="dimension">Number of axes.</param>
    /// <param name="near">Points with at most one coordinate that is not 0, and their states.</param>
    public NodePath(OrdinalState mode, int dimension, IReadOnlyList<(double[] Z, OrdinalState State)> near)
    {
        this.mode = mode;
        axes = new (OrdinalState, OrdinalState, double)?[dimension];
        for (var a = 0; a < dimension; a++)
            foreach (var (z, up) in near)
                if (z[a] > 0 && near.FirstOrDefault(other => other.Z[a] == -z[a]).State is { } down)
                    axes[a] = (up, down, z[a]);
    }

    /// <summary>A state to start from at a point.</summary>
    public OrdinalState At(double[] point)
    {
        var start = mode.Copy();
        for (var a = 0; a < axes.Length; a++)
            if (axes[a] is var (up, down, reach) && point[a] != 0)
            {
                var by = point[a] / reach;
                start.Add(up, 0.5 * (by + by * by), down, 0.5 * (by * by - by), mode, -by * by);
            }
        return start;
    }
}
