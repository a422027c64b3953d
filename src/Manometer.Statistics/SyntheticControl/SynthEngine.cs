namespace Manometer.Statistics;

/// <summary>One way to weigh donors. The gap of a fit is target - weighted donors - <see cref="Offset"/>.</summary>
internal abstract class SynthEngine(SynthSample sample)
{
    private double[] _columns = [];
    private double[] _target = [];

    protected SynthSample Sample => sample;

    public double Offset { get; protected set; }

    public bool IsUnique { get; protected set; } = true;

    public double KktResidual { get; protected set; }

    /// <summary>Weights of <paramref name="donors"/> for <paramref name="target"/>.</summary>
    public abstract void Fit(int target, ReadOnlySpan<int> donors, Span<double> weights);

    /// <summary>As <see cref="Fit"/>, keeping what a whole search found for the treated unit; for fits that leave one donor out.</summary>
    public virtual void Refit(int target, ReadOnlySpan<int> donors, Span<double> weights) => Fit(target, donors, weights);

    /// <summary>Adds to the result what only this engine knows; right after the fit of the treated unit.</summary>
    public virtual SynthResult Describe(SynthResult result, SynthSetup setup, ReadOnlySpan<int> donors, ReadOnlySpan<double> weights) => result;

    /// <summary>Adds what needs the placebos.</summary>
    public virtual SynthResult Conclude(SynthResult result, SynthSample sample) => result;

    public void Gaps(int target, ReadOnlySpan<int> donors, ReadOnlySpan<double> weights, Span<double> gaps)
    {
        sample.Of(target).CopyTo(gaps);
        for (var j = 0; j < donors.Length; j++)
            if (weights[j] != 0)
                Vectors.Add(gaps, sample.Of(donors[j]), -weights[j]);
        if (Offset != 0)
            for (var t = 0; t < gaps.Length; t++)
                gaps[t] -= Offset;
    }

    /// <summary>The rows [from, to) of the donors, one column after the other.</summary>
    protected ReadOnlySpan<double> Columns(ReadOnlySpan<int> donors, int from, int to, bool centred = false)
    {
        var rows = to - from;
        if (_columns.Length < donors.Length * rows)
            _columns = new double[donors.Length * rows];
        for (var j = 0; j < donors.Length; j++)
        {
            var column = _columns.AsSpan(j * rows, rows);
            sample.Of(donors[j])[from..to].CopyTo(column);
            if (centred)
                Centre(column, column);
        }

        return _columns.AsSpan(0, donors.Length * rows);
    }

    protected static void Centre(ReadOnlySpan<double> values, Span<double> centred)
    {
        var mean = Spread.Mean(values);
        for (var t = 0; t < values.Length; t++)
            centred[t] = values[t] - mean;
    }

    protected Span<double> Scratch(int length)
    {
        if (_target.Length < length)
            _target = new double[length];
        return _target.AsSpan(0, length);
    }
}
