namespace Manometer.Statistics;

internal sealed partial class OrdinalState
{
    /// <summary>Newton stops when half its decrement, in log likelihood, is below this. The default leaves about 1e-8 in the evidence.</summary>
    public double Tolerance { get; set; } = 1e-13;

    /// <summary>Whether the last curvature had to leave out the doubt about reports.</summary>
    public bool Convex { get; private set; }

    /// <summary>Finds the mode at the present scales and reliabilities, from the present values; sets <see cref="LogValue"/>.</summary>
    /// <exception cref="OrdinalException">The numbers left the finite range.</exception>
    public void Fit(OrdinalWorkspace work, int limit = 50)
    {
        SetPrior();
        var newGrid = true; // points of the events follow the mode until it is near
        for (Steps = 1; ; Steps++)
        {
            var decrement = Linearise(work, newGrid, out var objective);
            if (decrement < Tolerance || Steps >= 50)
                break;
            Move(work, objective, decrement);
            newGrid = decrement > 1e-4;
            if (Steps < limit)
                continue;
            ComputeEta(work);
            Rows(true);
            break;
        }
    }

    // Likelihood, curvature and value at the present unknowns, and the Newton direction from there; returns half its decrement.
    private double Linearise(OrdinalWorkspace work, bool newGrid, out double objective)
    {
        ComputeEta(work);
        var likelihood = Rows(newGrid);
        var prior = PriorQuadratic(State, Border, Local);
        Convex = !(Assemble(work) && Factor.Factor(work.Matrix));
        if (Convex)
        {
            // doubt about reports outweighs what they say here: the curvature at known informativeness serves instead
            for (var c = 0; c < Layout.Components; c++)
                if (!Layout.IsExact[c])
                    for (var i = Layout.ComponentRow[c]; i < Layout.ComponentRow[c + 1]; i++)
                        Curvature[i] = convexCurvature[i];
            convexBlock.CopyTo(block, 0);
            if (!(Assemble(work) && Factor.Factor(work.Matrix)))
                throw new OrdinalException(OrdinalFault.Numerical, "the curvature of the model is not positive: the scales are too far apart for double precision");
        }
        objective = likelihood - 0.5 * prior;
        LogValue = objective + halfLogPrior - Factor.HalfLogDeterminant - halfLogLocal;
        if (!double.IsFinite(LogValue))
            throw new OrdinalException(OrdinalFault.Numerical, "the likelihood is not finite: a value of a series or a count is too extreme");
        return NewtonStep(work);
    }

    // One step of unknowns and reliabilities together; returns the largest change of a reliability's logit, and half the decrement.
    private (double Moved, double Decrement) JointStep(OrdinalWorkspace work, AndersonSteps faster)
    {
        SetPrior();
        var decrement = Linearise(work, true, out var objective);
        var before = (double[])reliability.Clone();
        var moved = MoveReliabilities(faster, work);
        Move(work, objective, decrement);
        follower?.Carry(before, reliability, State, Border, Local);
        return (moved, decrement);
    }

    // Direction in work.State, work.Edge, work.LocalMove; returns half its Newton decrement.
    private double NewtonStep(OrdinalWorkspace work)
    {
        var d = Layout.Dim;
        var state = work.State;
        for (var m = 0; m < Layout.Months; m++)
            for (var r = 0; r < d; r++)
            {
                var x = State[m * d + r];
                var pull = m == 0 ? initial[r] * x : step[r] * (x - State[(m - 1) * d + r]);
                if (m + 1 < Layout.Months)
                    pull -= step[r] * (State[(m + 1) * d + r] - x);
                state[m * d + r] = -pull;
            }
        for (var j = 0; j < Layout.Border; j++)
            work.Edge[j] = -borderPrecision[j] * Border[j];
        for (var l = 0; l < Layout.Locals; l++)
            work.LocalRight[l] = -localPrecision[l] * Local[l];
        var priorState = (double[])state.Clone();
        var priorEdge = (double[])work.Edge.Clone();
        var priorLocal = (double[])work.LocalRight.Clone();
        SolveRows(work, Slope);
        var gain = 0.0;
        for (var i = 0; i < state.Length; i++)
            gain += priorState[i] * state[i];
        for (var j = 0; j < priorEdge.Length; j++)
            gain += priorEdge[j] * work.Edge[j];
        for (var l = 0; l < priorLocal.Length; l++)
            gain += priorLocal[l] * work.LocalMove[l];
        for (var i = 0; i < Layout.Rows; i++)
            gain += Slope[i] * (work.RowMove[i] + LocalSum(i, work.LocalMove));
        return 0.5 * gain;
    }

