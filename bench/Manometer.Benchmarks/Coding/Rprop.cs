namespace Manometer.Benchmarks.Coding;

/// <summary>Makes a smooth loss least by the signs of its slopes alone (Riedmiller and Braun 1993), over all examples at once: the same examples, the same weights.</summary>
internal static class Rprop
{
    private const int Rounds = 200;

    /// <param name="size">How many weights.</param>
    /// <param name="slopes">Fills the second list with the slopes of the loss at the weights of the first.</param>
    public static double[] Least(int size, Action<double[], double[]> slopes)
    {
        double[] weights = new double[size], gradient = new double[size], before = new double[size], step = new double[size];
        Array.Fill(step, 0.05);
        for (var round = 0; round < Rounds; round++)
        {
            slopes(weights, gradient);
            for (var i = 0; i < size; i++)
            {
                var turn = gradient[i] * before[i];
                step[i] = turn > 0 ? Math.Min(0.5, 1.2 * step[i]) : turn < 0 ? Math.Max(1e-6, 0.5 * step[i]) : step[i];
                weights[i] -= Math.Sign(gradient[i]) * step[i];
                before[i] = turn < 0 ? 0 : gradient[i];
            }
        }

        return weights;
    }
}
