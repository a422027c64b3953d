using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Manometer.Cases;

/// <summary>Looks at a statement before it is run: one that could write a file is refused, since the Parquet files a case may read it could otherwise also write.</summary>
internal static class StatementKind
{
    /// <summary>Why the statements may not run; null when they may. What cannot be understood is left to the database to explain.</summary>
    public static string? Refuse(DuckDBConnection connection, string sql)
    {
        var native = connection.NativeConnection;
        var count = NativeMethods.ExtractStatements.DuckDBExtractStatements(native, sql, out var statements);
        using (statements)
        {
            for (var i = 0; i < count; i++)
            {
                var state = NativeMethods.ExtractStatements.DuckDBPrepareExtractedStatement(native, statements, i, out var prepared);
                using (prepared)
                {
                    // one that needs what an earlier one makes cannot be prepared yet: it is judged by its words
                    var writes = state.IsSuccess()
                        ? Writes(KindOf(prepared.DangerousGetHandle()), sql)
                        : count > 1 && Speaks(sql);
                    if (writes)
                        return "a query only reads: COPY, EXPORT, PREPARE and EXECUTE are not run. To write the rows: manometer query CASE SQL --format csv --out FILE";
                }
            }
        }

        return null;
    }

    private static bool Writes(DuckDBStatementType kind, string sql) => kind switch
    {
        DuckDBStatementType.Prepare or DuckDBStatementType.Execute or DuckDBStatementType.Copy or DuckDBStatementType.Export => true,
        DuckDBStatementType.Explain => Speaks(sql),
        _ => false,
    };

    private static bool Speaks(string sql) =>
        sql.Contains("copy", StringComparison.OrdinalIgnoreCase) || sql.Contains("export", StringComparison.OrdinalIgnoreCase) || sql.Contains("execute", StringComparison.OrdinalIgnoreCase);

    [DllImport("duckdb", EntryPoint = "duckdb_prepared_statement_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.ApplicationDirectory)]
    private static extern DuckDBStatementType KindOf(nint prepared);
}
