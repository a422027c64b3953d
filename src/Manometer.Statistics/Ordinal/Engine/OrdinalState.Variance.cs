namespace Manometer.Statistics;

internal sealed partial class OrdinalState
{
    /// <summary>Posterior variance of each row's linear predictor. After <see cref="ComputeVariances"/>.</summary>
    public double[] EtaVariance { get; private set; } = [];

    private double eventTrace;  // sum over locals of variance * precision * share of the event's part
    private double originTrace;

    /// <summary>Selected inverse, then the variances of all predictors and the traces the gradient needs.</summary>
    public void ComputeVariances(OrdinalWorkspace work)
    {
        if (EtaVariance.Length == 0)
            EtaVariance = new double[Layout.Rows];
        Factor.SelectInverse();
        work.ExpandInverse(Factor);
        eventTrace = originTrace = exactEvent = exactOrigin = 0;
        for (var c = 0; c < Layout.Components; c++)
        {
            int first = Layout.ComponentRow[c], n = Layout.ComponentRow[c + 1] - first, l0 = Layout.ComponentLocal[c], m = Layout.ComponentLocal[c + 1] - l0;
            if (Layout.IsExact[c])
            {
                ExactVariance(work, c, first, n);
                continue;
            }
            if (n == 1 && m <= 1 && Layout.FarStart[c] < 0)
            {
                var own = RowVariance(work, c, first);
                if (m == 0)
                {
                    EtaVariance[first] = own;
                    continue;
                }
                var inverse = dinv[dinvStart[c]];
                var pull = Curvature[first] * inverse;
                EtaVariance[first] = (1 - pull) * (1 - pull) * own + inverse;
                AddTrace(l0, inverse + pull * pull * own);
                continue;
            }
            GroupVariance(work, c, first, n, l0, m);
        }
    }

    private void ExactVariance(OrdinalWorkspace work, int c, int first, int n)
    {
        var between = work.Scratch(2, n * n);
        if (n == 1 && Layout.FarStart[c] < 0)
            between[0] = RowVariance(work, c, first);
        else
        {
            int u0 = Layout.UnionStart[c], size = Layout.UnionStart[c + 1] - u0;
            var covariance = Layout.FarStart[c] >= 0 ? FarCovariance(work, u0, size) : NearCovariances(work, u0, size);
            var line = work.Scratch(1, size);
            for (var i = 0; i < n; i++)
            {
                line.Clear();
                for (var e = Layout.RowStart[first + i]; e < Layout.RowStart[first + i + 1]; e++)
                    for (var k = 0; k < size; k++)
                        line[k] += Layout.Value[e] * covariance[Layout.Place[e] * size + k];
                for (var j = 0; j < n; j++)
                    for (var e = Layout.RowStart[first + j]; e < Layout.RowStart[first + j + 1]; e++)
                        between[i * n + j] += Layout.Value[e] * line[Layout.Place[e]];
            }
        }
        EventVariances(c, between);
    }

    private Span<double> NearCovariances(OrdinalWorkspace work, int u0, int size)
    {
        var covariance = work.Scratch(0, size * size);
        for (var i = 0; i < size; i++)
            for (var j = i; j < size; j++)
                covariance[i * size + j] = covariance[j * size + i] = NearCovariance(work, Layout.Union[u0 + i], Layout.Union[u0 + j]);
        return covariance;
    }

    private void AddTrace(int local, double variance)
    {
        var prior = LocalVariance(local, out var fromEvent, out var fromOrigin);
        eventTrace += variance * fromEvent / (prior * prior);
        originTrace += variance * fromOrigin / (prior * prior);
    }

    // z' S z of one row of a near component of one row
    private double RowVariance(OrdinalWorkspace work, int c, int row)
    {
        int r = Layout.Raw, n = work.RawMatrix.Border, month = Layout.ComponentMonth[c];
        int at = Layout.RowStart[row], earlier = at + Layout.UnionEarlier[c], monthly = at + Layout.UnionMonthly[c], end = Layout.RowStart[row + 1];
        var value = Layout.Value;
        var index = Layout.Index;
        var border0 = Layout.Months * r;
        var later0 = month * r;
        var corner = Factor.InverseCorner;
        double sum = 0;
        for (var i = at; i < end; i++)
        {
            double inner;
            if (i < monthly)
            {
                var own = i < earlier ? later0 - r : later0;
                var o = index[i] - own;
                inner = 0.5 * value[i] * work.RawInverse[own * r + o * r + o];
                var line = own * r + o * r - own;
                var j = i + 1;
                for (var stop = i < earlier ? earlier : monthly; j < stop; j++)
                    inner += value[j] * work.RawInverse[line + index[j]];
                if (i < earlier)
                {
                    line = own * r + o * r - later0;
                    for (; j < monthly; j++)
                        inner += value[j] * work.RawInverseNext[line + index[j]];
                }
                line = index[i] * n - border0;
                for (; j < end; j++)
                    inner += value[j] * work.RawInverseEdge[line + index[j]];
            }
            else
            {
                var line = (index[i] - border0) * n - border0;
                inner = 0.5 * value[i] * corner[line + index[i]];
                for (var j = i + 1; j < end; j++)
                    inner += value[j] * corner[line + index[j]];
            }
            sum += 2 * value[i] * inner;
        }
        return sum;
    }

