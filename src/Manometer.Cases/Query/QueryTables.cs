using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>Puts the tables of a case into a database, typed as their schema says.</summary>
internal static class QueryTables
{
    /// <summary>Loads every table, and returns the Parquet files that hold more of their rows.</summary>
    public static IReadOnlyList<string> Load(DuckDBConnection connection, Case @case, string folder)
    {
        var rows = TableText.Cells(@case);
        var bulk = new List<string>();
        foreach (var schema in TableSchemas.All)
        {
            var steps = schema == TableSchemas.Observations ? @case.Observations.Select(@case.Taxonomy.StepOf).ToList() : null;
            var parquet = Path.GetFullPath(Path.Combine(folder, schema.Name + ".parquet"));
            var hasBulk = File.Exists(parquet);
            var name = hasBulk ? schema.Name + "_text" : schema.Name;
            Create(connection, name, schema, steps is not null);
            Append(connection, name, schema, rows[schema.Name], steps);
            if (!hasBulk)
                continue;
            bulk.Add(parquet);
            Run(connection, $"CREATE VIEW {schema.Name} AS SELECT * FROM {name} UNION ALL BY NAME SELECT * FROM read_parquet({CaseQuery.Quote(parquet)})");
        }

        LoadSeries(connection, @case);
        return bulk;
    }

    private static void Create(DuckDBConnection connection, string name, TableSchema schema, bool withSteps)
    {
        var sql = new StringBuilder($"CREATE TABLE {name} (");
        foreach (var column in schema.Columns)
        {
            sql.Append('"').Append(column.Name).Append("\" ").Append(TypeOf(column.Type)).Append(", ");
            if (column.Type == ColumnType.Edtf)
                sql.Append('"').Append(column.Name).Append("_first\" DATE, \"").Append(column.Name).Append("_last\" DATE, ");
        }

        if (withSteps)
            sql.Append("step_low INTEGER, step_high INTEGER, ");
        sql.Length -= 2;
        Run(connection, sql.Append(')').ToString());
    }

    private static void Append(DuckDBConnection connection, string name, TableSchema schema, IEnumerable<string?[]> rows, List<PressureStep?>? steps)
    {
        using var appender = connection.CreateAppender(name);
        var index = 0;
        foreach (var cells in rows)
        {
            var row = appender.CreateRow();
            for (var i = 0; i < cells.Length; i++)
                Value(row, schema.Columns[i].Type, cells[i]);
            if (steps is not null)
            {
                row.AppendValue(steps[index]?.Lowest);
                row.AppendValue(steps[index]?.Highest);
            }

            row.EndRow();
            index++;
        }
    }

    private static void Value(IDuckDBAppenderRow row, ColumnType type, string? cell)
    {
        var text = string.IsNullOrEmpty(cell) ? null : cell;
        switch (type)
        {
            case ColumnType.Integer:
                row.AppendValue(text is null ? null : int.Parse(text, CultureInfo.InvariantCulture));
                break;
            case ColumnType.Number:
                row.AppendValue(text is null ? null : double.Parse(text, CultureInfo.InvariantCulture));
                break;
            case ColumnType.Day:
                row.AppendValue(text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case ColumnType.Edtf:
                row.AppendValue(text);
                var date = text is not null && Edtf.TryParse(text, out var parsed) ? parsed : default;
                row.AppendValue(text is null ? null : date.FirstDay);
                row.AppendValue(text is null ? null : date.LastDay);
                break;
            default:
                row.AppendValue(text);
                break;
        }
    }

    private static void LoadSeries(DuckDBConnection connection, Case @case)
    {
        Run(connection, "CREATE TABLE series (name VARCHAR, title VARCHAR, unit VARCHAR, place VARCHAR, sector VARCHAR, indicator VARCHAR, role VARCHAR, pressure INTEGER, panel VARCHAR, member VARCHAR, treated BOOLEAN, excluded VARCHAR, date VARCHAR, date_first DATE, date_last DATE, value DOUBLE, source VARCHAR, note VARCHAR)");
        using var appender = connection.CreateAppender("series");
        foreach (var series in @case.Series)
            foreach (var point in series.Points)
                appender.CreateRow()
                    .AppendValue(series.Name).AppendValue(series.Title).AppendValue(series.Unit).AppendValue(series.Place).AppendValue(series.Sector).AppendValue(series.Indicator)
                    .AppendValue(Word.Of(series.Role)).AppendValue((int?)series.Pressure)
                    .AppendValue(series.Panel).AppendValue(series.Member).AppendValue((bool?)series.Treated).AppendValue(series.Excluded)
                    .AppendValue(point.Date.ToString()).AppendValue(point.Date.FirstDay).AppendValue(point.Date.LastDay).AppendValue(point.Value).AppendValue(point.Source).AppendValue(point.Note)
                    .EndRow();
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Integer => "INTEGER",
        ColumnType.Number => "DOUBLE",
        ColumnType.Day => "DATE",
        _ => "VARCHAR",
    };

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
