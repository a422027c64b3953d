namespace Manometer.Statistics;

internal sealed partial class OrdinalState
{
    /// <summary>Mean shift of the unknowns from the mode by the third derivatives of the likelihood, half of S sum v w' z. After <see cref="Gradient"/> or <see cref="ComputeShift"/>; subtract it.</summary>
    public double[] ShiftState { get; private set; } = [];
    public double[] ShiftBorder { get; private set; } = [];
    public double[] ShiftLocal { get; private set; } = [];

    // The solution s of H s = sum over rows of variance * d(curvature)/d(eta) * row.
    private void ComputeSkew(OrdinalWorkspace work)
    {
        ComputeVariances(work);
        for (var c = 0; c < Layout.Components; c++)
            for (var i = Layout.ComponentRow[c]; i < Layout.ComponentRow[c + 1]; i++)
                work.RowValue[i] = Layout.IsExact[c] ? skewRow[i] : EtaVariance[i] * CurvatureSlope[i];
        Array.Clear(work.State);
        Array.Clear(work.Edge);
        Array.Clear(work.LocalRight);
        SolveRows(work, work.RowValue);
    }

    /// <summary>Computes the mean shift (Rue, Martino and Chopin 2009, section 3.2.3, first-order term).</summary>
    public void ComputeShift(OrdinalWorkspace work)
    {
        ComputeSkew(work);
        KeepShift(work);
    }

    /// <summary>Posterior mean of states and border in raw coordinates.</summary>
    public double[] Centre(OrdinalWorkspace work)
    {
        var centre = new double[Layout.Months * Layout.Raw + Layout.Border];
        double[] shifted = [.. State.Select((v, i) => v - ShiftState[i])];
        double[] border = [.. Border.Select((v, i) => v - ShiftBorder[i])];
        work.Expand(shifted, border, centre);
        return centre;
    }

    /// <summary>Prior variance of the local effects of a report of a new event.</summary>
    public double FreshVariance()
    {
        var s = Layout.Model.EventEffect.Median > 0 ? ScaleOf(Layout.EventScale) : 0;
        var v = Layout.Model.OriginEffect.Median > 0 ? ScaleOf(Layout.OriginScale) : 0;
        return s * s + v * v;
    }

    private void KeepShift(OrdinalWorkspace work)
    {
        ShiftState = [.. work.State.Select(v => 0.5 * v)];
        ShiftBorder = [.. work.Edge.Select(v => 0.5 * v)];
        ShiftLocal = [.. work.LocalMove.Select(v => 0.5 * v)];
    }

    /// <summary>Derivatives of <see cref="LogValue"/> by the logarithm of each scale, exact for the Laplace approximation: the mode's movement is followed through the curvature.</summary>
    public double[] Gradient(OrdinalWorkspace work)
    {
        ComputeSkew(work);
        var gradient = new double[Log.Length];
        int d = Layout.Dim, months = Layout.Months;
        double[] skew = work.State, skewEdge = work.Edge, skewLocal = work.LocalMove;
        for (var r = 0; r < d; r++)
        {
            var scale = Layout.CoordinateScale[r];
            if (scale >= 0)
            {
                double sum = 0;
                for (var t = 1; t < months; t++)
                {
                    var move = State[t * d + r] - State[(t - 1) * d + r];
                    var variance = Factor.InverseDiagonal[t * d * d + r * d + r] + Factor.InverseDiagonal[(t - 1) * d * d + r * d + r] - 2 * Factor.InverseNext[(t - 1) * d * d + r * d + r];
                    sum += move * move + variance - (skew[t * d + r] - skew[(t - 1) * d + r]) * move;
                }
                gradient[scale] += step[r] * sum - (months - 1);
            }
            if (Layout.InitialScale[r] >= 0)
            {
                var x = State[r];
                gradient[Layout.InitialScale[r]] += initial[r] * (x * x + Factor.InverseDiagonal[r * d + r] - skew[r] * x) - 1;
            }
        }
        var n = Layout.Border + Layout.FarRows;
        for (var j = 0; j < Layout.Border; j++)
            if (Layout.BorderScale(j) is >= 0 and var scale)
                gradient[scale] += borderPrecision[j] * (Border[j] * Border[j] + Factor.InverseCorner[j * n + j] - skewEdge[j] * Border[j]) - 1;
        var eventPart = eventTrace;
        var originPart = originTrace;
        for (var c = 0; c < Layout.Components; c++)
            for (var l = Layout.ComponentLocal[c]; l < Layout.ComponentLocal[c + 1]; l++)
            {
                var variance = LocalVariance(l, out var fromEvent, out var fromOrigin);
                var value = 0.0;
                if (!Layout.IsExact[c])
                    value = (Local[l] * Local[l] - skewLocal[l] * Local[l] - variance) / (variance * variance);
                else
                    for (var i = Layout.ComponentRow[c]; i < Layout.ComponentRow[c + 1]; i++)
                        value -= 0.5 * work.RowMove[i] * slopeByScale[i] / variance;
                eventPart += value * fromEvent;
                originPart += value * fromOrigin;
            }
        gradient[Layout.EventScale] += eventPart + exactEvent;
        gradient[Layout.OriginScale] += originPart + exactOrigin;
        KeepShift(work);
        return gradient;
    }
}
