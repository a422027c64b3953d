using System.Diagnostics;
using System.Text;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>Cases made to break the reader: each is answered with diagnostics, in bounded time and memory.</summary>
public class HostileCaseTests
{
    private const string Minimal = """
        title: Ruritania
        question: Are the sanctions on Ruritania working?
        target: {country: XR, name: Ruritania}
        period: 2021-01/2022-12

        """;

    private const string Sources = "id,name,kind,reliability,url\n";

    [Theory]
    [InlineData("datapackage.json", """{"resources":[{"path":"\ud800"}]}""")]
    [InlineData("datapackage.json", """{"resources":[{"\ud800":"x"}]}""")]
    [InlineData("datapackage.json", """{"licenses":[{"title":"\udc00"}],"resources":[]}""")]
    [InlineData("boundaries.geojson", """{"type":"FeatureCollection","features":[{"properties":{"name":"\ud800"},"geometry":{"type":"Polygon","coordinates":[]}}]}""")]
    [InlineData("boundaries.geojson", """{"type":"FeatureCollection","features":[{"properties":{"name":"X"},"geometry":{"type":"Polygon","coordinates":[[]]}}]}""")]
    [InlineData("boundaries.geojson", """{"type":"FeatureCollection","features":[{"properties":{"name":"X"},"geometry":{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}}]}""")]
    [InlineData("case.yaml", "title: \"\\uD800\"\nquestion: x\ntarget: {country: XR, name: R}\nperiod: 2021\n---\nsecond: document\n")]
    [InlineData("case.yaml", "title: a\ntitle: b\nquestion: x\ntarget: {country: XR, name: R}\nperiod: 2021/2022\n")]
    public void Hostile_JSON_and_YAML_is_a_fault(string path, string text)
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add(path, text);

