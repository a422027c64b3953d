namespace Manometer.Statistics;

/// <summary>Units observed over time: one outcome, and other variables where predictors need them. Read from rows in long form, in any order.</summary>
/// <remarks>Units keep the order of their first row, times are sorted. A cell without a row is missing and stays so: nothing is filled.</remarks>
public sealed class Panel
{
    private readonly Dictionary<string, int> _unitAt = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _variables = new(StringComparer.Ordinal);
    private readonly double[] _outcome;
    private readonly Func<double, string> _timeName;

    private Panel(List<string> units, double[] times, double[] outcome, Func<double, string> timeName)
    {
        (Units, Times, _outcome, _timeName) = (units, times, outcome, timeName);
        for (var i = 0; i < units.Count; i++)
            _unitAt[units[i]] = i;
    }

    private Panel(Panel from, string variable, double[] values) : this([.. from.Units], [.. from.Times], from._outcome, from._timeName)
    {
        foreach (var (name, column) in from._variables)
            _variables[name] = column;
        _variables[variable] = values;
    }

    /// <summary>The units, by first row.</summary>
    public IReadOnlyList<string> Units { get; }

    /// <summary>All times any unit has a value at, growing.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>Names of the variables beside the outcome.</summary>
    public IReadOnlyCollection<string> Variables => _variables.Keys;

    /// <summary>The outcome of a unit at a time, both by place; NaN where the panel has no row.</summary>
    public double this[int unit, int time] => _outcome[unit * Times.Count + time];

    /// <summary>A panel of one outcome.</summary>
    /// <param name="rows">The cells, in any order.</param>
    /// <param name="timeName">What messages call a time; default the number.</param>
    /// <exception cref="SynthException">No rows, two rows of one cell, or a value or time that is not finite.</exception>
    public static Panel Of(IEnumerable<PanelRow> rows, Func<double, string>? timeName = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var all = rows.ToList();
        if (all.Count == 0)
            throw new SynthException(SynthFault.Shape, "The panel has no rows.");
        foreach (var row in all)
            if (!double.IsFinite(row.Time) || row.Unit is null)
                throw new SynthException(SynthFault.NotFinite, $"A row of '{row.Unit}' has no time, or one that is not a finite number.");
        double[] times = [.. all.Select(row => row.Time).Distinct().Order()];
        var units = all.Select(row => row.Unit).Distinct(StringComparer.Ordinal).ToList();
        var outcome = new double[units.Count * times.Length];
        var panel = new Panel(units, times, outcome, timeName ?? (time => FormattableString.Invariant($"{time}")));
        panel.Fill(outcome, all, "the outcome");
        return panel;
    }

    /// <summary>The same panel with one more variable, for predictors. Rows of units or times the outcome lacks are passed over; missing cells are allowed.</summary>
    /// <exception cref="SynthException">Two rows of one cell, or a value that is not finite.</exception>
    public Panel With(string variable, IEnumerable<PanelRow> rows)
    {
        ArgumentException.ThrowIfNullOrEmpty(variable);
        ArgumentNullException.ThrowIfNull(rows);
        var values = new double[_outcome.Length];
        Fill(values, rows, $"'{variable}'");
        return new Panel(this, variable, values);
    }

    /// <summary>The panel with every outcome mapped, a cell with a value to a value: logarithms, an index of a base year.</summary>
    /// <param name="map">From unit, time and value to the new value, which must be finite.</param>
    /// <exception cref="SynthException">A new value is not finite.</exception>
    public Panel Map(Func<string, double, double, double> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var values = new double[_outcome.Length];
        for (var i = 0; i < Units.Count; i++)
            for (var t = 0; t < Times.Count; t++)
            {
                var old = this[i, t];
                var value = double.IsNaN(old) ? old : map(Units[i], Times[t], old);
                if (!double.IsNaN(old) && !double.IsFinite(value))
                    throw NotFinite("the outcome", Units[i], Times[t]);
                values[i * Times.Count + t] = value;
            }

        var mapped = new Panel([.. Units], [.. Times], values, _timeName);
        foreach (var (name, column) in _variables)
            mapped._variables[name] = column;
        return mapped;
    }

    /// <summary>What messages call a time.</summary>
    public string TimeName(double time) => _timeName(time);

    /// <summary>The place of a unit; -1 when the panel has none of that name.</summary>
    public int IndexOf(string unit) => _unitAt.GetValueOrDefault(unit, -1);

    /// <summary>The outcome of a unit at a time; NaN where the panel has no such cell.</summary>
    public double ValueOf(string unit, double time)
    {
        var at = TimeAt(time);
        return IndexOf(unit) is >= 0 and var i && at >= 0 ? this[i, at] : double.NaN;
    }

    internal int TimeAt(double time)
    {
        var (low, high) = (0, Times.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Times[middle] == time)
                return middle;
            if (Times[middle] < time)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }

    internal ReadOnlySpan<double> Outcome(int unit) => _outcome.AsSpan(unit * Times.Count, Times.Count);

    /// <summary>A variable of a unit at a time, by place; the outcome has the name "". NaN where there is no cell.</summary>
    internal double Cell(string variable, int unit, int time) => (variable.Length == 0 ? _outcome : _variables[variable])[unit * Times.Count + time];

    internal bool Has(string variable) => _variables.ContainsKey(variable);

    private void Fill(double[] values, IEnumerable<PanelRow> rows, string what)
    {
        Array.Fill(values, double.NaN);
        foreach (var row in rows)
        {
            if (!double.IsFinite(row.Value))
                throw NotFinite(what, row.Unit, row.Time);
            var unit = IndexOf(row.Unit);
            var time = TimeAt(row.Time);
            if (unit < 0 || time < 0)
                continue;
            ref var cell = ref values[unit * Times.Count + time];
            if (!double.IsNaN(cell))
                throw new SynthException(SynthFault.DuplicateCell, $"{row.Unit} has two rows at {TimeName(row.Time)} in {what}; keep one.");
            cell = row.Value;
        }
    }

    private SynthException NotFinite(string what, string unit, double time) =>
        new(SynthFault.NotFinite, $"{unit} at {TimeName(time)}: {what} is not a finite number. Leave the row out: a missing cell is allowed, and never filled.");
}
