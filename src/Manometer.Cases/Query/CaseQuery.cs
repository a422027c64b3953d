using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Manometer.Model;

namespace Manometer.Cases;

/// <summary>SQL over the tables of a case, in an embedded DuckDB that can reach nothing else: no file, no network, no extension, no setting.</summary>
/// <remarks>
/// Each table of the case is a table of its own name; <c>series</c> holds all series. A date column <c>x</c> has <c>x_first</c> and <c>x_last</c> beside it, the days it allows;
/// observations have <c>step_low</c> and <c>step_high</c>, their pressure step. <c>NAME.parquet</c> beside <c>NAME.csv</c> is read as more rows of the same table.
/// A statement that would change something is refused.
/// </remarks>
public sealed class CaseQuery : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private string? _broken;

    private CaseQuery()
    {
    }

    /// <summary>Loads a case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="folder">Its folder, for Parquet files beside the tables.</param>
    /// <param name="output">The one file a later <see cref="TryExport"/> may write; null when none.</param>
    public static CaseQuery Open(Case @case, string folder, string? output = null)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(folder);
        var query = new CaseQuery();
        try
        {
            query._connection.Open();
            query.Execute("SET autoinstall_known_extensions=false; SET autoload_known_extensions=false; SET threads=2; SET temp_directory='';");
            IReadOnlyList<string> bulk = [];
            try
            {
                bulk = QueryTables.Load(query._connection, @case, folder);
            }
            catch (DuckDBException fault)
            {
                query._broken = "the Parquet files beside the tables cannot be read: " + fault.Message;
            }

            var allowed = bulk.Concat(output is null ? [] : [Path.GetFullPath(output)]).Select(Quote);
            query.Execute($"SET allowed_paths=[{string.Join(',', allowed)}]; SET enable_external_access=false; SET lock_configuration=true;");
            return query;
        }
        catch
        {
            query.Dispose();
            throw;
        }
    }

    /// <summary>Runs a statement.</summary>
    /// <param name="sql">One statement of DuckDB's SQL.</param>
    /// <param name="result">Columns and rows; null when it failed.</param>
    /// <param name="fault">What was wrong, in the words of the database; null when it ran.</param>
    /// <param name="cancel">Stops a statement that runs too long.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public bool TryRun(string sql, out QueryResult? result, out string? fault, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        result = null;
        fault = _broken ?? StatementKind.Refuse(_connection, sql);
        return fault is null && Run(sql, out result, out fault, cancel);
    }

    /// <summary>Writes the rows of a statement as Parquet, into the one file named on opening.</summary>
    public bool TryExport(string sql, string path, out string? fault, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var full = Path.GetFullPath(path);
        var inner = sql.Trim().TrimEnd(';');
        fault = _broken ?? StatementKind.Refuse(_connection, inner);
        return fault is null && Run($"COPY ({inner}\n) TO {Quote(full)} (FORMAT parquet, COMPRESSION zstd)", out _, out fault, cancel);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    // What people run into first: "when" is both a column and a word of SQL, and double quotes mark names, not texts.
    private static string Hint(string message, string sql)
    {
        if (message.Contains("syntax error", StringComparison.OrdinalIgnoreCase))
        {
            if (message.Contains("\"when\"", StringComparison.OrdinalIgnoreCase) || Bare(sql, "when"))
                return Word("when");
            if (Bare(sql, @"group(?!\s+by\b)"))
                return Word("group");
        }

        return message.Contains("Referenced column", StringComparison.Ordinal) && sql.Contains('"', StringComparison.Ordinal)
            ? "\nhint: double quotes mark the name of a column; a text stands in single quotes: 'trade'"
            : "";

        static string Word(string column) => $"\nhint: {column} is also a word of SQL: write the column as \"{column}\", in double quotes";
    }

    private static bool Bare(string sql, string word) =>
        Regex.IsMatch(sql, $@"(?<![""\w]){word}(?![""\w])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    internal static string Quote(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private bool Run(string sql, out QueryResult? result, out string? fault, CancellationToken cancel)
    {
        result = null;
        try
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            using var stop = cancel.Register(command.Cancel);
            cancel.ThrowIfCancellationRequested();
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            var rows = new List<IReadOnlyList<object?>>();
            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                var row = new object?[columns.Count];
                for (var i = 0; i < row.Length; i++)
                    row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                rows.Add(row);
            }

            result = new QueryResult(columns, rows);
            fault = null;
            return true;
        }
        catch (DuckDBException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception wrong) when (wrong is DuckDBException or InvalidOperationException or ArgumentException)
        {
            fault = wrong.Message + Hint(wrong.Message, sql);
            return false;
        }
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
