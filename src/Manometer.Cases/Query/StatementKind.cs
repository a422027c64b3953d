using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Manometer.Cases;

/// <summary>Looks at a statement before it is run: one that reads runs; one that would write a file or change a table is refused, and so is more than one, since only the rows of one can be shown.</summary>
internal static class StatementKind
{
    private const string WritesNothing = "a query only reads, and the case is changed only in its files. To write the rows it finds: ./manometer query CASE SQL --format csv --out FILE";

    /// <summary>Why the statement may not run; null when it may. What cannot be understood is left to the database to explain.</summary>
    public static string? Refuse(DuckDBConnection connection, string sql)
    {
        var written = StatementText.Count(sql);
        if (written == 0)
            return "there is no statement to run. For a start: show tables; or: describe observations";
        if (written > 1)
            return $"one statement at a time: here are {written}. Common parts can stand in front of it: with x as (select ...) select ...";
        var native = connection.NativeConnection;
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(native, sql, out var statements);
        using (statements)
        {
            for (var i = 0; i < count; i++)
            {
                var state = NativeMethods.ExtractStatements.DuckDBPrepareExtractedStatement(native, statements, i, out var prepared);
                using (prepared)
                {
                    // PIVOT is several to the database: the first makes what the next needs, which cannot be prepared yet and is judged by its words
                    var refused = state.IsSuccess()
                        ? !Reads(KindOf(prepared.DangerousGetHandle()), sql, several: count > 1)
                        : Speaks(sql) && count > 1;
                    if (refused)
                        return WritesNothing;
                }
            }
        }

        return null;
    }

    private static bool Reads(DuckDBStatementType kind, string sql, bool several) => kind switch
    {
        DuckDBStatementType.Select or DuckDBStatementType.Pragma or DuckDBStatementType.Call or DuckDBStatementType.Relation => true,
        DuckDBStatementType.Explain => !Speaks(sql),
        DuckDBStatementType.Create or DuckDBStatementType.Drop => several,
        // the settings and extensions are locked: the database says so in its own words
        DuckDBStatementType.Set or DuckDBStatementType.Load or DuckDBStatementType.Attach or DuckDBStatementType.Detach => true,
        _ => false,
    };

    private static bool Speaks(string sql) =>
        sql.Contains("copy", StringComparison.OrdinalIgnoreCase) || sql.Contains("export", StringComparison.OrdinalIgnoreCase) || sql.Contains("execute", StringComparison.OrdinalIgnoreCase);

    [DllImport("duckdb", EntryPoint = "duckdb_prepared_statement_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.ApplicationDirectory)]
    private static extern DuckDBStatementType KindOf(nint prepared);
}
