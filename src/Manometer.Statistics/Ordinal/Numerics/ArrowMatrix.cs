namespace Manometer.Statistics;

/// <summary>A symmetric matrix of monthly blocks, coupled to the next month only, with a dense border: the shape of the negative Hessian of the model.</summary>
/// <remarks>The border has <see cref="Plain"/> variables and then <see cref="Far"/> pseudo-variables with -1 on their diagonal: a row z of the far set adds z'z to the matrix of the others (Woodbury's identity as elimination).</remarks>
internal sealed class ArrowMatrix(int months, int size, int plain, int far)
{
    public int Months { get; } = months;
    public int Size { get; } = size;
    public int Plain { get; } = plain;
    public int Far { get; } = far;
    public int Border { get; } = plain + far;

    /// <summary>Months x size x size, upper triangles.</summary>
    public double[] Diagonal { get; } = new double[months * size * size];

    /// <summary>Block m couples month m - 1 (rows) to month m (columns); block 0 is unused.</summary>
    public double[] Cross { get; } = new double[months * size * size];

    /// <summary>Months x size x border.</summary>
    public double[] Edge { get; } = new double[months * size * (plain + far)];

    /// <summary>Border x border, upper triangle; the block of the far set is 0 (its -1 is understood).</summary>
    public double[] Corner { get; } = new double[(plain + far) * (plain + far)];

    public void Clear()
    {
        Array.Clear(Diagonal);
        Array.Clear(Cross);
        Array.Clear(Edge);
        Array.Clear(Corner);
    }
}
