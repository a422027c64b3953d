namespace Manometer.Statistics;

/// <summary>Block Cholesky factor of an <see cref="ArrowMatrix"/>: determinant, solutions and the selected inverse.</summary>
/// <remarks>
/// Months are eliminated in order, carrying the border; the dense Schur complement of the border is factored last. The selected inverse (Takahashi, Fagan and Chin 1973) gives the diagonal
/// blocks, the blocks to the next month and those to the border at the cost of the factor. Cost 7/3 T d^3 + 2 T d^2 B + B^3/3 multiplications for T months of d values and a border of B.
/// </remarks>
/// <param name="months">Months.</param>
/// <param name="size">Values a month.</param>
/// <param name="plain">Plain border variables.</param>
/// <param name="farFirst">For each row of the far set the first month it speaks of, in ascending order: before it, its column is 0 and costs nothing.</param>
internal sealed class ArrowFactor(int months, int size, int plain, int[] farFirst)
{
    private readonly int d = size;
    private readonly int n = plain + farFirst.Length;
    private readonly int[] active = Active(months, plain, farFirst); // border columns that are not 0 in a month
    private readonly double[] upper = new double[months * size * size];
    private readonly double[] next = new double[months * size * size];           // U'^-1 times the block to the next month
    private readonly double[] edge = new double[months * size * (plain + farFirst.Length)];  // U'^-1 times the block to the border
    private readonly double[] schur = new double[(plain + farFirst.Length) * (plain + farFirst.Length)];
    private readonly double[] farUpper = new double[farFirst.Length * farFirst.Length];                  // factor of I + F'F of the far set
    private readonly double[] farCross = new double[farFirst.Length * plain];                // farUpper'^-1 times far-to-plain block
    private readonly double[] plainUpper = new double[plain * plain];
    private double[]? cornerInverse;
    private bool selected;

    public int Months { get; } = months;
    public int Size => d;
    public int Plain { get; } = plain;
    public int Far { get; } = farFirst.Length;

    /// <summary>Half the logarithm of the determinant (of the matrix with the far set folded in).</summary>
    public double HalfLogDeterminant { get; private set; }

    /// <summary>Inverse blocks of each month, full: months x size x size. After <see cref="SelectInverse"/>.</summary>
    public double[] InverseDiagonal { get; private set; } = [];

    /// <summary>Inverse blocks from month m (rows) to m + 1 (columns): months x size x size.</summary>
    public double[] InverseNext { get; private set; } = [];

    /// <summary>Inverse blocks from month m to the border: months x size x (plain + far).</summary>
    public double[] InverseEdge { get; private set; } = [];

    /// <summary>Inverse of the border's corner: (plain + far) squared, full.</summary>
    public double[] InverseCorner => cornerInverse!;

    private static int[] Active(int months, int plain, int[] farFirst)
    {
        var columns = new int[months];
        var far = 0;
        for (var m = 0; m < months; m++)
        {
            while (far < farFirst.Length && farFirst[far] <= m)
                far++;
            columns[m] = plain + far;
        }
        return columns;
    }

    /// <summary>Factors; false when the matrix is not positive definite.</summary>
    public bool Factor(ArrowMatrix matrix)
    {
        selected = false;
        var block = d * d;
        Array.Copy(matrix.Corner, schur, n * n);
        Array.Copy(matrix.Diagonal, upper, upper.Length);
        Array.Copy(matrix.Edge, edge, edge.Length);
        double half = 0;
        for (var m = 0; m < Months; m++)
        {
            var u = upper.AsSpan(m * block, block);
            var f = edge.AsSpan(m * d * n, d * n);
            if (m > 0)
            {
                var y = next.AsSpan((m - 1) * block, block);
                var g = edge.AsSpan((m - 1) * d * n, d * n);
                for (var i = 0; i < d; i++)
                {
                    Dense.SubtractProducts(u.Slice(i * d + i, d - i), y[i..], d, y[i..], d, d);
                    Dense.SubtractProducts(f.Slice(i * n, active[m - 1]), g, n, y[i..], d, d);
                }
            }
            if (!Dense.Cholesky(u, d))
                return false;
            half += Dense.LogDiagonal(u, d);
            Dense.ForwardSolve(u, d, f, active[m], n);
            if (m + 1 < Months)
            {
                var y = next.AsSpan(m * block, block);
                matrix.Cross.AsSpan((m + 1) * block, block).CopyTo(y);
                Dense.ForwardSolve(u, d, y, d);
            }
            for (var i = 0; i < active[m]; i++)
                Dense.SubtractProducts(schur.AsSpan(i * n + i, active[m] - i), f[i..], n, f[i..], n, d);
        }
        if (!FactorCorner())
            return false;
        HalfLogDeterminant = half + Dense.LogDiagonal(plainUpper, Plain) + Dense.LogDiagonal(farUpper, Far);
        return true;
    }

