using CsCheck;
using Manometer.Testing;

namespace Manometer.Cases.Tests;

/// <summary>Tables changed row by row.</summary>
public class TableEditTests
{
    [Fact]
    public void Rows_nobody_touches_stay_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        const string written = "id,source,published,title,url,note\nr-1,s,2021,\"A, \"\"B\"\"\n and C\",none seen,\n\"r-2\",s,2021,Plain, none seen ,x\n";
        File.WriteAllText(Path.Combine(folder.Path, "reports.csv"), written);
        var table = Open(folder);

        table.Append(new Dictionary<string, string?> { ["id"] = "r-3", ["title"] = "With, comma" });
        table.Save(folder.Path);

        Assert.Equal(written + "r-3,,,\"With, comma\",,\n", File.ReadAllText(Path.Combine(folder.Path, "reports.csv")));
    }

    [Fact]
    public void A_column_the_table_lacks_is_added_for_a_value_that_needs_it()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "reports.csv"), "id,source,published,url\nr-1,s,2021,none seen\n");
        var table = Open(folder);

        table.Set(table.Find("id", "r-1"), "sha256", "abc");
        table.Append(new Dictionary<string, string?> { ["id"] = "r-2", ["title"] = "T", ["note"] = "" });

        Assert.Equal("id,source,published,url,sha256,title\nr-1,s,2021,none seen,abc,\nr-2,,,,,T\n", table.Text());
    }

    [Theory]
    [InlineData("id,source\nr-1,s,too,many\n")]
    [InlineData("id,source\n\"r-1,s\n")]
    public void A_table_whose_form_is_broken_is_not_changed(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "reports.csv"), text);
        var faults = new FaultList("case");

        Assert.Null(TableEdit.Open(folder.Path, TableSchemas.Reports, faults));
        Assert.NotEqual(0, faults.Count);
    }

    [Fact]
    public void What_is_put_in_is_read_back() =>
        Gen.String[Gen.Char["ab,\"\n\r ;\t"], 0, 12].Array[1, 6].Sample(values =>
        {
            using var folder = new TemporaryFolder();
            var table = Open(folder);
            foreach (var value in values)
                table.Append(new Dictionary<string, string?> { ["id"] = "x", ["title"] = value, ["note"] = "end" });
            table.Save(folder.Path);
            var again = Open(folder);
            Assert.Equal(values.Length, again.Count);
            for (var i = 0; i < values.Length; i++)
                Assert.Equal(values[i].Trim(), again.Value(i, "title"));
        }, iter: 100);

    private static TableEdit Open(TemporaryFolder folder) => TableEdit.Open(folder.Path, TableSchemas.Reports, new FaultList("case"))!;
}