    private void Move(OrdinalWorkspace work, double objective, double decrement)
    {
        var length = 1.0;
        var state = new double[State.Length];
        var border = new double[Border.Length];
        var local = new double[Local.Length];
        for (var halving = 0; ; halving++)
        {
            for (var i = 0; i < state.Length; i++)
                state[i] = State[i] + length * work.State[i];
            for (var j = 0; j < border.Length; j++)
                border[j] = Border[j] + length * work.Edge[j];
            for (var l = 0; l < local.Length; l++)
                local[l] = Local[l] + length * work.LocalMove[l];
            if (decrement < 0.05 || halving >= 40)
                break; // close to the mode the full step is safe
            var value = -0.5 * PriorQuadratic(state, border, local);
            for (var c = 0; c < Layout.Components; c++)
            {
                if (Layout.IsExact[c])
                {
                    value += AtPoints(c, length, work.RowMove, false);
                    continue;
                }
                for (var i = Layout.ComponentRow[c]; i < Layout.ComponentRow[c + 1]; i++)
                    if (Mask[i] != 0)
                        value += Mask[i] * Row(i, Eta[i] + length * (work.RowMove[i] + LocalSum(i, work.LocalMove)), out _, out _, out _, out _);
            }
            if (value >= objective + 1e-4 * length * decrement)
                break;
            length *= 0.5;
        }
        state.CopyTo(State, 0);
        border.CopyTo(Border, 0);
        local.CopyTo(Local, 0);
    }

    /// <summary>Solves with the negative Hessian for a right side of row scalars plus what stands in work.State (Helmert), work.Edge and work.LocalRight; leaves the solution in work.State, work.Edge, work.LocalMove, and each row's z'x in work.RowMove.</summary>
    public void SolveRows(OrdinalWorkspace work, double[]? rows)
    {
        var raw = work.RawVector;
        Array.Clear(raw);
        var q = work.LocalMove;
        for (var c = 0; c < Layout.Components; c++)
        {
            int first = Layout.ComponentRow[c], last = Layout.ComponentRow[c + 1], l0 = Layout.ComponentLocal[c], m = Layout.ComponentLocal[c + 1] - l0;
            var right = work.LocalRight.AsSpan(l0, m);
            if (rows is not null)
                for (var i = first; i < last; i++)
                {
                    if (Layout.Local1[i] >= 0)
                        work.LocalRight[Layout.Local1[i]] += rows[i];
                    if (Layout.Local2[i] >= 0)
                        work.LocalRight[Layout.Local2[i]] += rows[i];
                }
            MultiplyDinv(c, right, q.AsSpan(l0, m));
            for (var i = first; i < last; i++)
            {
                var coefficient = (rows is null ? 0 : rows[i]) - Curvature[i] * LocalSum(i, q);
                if (coefficient == 0)
                    continue;
                var end = Layout.RowStart[i + 1];
                for (var e = Layout.RowStart[i]; e < end; e++)
                    raw[Layout.Index[e]] += coefficient * Layout.Value[e];
            }
        }
        var reduced = reducedScratch ??= new double[State.Length];
        var edge = edgeScratch ??= new double[Border.Length];
        work.ReduceAll(raw, reduced, edge);
        for (var i = 0; i < reduced.Length; i++)
            work.State[i] += reduced[i];
        for (var j = 0; j < edge.Length; j++)
            work.Edge[j] += edge[j];
        Factor.Solve(work.State, work.Edge);
        work.Expand(work.State, work.Edge, raw);
        for (var i = 0; i < Layout.Rows; i++)
            work.RowMove[i] = RowDot(i, raw);
        Span<double> sum = stackalloc double[64];
        Span<double> shift = stackalloc double[64];
        for (var c = 0; c < Layout.Components; c++)
        {
            int l0 = Layout.ComponentLocal[c], m = Layout.ComponentLocal[c + 1] - l0;
            if (m == 0)
                continue;
            var s = m <= 64 ? sum[..m] : new double[m];
            var t = m <= 64 ? shift[..m] : new double[m];
            s.Clear();
            for (var i = Layout.ComponentRow[c]; i < Layout.ComponentRow[c + 1]; i++)
            {
                var value = Curvature[i] * work.RowMove[i];
                if (Layout.Local1[i] >= 0)
                    s[Layout.Local1[i] - l0] += value;
                if (Layout.Local2[i] >= 0)
                    s[Layout.Local2[i] - l0] += value;
            }
            MultiplyDinv(c, s, t);
            for (var l = 0; l < m; l++)
                q[l0 + l] -= t[l];
        }
    }

