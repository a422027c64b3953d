using System.Text.Json.Nodes;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>Files with members: the target beside others, for comparison.</summary>
public class PanelTests
{
    private const string Rows = "member,date,value\nXR,2020,100\nXR,2021,96\nXF,2020,100\nXF,2021,102\nXG,2020,100\nXG,2021,\nXS,2020,100\n";

    [Fact]
    public void A_panel_gives_each_member_its_part()
    {
        var reading = Read(Rows, """{ "treated": ["XR"], "excluded": { "XS": "at war" }, "names": { "XR": "Ruritania" } }""");

        Assert.Empty(reading.Diagnostics);
        var series = reading.Case!.Series;
        Assert.Equal(["gdp.XR", "gdp.XF", "gdp.XG", "gdp.XS"], series.Select(one => one.Name));
        Assert.Equal([SeriesRole.Outcome, SeriesRole.Control, SeriesRole.Control, SeriesRole.Context], series.Select(one => one.Role));
        Assert.Equal([true, false, false, false], series.Select(one => one.Treated));
        Assert.Equal([null, null, null, "at war"], series.Select(one => one.Excluded));
        Assert.Equal(["Ruritania", null, null, null], series.Select(one => one.MemberName));
        Assert.Equal(["zenda", null, null, null], series.Select(one => one.Place));
        Assert.All(series, one => Assert.Equal(("gdp", "series/gdp.csv", "Output", -1), (one.Panel, one.File, one.Title, one.Pressure)));
        Assert.Equal([2, 2, 2, 1], series.Select(one => one.Points.Count));
        Assert.Null(series[2].Points[1].Value);
    }

    [Theory]
    [InlineData("""{ "treated": ["XQ"] }""", "MAN0309", "XQ\"] }", "a member of the panel; did you mean 'XR'?")]
    [InlineData("""{ "treated": ["XR"], "excluded": { "YZ": "at war" } }""", "MAN0309", "YZ\": \"at war", "a member of the panel")]
    [InlineData("""{ "treated": "XR" }""", "MAN0604", "XR\" }", "a list of members, such as [\"XR\"]")]
    [InlineData("""{ "treated": ["XR"], "excluded": ["XS"] }""", "MAN0604", "[\"XS\"]", "an object with a text for each member, such as { \"XR\": \"under measures itself from 2021\" }")]
    [InlineData("""{ "treated": ["XR"], "excluded": { "XR": "at war" } }""", "MAN0604", "at war", "members that are not treated")]
    [InlineData("""{ "treated": ["XR"], "exluded": {} }""", "MAN0603", "exluded", "one of treated, excluded, names; did you mean 'excluded'?")]
    [InlineData("[]", "MAN0604", "[]", "an object with 'treated', a list of members, and perhaps 'excluded' and 'names'")]
    public void A_fault_in_the_description_of_a_panel_stands_where_it_is(string panel, string code, string marked, string wanted)
    {
        var fault = Assert.Single(Read(Rows, panel).Diagnostics, fault => fault.Code != "MAN0509");

        Assert.Equal((code, wanted), (fault.Code, fault.Expected));
        Assert.StartsWith(marked, Description(panel)[(fault.Where.Column - 1)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member,date,value\nXR,2020,1\nXR,2020,2\nXF,2020,1\nXG,2020,1\n", "series/gdp.csv:3:4 MAN0501")]
    [InlineData("member,date,value\nXR,2020,1\nXF,2020,1\nXG,2020,1\nXR,2021,1\n", "series/gdp.csv:5:1 MAN0502")]
    [InlineData("member,date,value\nXR,2021,1\nXR,2020,1\nXF,2020,1\nXG,2020,1\n", "series/gdp.csv:3:4 MAN0502")]
    [InlineData("member,date,value\nXR,2020,1\nX F,2020,1\nXF,2020,1\nXG,2020,1\n", "series/gdp.csv:3:1 MAN0307")]
    [InlineData("member,date,value\nXR,2020,1\n,2020,1\nXF,2020,1\nXG,2020,1\n", "series/gdp.csv:3:1 MAN0301")]
    [InlineData("member,date,value,unit\nXR,2020,1,crowns\nXF,2020,1,index\nXG,2020,1,index\n", "series/gdp.csv:2:11 MAN0505")]
    public void A_fault_in_a_row_of_a_panel_is_told(string rows, string expected)
    {
        var faults = Read(rows, """{ "treated": ["XR"] }""").Diagnostics;

        Assert.Contains(expected, faults.Select(fault => $"{fault.Where} {fault.Code}"));
    }

    [Fact] // each member begins anew
    public void Members_do_not_share_their_dates() => Assert.Empty(Read(Rows, """{ "treated": ["XR"] }""").Diagnostics);

    [Theory]
    [InlineData("""{ "treated": [] }""")]
    [InlineData("""{ "treated": ["XR", "XF", "XG"] }""")]
    [InlineData("""{ "treated": ["XR"], "excluded": { "XS": "at war", "XF": "at war" } }""")]
    public void A_panel_in_which_nothing_can_be_compared_is_warned_about(string panel) =>
        Assert.Equal("MAN0509", Assert.Single(Read(Rows, panel).Diagnostics).Code);

    [Fact]
    public void A_challenge_and_a_rival_may_name_a_panel_or_a_member()
    {
        var files = Files(Rows, """{ "treated": ["XR"] }""")
            .Add("rivals.csv", "id,name,when,sectors,series,summary,source_url,verification\nv1,Frost,2021-04/..,all,gdp;gdp.XR,Wheat froze,none seen,general-knowledge\nv2,Flood,2021,trade,gdp.XQ,Rain,none seen,checked\n")
            .Add("challenges.csv", "id,against,by,text,status,url\nc1,gdp.XF,a reader,Not alike,open,none seen\nc2,v1,a reader,It was mild,open,none seen\n");

        var reading = CaseReader.Read(files, "case");

        Assert.Equal(["rivals.csv:3:21 MAN0309", "rivals.csv:3:33 MAN0416"], reading.Diagnostics.Where(fault => fault.Where.File == "rivals.csv").Select(fault => $"{fault.Where} {fault.Code}"));
        Assert.DoesNotContain(reading.Diagnostics, fault => fault.Where.File == "challenges.csv");
        var rival = Assert.Single(reading.Case!.Rivals);
        Assert.Equal(("v1", 0, "2021-04/.."), (rival.Id, rival.Pressure, rival.When.ToString()));
        Assert.Equal(["gdp", "gdp.XR"], rival.Series);
    }

    [Theory]
    [InlineData("+", 1)]
    [InlineData("-", -1)]
    [InlineData("", 0)]
    public void A_rival_adds_to_the_pressure_relieves_it_or_is_not_known_to(string cell, int expected)
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("rivals.csv", $"id,name,when,sectors,pressure,summary,source_url,verification\nv1,Frost,2021-04,food,{cell},Wheat froze,none seen,general-knowledge\n");

        Assert.Equal(expected, Assert.Single(CaseReader.Read(files, "case").Case!.Rivals).Pressure);
    }

    [Fact]
    public void A_panel_nobody_described_is_added_as_one_stub()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "case.yaml"), Minimal);
        Directory.CreateDirectory(Path.Combine(folder.Path, "series"));
        File.WriteAllText(Path.Combine(folder.Path, "series", "gdp.csv"), Rows);