    // covariance of two raw coordinates that share a component of near months
    private double NearCovariance(OrdinalWorkspace work, int a, int b)
    {
        int r = Layout.Raw, n = work.RawMatrix.Border, border0 = Layout.Months * r;
        if (a >= border0)
            return Factor.InverseCorner[(a - border0) * n + b - border0];
        if (b >= border0)
            return work.RawInverseEdge[a * n + b - border0];
        int ta = a / r, tb = b / r;
        return ta == tb ? work.RawInverse[ta * r * r + (a - ta * r) * r + b - tb * r] : work.RawInverseNext[ta * r * r + (a - ta * r) * r + b - tb * r];
    }

    /// <summary>A row's z'x + local effects of the solution that <see cref="SolveRows"/> left.</summary>
    public double RowPart(OrdinalWorkspace work, int row) => work.RowMove[row] + LocalSum(row, work.LocalMove);

    private void GroupVariance(OrdinalWorkspace work, int c, int first, int rows, int l0, int m)
    {
        int u0 = Layout.UnionStart[c], size = Layout.UnionStart[c + 1] - u0;
        var covariance = Layout.FarStart[c] >= 0 ? FarCovariance(work, u0, size) : NearCovariances(work, u0, size);
        var vector = work.Scratch(1, size);
        if (m == 1)
        {
            SingleEventVariance(c, first, rows, l0, covariance, vector, work.Scratch(2, size));
            return;
        }
        for (var i = first; i < first + rows; i++)
        {
            vector.Clear();
            for (var e = Layout.RowStart[i]; e < Layout.RowStart[i + 1]; e++)
                vector[Layout.Place[e]] += Layout.Value[e];
            var own = 0.0;
            if (m > 0)
            {
                own = LocalCoupling(c, i, i, l0, m);
                for (var j = first; j < first + rows; j++)
                {
                    var pull = Curvature[j] * LocalCoupling(c, i, j, l0, m);
                    if (pull == 0)
                        continue;
                    for (var e = Layout.RowStart[j]; e < Layout.RowStart[j + 1]; e++)
                        vector[Layout.Place[e]] -= pull * Layout.Value[e];
                }
            }
            EtaVariance[i] = own + Quadratic(covariance, vector);
        }
        for (var l = l0; l < l0 + m; l++)
        {
            LocalVector(c, l, vector);
            AddTrace(l, dinv[dinvStart[c] + (l - l0) * m + l - l0] + Quadratic(covariance, vector));
        }
    }

    // One event for all rows: with c = sum w z / D the predictor's variance is z'Sz - 2 z'Sc + c'Sc + 1/D.
    private void SingleEventVariance(int c, int first, int rows, int l0, ReadOnlySpan<double> covariance, Span<double> vector, Span<double> product)
    {
        var size = vector.Length;
        LocalVector(c, l0, vector);
        var own = 0.0;
        for (var i = 0; i < size; i++)
        {
            product[i] = Dense.Dot(covariance.Slice(i * size, size), vector);
            own += vector[i] * product[i];
        }
        var inverse = dinv[dinvStart[c]];
        for (var i = first; i < first + rows; i++)
        {
            double sum = own + inverse;
            int at = Layout.RowStart[i], end = Layout.RowStart[i + 1];
            for (var e = at; e < end; e++)
            {
                var line = Layout.Place[e] * size;
                var inner = 0.5 * Layout.Value[e] * covariance[line + Layout.Place[e]] - product[Layout.Place[e]];
                for (var g = e + 1; g < end; g++)
                    inner += Layout.Value[g] * covariance[line + Layout.Place[g]];
                sum += 2 * Layout.Value[e] * inner;
            }
            EtaVariance[i] = sum;
        }
        AddTrace(l0, inverse + own);
    }