        Assert.NotEmpty(CaseReader.Read(files, "case").Diagnostics);
    }

    [Theory]
    [InlineData("series/../../secret.csv")]
    [InlineData("series/../secret.csv")]
    [InlineData("series/./x.csv")]
    public void The_description_cannot_lead_out_of_the_series(string path)
    {
        using var folder = new TemporaryFolder();
        var inside = Directory.CreateDirectory(Path.Combine(folder.Path, "case", "series")).Parent!.FullName;
        File.WriteAllText(Path.Combine(inside, "case.yaml"), Minimal);
        foreach (var at in (string[])["../secret.csv", "secret.csv", "series/x.csv"])
            File.WriteAllText(Path.Combine(inside, at), "date,value\n2021,1\n");
        File.WriteAllText(Path.Combine(inside, "datapackage.json"), $$$"""{"resources":[{"path":"{{{path}}}","manometer":{"title":"t","unit":"u","role":"control"}}]}""");

        var reading = CaseFolder.Read(inside);

        Assert.Empty(reading.Case!.Series);
        Assert.Contains(reading.Diagnostics, fault => fault.Code == "MAN0504");
    }

    [Fact]
    public void Two_series_of_one_name_are_a_fault()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("series/x.csv", "date,value\n2021,1\n").Add("series/y/x.csv", "date,value\n2021,1\n")
            .Add("datapackage.json", """{"resources":[{"path":"series/x.csv","manometer":{"title":"t","unit":"u","role":"control"}},{"path":"series/y/x.csv","manometer":{"title":"t","unit":"u","role":"control"}}]}""");

        var reading = CaseReader.Read(files, "case");

        Assert.Single(reading.Case!.Series);
        Assert.Contains(reading.Diagnostics, fault => fault.Code == "MAN0308");
    }

    [Fact]
    public void A_taxonomy_that_names_a_word_twice_keeps_the_first()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal + "taxonomy:\n  sectors:\n    - {id: moon, name: Moon}\n    - {id: moon, name: Another}\n    - {id: 'a;b', name: Bad}\n  indicators:\n    - {id: glow, sign: 1, sector_signs: {moom: -1}}\n");

        var reading = CaseReader.Read(files, "case");

        Assert.Equal("Moon", Assert.Single(reading.Case!.Taxonomy.Sectors, term => term.Id == "moon").Name);
        Assert.Equal(["MAN0604", "MAN0604", "MAN0604"], reading.Diagnostics.Select(fault => fault.Code));
        Assert.Contains("did you mean 'moon'?", reading.Diagnostics[2].Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_faults_are_counted_and_a_thousand_of_a_kind_shown()
    {
        var text = new StringBuilder(Sources);
        for (var i = 0; i < 100_000; i++)
            text.Append('s').Append(i).Append(",x,outlet,Q,none seen\n");

        var reading = CaseReader.Read(new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", text.ToString()), "case");

        Assert.Equal(1_000, reading.Diagnostics.Count(fault => fault.Code == "MAN0302"));
        Assert.Contains("99,000", Assert.Single(reading.Diagnostics, fault => fault.Code == "MAN0109").Found, StringComparison.Ordinal);
    }

    [Fact] // a megabyte of faults on one line was a scan of the line for each
    public void Many_faults_on_one_long_line_take_no_time()
    {
        var line = string.Concat(Enumerable.Repeat("a\"b,", 900_000));

        var clock = Stopwatch.StartNew();
        var reading = CaseReader.Read(new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", Sources + line), "case");

        Assert.True(reading.HasErrors);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void Unknown_references_without_number_take_no_time()
    {
        var reports = new StringBuilder("id,source,published,url\n");
        var sources = new StringBuilder(Sources);
        for (var i = 0; i < 30_000; i++)
        {
            sources.Append("source-").Append(i).Append(",x,outlet,C,none seen\n");
            reports.Append('r').Append(i).Append(",sourze-x").Append(i).Append(",2021,none seen\n");
        }

        var clock = Stopwatch.StartNew();
        var reading = CaseReader.Read(new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", sources.ToString()).Add("reports.csv", reports.ToString()), "case");

        Assert.True(reading.HasErrors);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public void What_is_found_cannot_command_the_terminal_or_fill_it()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", Sources + "s1,x,\u001b[2J\u202e" + new string('k', 5_000) + ",C,none seen\n");

        var text = Assert.Single(CaseReader.Read(files, "case").Diagnostics).ToString();

        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202e', text);
        Assert.True(text.Length < 1_000);
    }

    [Fact] // the quote of the second row would close at the quote of the fourth
    public void A_quote_left_open_hides_only_its_own_row()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", Sources + "s1,\"Gazette,outlet,C,none seen\ns2,Herald,outlet,C,none seen\ns3,\"Echo, The\",outlet,C,none seen\n");

        var reading = CaseReader.Read(files, "case");

        Assert.Equal(["s2", "s3"], reading.Case!.Sources.Select(source => source.Id));
        Assert.Equal("sources.csv:2:4", Assert.Single(reading.Diagnostics).Where.ToString());
        Assert.Equal("MAN0205", reading.Diagnostics[0].Code);
    }

    [Fact]
    public void Lines_of_an_old_Macintosh_are_counted()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", "id,name,kind,reliability,url\rs1,x,outlet,C,none seen\rs2,x,outlet,Q,none seen\r");

        var fault = Assert.Single(CaseReader.Read(files, "case").Diagnostics, fault => fault.Severity == Severity.Error);

        Assert.Equal("sources.csv:3:13", fault.Where.ToString());
        Assert.Equal("s2,x,outlet,Q,none seen", fault.Excerpt);
    }

    [Fact]
    public void The_column_of_a_fault_in_JSON_counts_characters()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("datapackage.json", "{\"title\": \"가나다\" x}");

        Assert.Equal("datapackage.json:1:17", Assert.Single(CaseReader.Read(files, "case").Diagnostics).Where.ToString());
    }

    [Fact]
    public void A_coordinate_alone_and_a_country_in_words_are_faults()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("places.csv", "id,name,lat,lon,level,country\np1,X,41,,city,XR\np2,Y,,,city,Ruritania\n");

        Assert.Equal(["places.csv:2:9 MAN0301", "places.csv:3:13 MAN0302"], CaseReader.Read(files, "case").Diagnostics.Select(fault => $"{fault.Where} {fault.Code}"));
    }

    [Fact]
    public void A_description_of_two_hundred_megabytes_is_refused_unread()
    {
        var reading = CaseReader.Read(new Large(new MemoryCaseFiles().Add("case.yaml", Minimal)), "case");

        Assert.Equal("MAN0104", Assert.Single(reading.Diagnostics).Code);
    }

    [Fact]
    public void Links_that_lead_nowhere_or_in_a_circle_are_faults_not_exceptions()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "case.yaml"), Minimal);
        Directory.CreateDirectory(Path.Combine(folder.Path, "series"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "series", "again"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "sources.csv"), "sources.csv");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "reports.csv"), "nowhere.csv");

        var reading = CaseFolder.Read(folder.Path);

        Assert.NotNull(reading.Case);
        Assert.Equal(["reports.csv MAN0103", "sources.csv MAN0103"], reading.Diagnostics.Select(fault => $"{fault.Where.File} {fault.Code}"));
    }

    [Fact]
    public void A_file_without_end_is_not_read_for_ever()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "this system has no /dev/zero");
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "case.yaml"), Minimal);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "sources.csv"), "/dev/zero");

        Assert.Equal("MAN0210", Assert.Single(CaseFolder.Read(folder.Path).Diagnostics).Code);
    }

    private sealed class Large(MemoryCaseFiles inner) : ICaseFiles
    {
        public IReadOnlyList<string> List() => inner.List();

        public long? Size(string path) => path == "case.yaml" ? 200L << 20 : inner.Size(path);

        public byte[] Read(string path) => throw new InvalidOperationException("read all the same");
    }
}
