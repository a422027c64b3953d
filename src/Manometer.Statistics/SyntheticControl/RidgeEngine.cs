namespace Manometer.Statistics;

/// <summary>Synthetic control with the bias that is left taken off by a ridge regression of later on earlier outcomes (Ben-Michael, Feller and Rothstein 2021).</summary>
/// <remarks>
/// With X the donors' outcomes before the treatment, centred over donors, and r the treated unit's error of the plain fit, the weights are w + X (X'X + penalty)^-1 r: the form in weights of the regression
/// correction. The penalty is the largest of 21, from the trace of X'X down by eight powers of ten, whose mean squared error on left-out times is within one standard error of the least.
/// </remarks>
internal sealed class RidgeEngine(SynthSample sample, double? penalty) : SynthEngine(sample)
{
    private const int Penalties = 21;
    private const double Step = 0.39810717055349726; // 10^(-8/20)
    private readonly SimplexLeastSquares _squares = new();
    private double _chosen;

    public override void Fit(int target, ReadOnlySpan<int> donors, Span<double> weights)
    {
        _chosen = penalty ?? Choose(target, donors);
        Refit(target, donors, weights);
    }

    public override void Refit(int target, ReadOnlySpan<int> donors, Span<double> weights)
    {
        var rows = Enumerable.Range(0, Sample.Pre).ToArray();
        Plain(target, donors, rows, weights);
        (IsUnique, KktResidual) = (_squares.IsUnique, _squares.KktResidual);
        Correct(target, donors, rows, Centred(donors, rows), weights, _chosen, weights);
    }

    public override SynthResult Describe(SynthResult result, SynthSetup setup, ReadOnlySpan<int> donors, ReadOnlySpan<double> weights) => result with { Penalty = _chosen * Sample.Unit * Sample.Unit };

    private void Plain(int target, ReadOnlySpan<int> donors, int[] rows, Span<double> weights)
    {
        var columns = new double[donors.Length * rows.Length];
        var own = new double[rows.Length];
        for (var t = 0; t < rows.Length; t++)
        {
            own[t] = Sample.Of(target)[rows[t]];
            for (var j = 0; j < donors.Length; j++)
                columns[j * rows.Length + t] = Sample.Of(donors[j])[rows[t]];
        }

        _squares.Solve(columns, own).CopyTo(weights);
    }

    private double[] Centred(ReadOnlySpan<int> donors, int[] rows)
    {
        var x = new double[donors.Length * rows.Length];
        for (var t = 0; t < rows.Length; t++)
        {
            var mean = 0.0;
            foreach (var j in donors)
                mean += Sample.Of(j)[rows[t]] / donors.Length;
            for (var j = 0; j < donors.Length; j++)
                x[j * rows.Length + t] = Sample.Of(donors[j])[rows[t]] - mean;
        }

        return x;
    }

    private void Correct(int target, ReadOnlySpan<int> donors, int[] rows, double[] x, ReadOnlySpan<double> plain, double amount, Span<double> weights)
    {
        var count = rows.Length;
        var error = new double[count];
        for (var t = 0; t < count; t++)
        {
            error[t] = Sample.Of(target)[rows[t]];
            for (var j = 0; j < donors.Length; j++)
                error[t] -= plain[j] * Sample.Of(donors[j])[rows[t]];
        }

        if (amount > 0 && amount < double.PositiveInfinity)
        {
            var factor = new Cholesky(count);
            for (var s = 0; s < count; s++)
                for (var t = 0; t <= s; t++)
                {
                    var sum = s == t ? amount : 0;
                    for (var j = 0; j < donors.Length; j++)
                        sum += x[j * count + s] * x[j * count + t];
                    factor[s, t] = sum;
                }

            factor.Factor();
            factor.Solve(error);
            for (var j = 0; j < donors.Length; j++)
                weights[j] = plain[j] + Vectors.Dot(x.AsSpan(j * count, count), error);
        }
        else
            plain.CopyTo(weights);
    }

    private double Choose(int target, ReadOnlySpan<int> donors)
    {
        var all = Enumerable.Range(0, Sample.Pre).ToArray();
        var largest = Vectors.Square(Centred(donors, all));
        if (!(largest > 0) || Sample.Pre < 3)
            return double.PositiveInfinity; // donors that do not differ correct nothing
        var errors = new double[Penalties, Sample.Pre];
        var (plain, corrected) = (new double[donors.Length], new double[donors.Length]);
        for (var left = 0; left < Sample.Pre; left++)
        {
            int[] rows = [.. all.Where(t => t != left)];
            Plain(target, donors, rows, plain);
            var x = Centred(donors, rows);
            var amount = largest;
            for (var k = 0; k < Penalties; k++, amount *= Step)
            {
                Correct(target, donors, rows, x, plain, amount, corrected);
                var gap = Sample.Of(target)[left];
                for (var j = 0; j < donors.Length; j++)
                    gap -= corrected[j] * Sample.Of(donors[j])[left];
                errors[k, left] = gap * gap;
            }
        }

        var (least, bound) = (double.PositiveInfinity, 0.0);
        var means = new double[Penalties];
        for (var k = 0; k < Penalties; k++)
        {
            double[] own = [.. all.Select(t => errors[k, t])];
            means[k] = Spread.Mean(own);
            if (means[k] < least)
                (least, bound) = (means[k], means[k] + Spread.Deviation(own) / Math.Sqrt(own.Length));
        }

        var chosen = largest;
        for (var k = 0; k < Penalties && means[k] > bound; k++)
            chosen *= Step;
        return chosen;
    }
}
