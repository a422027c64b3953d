namespace Manometer.Statistics;

/// <summary>Inverts the test of a constant effect: subtracts a candidate from the treated rows, fits all rows, and compares the residuals there with those of the rearranged series.</summary>
internal sealed class Conformal
{
    private const int Arrangements = 5000;
    private readonly SynthSample _sample; // all rows are fitted
    private readonly SynthEngine _engine;
    private readonly int[] _donors;
    private readonly double[] _own, _weights, _residual;
    private readonly int _post;
    private readonly double _alpha, _floor;
    private readonly int[]? _sets; // of rows, one arrangement after the other; null for cyclic shifts

    private Conformal(SynthSetup setup, int[] rows, int post, double alpha, ConformalScheme scheme, ulong seed)
    {
        var whole = setup.Sample;
        (_post, _alpha) = (post, alpha);
        var series = new double[whole.Units * rows.Length];
        for (var i = 0; i < whole.Units; i++)
            for (var t = 0; t < rows.Length; t++)
                series[i * rows.Length + t] = whole.Of(i)[rows[t]];
        _sample = new SynthSample(series, whole.Units, rows.Length, rows.Length) { Treated = whole.Treated, Unit = whole.Unit };
        _engine = SynthFit.OutcomeEngine(setup.Question, _sample);
        _donors = [.. Enumerable.Range(1, whole.Units - 1)];
        (_own, _weights, _residual) = (series[..rows.Length], new double[_donors.Length], new double[rows.Length]);
        _engine.Fit(0, _donors, _weights); // chooses what is chosen once
        _floor = 1e-9 * _own.Max(Math.Abs);
        _sets = scheme == ConformalScheme.CyclicShifts || post == 1 ? null : Sets(rows.Length, post, seed);
    }

    private int Count => _sets?.Length / _post ?? _own.Length;

    public static ConformalInterval Average(SynthSetup setup, double alpha, ConformalScheme scheme, ulong seed)
    {
        var sample = setup.Sample;
        return new Conformal(setup, [.. Enumerable.Range(0, sample.Times)], sample.Post, alpha, scheme, seed)
            .Invert(setup.Times[sample.Pre], setup.Times[^1], Gaps(setup)[sample.Pre..]).Times(sample.Unit);
    }

    public static IReadOnlyList<ConformalInterval> Pointwise(SynthSetup setup, double alpha)
    {
        var pre = setup.Sample.Pre;
        var gaps = Gaps(setup);
        return [.. Enumerable.Range(pre, setup.Sample.Post).Select(t =>
            new Conformal(setup, [.. Enumerable.Range(0, pre), t], 1, alpha, ConformalScheme.CyclicShifts, 0).Invert(setup.Times[t], setup.Times[t], [gaps[t]]).Times(setup.Sample.Unit))];
    }

    private static double[] Gaps(SynthSetup setup)
    {
        var sample = setup.Sample;
        var engine = SynthFit.OutcomeEngine(setup.Question, sample);
        int[] donors = [.. Enumerable.Range(1, sample.Units - 1)];
        var (weights, gaps) = (new double[donors.Length], new double[sample.Times]);
        engine.Fit(0, donors, weights);
        engine.Gaps(0, donors, weights, gaps);
        return gaps;
    }

    private ConformalInterval Invert(double from, double until, double[] gaps)
    {
        var estimate = Spread.Mean(gaps);
        var smallest = 1.0 / Count;
        var none = P(0);
        if (smallest > _alpha)
            return new ConformalInterval(from, until, estimate, null, null, null, null, none, smallest);
        var step = Math.Max(Math.Max(Spread.Rms(_residual), 1e-3 * Math.Abs(estimate)), _floor);
        if (Inside(estimate, step) is not { } start)
            return new ConformalInterval(from, until, estimate, estimate, estimate, estimate, estimate, none, smallest); // every candidate is rejected but, at most, a sliver
        var (lower, upper) = (End(start, -step), End(start, step));
        var (lowest, highest) = (lower, upper);
        if (lower is { } low && upper is { } high)
        {
            var width = high - low;
            for (var i = 0; i < 41; i++)
            {
                var candidate = low - 0.5 * width + 2 * width * i / 40;
                if (candidate < lowest - 1e-4 * width && P(candidate) > _alpha)
                    lowest = End(candidate, -step);
                else if (candidate > highest + 1e-4 * width && P(candidate) > _alpha)
                    highest = End(candidate, step);
            }
        }

        return new ConformalInterval(from, until, estimate, lower, upper, lowest, highest, none, smallest);
    }

