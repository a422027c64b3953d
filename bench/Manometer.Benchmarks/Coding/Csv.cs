using System.Text;

namespace Manometer.Benchmarks.Coding;

/// <summary>Comma-separated text with quoted cells, lines within them allowed.</summary>
internal static class Csv
{
    public static List<List<string>> Read(string path)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        var text = File.ReadAllText(path);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (quoted && unit == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (unit == '"')
                quoted = !quoted;
            else if (unit is ',' or '\n' && !quoted)
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (unit == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
                cell.Append(unit);
        }

        return rows;
    }
}
