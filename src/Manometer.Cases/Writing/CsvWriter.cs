using System.Text;

namespace Manometer.Cases;

/// <summary>Writes RFC 4180: UTF-8, comma, line feed, quotes only where they are needed.</summary>
internal sealed class CsvWriter
{
    private readonly StringBuilder _text = new();
    private bool _rowOpen;

    public CsvWriter Cell(string? value)
    {
        if (_rowOpen)
            _text.Append(',');
        _rowOpen = true;
        if (string.IsNullOrEmpty(value))
            return this;
        if (value.AsSpan().IndexOfAny(",\"\n\r") < 0 && value[0] != ' ' && value[^1] != ' ')
            _text.Append(value);
        else
            _text.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    public void EndRow()
    {
        _text.Append('\n');
        _rowOpen = false;
    }

    public override string ToString() => _text.ToString();
}
