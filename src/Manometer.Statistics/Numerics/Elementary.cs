namespace Manometer.Statistics;

/// <summary>Exponential and logarithm with the same bits on every machine.</summary>
/// <remarks>The platform's own differ between operating systems in the last bit. Both reduce the argument by a table and finish with a short Taylor polynomial; the tables are made at start in double-double arithmetic from exact series. Error below 1 unit in the last place (measured against 50-digit values in the tests).</remarks>
public static class Elementary
{
    private const double LogTwoHigh = 0.693147180369123816490; // ln 2 to 32 bits: multiples up to 2^20 are exact
    private const double LogTwoLow = 1.90821492927058770002e-10;
    private const int LogSteps = 128;
    private const int ExpSteps = 64;

    // Of each table entry i: the centre's reciprocal, and ln(centre) as high and low part; centre = 1 + (i + 1/2)/128, or exactly 1 and 2 at the ends.
    private static readonly double[] LogTable = MakeLogTable();
    // 2^(i/64) as high and low part.
    private static readonly double[] ExpTable = MakeExpTable();

    /// <summary>Natural logarithm. Negative arguments give NaN, 0 gives negative infinity.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        if ((ulong)(bits - 0x0010000000000000L) >= 0x7FE0000000000000UL)
        {
            if (x == 0)
                return double.NegativeInfinity;
            if (double.IsNaN(x) || x < 0)
                return double.NaN;
            if (double.IsPositiveInfinity(x))
                return x;
            bits = BitConverter.DoubleToInt64Bits(x * 18014398509481984.0); // subnormal: times 2^54
            exponent = (int)(bits >> 52) - 1023 - 54;
        }
        var mantissa = bits & 0x000FFFFFFFFFFFFFL;
        var m = BitConverter.Int64BitsToDouble(mantissa | 0x3FF0000000000000L);
        var i = (int)(mantissa >> 45);
        double center;
        if (i == 0)
            center = 1;
        else if (i == LogSteps - 1)
            center = 2;
        else
            center = 1 + (i + 0.5) / LogSteps;
        var f = m - center;                                      // exact
        var r = f * LogTable[3 * i];
        var r2 = r * r;
        var tail = r2 * (-0.5 + r * (1.0 / 3 + r * (-0.25 + r * (0.2 + r * (-1.0 / 6 + r * (1.0 / 7 + r * (-0.125 + r * (1.0 / 9))))))));
        if (i == 0 && exponent == 0)
            return r + tail;
        if (i == LogSteps - 1 && exponent == -1)
            return r + tail;
        var high = exponent * LogTwoHigh + LogTable[3 * i + 1];
        return high + (r + (tail + (exponent * LogTwoLow + LogTable[3 * i + 2])));
    }

    /// <summary>The exponential function; 0 below about -745, infinity above about 709.78.</summary>
    public static double Exp(double x)
    {
        if (!(x < 709.782712893384))
            return double.IsNaN(x) ? double.NaN : x > 709.782712893384 ? double.PositiveInfinity : 1.797693134862273e308;
        if (x < -745.1332191019412)
            return 0;
        var scaled = x * 92.332482616893656877; // 64 / ln 2
        var n = (int)(scaled + (scaled >= 0 ? 0.5 : -0.5));
        var r = (x - n * (LogTwoHigh / ExpSteps)) - n * (LogTwoLow / ExpSteps);
        var polynomial = r + r * r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720)))));
        var j = n & (ExpSteps - 1);
        var exponent = (n - j) / ExpSteps;
        var value = ExpTable[2 * j] + (ExpTable[2 * j] * polynomial + ExpTable[2 * j + 1]);
        if (exponent > -1000 && exponent < 1000)
            return value * BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);
        var half = exponent / 2;
        return value * BitConverter.Int64BitsToDouble((half + 1023L) << 52) * BitConverter.Int64BitsToDouble((exponent - half + 1023L) << 52);
    }

    private static double[] MakeLogTable()
    {
        var table = new double[3 * LogSteps];
        for (var i = 0; i < LogSteps; i++)
        {
            var center = i == 0 ? 1.0 : i == LogSteps - 1 ? 2.0 : 1 + (i + 0.5) / LogSteps;
            table[3 * i] = 1 / center;
            var log = i == 0 ? default : LogOfCenter(center);
            // The high part keeps 32 bits, so that adding a multiple of ln 2 to it is exact.
            var high = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(log.High) & ~0xFFFFFL);
            table[3 * i + 1] = high;
            table[3 * i + 2] = log.High - high + log.Low;
        }
        return table;
    }

    // ln c = 2 artanh((c-1)/(c+1)) by its series.
    private static DoubleDouble LogOfCenter(double center)
    {
        var s = DoubleDouble.From(center - 1) / DoubleDouble.From(center + 1);
        var square = s * s;
        var sum = DoubleDouble.From(0);
        for (var k = 79; k >= 1; k -= 2)
            sum = sum * square + DoubleDouble.From(1) / DoubleDouble.From(k);
        return sum * s * DoubleDouble.From(2);
    }

    private static double[] MakeExpTable()
    {
        var logTwo = LogOfCenter(2);
        var table = new double[2 * ExpSteps];
        for (var i = 0; i < ExpSteps; i++)
        {
            var x = logTwo * DoubleDouble.From(i / (double)ExpSteps);
            var sum = DoubleDouble.From(1);
            for (var k = 30; k >= 1; k--)
                sum = DoubleDouble.From(1) + sum * x / DoubleDouble.From(k);
            table[2 * i] = sum.High;
            table[2 * i + 1] = sum.Low;
        }
        return table;
    }
}
