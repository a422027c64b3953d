using System.Globalization;
using Manometer.Statistics;

namespace Manometer.Benchmarks;

/// <summary>California and its cigarettes, read from beside the checkout; and panels without any effect.</summary>
internal static class SynthPanels
{
    public static Panel California()
    {
        var lines = File.ReadAllLines(Find("smoking_tidysynth.csv")).Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(',')).ToList();
        IEnumerable<PanelRow> Column(int at) => lines.Skip(1).Where(cells => cells[at] != "NA").Select(cells => new PanelRow(cells[0], Number(cells[1]), Number(cells[at])));
        var panel = Panel.Of(Column(2));
        for (var at = 3; at <= 6; at++)
            panel = panel.With(lines[0][at], Column(at));
        return panel;
    }

    public static SyntheticControl CaliforniaOutcomes() => SyntheticControl.Of(California()).Treated("California").From(1989).Expecting(EffectDirection.Down);

    public static SyntheticControl CaliforniaPredictors() => CaliforniaOutcomes()
        .Predictor("lnincome", 1980, 1988).Predictor("retprice", 1980, 1988).Predictor("age15to24", 1980, 1988).Predictor("beer", 1984, 1988)
        .Predictor("", 1975).Predictor("", 1980).Predictor("", 1988).WithoutPlacebos();

    /// <summary>Units that follow AR(1) with unit variance around a common factor, the first times <paramref name="own"/>; nothing happens to any of them.</summary>
    public static Panel Null(Xoshiro256 random, int donors, int pre, int post, double rho, double factor, double own)
    {
        var rows = new List<PanelRow>();
        var shared = new double[pre + post];
        for (var t = 0; t < shared.Length; t++)
            shared[t] = random.NextNormal() + (t > 0 ? rho * shared[t - 1] : 0);
        for (var i = 0; i <= donors; i++)
        {
            var loading = factor * random.NextNormal();
            var value = random.NextNormal() / Math.Sqrt(1 - rho * rho);
            for (var t = 0; t < shared.Length; t++)
            {
                value = t > 0 ? rho * value + random.NextNormal() : value;
                rows.Add(new PanelRow($"u{i}", t, loading * shared[t] + (i == 0 ? own : 1) * value));
            }
        }

        return Panel.Of(rows);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Find(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "..", "shared", "data", "impact", name) is var path && File.Exists(path))
                return path;
        throw new FileNotFoundException($"reference data absent: ../shared/data/impact/{name}");
    }
}
