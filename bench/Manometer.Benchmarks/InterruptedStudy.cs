using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>Coverage of the credible interval and size of the placebo test of sparse series, with known truth.</summary>
internal static class InterruptedStudy
{
    /// <param name="sizeOnly">Leave out the coverage, which takes longest.</param>
    public static int Print(bool sizeOnly)
    {
        if (!sizeOnly)
            Coverage();
        Size();
        return 0;
    }

    private static void Coverage()
    {
        Console.WriteLine("Coverage of nominal 95 % credible intervals. In the model: variances and effect drawn from the priors, kept where the sample's sd is within a tenth of the scale they were drawn for.");
        Console.WriteLine();
        Console.WriteLine("| truth | points | sets | coverage | mean width / sd |");
        Console.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var n in new[] { 20, 30, 60 })
            InModel(n, n == 30 ? 4000 : 2000);
        foreach (var (level, effect) in new[] { (0.0, 0.0), (0.05, 1.0), (0.1, 1.0), (0.2, 1.0), (0.4, 1.0) })
            Fixed(level, effect, 30, 1000);
        Console.WriteLine();
    }

    private static void Size()
    {
        Console.WriteLine("Size of the placebo test at nominal 5 %, no effect, the event midway between two neighbouring readings near the middle (noise 0.3 of the unit; level in units a root month).");
        Console.WriteLine();
        Console.WriteLine("| level | points | months | sets | false dates | spaced | no 5 % test possible | rejected | all dates counted |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var (level, n, months) in new[] { (0.0, 60, 120.0), (0.1, 60, 120.0), (0.3, 60, 120.0), (0.1, 100, 120.0) })
            Size(level, n, months, 1000);
        Console.WriteLine();
        Console.WriteLine("Family of six series of 60 points in 120 months, no effect, level 0.1: share of families in which any adjusted p is 0.05 or less (step-down maxT), and in which any unadjusted one is.");
        Console.WriteLine();
        Family(60);
    }

    public static double[] Dates(Xoshiro256 random, int n, double months)
    {
        var dates = new double[n];
        for (var i = 0; i < n; i++)
            dates[i] = months * random.NextDouble();
        Array.Sort(dates);
        return dates;
    }

    public static TimedValue[] Series(Xoshiro256 random, double[] dates, double level, double noise, double effect, double from)
    {
        var (now, at) = (random.NextNormal(), dates[0]);
        var points = new TimedValue[dates.Length];
        for (var i = 0; i < dates.Length; i++)
        {
            now += level * Math.Sqrt(dates[i] - at) * random.NextNormal();
            at = dates[i];
            points[i] = new TimedValue(at, now + noise * random.NextNormal() + (at >= from ? effect : 0));
        }

        return points;
    }

    private static void InModel(int n, int sets)
    {
        var random = new Xoshiro256((ulong)n);
        var (covered, width, done) = (0, 0.0, 0);
        while (done < sets)
        {
            var s2 = Variance(random, 0.5);
            var points = default(TimedValue[]);
            var effect = Math.Sqrt(10 * s2) * random.NextNormal();
            points = Series(random, Dates(random, n, 40), Math.Sqrt(Variance(random, 0.1)), Math.Sqrt(s2), effect, 20);
            if (Sd(points) is < 0.9 or > 1.1 || points.Count(one => one.Time < 20) < 6 || points.Count(one => one.Time >= 20) < 4)
                continue;
            var found = InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0];
            covered += found.Lower <= effect && effect <= found.Upper ? 1 : 0;
            width += found.Upper - found.Lower;
            done++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| drawn from the priors | {n} | {sets:#,0} | {covered / (double)sets:0.000} | {width / sets:0.00} |"));
    }

    private static void Fixed(double level, double effect, int n, int sets)
    {
        var random = new Xoshiro256((ulong)(1000 * level) + 7);
        var (covered, width) = (0, 0.0);
        for (var set = 0; set < sets; set++)
        {
            var points = Series(random, Dates(random, n, 40), level, 0.3, effect, 20);
            if (points.Count(one => one.Time < 20) < 6 || points.Count(one => one.Time >= 20) < 4)
            {
                set--;
                continue;
            }

            var found = InterruptedSeries.Of(points).With(new Intervention(20)).Fit().Effects[0];
            covered += found.Lower <= effect && effect <= found.Upper ? 1 : 0;
            width += (found.Upper - found.Lower) / Sd(points);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| level {level}, noise 0.3, effect {effect} | {n} | {sets:#,0} | {covered / (double)sets:0.000} | {width / sets:0.00} |"));
    }

    private static void Size(double level, int n, double months, int sets)
    {
        var random = new Xoshiro256((ulong)(1000 * level + n));
        var (rejected, unspaced, impossible, dates, spaced) = (0, 0, 0, 0.0, 0.0);
        for (var set = 0; set < sets; set++)
        {
            var at = Dates(random, n, months);
            var middle = at[n / 2 - 1] + 0.5 * (at[n / 2] - at[n / 2 - 1]);
            var test = InterruptedSeries.Of(Series(random, at, level, 0.3, 0, 0)).With(new Intervention(middle)).Placebos();
            dates += test.Dates.Count;
            impossible += test.IsPossibleAt(0.05) ? 0 : 1;
            spaced += test.Spaced.Count;
            rejected += test.P <= 0.05 ? 1 : 0;
            unspaced += (1.0 + test.AsLarge) / (1 + test.Dates.Count) <= 0.05 ? 1 : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {level} | {n} | {months} | {sets:#,0} | {dates / sets:0.0} | {spaced / sets:0.0} | {impossible / (double)sets:0.00} | {rejected / (double)sets:0.000} | {unspaced / (double)sets:0.000} |"));
    }

    private static void Family(int sets)
    {
        var random = new Xoshiro256(99);
        var (adjusted, plain) = (0, 0);
        for (var set = 0; set < sets; set++)
        {
            var common = Dates(random, 60, 120);
            var middle = common[29] + 0.5 * (common[30] - common[29]);
            var family = FamilyTest.Of([.. Enumerable.Range(0, 6).Select(_ => InterruptedSeries.Of(Series(random, common, 0.1, 0.3, 0, 0)).With(new Intervention(middle)))]);
            adjusted += family.AdjustedP.Any(p => p <= 0.05) ? 1 : 0;
            plain += family.P.Any(p => p <= 0.05) ? 1 : 0;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"adjusted {adjusted / (double)sets:0.000}, unadjusted {plain / (double)sets:0.000} ({sets} families)"));
    }

    // inverse gamma of the guess with 4 df
    private static double Variance(Xoshiro256 random, double guess)
    {
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
            sum += random.NextNormal() is var z ? z * z : 0;
        return 4 * guess * guess / sum;
    }

    private static double Sd(TimedValue[] points)
    {
        var mean = points.Average(one => one.Value);
        return Math.Sqrt(points.Sum(one => (one.Value - mean) * (one.Value - mean)) / (points.Length - 1));
    }
}
