namespace Manometer.Statistics;

internal sealed partial class OrdinalState
{
    private double[][] doubt = [];

    /// <summary>After the mode: the shift of the mean, and what not knowing the reliabilities adds to the covariance of all else.</summary>
    /// <remarks>
    /// Laplace's approximation over unknowns and logits of reliabilities together. With C the cross-derivatives, sum over a source's rows of c (1 - c) g z, and S = I - C'H^-1 C the curvature of the
    /// logits once the others follow, the covariance of the unknowns is H^-1 + H^-1 C S^-1 C' H^-1 and the evidence has ln|S| in place of the sum of ln I.
    /// </remarks>
    public void Finish(OrdinalWorkspace work)
    {
        ComputeShift(work);
        doubt = [];
        if (!Layout.Model.Mixture)
            return;
        var (sources, curvature, moves, _) = CrossMoves(work, false);
        var count = sources.Length;
        for (var s = 0; s < count; s++)
        {
            for (var t = 0; t < s; t++)
                curvature[s * count + t] = curvature[t * count + s] = 0.5 * (curvature[s * count + t] + curvature[t * count + s]);
            curvature[s * count + s] += reliabilityCurvature[sources[s]];
        }
        var upper = (double[])curvature.Clone();
        if (!Dense.Cholesky(upper, count))
        {
            // reliabilities that the others' movement leaves undetermined: their own curvature serves
            Array.Clear(upper);
            for (var s = 0; s < count; s++)
                upper[s * count + s] = Math.Sqrt(Math.Max(curvature[s * count + s], 0.2 * reliabilityCurvature[sources[s]]));
        }
        for (var s = 0; s < count; s++)
            MixtureValue += 0.5 * Elementary.Log(reliabilityCurvature[sources[s]]);
        MixtureValue -= Dense.LogDiagonal(upper, count);
        // columns of H^-1 C U^-1: their outer products sum to the added covariance
        doubt = new double[count][];
        for (var s = 0; s < count; s++)
        {
            var column = moves[s];
            for (var t = 0; t < s; t++)
            {
                var factor = upper[t * count + s];
                for (var j = 0; j < column.Length; j++)
                    column[j] -= factor * doubt[t][j];
            }
            var inverse = 1 / upper[s * count + s];
            for (var j = 0; j < column.Length; j++)
                column[j] *= inverse;
            doubt[s] = column;
        }
    }

    /// <summary>Sources that have reports, -C'H^-1 C, and H^-1 C: in raw coordinates, or in those of the unknowns.</summary>
    private (int[] Sources, double[] Curvature, double[][] Raw, (double[] State, double[] Border, double[] Local)[] Own) CrossMoves(OrdinalWorkspace work, bool own)
    {
        var place = new int[reliability.Length];
        Array.Fill(place, -1);
        List<int> sources = [];
        for (var i = 0; i < Layout.Rows; i++)
            if (Layout.Source[i] is >= 0 and var k && Mask[i] > 0 && place[k] < 0)
            {
                place[k] = sources.Count;
                sources.Add(k);
            }
        var count = sources.Count;
        var raw = new double[own ? 0 : count][];
        var moves = new (double[], double[], double[])[own ? count : 0];
        var curvature = new double[count * count];
        var cross = doubtCross;
        for (var s = 0; s < count; s++)
        {
            for (var i = 0; i < Layout.Rows; i++)
                work.RowValue[i] = Layout.Source[i] == sources[s] ? cross[i] : 0;
            Array.Clear(work.State);
            Array.Clear(work.Edge);
            Array.Clear(work.LocalRight);
            SolveRows(work, work.RowValue);
            if (own)
                moves[s] = ([.. work.State], [.. work.Edge], [.. work.LocalMove]);
            else
                raw[s] = [.. work.RawVector]; // SolveRows leaves the solution in raw coordinates there
            for (var i = 0; i < Layout.Rows; i++)
                if (cross[i] != 0)
                    curvature[s * count + place[Layout.Source[i]]] -= cross[i] * RowPart(work, i);
        }
        return ([.. sources], curvature, raw, moves);
    }

    /// <summary>Covariance, doubt about reliabilities included, of two raw coordinates of one month or the border.</summary>
    public double PairCovariance(OrdinalWorkspace work, int a, int b)
    {
        var sum = NearCovariance(work, Math.Min(a, b), Math.Max(a, b));
        foreach (var column in doubt)
            sum += column[a] * column[b];
        return sum;
    }

    /// <summary>Covariance, doubt included, of two border variables. The factor's selected inverse is there.</summary>
    public double BorderCovariance(int i, int j)
    {
        Factor.SelectInverse();
        var sum = Factor.InverseCorner[i * (Layout.Border + Layout.FarRows) + j];
        foreach (var column in doubt)
            sum += column[Layout.BorderIndex(i)] * column[Layout.BorderIndex(j)];
        return sum;
    }

    /// <summary>Posterior covariance, doubt included, times a covector of states and border in raw coordinates, in place.</summary>
    public void Covary(OrdinalWorkspace work, double[] raw)
    {
        var parts = new double[doubt.Length];
        for (var s = 0; s < doubt.Length; s++)
            parts[s] = Dense.Dot(doubt[s], raw);
        SolveRaw(work, raw);
        for (var s = 0; s < doubt.Length; s++)
            for (var j = 0; j < raw.Length; j++)
                raw[j] += parts[s] * doubt[s][j];
    }
}
