using Manometer.Testing;

namespace Manometer.Cases.Tests;

public class CaseQueryTests
{
    private static CaseQuery Starter() => CaseQuery.Open(CaseFolder.Read(Repository.Path("cases", "starter")).Case!, Repository.Path("cases", "starter"));

    [Theory]
    [InlineData("select count(*) from observations", 2L)]
    [InlineData("select count(*) from observations where when_first = date '2021-09-01' and when_last = date '2021-09-30'", 2L)]
    [InlineData("select count(*) from observations where step_low = 2 and step_high = 2", 1L)]
    [InlineData("select count(value) from series where unit = 'crowns/kg'", 5L)]
    [InlineData("select count(*) from observations o join reports r on o.report = r.id join sources s on r.source = s.id where s.kind = 'statistics'", 1L)]
    public void The_tables_can_be_asked(string sql, long answer)
    {
        using var query = Starter();

        Assert.True(query.TryRun(sql, out var result, out var fault), fault);
        Assert.Equal(answer, Assert.Single(Assert.Single(result!.Rows)));
    }

    [Theory]
    [InlineData("select * from read_csv('/etc/passwd')")]
    [InlineData("select * from read_text('case.yaml')")]
    [InlineData("copy observations to 'stolen.csv'")]
    [InlineData("attach 'other.db'")]
    [InlineData("install httpfs")]
    [InlineData("load spatial")]
    [InlineData("set enable_external_access = true")]
    [InlineData("export database 'somewhere'")]
    public void Nothing_else_can_be_reached(string sql)
    {
        using var query = Starter();

        Assert.False(query.TryRun(sql, out _, out var fault));
        Assert.False(string.IsNullOrEmpty(fault));
    }

    [Theory]
    [InlineData("delete from observations", "only reads")]
    [InlineData("update observations set note = ''", "only reads")]
    [InlineData("create table t as select 1", "only reads")]
    [InlineData("drop table observations", "only reads")]
    [InlineData("insert into observations (id) values ('x')", "only reads")]
    [InlineData("select 1; select 2", "one statement at a time: here are 2")]
    [InlineData(" ; -- nothing\n", "no statement")]
    [InlineData("", "no statement")]
    [InlineData("select when from observations", "write the column as \"when\"")]
    [InlineData("select * from observations where sector = \"trade\"", "single quotes")]
    public void A_statement_that_cannot_be_meant_is_refused_with_a_way_forward(string sql, string words)
    {
        using var query = Starter();

        Assert.False(query.TryRun(sql, out _, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("select ';' as a", 1)]
    [InlineData("select \"a;b\" from t -- ; and so on", 1)]
    [InlineData("select $$;$$ /* ; */ ;", 1)]
    [InlineData("select $x$ ; $$ ; $x$; select 'it''s; so'", 2)]
    [InlineData("select '", 1)]
    [InlineData("-- only ; a comment", 0)]
    public void Semicolons_inside_texts_names_and_comments_end_nothing(string sql, int statements) => Assert.Equal(statements, StatementText.Count(sql));

    [Fact]
    public void A_statement_that_runs_too_long_can_be_stopped()
    {
        using var query = Starter();
        using var soon = new CancellationTokenSource(200);

        Assert.Throws<OperationCanceledException>(() => query.TryRun("select count(*) from range(1000000000) a, range(1000000000) b where a.range * b.range = 7", out _, out _, soon.Token));
        Assert.True(query.TryRun("select 1", out var after, out _), "the next statement runs");
        Assert.Single(after!.Rows);
    }

    [Fact]
    public void A_wrong_statement_is_answered_with_the_place_of_the_fault()
    {
        using var query = Starter();

        Assert.False(query.TryRun("select nope from observations", out _, out var fault));
        Assert.Contains("nope", fault, StringComparison.Ordinal);
        Assert.Contains("LINE 1", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_beside_a_table_is_more_rows_of_it()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));
        var @case = CaseFolder.Read(folder.Path).Case!;
        var bulk = Path.Combine(folder.Path, "observations.parquet");
        using (var export = CaseQuery.Open(@case, folder.Path, bulk))
            Assert.True(export.TryExport("select * from observations", bulk, out var fault), fault);

        using var query = CaseQuery.Open(@case, folder.Path);

        Assert.True(query.TryRun("select count(*), count(distinct id) from observations", out var result, out _));
        Assert.Equal([4L, 2L], result!.Rows[0]);
    }

    [Theory]
    [InlineData("copy (select 1 as id) to '{0}' (format parquet)")]
    [InlineData("explain analyze copy (select 1 as id) to '{0}' (format parquet)")]
    [InlineData("prepare p as copy (select 1 as id) to '{0}' (format parquet)")]
    [InlineData("create table t as select 1 as id; copy t to '{0}' (format parquet)")]
    [InlineData("select 1; copy (select 1 as id) to '{0}' (format parquet)")]
    public void Parquet_beside_a_table_cannot_be_written_over(string sql)
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));
        var @case = CaseFolder.Read(folder.Path).Case!;
        var bulk = Path.Combine(folder.Path, "observations.parquet");
        using (var export = CaseQuery.Open(@case, folder.Path, bulk))
            Assert.True(export.TryExport("select * from observations", bulk, out var fault), fault);
        var before = File.ReadAllBytes(bulk);

        using (var query = CaseQuery.Open(@case, folder.Path))
            Assert.False(query.TryRun(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, bulk), out _, out _));

        Assert.Equal(before, File.ReadAllBytes(bulk));
    }

    [Fact]
    public void Parquet_that_is_none_is_a_fault_of_every_statement()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(CaseFolder.Create(folder.Path));
        File.WriteAllText(Path.Combine(folder.Path, "observations.parquet"), "no parquet at all");

        using var query = CaseQuery.Open(CaseFolder.Read(folder.Path).Case!, folder.Path);

        Assert.False(query.TryRun("select count(*) from observations", out _, out var fault));
        Assert.Contains("observations.parquet", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pivot observations on sector using count(*)")]
    [InlineData("summarize observations")]
    [InlineData("describe observations")]
    [InlineData("show tables")]
    [InlineData("explain select * from observations")]
    [InlineData("from observations select id; ")]
    public void Ways_of_looking_at_a_table_are_allowed(string sql)
    {
        using var query = Starter();

        Assert.True(query.TryRun(sql, out var result, out var fault), fault);
        Assert.NotEmpty(result!.Columns);
    }

    [Fact]
    public void Only_the_one_file_named_on_opening_may_be_written()
    {
        using var folder = new TemporaryFolder();
        using var query = CaseQuery.Open(CaseFolder.Read(Repository.Path("cases", "starter")).Case!, folder.Path, Path.Combine(folder.Path, "allowed.parquet"));

        Assert.False(query.TryExport("select 1", Path.Combine(folder.Path, "other.parquet"), out _));
        Assert.True(query.TryExport("select 1", Path.Combine(folder.Path, "allowed.parquet"), out var fault), fault);
    }
}
