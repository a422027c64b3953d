using System.Globalization;
using System.Text;

namespace Manometer.Testing;

/// <summary>Writes a case of any size about a country that does not exist: same size, same bytes. For benchmarks and for tests of scale.</summary>
internal static class SyntheticCase
{
    private static readonly string[] Sectors = ["mining-coal", "trade", "markets", "textiles", "electricity", "fuel", "food", "real-estate", "currency", "fisheries", "smuggling", "construction"];
    private static readonly string[] Indicators = ["output", "price", "trade-volume", "income", "supply", "employment", "crackdown", "investment"];
    private static readonly string[] Groups = ["traders", "workers", "miners", "residents", "soldiers", "officials", "farmers", ""];
    private static readonly string[] Ties = [",", "sanctions,asserted", "sanctions,inferred", "other-cause,asserted", "sanctions,denied"];

    public static void Write(string folder, int observations)
    {
        Directory.CreateDirectory(folder);
        Put("case.yaml", """
            title: Freedonia 2010-2019, synthetic
            question: Are the sanctions on Freedonia working?
            target: {country: XF, name: Freedonia}
            period: 2010-01/2019-12
            as_of: 2020-01-31
            baseline: 2010-01/2010-12
            summary: A synthetic case, made to measure the program with.

            """);
        Put("sources.csv", Lines("id,name,kind,reliability,origin_group,lean,language,url,note", 40, i => $"src-{i},Source {i},outlet,{"ABCDEF"[i % 6]},{(i % 5 == 0 ? "group-" + i % 3 : "")},unknown,en,none seen,"));
        var reports = Math.Max(1, observations / 4);
        Put("reports.csv", Lines("id,source,selector,published,title,url,chain,captured,sha256,note", reports, i => $"r-{i},src-{i * 7 % 40},,{Month(i * 13 % 118 + 1)},Report {i},example.org/{i},\"resident {i} > Source {i * 7 % 40}\",,,"));
        Put("places.csv", Lines("id,name,lat,lon,level,province,country,variants,native,precision,source,note", 60, i => string.Create(CultureInfo.InvariantCulture, $"p-{i},Place {i},{40 + i % 10 * 0.1:0.0},{120 + i / 10 * 0.1:0.0},city,,XF,Place-{i};Pl. {i},,approximate,made up,")));
        Put("measures.csv", Lines("id,issuer,name,adopted,published,effective,winddown_end,sectors,cap_value,cap_unit,cap_period,supersedes,implements,status,summary,source_url,verification,note", 40, i => $"m-{i},Council,Measure {i},{Month(12 + i * 2)}-01,,{Month(12 + i * 2)}-15,,{Sectors[i % 12]};{Sectors[(i + 3) % 12]},,,,,,in-force,Bars trade in goods of kind {i},council.example/{i},checked,"));
        Put("observations.csv", Lines(
            "id,report,event,origin,when,place,place_stated,sector,group,indicator,direction,kind,step,step_reason,magnitude,unit,attribution,grade,polarity,measures,credibility,summary,span,coder,note",
            observations,
            i => Observation(i, reports)));

        void Put(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));
    }

    private static string Observation(int i, int reports)
    {
        var noise = (uint)i * 2654435761u;
        var report = i % reports;
        var month = Math.Max(0, report * 13 % 118 - (int)(noise >> 8) % 2);
        var indicator = Indicators[(noise >> 4) % (uint)Indicators.Length];
        var direction = (noise >> 12) % 10 < 7 ? (indicator is "price" or "crackdown" ? "up" : "down") : (noise >> 12) % 10 < 9 ? (indicator is "price" or "crackdown" ? "down" : "up") : "none";
        var tie = Ties[(noise >> 16) % 20 < 12 ? 0 : (noise >> 16) % 4 + 1];
        var (attribution, grade) = tie == "," ? ("none", "") : (tie.Split(',')[0], tie.Split(',')[1]);
        var percent = (noise >> 20) % 5 == 0 ? $"{(direction == "up" ? "" : "-")}{noise % 80},percent" : ",";
        return $"o-{i},r-{report},e-{i / 3},,{Month(month)},p-{noise % 60},,{Sectors[noise / 7 % 12]},{Groups[noise / 11 % 8]},{indicator},{direction},change,,,{percent},{attribution},{grade},asserted,,{noise % 6 + 1},\"A resident of place {noise % 60} says that {indicator} moved in the month, number {i}, and that neighbours noticed\",,first,";
    }

    private static string Month(int index) => string.Create(CultureInfo.InvariantCulture, $"{2010 + index / 12:0000}-{index % 12 + 1:00}");

    private static string Lines(string header, int count, Func<int, string> row)
    {
        var text = new StringBuilder(header).Append('\n');
        for (var i = 0; i < count; i++)
            text.Append(row(i)).Append('\n');
        return text.ToString();
    }
}
