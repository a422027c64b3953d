using System.Globalization;
using Manometer.Cases;
using Manometer.Statistics;

namespace Manometer.Cli;

/// <summary>A panel as it stands in a table: rows of unit, time, outcome and other columns.</summary>
internal sealed class SynthTable
{
    private readonly string[] _units;
    private readonly TimePoint[] _times;
    private readonly double[] _outcome;
    private readonly Dictionary<string, double[]> _columns = new(StringComparer.Ordinal);
    private readonly List<string> _known;

    private SynthTable(string[] units, TimePoint[] times, double[] outcome)
    {
        (_units, _times, _outcome) = (units, times, outcome);
        _known = [.. units.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The units, in the order of the file.</summary>
    public IReadOnlyList<string> Known => _known;

    /// <summary>Number of rows without an outcome: missing cells.</summary>
    public int Missing => _outcome.Count(double.IsNaN);

    /// <summary>The columns; null when a column is not there or holds what cannot be read, which the table then tells.</summary>
    public static SynthTable? Read(PlainTable table, string unit, string time, string outcome, IReadOnlyList<string> others)
    {
        var (units, times, values) = (table.Find(unit), table.Find(time), table.Find(outcome));
        var more = others.Where(name => name != outcome).Select(name => (name, Column: table.Find(name))).ToList();
        var numbers = table.Numbers(values);
        var points = times < 0 ? null : table.Times(times);
        var read = points is null ? null : new SynthTable(table.Texts(units), points, numbers);
        foreach (var (name, column) in more)
            if (column >= 0 && read is not null)
                read._columns[name] = table.Numbers(column);
        return table.HasErrors || read is null || units < 0 || values < 0 ? null : read;
    }

    /// <summary>The column a word such as <c>beer:1984..1988</c> speaks of.</summary>
    public static string NameOf(string word) => word.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? word[..at] : word;

    /// <summary>The panel, its outcome as levels, logarithms, or logarithms against each unit's own last value before the treatment.</summary>
    public Panel Panel(string form, double at)
    {
        var rows = Rows(_outcome).ToList();
        if (rows.Count == 0)
            throw new WrongWordException("no row has a value of the outcome.", ExitCode.Faulty);
        if (form != "level" && rows.FirstOrDefault(row => row.Value <= 0) is { Unit: not null } low)
            throw new WrongWordException(string.Create(CultureInfo.InvariantCulture, $"--as {form} takes logarithms and wants values above 0; {low.Unit} at {Label(low.Time)} has {low.Value}."), ExitCode.Faulty);
        var bases = new Dictionary<string, double>(StringComparer.Ordinal);
        if (form == "index")
        {
            if (!rows.Exists(row => row.Time < at))
                throw new WrongWordException("--as index wants a time before the treatment.", ExitCode.Faulty);
            var last = rows.Where(row => row.Time < at).Max(row => row.Time);
            foreach (var row in rows.Where(row => row.Time == last))
                bases[row.Unit] = row.Value;
            rows.RemoveAll(row => !bases.ContainsKey(row.Unit)); // without a base there is no index; its cells are missing
        }

        var panel = Statistics.Panel.Of(form == "level" ? rows : rows.Select(row => row with { Value = Math.Log(row.Value / bases.GetValueOrDefault(row.Unit, 1)) }), Label);
        foreach (var (name, values) in _columns)
            panel = panel.With(name, Rows(values));
        return panel;
    }

    /// <summary>What a time is called: as in the file.</summary>
    public string Label(double time) => new TimePoint(_times.Length > 0 ? _times[0].Unit : TimeUnit.Number, (long)time).ToString();

    /// <summary>A unit by its name, or by the same letters in another case.</summary>
    public string Unit(string option, string name)
    {
        if (_known.Contains(name))
            return name;
        if (_known.Find(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase)) is { } same)
            return same;
        var near = Nearest.To(name, _known);
        throw new WrongWordException($"{option}: there is no unit '{name}'{(near is null ? $"; there are {string.Join(", ", _known.Take(6))}{(_known.Count > 6 ? $" and {_known.Count - 6} more" : "")}." : $"; did you mean '{near}'?")}", ExitCode.Faulty);
    }

    /// <summary>Units of a word: one whose name it is, else several parted by commas.</summary>
    public IEnumerable<string> Units(string option, string word) =>
        _known.Contains(word) ? [word] : word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => Unit(option, name));

    /// <summary>A time on the axis of the file; a coarser one is its first day.</summary>
    public double Time(string option, string text)
    {
        var unit = _times.Length > 0 ? _times[0].Unit : TimeUnit.Number;
        if (!TimePoint.TryParse(text, out var point))
            throw new WrongWordException($"{option} wants a time such as {(_times.Length > 0 ? _times[^1].ToString() : "2017")}, not '{text}'.", ExitCode.Usage);
        if (point.Unit == TimeUnit.Number && unit != TimeUnit.Number && point.Value is >= 1 and <= 9999)
            point = point with { Unit = TimeUnit.Year };
        if (unit == TimeUnit.Number || point.FirstDay is not { } day)
            return unit == point.Unit ? point.Value : throw new WrongWordException($"{option}: the times of the file are like {(_times.Length > 0 ? _times[^1].ToString() : "2017")}, not like '{text}'.", ExitCode.Usage);
        return TimePoint.Of(day, unit).Value;
    }

    /// <summary>A span such as <c>1980..1988</c>.</summary>
    public (double From, double To) Span(string option, string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        return dots < 0 ? (Time(option, text), Time(option, text)) : (Time(option, text[..dots]), Time(option, text[(dots + 2)..]));
    }

    /// <summary>Adds the predictor a word speaks of.</summary>
    public SyntheticControl Predictor(SyntheticControl question, string word, string outcome, double at)
    {
        var name = NameOf(word);
        var variable = name == outcome ? "" : name;
        if (name.Length == word.Length)
        {
            var before = _times.Select(time => (double)time.Value).Where(time => time < at).DefaultIfEmpty(double.NaN);
            return question.Predictor(variable, before.Min(), before.Max());
        }

        var times = word[(name.Length + 1)..].Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (times.Length == 1)
        {
            var (from, to) = Span("--predictors", times[0]);
            return question.Predictor(variable, from, to);
        }

        return question.PredictorAt(variable, [.. times.Select(time => Time("--predictors", time))]);
    }

    private IEnumerable<PanelRow> Rows(double[] values)
    {
        for (var row = 0; row < values.Length; row++)
            if (!double.IsNaN(values[row]) && _units[row].Length > 0)
                yield return new PanelRow(_units[row], _times[row].Value, values[row]);
    }
}