        CaseFolder.WriteDescription(CaseFolder.Read(folder.Path).Case!, folder.Path);

        var resource = Assert.Single(JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "datapackage.json")))!["resources"]!.AsArray());
        Assert.Equal("""{"title":"Gdp","unit":"not stated","role":"context","pressure":0,"panel":{"treated":[]}}""", resource!["manometer"]!.ToJsonString());
        Assert.Equal(["MAN0508", "MAN0509"], CaseFolder.Read(folder.Path).Diagnostics.Select(fault => fault.Code).Order());
    }

    [Theory]
    [InlineData("""["m1"]""", "m1", null)]
    [InlineData("""["m1", "m3"]""", "m1", "MAN0309")]
    [InlineData("""[7]""", "", "MAN0309")]
    [InlineData("\"m1\"", "", "MAN0604")]
    public void A_series_names_the_measures_in_question(string list, string expected, string? code)
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal)
            .Add("measures.csv", "id,issuer,name,adopted,sectors,status,summary,source_url,verification\nm1,Council,Ban,2021-01-01,all,in-force,Bars trade,none seen,general-knowledge\n")
            .Add("series/gdp.csv", "date,value\n2020,1\n")
            .Add("datapackage.json", $$"""{ "resources": [ { "path": "series/gdp.csv", "manometer": { "title": "Output", "unit": "index", "role": "outcome", "measures": {{list}} } } ] }""");

        var reading = CaseReader.Read(files, "case");

        Assert.Equal(code, reading.Diagnostics.Select(fault => fault.Code).SingleOrDefault(one => one != "MAN0608"));
        Assert.Equal(expected, string.Join(';', Assert.Single(reading.Case!.Series).Measures));
    }

    [Fact]
    public void A_measure_eases_where_it_says_so()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("measures.csv", """
            id,issuer,name,adopted,sectors,status,summary,source_url,verification,effect
            m1,Council,Ban,2021-01-01,all,in-force,Bars trade,none seen,general-knowledge,
            m2,Council,Relief,2022-01-01,all,in-force,Lifts the ban,none seen,general-knowledge,eases

            """);

        Assert.Equal([MeasureEffect.Tightens, MeasureEffect.Eases], CaseReader.Read(files, "case").Case!.Measures.Select(measure => measure.Effect));
    }

    private const string Minimal = """
        title: Ruritania
        question: Are the sanctions on Ruritania working?
        target: {country: XR, name: Ruritania}
        period: 2021-01/2022-12
        """;

    private static CaseReading Read(string rows, string panel) => CaseReader.Read(Files(rows, panel), "case");

    private static MemoryCaseFiles Files(string rows, string panel) => new MemoryCaseFiles()
        .Add("case.yaml", Minimal)
        .Add("places.csv", "id,name,level,country\nzenda,Zenda,city,XR\n")
        .Add("series/gdp.csv", rows)
        .Add("datapackage.json", Description(panel));

    private static string Description(string panel) => $$"""{ "resources": [ { "name": "places", "path": "places.csv", "schema": { "fields": [ {"name": "id"}, {"name": "name"}, {"name": "level"}, {"name": "country"} ] } }, { "name": "gdp", "path": "series/gdp.csv", "manometer": { "title": "Output", "unit": "index", "place": "zenda", "role": "outcome", "pressure": -1, "panel": {{panel}} } } ] }""";
}
