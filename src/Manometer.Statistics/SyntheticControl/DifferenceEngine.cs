namespace Manometer.Statistics;

/// <summary>Synthetic difference in differences (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021, algorithms 1, 3 and 4), both weightings at their exact optimum.</summary>
internal sealed class DifferenceEngine(SynthSample sample) : SynthEngine(sample)
{
    private readonly SimplexLeastSquares _units = new();
    private readonly SimplexLeastSquares _times = new();
    private readonly double[] _timeWeights = new double[sample.Pre];
    private double[] _rows = [];
    private double[] _means = [];

    public override void Fit(int target, ReadOnlySpan<int> donors, Span<double> weights)
    {
        var (pre, noise) = (Sample.Pre, Noise(donors));
        var columns = Columns(donors, 0, pre, centred: true);
        var own = Scratch(pre);
        Centre(Sample.Of(target)[..pre], own);
        var units = target == 0 ? Sample.Treated : 1;
        var regular = Math.Sqrt((double)units * Sample.Post) * noise * noise; // zeta squared, zeta = (N1 T1)^(1/4) s
        _units.Solve(columns, own, regular * pre).CopyTo(weights);
        Times(donors, 1e-12 * noise * noise * donors.Length);
        (IsUnique, KktResidual) = (_units.IsUnique && _times.IsUnique, Math.Max(_units.KktResidual, _times.KktResidual));
        Offset = 0;
        var offset = 0.0;
        for (var t = 0; t < pre; t++)
        {
            var gap = Sample.Of(target)[t];
            for (var j = 0; j < donors.Length; j++)
                gap -= weights[j] * Sample.Of(donors[j])[t];
            offset += _timeWeights[t] * gap;
        }

        Offset = offset;
    }

    public override SynthResult Describe(SynthResult result, SynthSetup setup, ReadOnlySpan<int> donors, ReadOnlySpan<double> weights)
    {
        var times = Enumerable.Range(0, Sample.Pre).Where(t => _timeWeights[t] > 0).Select(t => new TimeWeight(setup.Times[t], _timeWeights[t])).ToArray();
        return result with { TimeWeights = times, StandardError = Sample.Treated > 1 ? Jackknife(donors, weights) : double.NaN };
    }

    public override SynthResult Conclude(SynthResult result, SynthSample sample)
    {
        if (sample.Treated > 1 || result.Placebo is not { } placebo)
            return result;
        double[] effects = [.. placebo.Units.Select(unit => unit.MeanGap)];
        return result with { StandardError = Math.Sqrt((effects.Length - 1.0) / effects.Length) * Spread.Deviation(effects) };
    }

    // Algorithm 3: both weightings held fixed, one unit left out at a time.
    private double Jackknife(ReadOnlySpan<int> donors, ReadOnlySpan<double> weights)
    {
        var effects = new List<double>();
        var own = new double[Sample.Treated];
        for (var i = 0; i < own.Length; i++)
            own[i] = Change(Sample.Each.AsSpan(i * Sample.Times, Sample.Times));
        var (mixed, all) = (0.0, own.Sum());
        for (var j = 0; j < donors.Length; j++)
            mixed += weights[j] * Change(Sample.Of(donors[j]));
        foreach (var one in own)
            effects.Add((all - one) / (own.Length - 1) - mixed);
        for (var j = 0; j < donors.Length; j++)
        {
            if (1 - weights[j] < 1e-9)
                return double.NaN; // one donor is all: nothing is left without it
            effects.Add(all / own.Length - (mixed - weights[j] * Change(Sample.Of(donors[j]))) / (1 - weights[j]));
        }

        var n = effects.Count;
        return Sample.Unit * (n - 1) / Math.Sqrt(n) * Spread.Deviation([.. effects]);
    }

    private double Change(ReadOnlySpan<double> series)
    {
        var value = Spread.Mean(series[Sample.Pre..]);
        for (var t = 0; t < Sample.Pre; t++)
            value -= _timeWeights[t] * series[t];
        return value;
    }

    // Columns are the times before the treatment, rows the donors; the target is each donor's mean after it.
    private void Times(ReadOnlySpan<int> donors, double ridge)
    {
        var count = donors.Length;
        if (_rows.Length < count * Sample.Pre)
            (_rows, _means) = (new double[count * Sample.Pre], new double[count]);
        for (var t = 0; t < Sample.Pre; t++)
        {
            var column = _rows.AsSpan(t * count, count);
            for (var j = 0; j < count; j++)
                column[j] = Sample.Of(donors[j])[t];
            Centre(column, column);
        }

        var target = _means.AsSpan(0, count);
        for (var j = 0; j < count; j++)
            target[j] = Spread.Mean(Sample.Of(donors[j])[Sample.Pre..]);
        Centre(target, target);
        _times.Solve(_rows.AsSpan(0, count * Sample.Pre), target, ridge).CopyTo(_timeWeights);
    }

    // Standard deviation of all first differences of the donors before the treatment.
    private double Noise(ReadOnlySpan<int> donors)
    {
        var (sum, square) = (0.0, 0.0);
        var count = donors.Length * (Sample.Pre - 1);
        foreach (var j in donors)
            for (var t = 1; t < Sample.Pre; t++)
                sum += Sample.Of(j)[t] - Sample.Of(j)[t - 1];
        foreach (var j in donors)
            for (var t = 1; t < Sample.Pre; t++)
            {
                var value = Sample.Of(j)[t] - Sample.Of(j)[t - 1] - sum / count;
                square += value * value;
            }

        return count > 1 ? Math.Sqrt(square / (count - 1)) : 0;
    }
}
