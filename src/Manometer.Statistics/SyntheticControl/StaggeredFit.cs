namespace Manometer.Statistics;

/// <summary>Fits units treated at different dates, and the same dates given to donors.</summary>
internal sealed class StaggeredFit
{
    private readonly StaggeredControl _question;
    private readonly Panel _panel;
    private readonly (int Unit, int From)[] _treated;
    private readonly int _first, _end, _events;
    private readonly double _scale;
    private readonly List<SynthFlag> _flags = [];

    public StaggeredFit(StaggeredControl question)
    {
        (_question, _panel) = (question, question.Panel);
        if (question.Adoptions.Count == 0)
            throw new SynthException(SynthFault.NotStated, "No treated unit was named.");
        _treated = [.. question.Adoptions.Select(one => (Unit(one.Unit), FirstAt(one.From)))];
        if (_treated.Select(one => one.Unit).Distinct().Count() < _treated.Length)
            throw new SynthException(SynthFault.DuplicateCell, "A unit was named as treated twice; its first treatment counts.");
        (_first, _end) = (0, _panel.Times.Count);
        while (_first < _end && _treated.All(one => double.IsNaN(_panel[one.Unit, _first])))
            _first++;
        while (_end > _first && _treated.All(one => double.IsNaN(_panel[one.Unit, _end - 1])))
            _end--;
        foreach (var one in _treated)
            if (one.From - _first < 2 || one.From >= _end)
                throw new SynthException(SynthFault.NoPeriod, $"{_panel.Units[one.Unit]} has {Math.Max(0, one.From - _first)} times before its treatment and {Math.Max(0, _end - one.From)} from it on; at least 2 and 1 are needed.");
        _events = question.Events ?? _treated.Min(one => _end - one.From);
        foreach (var one in _treated)
            if (!IsComplete(one.Unit, EndOf(one.From)))
                throw new SynthException(SynthFault.TreatedIncomplete, $"{_panel.Units[one.Unit]} misses a value between {_panel.TimeName(_panel.Times[_first])} and {_panel.TimeName(_panel.Times[EndOf(one.From) - 1])}. Shorten the window, or fill the cell by a rule of yours.");
        var all = new List<double>();
        for (var i = 0; i < _panel.Units.Count; i++)
            all.AddRange(_panel.Outcome(i)[_first.._end].ToArray().Where(value => !double.IsNaN(value)));
        _scale = Spread.PowerOfTwo([.. all]);
    }

    public StaggeredResult Run()
    {
        var fit = Fit(_treated, [], 1e-11);
        if (_treated.Min(one => one.From - _first) < 8)
            Add(SynthFlagCode.T0Short, FlagSeverity.Refusal, $"Only {_treated.Min(one => one.From - _first)} times before the first treatment; with fewer than 8 a fit proves nothing.");
        var units = new List<StaggeredUnit>();
        for (var i = 0; i < _treated.Length; i++)
            units.Add(Describe(fit, i));
        var effects = new List<EventEffect>();
        for (var e = 0; e < _events; e++)
        {
            double[] gaps = [.. _treated.Select((one, i) => (one, i)).Where(pair => pair.one.From + e < _end).Select(pair => _scale * fit.Gaps[pair.i][pair.one.From - _first + e])];
            if (gaps.Length > 0)
                effects.Add(new EventEffect(e, Spread.Mean(gaps), gaps.Length));
        }

        var (ranks, areAll) = Place(fit.Att);
        return new StaggeredResult(units, effects, _scale * fit.Att, fit.Nu, _scale * fit.Pooled, _scale * fit.Separate, _scale * fit.PooledAlone, _scale * fit.SeparateAlone, ranks, areAll,
            [.. _flags.OrderByDescending(flag => flag.Severity).ThenBy(flag => flag.Flag)]);
    }

    private StaggeredUnit Describe(Fitted fit, int i)
    {
        var (unit, from) = _treated[i];
        var name = _panel.Units[unit];
        var gaps = fit.Gaps[i];
        var noise = Spread.OfSteps(_panel.Outcome(unit)[_first..from]);
        var error = _scale * Spread.Rms(gaps.AsSpan(0, from - _first));
        var preFit = noise > 0 ? error / noise : double.NaN;
        if (double.IsNaN(preFit))
            Add(SynthFlagCode.YConstant, FlagSeverity.Refusal, $"{name} changes by the same step at every time before its treatment, so there is no noise to judge the fit by.");
        else if (preFit > 1)
            Add(SynthFlagCode.PreFitBad, preFit > 2 ? FlagSeverity.Refusal : FlagSeverity.Warning, FormattableString.Invariant($"Before its treatment the synthetic {name} misses by {error:G4}, {preFit:F2} times the standard deviation of its own steps; above 1 is poor, above 2 no counterfactual."));
        DonorWeight[] weights = [.. fit.Donors[i].Select((donor, j) => new DonorWeight(_panel.Units[donor], fit.Weights[i][j])).Where(one => one.Weight > 0).OrderByDescending(one => one.Weight)];
        SynthPoint[] path = [.. gaps.Select((gap, t) => new SynthPoint(_panel.Times[_first + t], _panel[unit, _first + t], _panel[unit, _first + t] - _scale * gap, _first + t >= from))];
        return new StaggeredUnit(name, _panel.Times[from], weights, error, preFit, path);
    }

