namespace Manometer.Statistics;

/// <summary>Speeds up a fixed-point iteration by combining its last steps (Anderson 1965; Walker and Ni 2011, type II): where the plain step gains a digit in three rounds, the combination does in one.</summary>
internal sealed class AndersonSteps(int size)
{
    private const int Memory = 4;

    // no coordinate moves further than this in a round
    private const double Longest = 1;

    private readonly List<(double[] Point, double[] Step)> past = [];

    /// <summary>Moves a point on.</summary>
    /// <param name="point">The point; the next one afterwards.</param>
    /// <param name="plain">The step the iteration itself would take.</param>
    public void Move(double[] point, ReadOnlySpan<double> plain)
    {
        // a step that grows says that the past misleads
        if (past.Count > 0 && Norm(plain) > 2 * Norm(past[^1].Step))
            past.Clear();
        var (here, step) = ((double[])point.Clone(), plain.ToArray());
        var next = plain.ToArray();
        if (past.Count > 0 && Combination(step) is { } shares)
            for (var j = 0; j < shares.Length; j++)
            {
                var (later, laterStep) = j + 1 < past.Count ? past[j + 1] : (here, step);
                for (var k = 0; k < size; k++)
                    next[k] -= shares[j] * (later[k] - past[j].Point[k] + laterStep[k] - past[j].Step[k]);
            }
        for (var k = 0; k < size; k++)
            point[k] += Math.Clamp(next[k], -Longest, Longest);
        past.Add((here, step));
        if (past.Count > Memory)
            past.RemoveAt(0);
    }

    // Shares of the past differences of steps that leave least of the present one: normal equations with a small ridge; null where they cannot be solved.
    private double[]? Combination(double[] step)
    {
        var n = past.Count;
        var differences = new double[n][];
        for (var j = 0; j < n; j++)
        {
            var later = j + 1 < n ? past[j + 1].Step : step;
            differences[j] = new double[size];
            for (var k = 0; k < size; k++)
                differences[j][k] = later[k] - past[j].Step[k];
        }
        var matrix = new double[n * n];
        var right = new double[n];
        var trace = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i; j < n; j++)
                matrix[i * n + j] = Sum(differences[i], differences[j]);
            right[i] = Sum(differences[i], step);
            trace += matrix[i * n + i];
        }
        if (!(trace > 0))
            return null;
        for (var i = 0; i < n; i++)
            matrix[i * n + i] += 1e-10 * trace;
        // Gauss elimination of a positive definite matrix, upper half
        for (var i = 0; i < n; i++)
        {
            if (!(matrix[i * n + i] > 0))
                return null;
            for (var j = i + 1; j < n; j++)
            {
                var factor = matrix[i * n + j] / matrix[i * n + i];
                for (var k = j; k < n; k++)
                    matrix[j * n + k] -= factor * matrix[i * n + k];
                right[j] -= factor * right[i];
            }
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++)
                right[i] -= matrix[i * n + j] * right[j];
            right[i] /= matrix[i * n + i];
        }
        return right;
    }

    private static double Sum(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var k = 0; k < a.Length; k++)
            sum += a[k] * b[k];
        return sum;
    }

    private static double Norm(ReadOnlySpan<double> step)
    {
        var most = 0.0;
        foreach (var one in step)
            most = Math.Max(most, Math.Abs(one));
        return most;
    }
}
