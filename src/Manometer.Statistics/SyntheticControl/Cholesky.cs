namespace Manometer.Statistics;

/// <summary>Cholesky factor of a small positive definite matrix; its lower half is set, factored in place, and solved with.</summary>
internal sealed class Cholesky(int size)
{
    private readonly double[] _lower = new double[size * size];

    public double this[int row, int column]
    {
        get => _lower[row * size + column];
        set => _lower[row * size + column] = value;
    }

    public void Factor()
    {
        for (var k = 0; k < size; k++)
            for (var l = 0; l <= k; l++)
            {
                var value = this[k, l] - Vectors.Dot(_lower.AsSpan(k * size, l), _lower.AsSpan(l * size, l));
                this[k, l] = k == l ? Math.Sqrt(value) : value / this[l, l];
            }
    }

    public void Solve(Span<double> right)
    {
        for (var k = 0; k < size; k++)
            right[k] = (right[k] - Vectors.Dot(_lower.AsSpan(k * size, k), right)) / this[k, k];
        for (var k = size - 1; k >= 0; k--)
        {
            for (var l = k + 1; l < size; l++)
                right[k] -= this[l, k] * right[l];
            right[k] /= this[k, k];
        }
    }
}
