using System.Text.Json;
using CsCheck;
using Manometer.Model;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

public class RoundTripTests
{
    [Fact]
    public void Any_case_written_then_read_is_equal() =>
        CaseGen.Any.Sample(@case =>
        {
            var files = new MemoryCaseFiles();
            foreach (var (path, text) in CaseFolder.Texts(@case, "ruritania", null))
                files.Add(path, text);
            var reading = CaseReader.Read(files, "ruritania");
            Assert.DoesNotContain(reading.Diagnostics, fault => fault.Severity == Severity.Error);
            Assert.Equal(Flat(@case), Flat(reading.Case! with { Files = [], Credits = [] }));
            return true;
        }, iter: 1_000);

    [Fact]
    public void Columns_the_program_does_not_know_are_written_back()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", "id,name,kind,reliability,url,colour\ns1,Gazette,outlet,C,none seen,\"red, dark\"\ns2,Herald,outlet,C,none seen,\n");

        var reading = CaseReader.Read(files, "c");

        Assert.Equal("MAN0207", Assert.Single(reading.Diagnostics).Code);
        var written = CaseFolder.Texts(reading.Case!, "c", null).Single(file => file.Path == "sources.csv").Text;
        Assert.Equal("id,name,kind,reliability,origin_group,lean,language,url,note,colour\ns1,Gazette,outlet,C,,,,none seen,,\"red, dark\"\ns2,Herald,outlet,C,,,,none seen,,\n", written);
    }

    [Fact]
    public void A_faulty_row_hides_no_other()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("sources.csv", """
            id,name,kind,reliability,url
            s1,Gazette,outlet,Q,none seen
            s2,Herald,newspaper,C,none seen
            s3,Echo,outlet,C,none seen

            """);

        var reading = CaseReader.Read(files, "my-case");

        Assert.Equal("s3", Assert.Single(reading.Case!.Sources).Id);
        Assert.Equal(["sources.csv:2:19", "sources.csv:3:11"], reading.Diagnostics.Select(fault => fault.Where.ToString()));
        Assert.Equal("""
            sources.csv:3:11: error MAN0302: not a word of the vocabulary
            3 | s2,Herald,newspaper,C,none seen
              |           ^^^^^^^^^
            expected: outlet, institution, government, statistics, expert, witness, selector, other; did you mean 'outlet'?
            found:    newspaper
            next:     correct the cell, then: ./manometer check my-case

            """, reading.Diagnostics[1].ToString());
    }

    [Fact]
    public void A_table_that_cannot_be_read_is_the_one_fault_told()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));

        var reading = CaseReader.Read(new Locked(new DiskCaseFiles(folder.Path), "sources.csv"), "case");

        Assert.Equal("MAN0103", Assert.Single(reading.Diagnostics).Code);
    }

    private sealed class Locked(ICaseFiles inner, string locked) : ICaseFiles
    {
        public IReadOnlyList<string> List() => inner.List();

        public long? Size(string path) => inner.Size(path);

        public byte[] Read(string path) => path == locked ? throw new UnauthorizedAccessException("Access is denied.") : inner.Read(path);
    }

    [Fact] // with all rings in one Polygon the island would be a hole to other programs
    public void An_island_and_a_hole_are_written_as_what_they_are()
    {
        var files = new MemoryCaseFiles().Add("case.yaml", Minimal).Add("boundaries.geojson", """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"West March"},"geometry":{"type":"MultiPolygon","coordinates":[
              [[[0,0],[9,0],[9,9],[0,9],[0,0]],[[2,2],[3,2],[3,3],[2,3],[2,2]]],
              [[[20,0],[21,0],[21,1],[20,0]]]]}}]}
            """);

        var written = CaseFolder.Texts(CaseReader.Read(files, "c").Case!, "c", null).Single(file => file.Path == "boundaries.geojson").Text;

        Assert.Equal("""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"name":"West March"},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[2,2],[3,2],[3,3],[2,3],[2,2]]],[[[20,0],[21,0],[21,1],[20,0]]]]}}
            ]}

            """, written);
    }

    [Fact]
    public void The_built_in_case_survives_being_written_and_read()
    {
        using var folder = new TemporaryFolder();
        var original = CaseFolder.Read(Repository.Path("cases", "dprk-2016-2019"));

        CaseFolder.Write(original.Case!, folder.Path);
        var again = CaseFolder.Read(folder.Path);

        Assert.Equal(Flat(original.Case! with { Files = [], Credits = [] }), Flat(again.Case! with { Files = [], Credits = [] }));
        Assert.Equal(original.Diagnostics.Select(fault => fault.Code), again.Diagnostics.Select(fault => fault.Code));
    }

    private const string Minimal = """
        title: Ruritania
        question: Are the sanctions on Ruritania working?
        target: {country: XR, name: Ruritania}
        period: 2021-01/2022-12
        """;

    // records compare their lists by reference: two cases are compared by all their values, written out
    private static string Flat(Case @case) => JsonSerializer.Serialize(@case, Options);

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Converters = { new AsText<Edtf>() } };

    private sealed class AsText<T> : System.Text.Json.Serialization.JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value!.ToString());
    }
}
