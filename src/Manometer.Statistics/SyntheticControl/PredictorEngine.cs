namespace Manometer.Statistics;

/// <summary>Predictors on the simplex, their weights chosen so that the outcomes before the treatment fit best (Abadie, Diamond and Hainmueller 2010; the bilevel problem of Malo and others 2024).</summary>
/// <remarks>
/// The weights of predictors are exp(z) / sum exp(z). For each the inner problem is solved exactly and differentiated implicitly; descents run from fixed starts, the best ends are polished without gradients.
/// The loss is smooth in pieces only, and the least of all starts is not proved to be the least of all.
/// </remarks>
internal sealed class PredictorEngine : SynthEngine
{
    private const int Starts = 20;
    private const double Floor = -18; // no weight below 1.5e-8 of the largest: further down the inner optimum is lost in rounding
    private readonly SimplexLeastSquares _inner = new() { StartsFromLast = true };
    private readonly double[] _predictors;
    private readonly int _size, _first, _rows;
    private readonly double[]? _given;
    private readonly double[] _zero, _v, _slope;
    private readonly double[] _distance, _scaled, _outcome, _gradient, _direction;
    private readonly double[] _residual;
    private readonly QuasiNewton _search;
    private int _donors, _evaluations;

    public PredictorEngine(SynthSetup setup) : base(setup.Sample)
    {
        var question = setup.Question;
        _predictors = setup.Predictors;
        _size = question.Spans.Count;
        _first = Array.FindIndex(setup.Times, time => time >= question.FitFirst);
        var end = Enumerable.Range(0, Sample.Pre).LastOrDefault(t => setup.Times[t] <= question.FitLast, -1) + 1;
        _rows = _first < 0 ? 0 : end - _first;
        if (_rows < 1)
            throw new SynthException(SynthFault.NoPeriod, "No time before the treatment lies in the window to fit over.");
        if (question.Given is { } given)
        {
            if (given.Count != _size || given.Any(one => !(one >= 0 && one < double.PositiveInfinity)) || !(given.Sum() > 0))
                throw new SynthException(SynthFault.Option, $"There are {_size} predictors; their weights are as many numbers, 0 or more, not all 0.");
            _given = [.. given.Select(one => one / given.Sum())];
        }

        var units = Sample.Units;
        (_zero, _v, _slope) = (new double[_size], new double[_size], new double[_size]);
        (_distance, _scaled) = (new double[_size * units], new double[_size * units]);
        (_outcome, _gradient, _direction, _residual) = (new double[_rows * units], new double[units], new double[units], new double[_rows]);
        _search = new QuasiNewton(_size, Loss);
    }

    /// <summary>The weights of predictors in use.</summary>
    private double[] Chosen { get; set; } = [];

    private VSearch? Search { get; set; }

    public override void Fit(int target, ReadOnlySpan<int> donors, Span<double> weights)
    {
        Load(target, donors);
        if (_given is not null)
            Chosen = _given;
        else
            Choose(target, donors);
        Inner(Chosen).CopyTo(weights);
        (IsUnique, KktResidual) = (_inner.IsUnique, _inner.KktResidual);
    }

    public override void Refit(int target, ReadOnlySpan<int> donors, Span<double> weights)
    {
        Load(target, donors);
        Inner(Chosen).CopyTo(weights);
    }

    public override SynthResult Describe(SynthResult result, SynthSetup setup, ReadOnlySpan<int> donors, ReadOnlySpan<double> weights)
    {
        var rows = new PredictorRow[_size];
        for (var k = 0; k < _size; k++)
        {
            var (synthetic, plain) = (0.0, 0.0);
            for (var j = 0; j < donors.Length; j++)
            {
                synthetic += weights[j] * _predictors[donors[j] * _size + k];
                plain += _predictors[donors[j] * _size + k] / donors.Length;
            }

            rows[k] = new PredictorRow(setup.Question.Spans[k].NameIn(setup.Question.Panel), Chosen[k], _predictors[k], synthetic, plain);
        }

        return result with { Predictors = rows, Search = Search };
    }

    // Distances of the donors' predictors from the target's, over the standard deviation across all units of this fit; outcomes likewise, over the window.
    private void Load(int target, ReadOnlySpan<int> donors)
    {
        _donors = donors.Length;
        var column = new double[_donors + 1];
        for (var k = 0; k < _size; k++)
        {
            column[_donors] = _predictors[target * _size + k];
            for (var j = 0; j < _donors; j++)
                column[j] = _predictors[donors[j] * _size + k];
            var unit = Spread.PowerOfTwo(column);
            for (var j = 0; j <= _donors; j++)
                column[j] /= unit;
            var deviation = Spread.Deviation(column);
            for (var j = 0; j < _donors; j++)
                _distance[j * _size + k] = (column[j] - column[_donors]) / (deviation > 0 ? deviation : 1);
        }

        for (var j = 0; j < _donors; j++)
            for (var t = 0; t < _rows; t++)
                _outcome[j * _rows + t] = Sample.Of(donors[j])[_first + t] - Sample.Of(target)[_first + t];
    }

    private ReadOnlySpan<double> Inner(ReadOnlySpan<double> v)
    {
        for (var k = 0; k < _size; k++)
            _slope[k] = Math.Sqrt(v[k]);
        for (var j = 0; j < _donors; j++)
            for (var k = 0; k < _size; k++)
                _scaled[j * _size + k] = _slope[k] * _distance[j * _size + k];
        return _inner.Solve(_scaled.AsSpan(0, _donors * _size), _zero);
    }

    private void Weigh(double[] z)
    {
        var (largest, sum) = (z.Max(), 0.0);
        for (var k = 0; k < _size; k++)
            sum += _v[k] = Elementary.Exp(Math.Max(z[k] - largest, Floor));
        for (var k = 0; k < _size; k++)
            _v[k] /= sum;
    }

