using System.Globalization;
using Manometer.Testing;

namespace Manometer.Statistics.Tests;

/// <summary>Published panels, read from beside the checkout.</summary>
internal static class SynthData
{
    private static readonly string[] Excluded = ["IRN", "RUS", "QAT", "SYR", "IRQ", "VEN", "CUB", "PRK", "MMR", "SDN", "LBY", "YEM", "ZWE", "BLR", "UKR", "SSD", "SAU", "ARE", "BHR", "EGY", "CIV"];

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, List<Dictionary<string, string>>> Read = new();

    public static List<Dictionary<string, string>> Rows(string name) => Read.GetOrAdd(name, ReadRows);

    private static List<Dictionary<string, string>> ReadRows(string name)
    {
        var lines = File.ReadAllLines(Repository.Reference("data", "impact", name));
        var head = lines[0].Split(',').Select(one => one.Trim('"')).ToArray();
        return [.. lines.Skip(1).Select(line => head.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    public static IEnumerable<PanelRow> Column(List<Dictionary<string, string>> rows, string unit, string time, string column, Func<string, bool>? where = null) => rows
        .Where(row => row[column] is not ("" or "NA") && (where is null || where(row[unit])))
        .Select(row => new PanelRow(row[unit], Number(row[time]), Number(row[column])));

    public static Panel California()
    {
        var rows = Rows("smoking_tidysynth.csv");
        var panel = Panel.Of(Column(rows, "state", "year", "cigsale"));
        foreach (var name in new[] { "lnincome", "beer", "age15to24", "retprice" })
            panel = panel.With(name, Column(rows, "state", "year", name));
        return panel;
    }

    public static SyntheticControl CaliforniaQuestion() => SyntheticControl.Of(California()).Treated("California").From(1989).Expecting(EffectDirection.Down);

    public static Panel Germany()
    {
        var rows = Rows("germany.csv");
        var panel = Panel.Of(Column(rows, "country", "year", "gdp"));
        foreach (var name in new[] { "infrate", "trade", "schooling", "invest60", "invest70", "invest80", "industry" })
            panel = panel.With(name, Column(rows, "country", "year", name));
        return panel;
    }

    public static Panel Basque()
    {
        var rows = Rows("basque_full.csv");
        static bool Region(string name) => !name.StartsWith("Spain", StringComparison.Ordinal);
        var panel = Panel.Of(Column(rows, "regionname", "year", "gdpcap", Region));
        foreach (var name in rows[0].Keys.Skip(4))
            panel = panel.With(name, Column(rows, "regionname", "year", name, Region));
        return panel;
    }

    /// <summary>Log of real GDP against the year before the treatment; donors as reference/impact.md defines them.</summary>
    public static SyntheticControl Country(string treated, int from, int first, int last, string[]? donors = null)
    {
        var rows = Rows("pwt1001_1980_2019.csv");
        donors ??= [.. rows.GroupBy(row => row["isocode"]).Where(group => !Excluded.Contains(group.Key)
            && group.Count(row => row["rgdpna"] is not ("" or "NA")) == 40
            && group.Any(row => row["year"] == "2019" && Number(row["pop"]) > 3)).Select(group => group.Key)];
        var gdp = Column(rows, "isocode", "year", "rgdpna", code => code == treated || donors.Contains(code)).ToList();
        var bases = gdp.Where(row => row.Time == from - 1).ToDictionary(row => row.Unit, row => row.Value);
        var panel = Panel.Of(gdp.Where(row => bases.ContainsKey(row.Unit)).Select(row => row with { Value = Math.Log(row.Value / bases[row.Unit]) }));
        return SyntheticControl.Of(panel).Treated(treated).From(from).Since(first).Until(last).Expecting(EffectDirection.Down);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), "", false);
        foreach (var letter in line)
            if (letter == '"')
                quoted = !quoted;
            else if (letter == ',' && !quoted)
            {
                cells.Add(cell);
                cell = "";
            }
            else
                cell += letter;
        cells.Add(cell);
        return cells;
    }
}
