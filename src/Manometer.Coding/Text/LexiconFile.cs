using System.Text;

namespace Manometer.Coding;

/// <summary>The lexica: tables of comma-separated text carried in the assembly, one row an entry, readable and editable by people.</summary>
internal static class LexiconFile
{
    /// <summary>The rows of a table, without its head; cells may be quoted.</summary>
    public static IReadOnlyList<string[]> Rows(string name)
    {
        using var reader = Open(name);
        return Rows(reader);
    }

    /// <summary>A table as it stands.</summary>
    internal static StreamReader Open(string name) => new(typeof(LexiconFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the assembly carries no {name}"), Encoding.UTF8);

    internal static IReadOnlyList<string[]> Rows(TextReader reader)
    {
        var rows = AllRows(reader);
        foreach (var row in rows)
            if (row.Length != rows[0].Length)
                throw new InvalidOperationException($"{row.Length} cells where the head has {rows[0].Length}: {string.Join(',', row)}");
        return rows[1..];
    }

    /// <summary>All rows, the head among them; a quoted cell may hold a comma, not a line.</summary>
    internal static List<string[]> AllRows(TextReader reader)
    {
        var rows = new List<string[]>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                rows.Add(Cells(line));
        return rows;
    }

    private static string[] Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(',');
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var unit = line[i];
            if (unit == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (unit == '"')
            {
                quoted = !quoted;
            }
            else if (unit == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(unit);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
