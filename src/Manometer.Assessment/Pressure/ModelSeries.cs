using Manometer.Model;
using Manometer.Statistics;

namespace Manometer.Assessment;

/// <summary>Numeric series as rows of the model: outcomes with a declared pressure sign, in units of their own spread above their baseline, all of one sector and indicator averaged into one.</summary>
/// <remarks>
/// Prices of one good in three towns do not move independently of the state: as three series they would count three times. Values above 0 that are no rates are taken as logarithms. The spread is that of
/// all months, since the few values of a baseline hardly have one. A series with fewer than two values in the baseline cannot be compared with it, one with fewer than eight values by month cannot tell its own noise: both are left out and counted.
/// </remarks>
internal static class ModelSeries
{
    private const int LeastBaseline = 2;
    private const int LeastPoints = 8;

    public sealed record Found(IReadOnlyList<(string Sector, string Id, IReadOnlyList<(int Month, double Value)> Points)> Rows, IReadOnlyList<string> Used, int LeftOut);

    public static Found Of(Case @case, DateOnly asOf, int firstMonth, int months, int baselineFirst, int baselineMonths)
    {
        var used = new List<string>();
        var leftOut = 0;
        var byKey = new SortedDictionary<string, List<(int Month, double Value)>>(StringComparer.Ordinal);
        foreach (var series in @case.Series)
        {
            if (series.Role != SeriesRole.Outcome || series.Pressure == 0 || series.Sector is null || series.Panel is not null)
                continue;
            var points = Standardised(series, asOf, firstMonth, months, baselineFirst, baselineMonths);
            if (points.Count == 0)
            {
                leftOut++;
                continue;
            }

            used.Add(series.Name);
            var key = $"{series.Sector}\t{series.Indicator}";
            if (!byKey.TryGetValue(key, out var list))
                byKey.Add(key, list = []);
            list.AddRange(points);
        }

        return new([.. byKey.Select(pair => (pair.Key.Split('\t')[0], pair.Key.Replace('\t', ' ').TrimEnd(), Averaged(pair.Value)))], used, leftOut);
    }

    private static IReadOnlyList<(int Month, double Value)> Averaged(List<(int Month, double Value)> points) =>
        [.. points.GroupBy(point => point.Month).OrderBy(group => group.Key).Select(group => (group.Key, group.Average(point => point.Value)))];

    private static List<(int Month, double Value)> Standardised(Series series, DateOnly asOf, int firstMonth, int months, int baselineFirst, int baselineMonths)
    {
        var values = new SortedDictionary<int, (double Sum, int Count)>();
        var level = !series.Unit.StartsWith("percent", StringComparison.Ordinal) && series.Points.All(point => point.Value is null or > 0);
        foreach (var point in series.Points)
        {
            if (point.Value is not { } value || point.Date is not { FirstDay: { } first, LastDay: { } last } || last > asOf || Months.Index(last) != Months.Index(first))
                continue;
            var month = Months.Index(first) - firstMonth;
            if (month < 0 || month >= months)
                continue;
            var (sum, count) = values.GetValueOrDefault(month);
            values[month] = (sum + (level ? Elementary.Log(value) : value), count + 1);
        }

        var baseline = values.Where(pair => pair.Key >= baselineFirst && pair.Key < baselineFirst + baselineMonths).Select(pair => pair.Value.Sum / pair.Value.Count).ToList();
        if (baseline.Count < LeastBaseline || values.Count < LeastPoints)
            return [];
        var mean = baseline.Average();
        var all = values.Select(pair => pair.Value.Sum / pair.Value.Count).ToList();
        var middle = all.Average();
        var sd = Math.Sqrt(all.Sum(value => (value - middle) * (value - middle)) / (all.Count - 1));
        return sd > 0 ? [.. values.Select(pair => (pair.Key, series.Pressure * (pair.Value.Sum / pair.Value.Count - mean) / sd))] : [];
    }
}