    private double[]? reducedScratch;
    private double[]? edgeScratch;

    private void MultiplyDinv(int c, ReadOnlySpan<double> x, Span<double> y)
    {
        var m = x.Length;
        if (m == 1)
        {
            y[0] = dinv[dinvStart[c]] * x[0];
            return;
        }
        for (var i = 0; i < m; i++)
            y[i] = Dense.Dot(dinv.AsSpan(dinvStart[c] + i * m, m), x);
    }

    // Sums the curvature into work.Matrix, with the locals eliminated and the prior added; false when that of a local effect is not positive.
    private bool Assemble(OrdinalWorkspace work)
    {
        work.ClearRaw();
        var logLocal = 0.0;
        var product = 1.0;
        for (var c = 0; c < Layout.Components; c++)
        {
            int first = Layout.ComponentRow[c], n = Layout.ComponentRow[c + 1] - first, l0 = Layout.ComponentLocal[c], m = Layout.ComponentLocal[c + 1] - l0;
            if (Layout.IsExact[c])
            {
                dinv[dinvStart[c]] = 0; // nothing to eliminate
                if (Layout.FarStart[c] >= 0)
                    AddFar(work, c, first, n, l0, m);
                else if (n == 1)
                    AddRow(work, c, first, block[blockStart[c]]);
                else
                    AddBlock(work, c, first, n);
                continue;
            }
            if (n == 1 && m <= 1 && Layout.FarStart[c] < 0)
            {
                var w = Curvature[first];
                if (m == 1)
                {
                    var total = w + localPrecision[l0];
                    if (!(total > 0))
                        return false;
                    dinv[dinvStart[c]] = 1 / total;
                    product *= total;
                    if (product is > 1e200 or < 1e-200)
                    {
                        logLocal += Elementary.Log(product);
                        product = 1;
                    }
                    w = w * localPrecision[l0] / total;
                }
                if (w != 0)
                    AddRow(work, c, first, w);
                continue;
            }
            if (m > 0)
            {
                var log = FactorLocal(c, first, n, l0, m);
                if (double.IsNaN(log))
                    return false;
                logLocal += log;
            }
            if (Layout.FarStart[c] >= 0)
                AddFar(work, c, first, n, l0, m);
            else
                AddGroup(work, c, first, n, l0, m);
        }
        halfLogLocal = 0.5 * (logLocal + Elementary.Log(product));
        work.Reduce();
        var matrix = work.Matrix;
        var d = Layout.Dim;
        for (var t = 0; t < Layout.Months; t++)
            for (var r = 0; r < d; r++)
            {
                matrix.Diagonal[t * d * d + r * d + r] += (t == 0 ? initial[r] : step[r]) + (t + 1 < Layout.Months ? step[r] : 0);
                if (t > 0)
                    matrix.Cross[t * d * d + r * d + r] -= step[r];
            }
        for (var j = 0; j < Layout.Border; j++)
            matrix.Corner[j * matrix.Border + j] += borderPrecision[j];
        return true;
    }

    // D^-1 of a component; returns ln |D|, NaN when it is not positive
    private double FactorLocal(int c, int first, int n, int l0, int m)
    {
        var inner = dinv.AsSpan(dinvStart[c], m * m);
        inner.Clear();
        for (var i = first; i < first + n; i++)
        {
            var w = Curvature[i];
            int a = Layout.Local1[i] - l0, b = Layout.Local2[i] - l0;
            if (Layout.Local1[i] >= 0)
                inner[a * m + a] += w;
            if (Layout.Local2[i] < 0)
                continue;
            inner[b * m + b] += w;
            if (Layout.Local1[i] >= 0)
                inner[Math.Min(a, b) * m + Math.Max(a, b)] += w;
        }
        for (var l = 0; l < m; l++)
            inner[l * m + l] += localPrecision[l0 + l];
        if (m == 1)
        {
            var total = inner[0];
            inner[0] = 1 / total;
            return total > 0 ? Elementary.Log(total) : double.NaN;
        }
        var upper = new double[m * m];
        inner.CopyTo(upper);
        if (!Dense.Cholesky(upper, m))
            return double.NaN;
        Dense.Inverse(upper, m, inner);
        return 2 * Dense.LogDiagonal(upper, m);
    }

