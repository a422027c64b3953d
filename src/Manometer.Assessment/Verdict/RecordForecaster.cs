using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>A forecaster that knows only the record: each sector's past reports, of all time (climatology) or of the last months (persistence).</summary>
/// <remarks>
/// Reports: Dirichlet with 1/2 a step, sector by sector, in order of publication; a report that leaves the step open is shared out over its steps. Series: normal with unknown mean and variance
/// (one value at 0 and a variance of 1 with 2 degrees of freedom beforehand), in order of month.
/// </remarks>
internal static class RecordForecaster
{
    private const double Share = 0.5;

    /// <summary>Log probability given to what came in each month.</summary>
    /// <param name="input">The record.</param>
    /// <param name="window">Months that are remembered; 0 for all.</param>
    /// <param name="without">Indexes of reports left out; null for none.</param>
    /// <param name="series">Whether the series are foretold too.</param>
    public static double[] LogPredictives(ModelInput input, int window = 0, IReadOnlySet<int>? without = null, bool series = true)
    {
        var data = input.Data!;
        var sums = new double[data.Months];
        var past = new Dictionary<int, List<(int Month, double[] Shares)>>();
        for (var i = 0; i < data.Reports.Count; i++)
        {
            var report = data.Reports[i];
            if (report.Weight == 0 || without?.Contains(i) == true)
                continue;
            var sector = data.Cells[report.Cell].Members[0];
            if (!past.TryGetValue(sector, out var list))
                past.Add(sector, list = []);
            double[] counts = [Share, Share, Share, Share, Share];
            foreach (var (month, shares) in list)
                if (window == 0 || month >= report.Published - window)
                    for (var y = 0; y < counts.Length; y++)
                        counts[y] += shares[y];
            var total = counts.Sum();
            double within = 0;
            for (var y = report.Low + 2; y <= report.High + 2; y++)
                within += counts[y];
            sums[report.Published] += report.Weight * Elementary.Log(within / total);
            var own = new double[counts.Length];
            for (var y = report.Low + 2; y <= report.High + 2; y++)
                own[y] = report.Weight * counts[y] / within;
            list.Add((report.Published, own));
        }

        if (series)
            foreach (var one in data.Series)
                Foretell(one, sums);
        return sums;
    }

    /// <summary>Log probability of one more report, given the whole record of its sector.</summary>
    public static double LogShare(ModelInput input, OrdinalReport next)
    {
        var data = input.Data!;
        var sector = data.Cells[next.Cell].Members[0];
        double[] counts = [Share, Share, Share, Share, Share];
        foreach (var report in data.Reports)
            if (report.Weight > 0 && data.Cells[report.Cell].Members[0] == sector)
                for (var y = report.Low + 2; y <= report.High + 2; y++)
                    counts[y] += report.Weight / (report.High - report.Low + 1);
        var within = 0.0;
        for (var y = next.Low + 2; y <= next.High + 2; y++)
            within += counts[y];
        return Elementary.Log(within / counts.Sum());
    }

    private static void Foretell(OrdinalSeries series, double[] sums)
    {
        double mean = 0, strength = 1, shape = 1, rate = 1;
        foreach (var (month, value) in series.Points)
        {
            var scale = Math.Sqrt(rate * (strength + 1) / (shape * strength));
            sums[month] -= new StudentDistribution(2 * shape, mean, scale).LogScore(value);
            rate += strength * (value - mean) * (value - mean) / (2 * (strength + 1));
            mean = (strength * mean + value) / (strength + 1);
            strength++;
            shape += 0.5;
        }
    }
}
