namespace Manometer.Statistics;

/// <summary>A question resolved against its panel: the window, the donors that may serve, and what was left out and why.</summary>
internal sealed class SynthSetup
{
    private SynthSetup(SyntheticControl question) => Question = question;

    public SyntheticControl Question { get; }

    public required IReadOnlyList<string> Names { get; init; } // the treated first

    public required double[] Times { get; init; }

    public required SynthSample Sample { get; init; }

    public required IReadOnlyList<DroppedDonor> Dropped { get; init; }

    /// <summary>Predictor values, unit by unit in the order of <see cref="Names"/>.</summary>
    public required double[] Predictors { get; init; }

    public IReadOnlyList<SynthFlag> Flags { get; private init; } = [];

    public static SynthSetup Of(SyntheticControl question)
    {
        var panel = question.Panel;
        var treated = TreatedOf(question);
        var (first, end, from) = Window(question, treated);
        CheckPredictors(question);
        var flags = new List<SynthFlag>();
        var dropped = new List<DroppedDonor>();
        var donors = DonorsOf(question, treated, first, end, dropped, flags);
        if (donors.Count == 0)
            throw new SynthException(SynthFault.NoDonors, "No donor is left: " + (dropped.Count == 0 ? "the panel has no other unit." : string.Join("; ", dropped.Take(3).Select(one => $"{one.Unit} {one.Reason}")) + (dropped.Count > 3 ? $"; and {dropped.Count - 3} more." : ".")));
        int[] units = [treated[0], .. donors];
        var times = end - first;
        var series = new double[units.Length * times];
        for (var i = 1; i < units.Length; i++)
            panel.Outcome(units[i])[first..end].CopyTo(series.AsSpan(i * times));
        foreach (var one in treated)
            for (var t = 0; t < times; t++)
                series[t] += panel[one, first + t] / treated.Count;
        double[] each = [.. treated.SelectMany(one => panel.Outcome(one)[first..end].ToArray())];
        var unit = Spread.PowerOfTwo(series);
        Divide(series, unit);
        Divide(each, unit);
        var spans = question.Spans;
        var predictors = new double[units.Length * spans.Count];
        for (var i = 0; i < units.Length; i++)
            for (var k = 0; k < spans.Count; k++)
                predictors[i * spans.Count + k] = i > 0 ? spans[k].Of(panel, units[i]) : treated.Sum(one => spans[k].Of(panel, one)) / treated.Count;
        for (var k = 0; k < spans.Count; k++)
            if (double.IsNaN(predictors[k]))
                throw new SynthException(SynthFault.Predictor, $"The treated unit has no value of the predictor {spans[k].NameIn(panel)}.");
        return new SynthSetup(question)
        {
            Names = [string.Join(" + ", treated.Select(one => panel.Units[one])), .. donors.Select(one => panel.Units[one])],
            Times = [.. panel.Times.Skip(first).Take(times)],
            Sample = new SynthSample(series, units.Length, times, from - first) { Treated = treated.Count, Each = each, Unit = unit },
            Dropped = dropped,
            Predictors = predictors,
            Flags = flags,
        };
    }

    private static void Divide(double[] values, double unit)
    {
        for (var i = 0; i < values.Length; i++)
            values[i] /= unit;
    }

    private static List<int> TreatedOf(SyntheticControl question)
    {
        if (question.TreatedUnits.Count == 0)
            throw new SynthException(SynthFault.NotStated, "No treated unit was named.");
        return [.. question.TreatedUnits.Select(name => Unit(question.Panel, name)).Distinct()];
    }

    private static int Unit(Panel panel, string name) => panel.IndexOf(name) is >= 0 and var at
        ? at
        : throw new SynthException(SynthFault.UnknownUnit, $"The panel has no unit '{name}'; it has {string.Join(", ", panel.Units.Take(5))}{(panel.Units.Count > 5 ? " ..." : "")}.");

    private static (int First, int End, int From) Window(SyntheticControl question, List<int> treated)
    {
        var panel = question.Panel;
        if (!double.IsFinite(question.TreatedFrom))
            throw new SynthException(SynthFault.NotStated, "The first time of the treatment was not named.");
        var (first, end) = (0, panel.Times.Count);
        while (first < end && (panel.Times[first] < question.First || treated.All(one => double.IsNaN(panel[one, first]))))
            first++;
        while (end > first && (panel.Times[end - 1] > question.Last || treated.All(one => double.IsNaN(panel[one, end - 1]))))
            end--;
        foreach (var one in treated)
            if (Missing(panel, one, first, end) is { Length: > 0 } missing)
                throw new SynthException(SynthFault.TreatedIncomplete, $"{panel.Units[one]} misses {missing}. Shorten the window, or fill the cell by a rule of yours.");
        var from = first;
        while (from < end && panel.Times[from] < question.TreatedFrom)
            from++;
        if (from - first < 2 || from == end)
            throw new SynthException(SynthFault.NoPeriod, ($"{from - first} time(s) before {panel.TimeName(question.TreatedFrom)} and {end - from} from it on; at least 2 and 1 are needed, and a fit worth reading has 8 and more before."));
        return (first, end, from);
    }