    // e_i' D^-1 e_j within component c
    private double LocalCoupling(int c, int i, int j, int l0, int m)
    {
        var at = dinvStart[c];
        var sum = 0.0;
        int a1 = Layout.Local1[i], a2 = Layout.Local2[i], b1 = Layout.Local1[j], b2 = Layout.Local2[j];
        if (a1 >= 0 && b1 >= 0)
            sum += dinv[at + (a1 - l0) * m + b1 - l0];
        if (a1 >= 0 && b2 >= 0)
            sum += dinv[at + (a1 - l0) * m + b2 - l0];
        if (a2 >= 0 && b1 >= 0)
            sum += dinv[at + (a2 - l0) * m + b1 - l0];
        if (a2 >= 0 && b2 >= 0)
            sum += dinv[at + (a2 - l0) * m + b2 - l0];
        return sum;
    }

    private void AddRow(OrdinalWorkspace work, int c, int row, double w)
    {
        int r = Layout.Raw, n = work.RawMatrix.Border, month = Layout.ComponentMonth[c];
        int at = Layout.RowStart[row], earlier = at + Layout.UnionEarlier[c], monthly = at + Layout.UnionMonthly[c], end = Layout.RowStart[row + 1];
        var value = Layout.Value;
        var index = Layout.Index;
        var edge = work.RawMatrix.Edge;
        var corner = work.RawMatrix.Corner;
        var diagonal = work.RawMatrix.Diagonal;
        var border0 = Layout.Months * r;
        var later0 = month * r;
        var earlier0 = later0 - r;
        for (var i = at; i < monthly; i++)
        {
            var v = w * value[i];
            var isEarlier = i < earlier;
            var own = isEarlier ? earlier0 : later0;
            var o = index[i] - own;
            var line = own * r + o * r - own;
            var j = i;
            for (var stop = isEarlier ? earlier : monthly; j < stop; j++)
                diagonal[line + index[j]] += v * value[j];
            if (isEarlier)
            {
                work.CrossUsed[month] = true;
                var cross = work.RawMatrix.Cross;
                line = later0 * r + o * r - later0;
                for (; j < monthly; j++)
                    cross[line + index[j]] += v * value[j];
            }
            line = index[i] * n - border0;
            for (; j < end; j++)
                edge[line + index[j]] += v * value[j];
        }
        for (var i = monthly; i < end; i++)
        {
            var v = w * value[i];
            var line = (index[i] - border0) * n - border0;
            for (var j = i; j < end; j++)
                corner[line + index[j]] += v * value[j];
        }
    }

    private void AddGroup(OrdinalWorkspace work, int c, int first, int rows, int l0, int m)
    {
        int u0 = Layout.UnionStart[c], size = Layout.UnionStart[c + 1] - u0;
        var square = work.Scratch(0, size * size);
        var coupling = work.Scratch(1, Math.Max(1, m) * size);
        for (var i = first; i < first + rows; i++)
        {
            var w = Curvature[i];
            if (w == 0)
                continue;
            int at = Layout.RowStart[i], end = Layout.RowStart[i + 1];
            int one = (Layout.Local1[i] - l0) * size, two = (Layout.Local2[i] - l0) * size;
            for (var e = at; e < end; e++)
            {
                var v = w * Layout.Value[e];
                var line = Layout.Place[e] * size;
                for (var g = e; g < end; g++)
                    square[line + Layout.Place[g]] += v * Layout.Value[g];
                if (Layout.Local1[i] >= 0)
                    coupling[one + Layout.Place[e]] += v;
                if (Layout.Local2[i] >= 0)
                    coupling[two + Layout.Place[e]] += v;
            }
        }
        if (m == 1)
        {
            var inverse = dinv[dinvStart[c]];
            for (var i = 0; i < size; i++)
            {
                var v = inverse * coupling[i];
                for (var j = i; j < size; j++)
                    square[i * size + j] -= v * coupling[j];
            }
        }
        else if (m > 1)
        {
            var solved = work.Scratch(2, m * size);
            for (var a = 0; a < m; a++)
                for (var b = 0; b < m; b++)
                {
                    var k = dinv[dinvStart[c] + a * m + b];
                    for (var j = 0; j < size; j++)
                        solved[a * size + j] += k * coupling[b * size + j];
                }
            for (var i = 0; i < size; i++)
                Dense.SubtractProducts(square.Slice(i * size + i, size - i), solved[i..], size, coupling[i..], size, m);
        }
        Scatter(work, c, u0, size, square);
    }