    private bool FactorCorner()
    {
        var p = Plain;
        for (var i = 0; i < p; i++)
            for (var j = i; j < p; j++)
                plainUpper[i * p + j] = schur[i * n + j];
        if (Far > 0)
        {
            for (var i = 0; i < Far; i++)
            {
                for (var j = i; j < Far; j++)
                    farUpper[i * Far + j] = (i == j ? 1 : 0) - schur[(p + i) * n + p + j];
                for (var j = 0; j < p; j++)
                    farCross[i * p + j] = schur[j * n + p + i];
            }
            if (!Dense.Cholesky(farUpper, Far))
                return false;
            Dense.ForwardSolve(farUpper, Far, farCross, p);
            for (var i = 0; i < p; i++) // add farCross' farCross
                for (var k = 0; k < Far; k++)
                {
                    var c = farCross[k * p + i];
                    for (var j = i; j < p; j++)
                        plainUpper[i * p + j] += c * farCross[k * p + j];
                }
        }
        return Dense.Cholesky(plainUpper, p);
    }

    /// <summary>Solves in place: months x size values and plain border values.</summary>
    public void Solve(Span<double> state, Span<double> border)
    {
        var block = d * d;
        var p = Plain;
        Span<double> bottom = n <= 256 ? stackalloc double[n] : new double[n];
        bottom.Clear();
        border[..p].CopyTo(bottom);
        for (var m = 0; m < Months; m++)
        {
            var r = state.Slice(m * d, d);
            if (m > 0)
                Dense.SubtractProducts(r, next.AsSpan((m - 1) * block, block), d, state.Slice((m - 1) * d, d), 1, d);
            var u = upper.AsSpan(m * block, block);
            for (var i = 0; i < d; i++)
            {
                var value = r[i] / u[i * d + i];
                r[i] = value;
                for (var j = i + 1; j < d; j++)
                    r[j] -= value * u[i * d + j];
            }
            Dense.SubtractProducts(bottom[..active[m]], edge.AsSpan(m * d * n, d * n), n, r, 1, d);
        }
        SolveCorner(bottom);
        for (var m = Months - 1; m >= 0; m--)
        {
            var r = state.Slice(m * d, d);
            var u = upper.AsSpan(m * block, block);
            for (var i = 0; i < d; i++)
            {
                if (m + 1 < Months)
                    r[i] -= Dense.Dot(next.AsSpan(m * block + i * d, d), state.Slice((m + 1) * d, d));
                r[i] -= Dense.Dot(edge.AsSpan((m * d + i) * n, active[m]), bottom);
            }
            for (var i = d - 1; i >= 0; i--)
                r[i] = (r[i] - Dense.Dot(u.Slice(i * d + i + 1, d - i - 1), r[(i + 1)..])) / u[i * d + i];
        }
        bottom[..p].CopyTo(border);
    }

    /// <summary>Inverse entries of a month and one later coordinate, from those of the next month and of the border with it (Takahashi, Fagan and Chin 1973).</summary>
    /// <param name="month">The month, not the last.</param>
    /// <param name="later">Entries of month + 1: size values.</param>
    /// <param name="border">Entries of the border, plain and far.</param>
    /// <param name="own">Receives those of the month.</param>
    public void InverseBefore(int month, ReadOnlySpan<double> later, ReadOnlySpan<double> border, Span<double> own)
    {
        var block = d * d;
        var u = upper.AsSpan(month * block, block);
        for (var i = d - 1; i >= 0; i--)
        {
            var value = -Dense.Dot(next.AsSpan(month * block + i * d, d), later) - Dense.Dot(edge.AsSpan((month * d + i) * n, active[month]), border);
            own[i] = (value - Dense.Dot(u.Slice(i * d + i + 1, d - i - 1), own[(i + 1)..])) / u[i * d + i];
        }
    }

    private void SolveCorner(Span<double> b)
    {
        var p = Plain;
        var top = b[..p];
        var low = b[p..];
        if (Far > 0)
        {
            Dense.ForwardSolve(farUpper, Far, low, 1);
            for (var k = 0; k < Far; k++)
                for (var j = 0; j < p; j++)
                    top[j] += farCross[k * p + j] * low[k];
        }
        Dense.ForwardSolve(plainUpper, p, top, 1);
        Dense.BackwardSolve(plainUpper, p, top, 1);
        if (Far > 0)
        {
            for (var k = 0; k < Far; k++)
                low[k] = Dense.Dot(farCross.AsSpan(k * p, p), top) - low[k];
            Dense.BackwardSolve(farUpper, Far, low, 1);
        }
    }