    private static void CheckPredictors(SyntheticControl question)
    {
        var panel = question.Panel;
        if (question.Given is not null && question.Spans.Count == 0)
            throw new SynthException(SynthFault.Option, "Weights of predictors were given and no predictors.");
        foreach (var span in question.Spans)
        {
            if (span.Variable.Length > 0 && !question.Panel.Has(span.Variable))
                throw new SynthException(SynthFault.UnknownVariable, $"The panel has no variable '{span.Variable}'; it has {(question.Panel.Variables.Count == 0 ? "the outcome only" : string.Join(", ", question.Panel.Variables))}.");
            if (span.Spans.Any(one => !(one.To < question.TreatedFrom)))
                throw new SynthException(SynthFault.Predictor, ($"The predictor {span.NameIn(panel)} reaches into the time from {panel.TimeName(question.TreatedFrom)} on: what the treatment may have changed cannot predict what would have been without it."));
            if (span.Spans.Count == 0 || span.Spans.Any(one => !(one.From <= one.To)))
                throw new SynthException(SynthFault.Predictor, $"The predictor {span.NameIn(panel)} has no time.");
        }
    }

    private static List<int> DonorsOf(SyntheticControl question, List<int> treated, int first, int end, List<DroppedDonor> dropped, List<SynthFlag> flags)
    {
        var panel = question.Panel;
        var roles = new Dictionary<int, DonorRole>();
        foreach (var (unit, role) in question.Roles)
            if (panel.IndexOf(unit) is >= 0 and var known)
                roles[known] = role;
        var leftOut = question.LeftOut.Where(one => panel.IndexOf(one.Unit) >= 0).GroupBy(one => panel.IndexOf(one.Unit)).ToDictionary(group => group.Key, group => group.First().Reason);
        var asked = question.Named?.Select(name => Unit(panel, name)).Distinct().ToList();
        foreach (var one in asked ?? [])
            if (roles.GetValueOrDefault(one) != DonorRole.Control || treated.Contains(one))
                throw new SynthException(SynthFault.RoleForbidden, $"{panel.Units[one]} cannot be a donor: it {(treated.Contains(one) ? "is the treated unit" : Say(roles[one]))}.");
        var donors = new List<int>();
        foreach (var one in asked ?? [.. Enumerable.Range(0, panel.Units.Count).Where(unit => !treated.Contains(unit))])
        {
            var reason = roles.GetValueOrDefault(one) is not DonorRole.Control and var role ? Say(role)
                : leftOut.TryGetValue(one, out var said) ? said
                : Missing(panel, one, first, end) is { Length: > 0 } missing ? "misses " + missing
                : question.Spans.FirstOrDefault(span => double.IsNaN(span.Of(panel, one))) is { } span ? "has no value of the predictor " + span.NameIn(panel)
                : null;
            if (reason is null)
                donors.Add(one);
            else
                dropped.Add(new DroppedDonor(panel.Units[one], reason));
        }

        foreach (var one in dropped.Where(one => roles.GetValueOrDefault(panel.IndexOf(one.Unit)) != DonorRole.Control))
            flags.Add(new SynthFlag(SynthFlagCode.RoleForbidden, FlagSeverity.Note, $"{one.Unit} was left out of the donors: it {one.Reason}."));
        var others = dropped.Where(one => roles.GetValueOrDefault(panel.IndexOf(one.Unit)) == DonorRole.Control).ToList();
        if (others.Count > 0)
            flags.Add(new SynthFlag(SynthFlagCode.DonorsDropped, FlagSeverity.Note, $"{others.Count} unit(s) were left out of the donors: {string.Join("; ", others.Take(3).Select(one => $"{one.Unit} {one.Reason}"))}{(others.Count > 3 ? "; ..." : ".")}"));
        foreach (var rival in question.Rivals)
            flags.Add(new SynthFlag(SynthFlagCode.RivalCause, FlagSeverity.Note, $"Happened at the same time and may explain the gap: {rival}."));
        return donors;
    }

    private static string Say(DonorRole role) => role == DonorRole.Mediator ? "carries a part of the effect" : "is itself affected by the treatment";

    private static string Missing(Panel panel, int unit, int first, int end)
    {
        var missing = new List<double>();
        for (var t = first; t < end; t++)
            if (double.IsNaN(panel[unit, t]))
                missing.Add(panel.Times[t]);
        return string.Join(", ", missing.Take(3).Select(panel.TimeName)) + (missing.Count > 3 ? $" and {missing.Count - 3} more" : "");
    }
}