    // sum over rows of D^-1 e w z: how a local effect follows the others (with the opposite sign)
    private void LocalVector(int c, int l, Span<double> vector)
    {
        vector.Clear();
        int l0 = Layout.ComponentLocal[c], m = Layout.ComponentLocal[c + 1] - l0;
        for (var j = Layout.ComponentRow[c]; j < Layout.ComponentRow[c + 1]; j++)
        {
            var pull = 0.0;
            if (Layout.Local1[j] >= 0)
                pull += dinv[dinvStart[c] + (l - l0) * m + Layout.Local1[j] - l0];
            if (Layout.Local2[j] >= 0)
                pull += dinv[dinvStart[c] + (l - l0) * m + Layout.Local2[j] - l0];
            pull *= Curvature[j];
            if (pull == 0)
                continue;
            for (var e = Layout.RowStart[j]; e < Layout.RowStart[j + 1]; e++)
                vector[Layout.Place[e]] += pull * Layout.Value[e];
        }
    }

    private static double Quadratic(ReadOnlySpan<double> matrix, ReadOnlySpan<double> vector)
    {
        var n = vector.Length;
        var sum = 0.0;
        for (var i = 0; i < n; i++)
            if (vector[i] != 0)
                sum += vector[i] * Dense.Dot(matrix.Slice(i * n, n), vector);
        return sum;
    }

    // The selected inverse reaches one month on; entries of months further apart follow from it month by month, backwards.
    private Span<double> FarCovariance(OrdinalWorkspace work, int u0, int size)
    {
        int r = Layout.Raw, d = Layout.Dim, n = Layout.Border + Layout.FarRows, border0 = Layout.Months * r;
        var union = Layout.Union.AsSpan(u0, size); // in order of month, the border last
        var covariance = work.Scratch(0, size * size);
        var vectors = work.Scratch(3, r + 3 * d + n);
        var raw = vectors[..r];
        var own = vectors.Slice(r, d);
        var later = vectors.Slice(r + d, d);
        var reduced = vectors.Slice(r + 2 * d, d);
        var border = vectors.Slice(r + 3 * d, n);
        for (var j = 0; j < size; j++)
        {
            var month = union[j] >= border0 ? -1 : union[j] / r;
            var i = j;
            for (; i >= 0 && (month < 0 || union[i] / r >= month - 1); i--)
                covariance[i * size + j] = covariance[j * size + i] = NearCovariance(work, union[i], union[j]);
            if (i < 0)
                continue;
            raw.Clear();
            raw[union[j] - month * r] = 1;
            work.ReduceVector(raw, reduced);
            border.Clear();
            for (var k = 0; k < d; k++)
                later[k] = Dense.Dot(Factor.InverseDiagonal.AsSpan(month * d * d + k * d, d), reduced);
            for (var k = 0; k < d; k++)
                reduced[k] = -reduced[k];
            Dense.SubtractProducts(border, Factor.InverseEdge.AsSpan(month * d * n, d * n), n, reduced, 1, d);
            for (var t = month - 1; i >= 0; t--)
            {
                Factor.InverseBefore(t, later, border, own);
                own.CopyTo(later);
                if (union[i] / r != t)
                    continue;
                work.ExpandVector(own, raw);
                for (; i >= 0 && union[i] / r == t; i--)
                    covariance[i * size + j] = covariance[j * size + i] = raw[union[i] - t * r];
            }
        }

        return covariance;
    }

    /// <summary>Inverse curvature times a covector of states and border, both in raw coordinates, in place.</summary>
    public void SolveRaw(OrdinalWorkspace work, double[] raw)
    {
        work.ReduceAll(raw, work.State, work.Edge);
        Factor.Solve(work.State, work.Edge);
        work.Expand(work.State, work.Edge, raw);
    }

    /// <summary>Variance of local effect <paramref name="l"/>.</summary>
    public double LocalEffectVariance(OrdinalWorkspace work, int l)
    {
        var c = ComponentOfLocal(l);
        int l0 = Layout.ComponentLocal[c], m = Layout.ComponentLocal[c + 1] - l0, u0 = Layout.UnionStart[c], size = Layout.UnionStart[c + 1] - u0;
        var vector = new double[size];
        LocalVector(c, l, vector);
        var raw = new double[Layout.Months * Layout.Raw + Layout.Border];
        for (var j = 0; j < size; j++)
            raw[Layout.Union[u0 + j]] = vector[j];
        Covary(work, raw);
        var sum = dinv[dinvStart[c] + (l - l0) * m + l - l0];
        for (var j = 0; j < size; j++)
            sum += vector[j] * raw[Layout.Union[u0 + j]];
        return sum;
    }

    private int ComponentOfLocal(int l)
    {
        int low = 0, high = Layout.Components - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Layout.ComponentLocal[middle] <= l)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
