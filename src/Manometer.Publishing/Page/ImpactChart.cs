using System.Globalization;
using System.Text;
using Manometer.Assessment;

namespace Manometer.Publishing.Page;

/// <summary>Where things stand in the chart of one series: observed, expected with its bands, and the dates in question.</summary>
internal sealed class ImpactChart
{
    public const int Width = 380;
    public const int Height = 214;
    public const int Left = 46;
    public const int Right = 10;
    public const int Top = 34;
    public const int Bottom = 22;
    private const double LogFrom = 4;

    private static readonly int[] YearSteps = [1, 2, 5, 10];
    private static readonly int[] Digits = [1, 2, 5];

    private readonly double _from, _to, _low, _high;
    private readonly bool _log;

    public ImpactChart(AssessedSeries? series, IReadOnlyList<AssessedImpact> rows)
    {
        Rows = rows;
        var expected = rows.SelectMany(row => row.Points).ToList();
        var last = rows.SelectMany(row => row.Points).Select(point => point.Day).DefaultIfEmpty().Max();
        Observed = [.. (series?.Points ?? []).Where(point => point.Value is not null && (last == default || Middle(point) <= last)).Select(point => (Middle(point), point.Value!.Value))];
        if (Observed.Count == 0)
            Observed = [.. expected.Where(point => point.Observed is not null).Select(point => (point.Day, point.Observed!.Value))];
        var days = Observed.Select(one => one.Day).Concat(expected.Select(point => point.Day)).ToList();
        (_from, _to) = (days.Min().DayNumber, days.Max().DayNumber);
        var values = Observed.Select(one => one.Value).Concat(expected.Select(point => point.Expected)).Concat(expected.SelectMany(point => new[] { point.Low50, point.High50 }).OfType<double>()).ToList();
        (_low, _high) = (values.Min(), values.Max());
        // the outer band may run far off: it is drawn to twice the span of what lies within
        var span = Math.Max(_high - _low, 1e-9);
        foreach (var edge in expected.SelectMany(point => new[] { point.Low, point.High }).OfType<double>())
            (_low, _high) = (Math.Min(_low, Math.Max(edge, Math.Max(_low, values.Min() - span / 2))), Math.Max(_high, Math.Min(edge, values.Max() + span / 2)));
        _log = _low > 0 && _high / _low > LogFrom && rows.All(row => row.Scale != "level");
        if (!_log)
            (_low, _high) = (_low - 0.04 * (_high - _low), _high + 0.06 * (_high - _low));
    }

    public IReadOnlyList<AssessedImpact> Rows { get; }

    public IReadOnlyList<(DateOnly Day, double Value)> Observed { get; }

    public bool IsLog => _log;

    public double X(DateOnly day) => Left + (Width - Left - Right) * (_to > _from ? (day.DayNumber - _from) / (_to - _from) : 0.5);

    public double Y(double value)
    {
        var share = _log ? Math.Log(Math.Max(value, _low * 0.5) / _low) / Math.Log(_high / _low) : (value - _low) / (_high - _low);
        return Math.Clamp(Height - Bottom - (Height - Bottom - Top) * share, Top, Height - Bottom);
    }

    /// <summary>Lines between neighbours that are not too far apart; a longer gap is left open.</summary>
    public string Line()
    {
        var gaps = Observed.Skip(1).Select((one, i) => one.Day.DayNumber - Observed[i].Day.DayNumber).Order().ToList();
        var most = gaps.Count == 0 ? 0 : Math.Max(45, 1.75 * gaps[gaps.Count / 2]);
        var path = new StringBuilder();
        for (var i = 0; i < Observed.Count; i++)
            path.Append(i == 0 || Observed[i].Day.DayNumber - Observed[i - 1].Day.DayNumber > most ? 'M' : 'L').Append(At(Observed[i].Day, Observed[i].Value));
        return path.ToString();
    }

    public string Expected(AssessedImpact row) => string.Concat(row.Points.Select((point, i) => (i == 0 ? "M" : "L") + At(point.Day, point.Expected)));

    /// <summary>A band as a closed path; empty when there is none.</summary>
    public string Band(AssessedImpact row, bool inner)
    {
        var edges = row.Points.Select(point => (point.Day, Low: inner ? point.Low50 : point.Low, High: inner ? point.High50 : point.High)).Where(one => one.Low is not null && one.High is not null).ToList();
        if (edges.Count == 0)
            return "";
        if (edges.Count == 1) // one time after: a bar a few days wide
            return $"M{Num(X(edges[0].Day) - 3)},{Num(Y(edges[0].Low!.Value))}h6V{Num(Y(edges[0].High!.Value))}h-6z";
        return "M" + string.Join('L', edges.Select(one => At(one.Day, one.High!.Value))) + "L" + string.Join('L', edges.AsEnumerable().Reverse().Select(one => At(one.Day, one.Low!.Value))) + "z";
    }

    public IReadOnlyList<double> Ticks()
    {
        var ticks = new List<double>();
        if (_log)
        {
            for (var unit = Math.Pow(10, Math.Floor(Math.Log10(_low))); unit <= _high; unit *= 10)
                foreach (var digit in Digits)
                    if (unit * digit >= _low && unit * digit <= _high)
                        ticks.Add(unit * digit);
            return ticks.Count > 5 ? [.. ticks.Where((_, i) => i % 2 == 0)] : ticks;
        }

        var raw = (_high - _low) / 3;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = power * (raw / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        for (var tick = Math.Ceiling(_low / step) * step; tick <= _high; tick += step)
            ticks.Add(Math.Abs(tick) < step / 1e6 ? 0 : tick);
        return ticks;
    }

    public IReadOnlyList<DateOnly> Years()
    {
        var (first, last) = (DateOnly.FromDayNumber((int)_from).Year, DateOnly.FromDayNumber((int)_to).Year);
        var step = YearSteps.FirstOrDefault(years => (last - first) / years < 7, 20);
        return [.. Enumerable.Range(first, last - first + 1).Where(year => year % step == 0).Select(year => new DateOnly(year, 1, 1)).Where(day => day.DayNumber >= _from)];
    }

    /// <summary>Labels of the dates in question, each with the line it stands on, 0 or 1, and whether it stands left of its rule; no line when there is no room.</summary>
    public IReadOnlyList<(AssessedImpact Row, string Label, int? Line, bool IsLeft)> Labels(Func<string, string> name)
    {
        double[] free = [0, 0];
        var labels = new List<(AssessedImpact, string, int?, bool)>();
        foreach (var row in Rows)
        {
            var label = name(row.Measures[0]) + (row.Measures.Count > 1 ? $" +{row.Measures.Count - 1}" : "");
            if (label.Length > 24)
                label = label[..23].TrimEnd() + "…";
            var at = X(row.Start!.Value);
            var width = 5.6 * label.Length + 8;
            var left = at + width > Width;
            int? line = null;
            for (var i = 0; i < free.Length && line is null; i++)
                if (free[i] <= (left ? at - width : at))
                    (line, free[i]) = (i, left ? at : at + width);
            labels.Add((row, label, line, left));
        }

        return labels;
    }

    public static string Num(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private string At(DateOnly day, double value) => $"{Num(X(day))},{Num(Y(value))}";

    private static DateOnly Middle(AssessedPoint point) => DateOnly.FromDayNumber((point.First.DayNumber + point.Last.DayNumber) / 2);
}