    /// <summary>Computes the selected inverse, once per factor.</summary>
    public void SelectInverse()
    {
        if (selected)
            return;
        var block = d * d;
        if (InverseDiagonal.Length == 0)
        {
            InverseDiagonal = new double[Months * block];
            InverseNext = new double[Months * block];
            InverseEdge = new double[Months * d * n];
            cornerInverse = new double[n * n];
        }
        InvertCorner();
        var wide = d + n;
        var z = new double[d * wide];
        var zt = new double[wide * d];
        var below = new double[wide * wide];
        var product = new double[d * wide];
        for (var i = 0; i < n; i++)
            cornerInverse.AsSpan(i * n, n).CopyTo(below.AsSpan((d + i) * wide + d, n));
        for (var m = Months - 1; m >= 0; m--)
        {
            var last = m == Months - 1;
            var used = d + active[m];
            var u = upper.AsSpan(m * block, block);
            for (var i = 0; i < d; i++)
            {
                if (last)
                    z.AsSpan(i * wide, d).Clear();
                else
                    next.AsSpan(m * block + i * d, d).CopyTo(z.AsSpan(i * wide, d));
                edge.AsSpan((m * d + i) * n, active[m]).CopyTo(z.AsSpan(i * wide + d, active[m]));
            }
            Dense.BackwardSolve(u, d, z, used, wide);
            if (!last)
                for (var i = 0; i < d; i++)
                {
                    InverseDiagonal.AsSpan((m + 1) * block + i * d, d).CopyTo(below.AsSpan(i * wide, d));
                    var border = InverseEdge.AsSpan(((m + 1) * d + i) * n, n);
                    border.CopyTo(below.AsSpan(i * wide + d, n));
                    for (var j = 0; j < n; j++)
                        below[(d + j) * wide + i] = border[j];
                }
            Array.Clear(product);
            for (var i = 0; i < d; i++)
            {
                Dense.SubtractProducts(product.AsSpan(i * wide, wide), below, wide, z.AsSpan(i * wide, used), 1, used);
                for (var j = 0; j < used; j++)
                    zt[j * d + i] = z[i * wide + j];
            }
            var diagonal = InverseDiagonal.AsSpan(m * block, block);
            Dense.Inverse(u, d, diagonal);
            for (var i = 0; i < d; i++)
            {
                Dense.SubtractProducts(diagonal.Slice(i * d + i, d - i), zt.AsSpan(i), d, product.AsSpan(i * wide, used), 1, used);
                product.AsSpan(i * wide, d).CopyTo(InverseNext.AsSpan(m * block + i * d, d));
                product.AsSpan(i * wide + d, n).CopyTo(InverseEdge.AsSpan((m * d + i) * n, n));
            }
            for (var i = 0; i < d; i++)
                for (var j = 0; j < i; j++)
                    diagonal[i * d + j] = diagonal[j * d + i];
        }
        selected = true;
    }

    private void InvertCorner()
    {
        var p = Plain;
        var corner = cornerInverse!;
        var inverse = new double[p * p];
        Dense.Inverse(plainUpper, p, inverse);
        for (var i = 0; i < p; i++)
            inverse.AsSpan(i * p, p).CopyTo(corner.AsSpan(i * n, p));
        if (Far == 0)
            return;
        var rows = Far;
        var gain = (double[])farCross.Clone();               // K^-1 times the rows-to-plain block
        Dense.BackwardSolve(farUpper, rows, gain, p);
        var mixed = new double[rows * p];                      // negated gain times the plain inverse
        for (var i = 0; i < rows; i++)
            Dense.SubtractProducts(mixed.AsSpan(i * p, p), inverse, p, gain.AsSpan(i * p, p), 1, p);
        var farInverse = new double[rows * rows];
        Dense.Inverse(farUpper, rows, farInverse);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < p; j++)
            {
                corner[(p + i) * n + j] = -mixed[i * p + j];
                corner[j * n + p + i] = -mixed[i * p + j];
            }
            for (var j = 0; j < rows; j++)
                corner[(p + i) * n + p + j] = -farInverse[i * rows + j] - Dense.Dot(mixed.AsSpan(i * p, p), gain.AsSpan(j * p, p));
        }
    }
}
