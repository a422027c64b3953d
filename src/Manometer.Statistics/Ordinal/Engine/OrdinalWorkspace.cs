namespace Manometer.Statistics;

/// <summary>Arrays that fits at different scales share, one set a thread; and the change between member and Helmert coordinates.</summary>
internal sealed class OrdinalWorkspace
{
    private readonly OrdinalLayout layout;
    private readonly double[] wide;
    private readonly double[] square;
    private readonly double[] running;

    public OrdinalWorkspace(OrdinalLayout layout, bool full = true)
    {
        this.layout = layout;
        // without matrices a workspace serves solutions only
        RawMatrix = full ? new(layout.Months, layout.Raw, layout.Border, layout.FarRows) : new(0, layout.Raw, layout.Border, layout.FarRows);
        Matrix = full ? new(layout.Months, layout.Dim, layout.Border, layout.FarRows) : new(0, 0, 0, 0);
        CrossUsed = new bool[layout.Months];
        RawVector = new double[layout.Months * layout.Raw + layout.Border];
        RowValue = new double[layout.Rows];
        RowMove = new double[layout.Rows];
        LocalMove = new double[layout.Locals];
        LocalRight = new double[layout.Locals];
        State = new double[layout.Months * layout.Dim];
        Edge = new double[layout.Border];
        var columns = Math.Max(layout.Raw, layout.Border + layout.FarRows);
        wide = new double[layout.Raw * columns];
        square = new double[layout.Raw * columns];
        running = new double[columns];
    }

    public ArrowMatrix RawMatrix { get; }
    public ArrowMatrix Matrix { get; }
    public bool[] CrossUsed { get; }
    public double[] RawVector { get; }
    public double[] RowValue { get; }
    public double[] RowMove { get; }
    public double[] LocalMove { get; }
    public double[] LocalRight { get; }
    public double[] State { get; }
    public double[] Edge { get; }

    // selected inverse in member coordinates
    public double[] RawInverse { get; private set; } = [];
    public double[] RawInverseNext { get; private set; } = [];
    public double[] RawInverseEdge { get; private set; } = [];

    private readonly double[][] scratch = [[], [], [], []];

    /// <summary>A cleared array that lives until the slot is asked for again.</summary>
    public Span<double> Scratch(int slot, int length)
    {
        if (scratch[slot].Length < length)
            scratch[slot] = new double[Math.Max(64, 2 * length)];
        var span = scratch[slot].AsSpan(0, length);
        span.Clear();
        return span;
    }

    public void ClearRaw()
    {
        RawMatrix.Clear();
        Array.Clear(CrossUsed);
    }

    /// <summary>Member coordinates of a month's covector to Helmert's.</summary>
    public void ReduceVector(ReadOnlySpan<double> raw, Span<double> reduced)
    {
        reduced[0] = raw[0];
        for (var f = 0; f < layout.FamilySize.Length; f++)
            Helmert.Reduce(raw.Slice(layout.FamilyRaw[f], layout.FamilySize[f]), reduced.Slice(layout.FamilyReduced[f], layout.FamilySize[f] - 1));
        raw[(layout.Raw - layout.Tail)..].CopyTo(reduced[(layout.Dim - layout.Tail)..]);
    }

    /// <summary>Helmert coordinates of a month's values to those of members.</summary>
    public void ExpandVector(ReadOnlySpan<double> reduced, Span<double> raw)
    {
        raw[0] = reduced[0];
        for (var f = 0; f < layout.FamilySize.Length; f++)
            Helmert.Expand(reduced.Slice(layout.FamilyReduced[f], layout.FamilySize[f] - 1), raw.Slice(layout.FamilyRaw[f], layout.FamilySize[f]));
        reduced[(layout.Dim - layout.Tail)..].CopyTo(raw[(layout.Raw - layout.Tail)..]);
    }

    // rows: Raw x columns to Dim x columns, by running sums over whole rows
    private void ReduceRows(ReadOnlySpan<double> raw, Span<double> reduced, int columns)
    {
        raw[..columns].CopyTo(reduced);
        for (var f = 0; f < layout.FamilySize.Length; f++)
        {
            var sum = running.AsSpan(0, columns);
            sum.Clear();
            var from = layout.FamilyRaw[f];
            var to = layout.FamilyReduced[f];
            for (var j = 1; j < layout.FamilySize[f]; j++)
            {
                var before = raw.Slice((from + j - 1) * columns, columns);
                var own = raw.Slice((from + j) * columns, columns);
                var target = reduced.Slice((to + j - 1) * columns, columns);
                var scale = Helmert.Scale(j);
                for (var c = 0; c < columns; c++)
                {
                    sum[c] += before[c];
                    target[c] = (sum[c] - j * own[c]) * scale;
                }
            }
        }
        raw.Slice((layout.Raw - layout.Tail) * columns, layout.Tail * columns).CopyTo(reduced[((layout.Dim - layout.Tail) * columns)..]);
    }