    // a component whose curvature over its rows is a full matrix
    private void AddBlock(OrdinalWorkspace work, int c, int first, int rows)
    {
        int u0 = Layout.UnionStart[c], size = Layout.UnionStart[c + 1] - u0, at = blockStart[c];
        var union = work.Scratch(0, size * size);
        var line = work.Scratch(1, size);
        for (var i = 0; i < rows; i++)
        {
            line.Clear();
            for (var j = 0; j < rows; j++)
            {
                var m = block[at + i * rows + j];
                for (var e = Layout.RowStart[first + j]; e < Layout.RowStart[first + j + 1]; e++)
                    line[Layout.Place[e]] += m * Layout.Value[e];
            }
            for (var e = Layout.RowStart[first + i]; e < Layout.RowStart[first + i + 1]; e++)
            {
                var place = Layout.Place[e];
                var value = Layout.Value[e];
                for (var j = place; j < size; j++)
                    union[place * size + j] += value * line[j];
            }
        }
        Scatter(work, c, u0, size, union);
    }

    private void Scatter(OrdinalWorkspace work, int c, int u0, int size, ReadOnlySpan<double> square)
    {
        int r = Layout.Raw, n = work.RawMatrix.Border, month = Layout.ComponentMonth[c];
        int earlier = Layout.UnionEarlier[c], monthly = Layout.UnionMonthly[c], border0 = Layout.Months * r;
        for (var i = 0; i < size; i++)
            for (var j = i; j < size; j++)
            {
                int a = Layout.Union[u0 + i], b = Layout.Union[u0 + j];
                var v = square[i * size + j];
                if (i >= monthly)
                    work.RawMatrix.Corner[(a - border0) * n + b - border0] += v;
                else if (j >= monthly)
                    work.RawMatrix.Edge[a * n + b - border0] += v;
                else if (i < earlier && j >= earlier)
                {
                    work.CrossUsed[month] = true;
                    work.RawMatrix.Cross[month * r * r + (a - (month - 1) * r) * r + b - month * r] += v;
                }
                else
                {
                    var t = a / r;
                    work.RawMatrix.Diagonal[t * r * r + (a - t * r) * r + b - t * r] += v;
                }
            }
    }

    // A component that spans distant months: its curvature Z'MZ, M = W - W E D^-1 E' W = L L', goes in as the far rows L'Z.
    private void AddFar(OrdinalWorkspace work, int c, int first, int rows, int l0, int m)
    {
        var lower = new double[rows * rows];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j <= i; j++)
            {
                var value = i == j ? Curvature[first + i] : 0;
                if (Layout.IsExact[c])
                    value = convexBlock[blockStart[c] + i * rows + j]; // a square root is taken: doubt is left out
                else if (m > 0)
                    value -= Curvature[first + i] * Curvature[first + j] * LocalCoupling(c, first + i, first + j, l0, m);
                for (var k = 0; k < j; k++)
                    value -= lower[i * rows + k] * lower[j * rows + k];
                lower[i * rows + j] = i == j ? (value > 0 ? Math.Sqrt(value) : 0) : lower[j * rows + j] > 0 ? value / lower[j * rows + j] : 0;
            }
        int n = work.RawMatrix.Border, far0 = Layout.Border + Layout.FarStart[c], border0 = Layout.Months * Layout.Raw;
        for (var i = 0; i < rows; i++)
            for (var e = Layout.RowStart[first + i]; e < Layout.RowStart[first + i + 1]; e++)
                for (var k = 0; k <= i; k++)
                {
                    var v = lower[i * rows + k] * Layout.Value[e];
                    var index = Layout.Index[e];
                    if (index < border0)
                        work.RawMatrix.Edge[index * n + far0 + k] += v;
                    else
                        work.RawMatrix.Corner[(index - border0) * n + far0 + k] += v;
                }
    }
}