    private double? Inside(double estimate, double step)
    {
        for (var i = 0; i < 41; i++)
        {
            var candidate = estimate + (i % 2 == 0 ? 1 : -1) * (i + 1) / 2 * 0.1 * step;
            if (P(candidate) > _alpha)
                return candidate;
        }

        return null;
    }

    // Outwards in doubled steps until rejected; back over that way in even steps, so that no hole is jumped; then bisection. Null when nothing is rejected.
    private double? End(double start, double step)
    {
        var (inside, outside) = (start, start + step);
        for (var round = 0; P(outside) > _alpha; round++, step *= 2)
        {
            if (round == 40)
                return null;
            (inside, outside) = (outside, outside + step);
        }

        for (var i = 1; i < 20; i++)
        {
            var between = start + (outside - start) * i / 20;
            if (P(between) > _alpha)
                continue;
            (inside, outside) = (start + (outside - start) * (i - 1) / 20, between);
            break;
        }

        for (var round = 0; round < 50 && Math.Abs(outside - inside) > 1e-9 * Math.Abs(step); round++)
        {
            var middle = 0.5 * (inside + outside);
            if (P(middle) > _alpha)
                inside = middle;
            else
                outside = middle;
        }

        return inside;
    }

    private double P(double effect)
    {
        var target = _sample.Series.AsSpan(0, _own.Length);
        _own.CopyTo(target);
        for (var t = _own.Length - _post; t < _own.Length; t++)
            target[t] -= effect;
        _engine.Refit(0, _donors, _weights);
        _engine.Gaps(0, _donors, _weights, _residual);
        for (var t = 0; t < _residual.Length; t++)
            _residual[t] = Math.Abs(_residual[t]);
        var observed = 0.0;
        for (var t = _own.Length - _post; t < _own.Length; t++)
            observed += _residual[t];
        var enough = observed - _post * _floor - 1e-12 * observed;
        var count = 0;
        for (var k = 0; k < Count; k++)
        {
            var sum = 0.0;
            for (var i = 0; i < _post; i++)
                sum += _residual[_sets is null ? (k + i) % _own.Length : _sets[k * _post + i]];
            count += sum >= enough ? 1 : 0;
        }

        return Math.Min(1, (double)count / Count);
    }

    // All sets of rows where they are few; else the last rows, and sets drawn.
    private static int[] Sets(int rows, int size, ulong seed)
    {
        var count = 1.0;
        for (var i = 0; i < size; i++)
            count = count * (rows - i) / (i + 1);
        var sets = new List<int>();
        if (count <= Arrangements)
        {
            var set = Enumerable.Range(0, size).ToArray();
            while (true)
            {
                sets.AddRange(set);
                var at = size - 1;
                while (at >= 0 && set[at] == rows - size + at)
                    at--;
                if (at < 0)
                    break;
                set[at]++;
                for (var i = at + 1; i < size; i++)
                    set[i] = set[i - 1] + 1;
            }

            return [.. sets];
        }

        sets.AddRange(Enumerable.Range(rows - size, size));
        var random = new Xoshiro256(seed);
        var order = Enumerable.Range(0, rows).ToArray();
        for (var k = 1; k < Arrangements; k++)
            for (var i = 0; i < size; i++)
            {
                var other = i + random.NextInt(rows - i);
                (order[i], order[other]) = (order[other], order[i]);
                sets.Add(order[i]);
            }

        return [.. sets];
    }
}
