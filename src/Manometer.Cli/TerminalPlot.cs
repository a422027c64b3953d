using System.Text;

namespace Manometer.Cli;

/// <summary>A plot in characters: the observed line in braille dots, what is expected dashed, the band shaded, marks as bars. Reads without colour.</summary>
internal static class TerminalPlot
{
    private const int Rows = 14;

    // dot bits of a braille cell by column and row
    private static readonly int[,] Dots = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    private enum Ink : byte
    {
        None,
        Band,
        Mark,
        Observed,
        Expected,
    }

    /// <summary>Columns of the terminal, within 40 to 200; <c>COLUMNS</c>, else 100, where the output is no terminal.</summary>
    public static int Width
    {
        get
        {
            var width = 100;
            if (!Console.IsOutputRedirected)
                width = Console.WindowWidth;
            else if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var told))
                width = told;
            return Math.Clamp(width, 40, 200);
        }
    }

    public static void Draw(TextWriter to, PlotData data, int width, bool colour)
    {
        var count = data.Observed.Length;
        var (low, high) = Range(data);
        if (count == 0 || !(high >= low))
            return;
        if (high == low)
            (low, high) = (low - Math.Max(1, Math.Abs(low) * 0.1), high + Math.Max(1, Math.Abs(high) * 0.1));
        var ticks = Ticks(low, high);
        (low, high) = (Math.Min(low, ticks[0]), Math.Max(high, ticks[^1]));
        var labels = ticks.Select(tick => Figures.Short(tick, 5)).ToArray();
        var margin = labels.Max(label => label.Length) + 1;
        var columns = Math.Max(20, width - margin - 2);
        var canvas = new Canvas(columns, Rows);
        for (var i = 0; i < count; i++)
            if (data.Lower is not null && data.Upper is not null && double.IsFinite(data.Lower[i]) && double.IsFinite(data.Upper[i]))
                for (var c = Column(i); c <= (i + 1 < count && double.IsFinite(data.Lower[i + 1]) ? Math.Max(Column(i), Column(i + 1) - 1) : Column(i)); c++)
                    for (var r = Row(data.Upper[i]); r <= Row(data.Lower[i]); r++)
                        canvas.Put(r, c, '░', Ink.Band);
        foreach (var (position, _) in data.Marks)
            for (var r = 0; r < Rows; r++)
                canvas.Put(r, Column(position), '│', Ink.Mark);
        Line(data.Observed, canvas.Dot);
        if (data.Expected is not null)
            for (var c = 0; c < columns; c++)
                if (c % 2 == 0 && ExpectedAt(c) is var value && double.IsFinite(value))
                    canvas.Put(Row(value), c, '─', Ink.Expected);
        Print();

        void Print()
        {
            for (var r = 0; r < Rows; r++)
            {
                var tick = Array.FindIndex(ticks, one => Row(one) == r);
                to.Write((tick < 0 ? "" : labels[tick]).PadLeft(margin));
                to.Write(tick < 0 ? " │" : " ┤");
                to.WriteLine(canvas.Text(r, colour));
            }

            var axis = new StringBuilder(new string('─', columns));
            foreach (var (position, _) in data.Marks)
                axis[Column(position)] = '┴';
            to.WriteLine(new string(' ', margin) + " └" + axis);
            if (data.Marks.Count > 0)
            {
                var under = new StringBuilder(new string(' ', columns));
                foreach (var (position, label) in data.Marks)
                    under[Column(position)] = label;
                to.WriteLine(new string(' ', margin + 2) + under.ToString().TrimEnd());
            }

            to.WriteLine(new string(' ', margin + 2) + Below());
            List<string> legend = [$"⠒⠒ {data.ObservedName}"];
            if (data.Expected is not null)
                legend.Add($"─ ─ {data.ExpectedName}");
            if (data.Lower is not null)
                legend.Add($"░░ {data.BandName}");
            if (data.Marks.Count > 0)
                legend.Add($"│ {data.MarkName}");
            var line = new string(' ', margin + 2);
            foreach (var part in legend)
            {
                if (line.Length + part.Length > width && line.AsSpan().Trim().Length > 0)
                {
                    to.WriteLine(line.TrimEnd());
                    line = new string(' ', margin + 2);
                }

                line += part + "   ";
            }

            to.WriteLine(line.TrimEnd());
        }

        string Below()
        {
            var line = new StringBuilder(new string(' ', columns + 12));
            var free = 0;
            var last = data.LabelAt(count - 1);
            foreach (var i in new[] { 0, count / 4, count / 2, 3 * count / 4 }.Distinct())
            {
                var text = data.LabelAt(i);
                var at = i == 0 ? 0 : Column(i) - text.Length / 2;
                if (at < free || at + text.Length > columns - last.Length - 1)
                    continue;
                line.Remove(at, text.Length).Insert(at, text);
                free = at + text.Length + 2;
            }

            var end = columns - last.Length;
            if (end >= free)
                line.Remove(end, last.Length).Insert(end, last);
            return line.ToString().TrimEnd();
        }

        double Place(int i)
        {
            if (count == 1)
                return 0.5;
            return data.X is { } x ? x[^1] > x[0] ? (x[i] - x[0]) / (x[^1] - x[0]) : 0.5 : i / (double)(count - 1);
        }

        int Column(int i) => Math.Clamp((int)(Place(i) * (columns - 1) + 0.5), 0, columns - 1);

        int Row(double value) => Math.Clamp((int)((high - value) / (high - low) * (Rows - 1) + 0.5), 0, Rows - 1);

        double ExpectedAt(int column)
        {
            // the last position at or before the column
            var found = double.NaN;
            for (var i = Math.Max(0, FirstIn(column)); i < count && Column(i) <= column; i++)
                found = data.Expected![i];
            return found;
        }

        int FirstIn(int column)
        {
            var (a, b) = (0, count - 1);
            while (a < b)
            {
                var middle = (a + b + 1) / 2;
                if (Column(middle) <= column)
                    a = middle;
                else
                    b = middle - 1;
            }

            return a;
        }

        void Line(double[] values, Action<int, int> dot)
        {
            var (px, py) = (-1, -1);
            for (var i = 0; i < count; i++)
            {
                if (!double.IsFinite(values[i]))
                {
                    px = -1;
                    continue;
                }

                var x = (int)(Place(i) * (2 * columns - 1) + 0.5);
                var y = Math.Clamp((int)((high - values[i]) / (high - low) * (4 * Rows - 1) + 0.5), 0, 4 * Rows - 1);
                if (px < 0)
                    dot(x, y);
                else
                    Segment(px, py, x, y, dot);
                (px, py) = (x, y);
            }
        }
    }

    private static void Segment(int x0, int y0, int x1, int y1, Action<int, int> dot)
    {
        var steps = Math.Max(1, Math.Max(Math.Abs(x1 - x0), Math.Abs(y1 - y0)));
        for (var s = 0; s <= steps; s++)
            dot(x0 + (int)Math.Round((x1 - x0) * (double)s / steps), y0 + (int)Math.Round((y1 - y0) * (double)s / steps));
    }

    private static (double Low, double High) Range(PlotData data)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var line in new[] { data.Observed, data.Expected, data.Lower, data.Upper })
            foreach (var value in line ?? [])
                if (double.IsFinite(value))
                    (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (low, high);
    }

    // four to six round values within the range
    private static double[] Ticks(double low, double high)
    {
        var span = high - low;
        var size = Math.Pow(10, Math.Floor(Math.Log10(span / 4)));
        var step = new[] { 1.0, 2, 2.5, 5, 10 }.Select(factor => factor * size).First(one => span / one <= 5);
        var ticks = new List<double>();
        for (var i = Math.Ceiling(low / step - 1e-9); i * step <= high + step * 1e-9 && ticks.Count < 8; i++)
            ticks.Add(i * step);
        return ticks.Count > 0 ? [.. ticks] : [low, high];
    }

    private sealed class Canvas(int columns, int rows)
    {
        private readonly char[,] _text = new char[rows, columns];
        private readonly Ink[,] _ink = new Ink[rows, columns];

        public void Put(int row, int column, char text, Ink ink) => (_text[row, column], _ink[row, column]) = (text, ink);

        public void Dot(int x, int y)
        {
            var (row, column) = (y / 4, x / 2);
            if (_ink[row, column] != Ink.Observed)
                Put(row, column, '\u2800', Ink.Observed);
            _text[row, column] = (char)(_text[row, column] | Dots[x % 2, y % 4]);
        }

        public string Text(int row, bool colour)
        {
            var line = new StringBuilder();
            var last = Ink.None;
            for (var c = 0; c < columns; c++)
            {
                var ink = _ink[row, c];
                if (colour && ink != last)
                    line.Append(ink switch { Ink.Band => "\u001b[0;90m", Ink.Mark => "\u001b[0;33m", Ink.Expected => "\u001b[0;36m", Ink.Observed => "\u001b[0;1m", _ => "\u001b[0m" });
                last = ink;
                line.Append(ink == Ink.None ? ' ' : _text[row, c]);
            }

            return colour ? line.Append("\u001b[0m").ToString() : line.ToString().TrimEnd();
        }
    }
}
