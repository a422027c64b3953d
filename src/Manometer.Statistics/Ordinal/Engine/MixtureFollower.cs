namespace Manometer.Statistics;

/// <summary>How the unknowns follow the logits of the reliabilities near a mode: H^-1 C, and -C'H^-1 C, by which following flattens the curvature of the logits. It quickens the search for other modes near by, and changes none.</summary>
/// <param name="sources">Sources that have reports.</param>
/// <param name="curvature">-C'H^-1 C, a row a source.</param>
/// <param name="moves">H^-1 C in the coordinates of the unknowns.</param>
internal sealed class MixtureFollower(int[] sources, double[] curvature, (double[] State, double[] Border, double[] Local)[] moves)
{
    /// <summary>Turns the steps each logit would take alone into those they take together, the unknowns following; false, and nothing changed, where these curvatures do not allow it.</summary>
    /// <param name="steps">Slope over curvature of each source's logit.</param>
    /// <param name="own">The curvatures.</param>
    public bool Correct(Span<double> steps, ReadOnlySpan<double> own)
    {
        var n = sources.Length;
        var upper = new double[n * n];
        var right = new double[n];
        for (var s = 0; s < n; s++)
        {
            for (var t = s; t < n; t++)
                upper[s * n + t] = 0.5 * (curvature[s * n + t] + curvature[t * n + s]);
            upper[s * n + s] += own[sources[s]];
            right[s] = steps[sources[s]] * own[sources[s]];
        }
        if (!Dense.Cholesky(upper, n))
            return false;
        for (var s = 0; s < n; s++)
        {
            for (var t = 0; t < s; t++)
                right[s] -= upper[t * n + s] * right[t];
            right[s] /= upper[s * n + s];
        }
        for (var s = n - 1; s >= 0; s--)
        {
            for (var t = s + 1; t < n; t++)
                right[s] -= upper[s * n + t] * right[t];
            right[s] /= upper[s * n + s];
        }
        for (var s = 0; s < n; s++)
            steps[sources[s]] = Math.Clamp(right[s], -1, 1);
        return true;
    }

    /// <summary>Moves the unknowns as they follow the logits from one place to another.</summary>
    public void Carry(double[] before, double[] after, double[] state, double[] border, double[] local)
    {
        for (var s = 0; s < sources.Length; s++)
        {
            var by = after[sources[s]] - before[sources[s]];
            Add(state, moves[s].State, by);
            Add(border, moves[s].Border, by);
            Add(local, moves[s].Local, by);
        }
    }

    private static void Add(double[] sum, double[] move, double by)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += by * move[i];
    }
}