    // All ordered choices of donors for the dates where they are few, else choices drawn.
    private (GapRanks?, bool) Place(double att)
    {
        int[] pool = [.. Enumerable.Range(0, _panel.Units.Count).Where(unit => !_treated.Any(one => one.Unit == unit) && !_question.LeftOut.Contains(_panel.Units[unit]) && IsComplete(unit, _treated.Max(one => EndOf(one.From))))];
        var count = _treated.Length;
        var ways = 1.0;
        for (var i = 0; i < count; i++)
            ways *= Math.Max(0, pool.Length - i);
        if (_question.Most == 0 || ways == 0 || pool.Length - count < 1)
        {
            if (_question.Most > 0)
                Add(SynthFlagCode.FewPlacebos, FlagSeverity.Warning, "Too few donors that were never treated to give them the dates instead: there is no placebo test.");
            return (null, false);
        }

        var areAll = ways <= _question.Most;
        var random = new Xoshiro256(_question.Seed);
        var others = new List<double>();
        int[] excluded = [.. _treated.Select(one => one.Unit)];
        foreach (var choice in areAll ? Choices(pool, count) : Enumerable.Range(0, _question.Most).Select(_ => Draw(pool, count, random)))
            others.Add(Fit([.. choice.Select((unit, i) => (unit, _treated[i].From))], excluded, 1e-7).Att);
        if (others.Count + 1 < 20)
            Add(SynthFlagCode.FewPlacebos, FlagSeverity.Note, $"The dates can be given to donors in {others.Count} ways: the smallest rank possible is 1 of {others.Count + 1}, which is not one in twenty.");
        return (GapRanks.Of(att, others), areAll);
    }

    private static IEnumerable<int[]> Choices(int[] pool, int count)
    {
        if (count == 0)
            return [[]];
        return pool.SelectMany(one => Choices([.. pool.Where(other => other != one)], count - 1).Select(rest => (int[])[one, .. rest]));
    }

    private static int[] Draw(int[] pool, int count, Xoshiro256 random)
    {
        int[] order = [.. pool];
        for (var i = 0; i < count; i++)
        {
            var other = i + random.NextInt(order.Length - i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order[..count];
    }

    private Fitted Fit((int Unit, int From)[] treated, int[] excluded, double enough)
    {
        var donors = treated.Select(one => DonorsOf(one.From, treated, excluded)).ToArray();
        double[] Rows(int unit, int from) => [.. _panel.Outcome(unit)[_first..from].ToArray().Select(value => value / _scale)];
        var squares = new PooledSquares([.. treated.Select((one, i) => donors[i].SelectMany(donor => Rows(donor, one.From)).ToArray())], [.. treated.Select(one => Rows(one.Unit, one.From))]);
        squares.Run(0, enough);
        var (pooled, separate) = (squares.Pooled, squares.Separate);
        var nu = _question.Share ?? (pooled + separate > 0 ? pooled / (pooled + separate) : 0);
        if (nu > 0 && treated.Length > 1)
            squares.Run(nu, enough);
        var gaps = new double[treated.Length][];
        var (sum, number) = (0.0, 0);
        for (var i = 0; i < treated.Length; i++)
        {
            gaps[i] = Rows(treated[i].Unit, EndOf(treated[i].From));
            for (var j = 0; j < donors[i].Length; j++)
                Vectors.Add(gaps[i], Rows(donors[i][j], EndOf(treated[i].From)), -squares.Weights[i][j]);
            for (var t = treated[i].From - _first; t < gaps[i].Length; t++, number++)
                sum += gaps[i][t];
        }

        return new Fitted(donors, squares.Weights, gaps, sum / number, nu, squares.Pooled, squares.Separate, pooled, separate);
    }

    // Untreated through the last time looked at, and complete until then.
    private int[] DonorsOf(int from, (int Unit, int From)[] treated, int[] excluded)
    {
        var donors = Enumerable.Range(0, _panel.Units.Count).Where(unit => !excluded.Contains(unit) && !_question.LeftOut.Contains(_panel.Units[unit])
            && !treated.Any(one => one.Unit == unit && one.From < EndOf(from)) && IsComplete(unit, EndOf(from))).ToArray();
        return donors.Length > 0 ? donors : throw new SynthException(SynthFault.NoDonors, $"For a treatment at {_panel.TimeName(_panel.Times[from])} no donor is complete and untreated through {_panel.TimeName(_panel.Times[EndOf(from) - 1])}.");
    }

    private int EndOf(int from) => Math.Min(_end, from + _events);

    private bool IsComplete(int unit, int end)
    {
        for (var t = _first; t < end; t++)
            if (double.IsNaN(_panel[unit, t]))
                return false;
        return true;
    }

    private int Unit(string name) => _panel.IndexOf(name) is >= 0 and var at ? at : throw new SynthException(SynthFault.UnknownUnit, $"The panel has no unit '{name}'.");

    private int FirstAt(double time)
    {
        if (!double.IsFinite(time))
            throw new SynthException(SynthFault.NotStated, "The first time of a treatment was not named.");
        var at = 0;
        while (at < _panel.Times.Count && _panel.Times[at] < time)
            at++;
        return at;
    }

    private void Add(SynthFlagCode code, FlagSeverity severity, string text) => _flags.Add(new SynthFlag(code, severity, text));

    private sealed record Fitted(int[][] Donors, double[][] Weights, double[][] Gaps, double Att, double Nu, double Pooled, double Separate, double PooledAlone, double SeparateAlone);
}
