namespace Manometer.Statistics.Tests;

/// <summary>Sparse series with known truth.</summary>
internal static class Simulated
{
    /// <summary>Uneven dates over so many months, in order.</summary>
    public static double[] Dates(Xoshiro256 random, int n, double months)
    {
        var dates = new double[n];
        for (var i = 0; i < n; i++)
            dates[i] = months * random.NextDouble();
        Array.Sort(dates);
        return dates;
    }

    /// <summary>A Wiener level with noise, and an effect from a time on.</summary>
    public static TimedValue[] Series(Xoshiro256 random, double[] dates, double level, double noise, double effect, double from, int places = 1)
    {
        var (now, at) = (random.NextNormal(), dates[0]);
        var shift = new double[places];
        for (var j = 0; j < places; j++)
            shift[j] = noise * random.NextNormal();
        var points = new TimedValue[dates.Length];
        for (var i = 0; i < dates.Length; i++)
        {
            now += level * Math.Sqrt(dates[i] - at) * random.NextNormal();
            at = dates[i];
            var place = places > 1 ? random.NextInt(places) : 0;
            points[i] = new TimedValue(dates[i], now + shift[place] + noise * random.NextNormal() + (dates[i] >= from ? effect : 0)) { Place = place };
        }

        return points;
    }

    /// <summary>A draw of the inverse gamma distribution that a guess with df stands for, whole df only.</summary>
    public static double Variance(Xoshiro256 random, double guess, int df)
    {
        var sum = 0.0;
        for (var i = 0; i < df; i++)
            sum += random.NextNormal() is var z ? z * z : 0;
        return df * guess * guess / sum;
    }
}