    // rows: Dim x columns to Raw x columns
    private void ExpandRows(ReadOnlySpan<double> reduced, Span<double> raw, int columns)
    {
        reduced[..columns].CopyTo(raw);
        for (var f = 0; f < layout.FamilySize.Length; f++)
        {
            var suffix = running.AsSpan(0, columns);
            suffix.Clear();
            var to = layout.FamilyRaw[f];
            var from = layout.FamilyReduced[f];
            for (var j = layout.FamilySize[f] - 1; j >= 0; j--)
            {
                var target = raw.Slice((to + j) * columns, columns);
                if (j == 0)
                {
                    suffix.CopyTo(target);
                    continue;
                }
                var own = reduced.Slice((from + j - 1) * columns, columns);
                var scale = Helmert.Scale(j);
                for (var c = 0; c < columns; c++)
                {
                    target[c] = suffix[c] - j * own[c] * scale;
                    suffix[c] += own[c] * scale;
                }
            }
        }
        reduced.Slice((layout.Dim - layout.Tail) * columns, layout.Tail * columns).CopyTo(raw[((layout.Raw - layout.Tail) * columns)..]);
    }

    /// <summary>Fills <see cref="Matrix"/> from <see cref="RawMatrix"/>; the prior is added by the caller.</summary>
    public void Reduce()
    {
        int r = layout.Raw, d = layout.Dim, n = RawMatrix.Border;
        for (var m = 0; m < layout.Months; m++)
        {
            var source = RawMatrix.Diagonal.AsSpan(m * r * r, r * r);
            for (var i = 0; i < r; i++)
                for (var j = 0; j < i; j++)
                    source[i * r + j] = source[j * r + i];
            ReduceBoth(source, Matrix.Diagonal.AsSpan(m * d * d, d * d));
            var cross = Matrix.Cross.AsSpan(m * d * d, d * d);
            if (CrossUsed[m])
                ReduceBoth(RawMatrix.Cross.AsSpan(m * r * r, r * r), cross);
            else
                cross.Clear();
            ReduceRows(RawMatrix.Edge.AsSpan(m * r * n, r * n), Matrix.Edge.AsSpan(m * d * n, d * n), n);
        }
        Array.Copy(RawMatrix.Corner, Matrix.Corner, n * n);
    }

    private void ReduceBoth(ReadOnlySpan<double> raw, Span<double> reduced)
    {
        int r = layout.Raw, d = layout.Dim;
        var half = wide.AsSpan(0, r * d);
        for (var i = 0; i < r; i++)
            ReduceVector(raw.Slice(i * r, r), half.Slice(i * d, d));
        ReduceRows(half, reduced, d);
    }

    /// <summary>Selected inverse of the factor in member coordinates.</summary>
    public void ExpandInverse(ArrowFactor factor)
    {
        int r = layout.Raw, d = layout.Dim, n = layout.Border + layout.FarRows;
        if (RawInverse.Length == 0)
        {
            RawInverse = new double[layout.Months * r * r];
            RawInverseNext = new double[layout.Months * r * r];
            RawInverseEdge = new double[layout.Months * r * n];
        }
        for (var m = 0; m < layout.Months; m++)
        {
            ExpandBoth(factor.InverseDiagonal.AsSpan(m * d * d, d * d), RawInverse.AsSpan(m * r * r, r * r));
            ExpandBoth(factor.InverseNext.AsSpan(m * d * d, d * d), RawInverseNext.AsSpan(m * r * r, r * r));
            ExpandRows(factor.InverseEdge.AsSpan(m * d * n, d * n), RawInverseEdge.AsSpan(m * r * n, r * n), n);
        }
    }

    private void ExpandBoth(ReadOnlySpan<double> reduced, Span<double> raw)
    {
        int r = layout.Raw, d = layout.Dim;
        var half = square.AsSpan(0, d * r);
        for (var i = 0; i < d; i++)
            ExpandVector(reduced.Slice(i * d, d), half.Slice(i * r, r));
        ExpandRows(half, raw, r);
    }

    /// <summary>Raw vector (months in member coordinates, then border) from Helmert coordinates.</summary>
    public void Expand(ReadOnlySpan<double> state, ReadOnlySpan<double> border, Span<double> raw)
    {
        for (var m = 0; m < layout.Months; m++)
            ExpandVector(state.Slice(m * layout.Dim, layout.Dim), raw.Slice(m * layout.Raw, layout.Raw));
        border.CopyTo(raw[(layout.Months * layout.Raw)..]);
    }

    /// <summary>Helmert covector from a raw covector.</summary>
    public void ReduceAll(ReadOnlySpan<double> raw, Span<double> state, Span<double> border)
    {
        for (var m = 0; m < layout.Months; m++)
            ReduceVector(raw.Slice(m * layout.Raw, layout.Raw), state.Slice(m * layout.Dim, layout.Dim));
        raw.Slice(layout.Months * layout.Raw, layout.Border).CopyTo(border);
    }
}
