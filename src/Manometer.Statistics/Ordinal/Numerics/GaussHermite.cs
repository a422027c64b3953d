namespace Manometer.Statistics;

/// <summary>Gauss-Hermite rules for the standard normal density: the weights sum to 1.</summary>
/// <remarks>Points are the zeros of the orthonormal Hermite polynomial, by Newton from the rule one smaller (zeros interlace); weight 1/sum of squared polynomials of lower degree.</remarks>
internal static class GaussHermite
{
    public static (double[] Points, double[] Weights) Rule(int count)
    {
        double[] previous = [];
        for (var n = 1; n <= count; n++)
        {
            var points = new double[n];
            for (var i = 0; i < n; i++)
            {
                var reach = 2 * Math.Sqrt(n) + 1;
                var low = i == 0 ? -reach : previous[i - 1];
                var high = i == n - 1 ? reach : previous[i];
                var sign = Value(n, low) > 0;
                for (var k = 0; k < 200; k++)
                {
                    var middle = low + (high - low) / 2;
                    if (middle <= low || middle >= high)
                        break;
                    if (Value(n, middle) > 0 == sign)
                        low = middle;
                    else
                        high = middle;
                }
                points[i] = low + (high - low) / 2;
            }
            if (n % 2 == 1)
                points[n / 2] = 0;
            previous = points;
        }
        for (var i = 0; i < count / 2; i++)
            previous[i] = -previous[count - 1 - i];
        return (previous, [.. previous.Select(x => 1 / SquaredSum(count, x))]);
    }

    // orthonormal recurrence: sqrt(k+1) h(k+1) = x h(k) - sqrt(k) h(k-1)
    private static double Value(int n, double x)
    {
        double before = 0, value = 1;
        for (var k = 0; k < n; k++)
            (before, value) = (value, (x * value - Math.Sqrt(k) * before) / Math.Sqrt(k + 1));
        return value;
    }

    private static double SquaredSum(int n, double x)
    {
        double before = 0, value = 1, sum = 0;
        for (var k = 0; k < n; k++)
        {
            sum += value * value;
            (before, value) = (value, (x * value - Math.Sqrt(k) * before) / Math.Sqrt(k + 1));
        }
        return sum;
    }
}