    private double Loss(double[] z, double[]? slope)
    {
        _evaluations++;
        Weigh(z);
        var weights = Inner(_v);
        var residual = _residual.AsSpan();
        residual.Clear();
        var support = _inner.Support;
        foreach (var j in support)
            Vectors.Add(residual, _outcome.AsSpan(j * _rows, _rows), weights[j]);
        var loss = Vectors.Square(residual) / _rows;
        if (slope is null)
            return loss;
        for (var i = 0; i < support.Length; i++)
            _gradient[i] = 2 * Vectors.Dot(_outcome.AsSpan(support[i] * _rows, _rows), residual) / _rows;
        _inner.Adjoint(_gradient, _direction);
        var mean = 0.0;
        for (var k = 0; k < _size; k++)
        {
            var (along, own) = (0.0, 0.0);
            for (var i = 0; i < support.Length; i++)
            {
                along += _direction[i] * _distance[support[i] * _size + k];
                own += weights[support[i]] * _distance[support[i] * _size + k];
            }

            slope[k] = -along * own;
            mean += _v[k] * slope[k];
        }

        for (var k = 0; k < _size; k++)
            slope[k] = _v[k] * (slope[k] - mean);
        return loss;
    }

    private void Choose(int target, ReadOnlySpan<int> donors)
    {
        _evaluations = 0;
        var starts = new List<double[]>();
        var ends = new List<(double Loss, double[] At)>();
        for (var s = 0; s < Math.Max(Starts, _size + 2); s++)
            starts.Add(Start(s));
        foreach (var z in starts)
        {
            var loss = _search.Descend(z, 40, 1e-5);
            ends.Add((loss, z));
        }

        var order = Enumerable.Range(0, ends.Count).OrderBy(i => ends[i].Loss).ThenBy(i => i).ToArray();
        foreach (var i in order.Take(2))
        {
            var z = ends[i].At;
            var loss = _search.Polish(z, 0.5, 60 * _size, 1e-10);
            loss = Math.Min(loss, _search.Descend(z, 60, 1e-9));
            ends[i] = (loss, z);
        }

        var best = order.OrderBy(i => ends[i].Loss).First();
        Weigh(ends[best].At);
        Chosen = [.. _v];
        if (Search is not null)
            return; // placebos need the weights only
        var (near, least, most) = (0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var end in ends)
            if (end.Loss <= 1.01 * ends[best].Loss)
            {
                var att = Att(end.At, target, donors);
                (near, least, most) = (near + 1, Math.Min(least, att), Math.Max(most, att));
            }

        Search = new VSearch(ends[best].Loss * Sample.Unit * Sample.Unit, Bound() * Sample.Unit * Sample.Unit, starts.Count, near, least, most, _evaluations);
    }

    private double Att(double[] z, int target, ReadOnlySpan<int> donors)
    {
        Weigh(z);
        var gaps = new double[Sample.Times];
        Gaps(target, donors, Inner(_v), gaps);
        return Sample.Unit * Spread.Mean(gaps.AsSpan(Sample.Pre));
    }

    private double Bound()
    {
        var squares = new SimplexLeastSquares();
        squares.Solve(_outcome.AsSpan(0, _donors * _rows), new double[_rows]);
        return squares.Rmse * squares.Rmse;
    }

    // Equal weights; weights from a regression of the outcomes on the predictors; each predictor at nine tenths; then points spread evenly over the simplex.
    private double[] Start(int number)
    {
        var z = new double[_size];
        if (number == 1)
            return Regressed(z);
        if (number >= 2 && number < _size + 2)
            z[number - 2] = _size > 1 ? Elementary.Log(9.0 * (_size - 1)) : 0;
        else if (number > 0)
            for (var k = 0; k < _size; k++)
                z[k] = Elementary.Log(-Elementary.Log(Halton(number - _size - 1, Primes[k % Primes.Length])));
        return z;
    }

    private static readonly int[] Primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71];

    private static double Halton(int index, int radix)
    {
        var (value, part) = (0.0, 1.0 / radix);
        for (; index > 0; index /= radix, part /= radix)
            value += index % radix * part;
        return value;
    }

    // Squared coefficients of a ridge regression across donors of each outcome on all predictors, summed over the window.
    private double[] Regressed(double[] z)
    {
        var design = new double[_donors * _size];
        for (var k = 0; k < _size; k++)
        {
            var mean = 0.0;
            for (var j = 0; j < _donors; j++)
                mean += _distance[j * _size + k] / _donors;
            for (var j = 0; j < _donors; j++)
                design[j * _size + k] = _distance[j * _size + k] - mean;
        }

        var factor = new Cholesky(_size);
        for (var k = 0; k < _size; k++)
            for (var l = 0; l <= k; l++)
            {
                var sum = k == l ? 1e-6 * _donors : 0;
                for (var j = 0; j < _donors; j++)
                    sum += design[j * _size + k] * design[j * _size + l];
                factor[k, l] = sum;
            }

        factor.Factor();
        var (right, total) = (new double[_size], new double[_size]);
        for (var t = 0; t < _rows; t++)
        {
            right.AsSpan().Clear();
            for (var j = 0; j < _donors; j++)
                for (var k = 0; k < _size; k++)
                    right[k] += design[j * _size + k] * _outcome[j * _rows + t];
            factor.Solve(right);
            for (var k = 0; k < _size; k++)
                total[k] += right[k] * right[k];
        }

        var sumOfAll = total.Sum();
        for (var k = 0; k < _size; k++)
            z[k] = sumOfAll > 0 ? Elementary.Log(Math.Max(total[k] / sumOfAll, 1e-12)) : 0;
        return z;
    }
}
