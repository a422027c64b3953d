namespace Manometer.Statistics;

/// <summary>The standard normal distribution, accurate in both tails and the same to the bit on every machine.</summary>
/// <remarks>
/// The tail is density times Mills ratio R(x) = (1 - F(x))/f(x). R solves R' = x R - 1, which gives its Taylor coefficients about any point by the recurrence c(n+1) = (x c(n) + c(n-1))/(n+1);
/// a table of them at steps of 1/8 serves 0 to 12, the continued fraction of Laplace (DLMF 7.9.3) beyond. Relative error below 4e-15 in the whole range of doubles.
/// </remarks>
public static class Normal
{
    private const double InverseRootTwoPi = 0.39894228040143267794;
    private const int Terms = 10;
    private const double TableEnd = 12;
    private static readonly double[] MillsTable = MakeMills();

    /// <summary>Density at <paramref name="x"/>.</summary>
    public static double Density(double x) => InverseRootTwoPi * HalfSquareExp(x);

    /// <summary>Probability of a value at or below <paramref name="x"/>.</summary>
    public static double Cdf(double x) => x <= 0 ? UpperTail(-x) : 1 - UpperTail(x);

    /// <summary>Probability of a value above <paramref name="x"/>: exact to the relative error in the far tail too.</summary>
    public static double Survival(double x) => Cdf(-x);

    /// <summary>The value below which a share <paramref name="p"/> of the distribution lies; -infinity at 0, infinity at 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not in [0, 1].</exception>
    public static double InverseCdf(double p)
    {
        if (!(p >= 0 && p <= 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
        if (p == 0)
            return double.NegativeInfinity;
        if (p == 1)
            return double.PositiveInfinity;
        return p <= 0.5 ? -TailQuantile(p) : TailQuantile(1 - p);
    }

    // x >= 0 with upper tail p <= 1/2: a rational start (Abramowitz and Stegun 26.2.23, error 4.5e-4), then Halley steps on the logarithm-free residual.
    private static double TailQuantile(double p)
    {
        var t = Math.Sqrt(-2 * Elementary.Log(p));
        var x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        if (x < 0)
            x = 0;
        for (var step = 0; step < 2; step++)
        {
            var density = Density(x);
            var error = (UpperTail(x) - p) / density; // first-order step, positive when x is too small
            x += error / (1 - 0.5 * x * error);
        }
        return x;
    }

    /// <summary>Mills ratio, (1 - F(x))/f(x), for x >= 0.</summary>
    internal static double Mills(double x) => x < TableEnd ? UpperTail(x) / Density(x) : FarMills(x, 40);

    /// <summary>P(X > x) for x >= 0.</summary>
    private static double UpperTail(double x)
    {
        if (!(x < TableEnd))
            return double.IsNaN(x) ? double.NaN : x > 39 ? 0 : Density(x) * FarMills(x, 40);
        var i = (int)(x * 8 + 0.5);
        var d = x - i * 0.125;
        var row = MillsTable.AsSpan(i * Terms, Terms);
        var value = row[Terms - 1];
        for (var k = Terms - 2; k >= 0; k--)
            value = value * d + row[k];
        return InverseRootTwoPi * HalfSquareExp(x) * value;
    }

    // exp(-x^2/2) with the rounding error of the square put back.
    private static double HalfSquareExp(double x)
    {
        if (!(Math.Abs(x) < 39))
            return double.IsNaN(x) ? double.NaN : 0;
        var square = DoubleDouble.Product(x, x);
        return Elementary.Exp(-0.5 * square.High) * (1 - 0.5 * square.Low);
    }

    // R(x) = 1/(x + 1/(x + 2/(x + 3/ ...))).
    private static double FarMills(double x, int depth)
    {
        var value = x;
        for (var k = depth; k >= 1; k--)
            value = x + k / value;
        return 1 / value;
    }

    private static double[] MakeMills()
    {
        var rows = (int)(TableEnd * 8) + 1;
        var table = new double[rows * Terms];
        for (var i = 0; i < rows; i++)
        {
            var x = i * 0.125;
            var c = table.AsSpan(i * Terms, Terms);
            c[0] = x >= 4 ? FarMills(x, 400) : NearMills(x);
            c[1] = x * c[0] - 1;
            for (var n = 1; n + 1 < Terms; n++)
                c[n + 1] = (x * c[n] + c[n - 1]) / (n + 1);
        }
        return table;
    }

    // R(x) = sqrt(pi/2) exp(x^2/2) - sum x^(2k+1)/(1 3 5 .. (2k+1)), in double-double since the two nearly cancel.
    private static double NearMills(double x)
    {
        var square = DoubleDouble.Product(x, x);
        var exponential = DoubleDouble.From(1);
        var half = square * DoubleDouble.From(0.5);
        for (var k = 60; k >= 1; k--)
            exponential = DoubleDouble.From(1) + exponential * half / DoubleDouble.From(k);
        var sum = DoubleDouble.From(0);
        var term = DoubleDouble.From(x);
        for (var k = 1; k < 90; k++)
        {
            sum += term;
            term = term * square / DoubleDouble.From(2 * k + 1);
        }
        var rootHalfPi = new DoubleDouble(1.2533141373155003, -9.164289990229583e-17);
        return (rootHalfPi * exponential - sum).Value;
    }
}
