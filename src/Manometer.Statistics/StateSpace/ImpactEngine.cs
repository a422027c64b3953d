using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>The posterior of a structural time series by quadrature: a lattice of variance ratios, the noise variance at each, and the sum over sets of columns. What is between two fits is only memory.</summary>
internal sealed unsafe partial class ImpactEngine
{
    private const double LowestRatio = -23.025850929940457; // ln 1e-10
    private const double HighestRatio = 4.605170185988091;  // ln 100
    private const double InnerStep = 0.75;
    private const double InnerReach = 8;
    private const double Pruned = 30;
    private const int MostNodes = 40_000;

    private readonly ImpactSeries _series = new();
    private readonly ImpactPriors _priors = new();
    private readonly RatioNodes _nodes = new();
    private readonly RatioGrid _grid = new();
    private readonly Forecast _forecast = new();
    private readonly Cell _cell = new();
    private readonly Subsets _subsets = new();
    private readonly SubsetSearch _search = new();
    private readonly LaneBuffer _tableMemory = new();
    private readonly double[] _point = new double[RatioGrid.MostAxes * Lanes.Count];
    private double[] _priorWeights = [], _searchScratch = [], _factors = [], _inverses = [], _roots = [], _logs = [];
    private int[] _members = [], _reference = [];
    private int _referenceSize, _models;
    private V* _table;
    private StateLayout _layout;
    private ImpactModel _model = new();
    private double _ridge, _top, _innerStep;
    private Listing _listing;

    private enum Listing { One, All, Search, Sample }

    public ImpactSeries Series => _series;

    public Forecast Forecast => _forecast;

    public StateLayout Layout => _layout;

    public ImpactPriors Priors => _priors;

    public ImpactWarnings Warnings { get; private set; }

    public GaussianMixture Mixture { get; } = new();

    /// <summary>Share of the priced mass of models that was summed.</summary>
    public double Captured { get; private set; }

    public int Models => _models;

    public int Nodes => _grid.Count;

    public double ObservationSd { get; private set; }

    private readonly double[] _axisSds = new double[RatioGrid.MostAxes];
    private double[] _inclusion = [];

    public ReadOnlySpan<double> AxisSds => _axisSds.AsSpan(0, _layout.Axes);

    /// <summary>Posterior probability of each column alive.</summary>
    public ReadOnlySpan<double> Inclusion => _inclusion.AsSpan(0, _series.Alive);

    public void Fit(ImpactModel model, ReadOnlySpan<double> y, ReadOnlySpan<double> x, int covariates, ImpactPeriods periods)
    {
        model.Check();
        _model = model;
        _series.Fill(y, x, covariates, periods, model);
        Warnings = _series.Warnings;
        var k = _series.Alive;
        _layout = StateLayout.Of(model, model.Dynamic ? Math.Max(k - 1, 0) : 0);
        _priors.Fill(model, _series, _layout);
        if (_members.Length < k)
            (_members, _reference, _inclusion) = (new int[k], new int[k], new double[k]);
        _listing = _priors.Inclusion >= 1 || k == 0 ? Listing.One : k <= 17 ? Listing.All : Listing.Search;
        SetForecast();
        _referenceSize = k;
        for (var j = 0; j < k; j++)
            _reference[j] = j;
        if (_listing != Listing.One)
            _search.SetPrior(_series.Slab, k, _priors.Inclusion);
        if (_listing == Listing.All)
            _subsets.Prepare(_series.Slab, k);
        _nodes.Begin(_series, _layout);
        Scan();
        Refine();
        Captured = 1;
        if (_listing == Listing.Search)
            Enumerate();
        if (Captured < 0.99)
            Sample();
        Integrate();
        MonteCarloError = _listing == Listing.Sample ? ChainError() : 0;
    }

    private void SetForecast()
    {
        _forecast.Begin(_series, _layout);
        for (var row = _series.PostStart; row < _series.Rows; row++)
            _forecast.Reach(_series, row);
    }

    // Coarse look at the whole range with the reference set; with many columns the reference is then the greedy best at the best node.
    private void Scan()
    {
        var axes = _layout.Axes;
        var steps = axes switch { 1 => 12, 2 => 8, 3 => 5, _ => 4 };
        var total = 1;
        for (var axis = 0; axis < axes; axis++)
            total *= steps;
        for (var first = 0; first < total; first += Lanes.Count)
        {
            for (var lane = 0; lane < Lanes.Count; lane++)
                SetScanPoint(Math.Min(first + lane, total - 1), steps, lane);
            _nodes.Add(_series, _layout, _priors, _point.AsSpan(0, axes * Lanes.Count), Math.Min(Lanes.Count, total - first));
        }
        var best = BestScanned();
        if (_listing != Listing.One)
            for (var round = 0; round < 3; round++)
            {
                LoadSearch(best / Lanes.Count, best % Lanes.Count);
                var size = _search.Greedy(_reference, round == 0 ? 0 : _referenceSize);
                _referenceSize = size;
                var next = BestScanned();
                if (next == best)
                    break;
                best = next;
            }
        SetScanPoint(best, steps, 0);
        var spacing = (HighestRatio - LowestRatio) / (steps - 1);
        for (var axis = 0; axis < axes; axis++)
        {
            _grid.Centers[axis] = _point[axis * Lanes.Count];
            _grid.Steps[axis] = Math.Min(spacing / 3, 1);
        }
    }

    private void SetScanPoint(int node, int steps, int lane)
    {
        for (var axis = 0; axis < _layout.Axes; axis++, node /= steps)
            _point[axis * Lanes.Count + lane] = LowestRatio + (HighestRatio - LowestRatio) * (node % steps) / (steps - 1);
    }

    private int BestScanned()
    {
        var (best, height) = (0, double.NegativeInfinity);
        for (var group = 0; group < _nodes.Groups; group++)
        {
            var heights = Height(group, _reference.AsSpan(0, _referenceSize));
            for (var lane = 0; lane < Lanes.Count; lane++)
                if (heights.GetElement(lane) > height)
                {
                    (best, height) = (group * Lanes.Count + lane, heights.GetElement(lane));
                    _ridge = Elementary.Exp(Vector256.Min(_cell.Mode, _cell.Cap).GetElement(lane)) / (_model.InitialSd * _model.InitialSd);
                }
        }
        if (!double.IsFinite(height))
            throw Failed();
        return best;
    }

    private static ImpactException Failed() => new(ImpactFault.Numerical, "The posterior could not be computed from these numbers; look for extreme values, or a covariate that far leaves its earlier range.");

    private void LoadSearch(int group, int lane, int node = 0)
    {
        var size = 1 + _layout.Initial + _series.Alive;
        if (_searchScratch.Length < size * size)
            _searchScratch = new double[size * size];
        _search.Load(node, (double*)_nodes.Sums(group) + lane, Lanes.Count, _layout.Initial, _ridge, _nodes.B(group).GetElement(lane), _priors.I, _searchScratch);
    }

    /// <summary>Factors a set at a group and gives the height at the mode of the noise variance.</summary>
    private V Height(int group, ReadOnlySpan<int> members)
    {
        SetCell(group, members);
        _cell.FindMode();
        return _cell.AtMode;
    }

    private void SetCell(int group, ReadOnlySpan<int> members)
    {
        _cell.Factor(_nodes.Sums(group), _layout.Initial, _series.Alive, _series.Slab, members, _model.InitialSd, _model.ScaledInitial);
        _cell.I = _priors.I;
        _cell.B = _nodes.B(group);
        _cell.Cap = _nodes.Cap(group);
        _cell.Constant = _nodes.Constant(group) + Lanes.Splat(LogPrior(members)) - Lanes.Splat(0.5) * _cell.LogDeterminant;
    }

    // ln p(set) + ln|W|/2
    private double LogPrior(ReadOnlySpan<int> members)
    {
        var (k, all) = (members.Length, _series.Alive);
        var log = 0.0;
        if (_priors.Inclusion < 1)
            log = k * Elementary.Log(_priors.Inclusion) + (all - k) * Elementary.Log(1 - _priors.Inclusion);
        if (k == 0)
            return log;
        if (_priorWeights.Length < k * k)
            _priorWeights = new double[all * all];
        var slab = _series.Slab;
        var product = 1.0;
        for (var i = 0; i < k; i++)
            for (var j = 0; j <= i; j++)
            {
                var w = slab[members[i] * all + members[j]];
                for (var l = 0; l < j; l++)
                    w -= _priorWeights[i * k + l] * _priorWeights[j * k + l];
                if (j < i)
                    _priorWeights[i * k + j] = w * _priorWeights[j * k + j];
                else
                {
                    w = Math.Max(w, 1e-290);
                    product *= w;
                    if ((i & 3) == 3)
                        (log, product) = (log + 0.5 * Elementary.Log(product), 1);
                    _priorWeights[i * k + i] = 1 / Math.Sqrt(w);
                }
            }
        return log + 0.5 * Elementary.Log(product);
    }

    // Four points about the centre on each axis in turn: step to the vertex of their parabola, and take the curvature there for the lattice.
    private void Refine()
    {
        var axes = _layout.Axes;
        for (var round = 0; round < 10; round++)
        {
            var settled = true;
            for (var axis = 0; axis < axes; axis++)
            {
                var step = _grid.Steps[axis];
                for (var other = 0; other < axes; other++)
                    for (var lane = 0; lane < Lanes.Count; lane++)
                        _point[other * Lanes.Count + lane] = _grid.Centers[other] + (other == axis ? (lane - 1.5) * step : 0);
                var group = _nodes.Add(_series, _layout, _priors, _point.AsSpan(0, axes * Lanes.Count), Lanes.Count);
                var h = Height(group, _reference.AsSpan(0, _referenceSize));
                var (f0, f1, f2, f3) = (h.GetElement(0), h.GetElement(1), h.GetElement(2), h.GetElement(3));
                var slope = (3 * (f3 - f0) + (f2 - f1)) / (10 * step);
                var curvature = (f0 - f1 - f2 + f3) / (2 * step * step);
                var sd = curvature < -0.05 ? 1 / Math.Sqrt(-curvature) : 4.5;
                var move = curvature < 0 ? slope / -curvature : Math.Sign(slope) * 3 * step;
                move = double.IsFinite(move) ? Math.Clamp(move, -3 * step, 3 * step) : 0;
                var center = Math.Clamp(_grid.Centers[axis] + move, LowestRatio, HighestRatio);
                settled &= Math.Abs(center - _grid.Centers[axis]) < 0.3 * sd && step > 0.3 * sd && step < 1.2 * sd;
                _grid.Centers[axis] = center;
                _grid.Steps[axis] = Math.Clamp(0.6 * sd, step / 4, 4 * step);
            }
            if (settled)
                break;
        }
        for (var axis = 0; axis < axes; axis++)
            _grid.Steps[axis] = (axes <= 2 ? InnerStep : 1) / 0.6 * _grid.Steps[axis];
    }

    private void Enumerate()
    {
        for (var axis = 0; axis < _layout.Axes; axis++)
            _point.AsSpan(axis * Lanes.Count, Lanes.Count).Fill(_grid.Centers[axis]);
        var group = _nodes.Add(_series, _layout, _priors, _point.AsSpan(0, _layout.Axes * Lanes.Count), 1);
        Height(group, _reference.AsSpan(0, _referenceSize));
        _ridge = Elementary.Exp(Vector256.Min(_cell.Mode, _cell.Cap).GetElement(0)) / (_model.InitialSd * _model.InitialSd);
        LoadSearch(group, 0);
        _referenceSize = _search.Greedy(_reference, _referenceSize);
        _search.Enumerate(_reference.AsSpan(0, _referenceSize));
        Captured = _search.Captured;
    }

    private double[] _nodeConstants = [], _modelFactors = [], _modelMeans = [];

    public bool Sampled => _listing == Listing.Sample;

    /// <summary>Monte Carlo error of the average, as a standard error in standard units; 0 where nothing was sampled.</summary>
    public double MonteCarloError { get; private set; }

    // The lattice of the best set serves as the nodes of the sampler.
    private void Sample()
    {
        (_listing, _models, _innerStep) = (Listing.One, 1, InnerStep);
        Spread();
        var count = 0;
        if (_nodeConstants.Length < _grid.Count)
            _nodeConstants = new double[_grid.Count];
        for (var group = 0; group < _nodes.Groups; group++)
            for (var lane = 0; lane < Lanes.Count; lane++)
                if (_nodes.Constant(group).GetElement(lane) > double.NegativeInfinity && _weightOfNode[count] > _top - 20)
                {
                    LoadSearch(group, lane, count);
                    _nodeConstants[count++] = _nodes.Constant(group).GetElement(lane);
                }
        _search.Sample(_reference, _referenceSize, _nodeConstants.AsSpan(0, count), _model.Sweeps, _model.Seed);
        _listing = Listing.Sample;
        Warnings |= ImpactWarnings.ModelsSampled;
        if (_modelFactors.Length < _search.Found)
            (_modelFactors, _modelMeans) = (new double[_search.Found], new double[_search.Found]);
    }

    // Standard error of the mean of a chain by Geyer's initial positive sequence (1992).
    private double ChainError()
    {
        var chain = _search.Chain;
        var n = chain.Length;
        var mean = 0.0;
        foreach (var model in chain)
            mean += _modelMeans[model] / n;
        double Covariance(ReadOnlySpan<int> sets, int lag)
        {
            var sum = 0.0;
            for (var t = lag; t < sets.Length; t++)
                sum += (_modelMeans[sets[t]] - mean) * (_modelMeans[sets[t - lag]] - mean);
            return sum / sets.Length;
        }
        var variance = -Covariance(chain, 0);
        for (var lag = 0; lag + 1 < n / 2; lag += 2)
        {
            var pair = Covariance(chain, lag) + Covariance(chain, lag + 1);
            if (!(pair > 0))
                break;
            variance += 2 * pair;
        }
        return Math.Sqrt(Math.Max(variance, 0) / n);
    }

    private void Integrate()
    {
        _models = _listing switch { Listing.One => 1, Listing.All => 1 << _series.Alive, _ => _search.Found };
        _innerStep = InnerStep;
        for (var halving = 0; ; halving++)
        {
            SetFactors();
            Spread();
            Collect();
            if (Converged())
                break;
            if (halving == 2 || (_layout.Axes > 1 && halving == 1))
            {
                Warnings |= ImpactWarnings.QuadratureCoarse;
                break;
            }
            for (var axis = 0; axis < _layout.Axes; axis++)
                _grid.Steps[axis] /= 2;
            _innerStep /= 2;
        }
    }

    private int _factorCount;

    // e^(z/sqrt I), its inverse and its root for the inner nodes, and I times the logarithm: the same at every set and node.
    private void SetFactors()
    {
        _factorCount = (int)(2 * InnerReach / _innerStep) + 1;
        if (_factors.Length < _factorCount)
            (_factors, _inverses, _roots, _logs) = (new double[_factorCount], new double[_factorCount], new double[_factorCount], new double[_factorCount]);
        var width = 1 / Math.Sqrt(_priors.I);
        for (var q = 0; q < _factorCount; q++)
        {
            var log = (-InnerReach + q * _innerStep) * width;
            var factor = Elementary.Exp(log);
            (_factors[q], _inverses[q], _roots[q], _logs[q]) = (factor, 1 / factor, Math.Sqrt(factor), _priors.I * log);
        }
    }

    // Grows the lattice until its border weighs nothing, with the evidence of every set at every node in the table.
    private void Spread()
    {
        _nodes.Begin(_series, _layout);
        var axes = _layout.Axes;
        _grid.Begin(axes, LowestRatio, HighestRatio, (axes switch { 1 => 9, 2 => 8, 3 => 5.3, _ => 5 }) * InnerStep / _innerStep);
        _top = double.NegativeInfinity;
        var (evaluated, looked) = (0, 0);
        while (evaluated < _grid.Count)
        {
            while (evaluated < _grid.Count)
            {
                var valid = Math.Min(Lanes.Count, _grid.Count - evaluated);
                for (var lane = 0; lane < Lanes.Count; lane++)
                    for (var axis = 0; axis < axes; axis++)
                        _point[axis * Lanes.Count + lane] = _grid.Log(evaluated + Math.Min(lane, valid - 1), axis);
                var group = _nodes.Add(_series, _layout, _priors, _point.AsSpan(0, axes * Lanes.Count), valid);
                Table(group);
                evaluated += valid;
            }
            if (_grid.Count > MostNodes)
                break;
            for (; looked < _nodes.Groups; looked++) // by group, since padded lanes hold no node
                _firstNode = Remember(looked);
            Grow();
        }
    }

    private int[] _nodeOfGroup = [];
    private double[] _weightOfNode = [];
    private bool[] _grown = [];
    private int _firstNode;

    // The first node of a group: groups are full except where the lattice ended for the time.
    private int Remember(int group)
    {
        if (_nodeOfGroup.Length <= group)
            Array.Resize(ref _nodeOfGroup, Math.Max(64, 2 * group + 1));
        var first = group == 0 ? 0 : _firstNode;
        _nodeOfGroup[group] = first;
        var count = 0;
        for (var lane = 0; lane < Lanes.Count; lane++)
            if (_nodes.Constant(group).GetElement(lane) > double.NegativeInfinity)
                count++;
        if (_weightOfNode.Length < first + Lanes.Count)
        {
            Array.Resize(ref _weightOfNode, Math.Max(256, 2 * first + Lanes.Count));
            Array.Resize(ref _grown, _weightOfNode.Length);
        }
        var weights = Weights(group);
        for (var lane = 0; lane < count; lane++)
        {
            _weightOfNode[first + lane] = weights.GetElement(lane);
            _grown[first + lane] = false;
            _top = Math.Max(_top, weights.GetElement(lane));
        }
        return first + count;
    }

    private void Grow()
    {
        var count = _grid.Count;
        var least = _top - (_layout.Axes switch { 1 => 21, 2 => 21, _ => 16 });
        for (var node = 0; node < count; node++)
            if (!_grown[node] && _weightOfNode[node] > least)
            {
                _grown[node] = true;
                _grid.Spread(node);
            }
    }

    // ln of the sum over sets at each node of a group.
    private V Weights(int group)
    {
        var row = _table + (long)group * _models;
        var top = row[0];
        for (var model = 1; model < _models; model++)
            top = Vector256.Max(top, row[model]);
        if (_models == 1)
            return top;
        var peak = Vector256.Max(top, Lanes.Splat(-1e300));
        var sum = V.Zero;
        for (var model = 0; model < _models; model++)
            sum += Lanes.Exp(row[model] - peak);
        return top + Lanes.Log(Vector256.Max(sum, Lanes.Splat(1e-290)));
    }

    private void Table(int group)
    {
        _table = _tableMemory.Extended(_nodes.Groups * _models, (_nodes.Groups - 1) * _models);
        var row = _table + (long)group * _models;
        switch (_listing)
        {
            case Listing.One:
                row[0] = Height(group, _reference.AsSpan(0, _referenceSize));
                break;
            case Listing.Search or Listing.Sample:
                for (var model = 0; model < _models; model++)
                    row[model] = Height(group, Members(model));
                break;
            default:
                _subsets.Run(_nodes.Sums(group), _layout.Initial, _series.Slab, _ridge, _nodes.B(group), _priors.I, row);
                var (inside, outside) = (Elementary.Log(_priors.Inclusion), Elementary.Log(1 - _priors.Inclusion));
                var height = _priors.I * (Elementary.Log(_priors.I) - 1) + 0.5 * _layout.Initial * Elementary.Log(_ridge);
                for (var model = 0; model < _models; model++)
                {
                    var size = System.Numerics.BitOperations.PopCount((uint)model);
                    row[model] += _nodes.Constant(group) + Lanes.Splat(height + 0.5 * _subsets.LogSlab[model] + size * inside + (_series.Alive - size) * outside);
                }
                break;
        }
    }

    private ReadOnlySpan<int> Members(int model)
    {
        if (_listing == Listing.One)
            return _reference.AsSpan(0, _referenceSize);
        if (_listing is Listing.Search or Listing.Sample)
            return _members.AsSpan(0, _search.MembersOf(model, _members));
        var size = 0;
        for (var bits = (uint)model; bits != 0; bits &= bits - 1)
            _members[size++] = System.Numerics.BitOperations.TrailingZeroCount(bits);
        return _members.AsSpan(0, size);
    }

    // Exact evaluation of what the table left over, for the average of the rows after.
    private void Collect()
    {
        var top = double.NegativeInfinity;
        for (var i = 0L; i < (long)_nodes.Groups * _models; i++)
            top = Math.Max(top, Lanes.Max(_table[i]));
        if (!double.IsFinite(top))
            throw Failed();
        Mixture.Clear();
        Array.Clear(_inclusion);
        Array.Clear(_axisSds);
        (_sdSum, _edge) = (0, 0);
        _peak = top;
        for (var model = 0; model < _models; model++)
        {
            var known = false;
            var members = default(ReadOnlySpan<int>);
            BeginModel();
            for (var group = 0; group < _nodes.Groups; group++)
            {
                if (!Weighs(group, model))
                    continue;
                if (!known)
                {
                    known = true;
                    members = Members(model);
                }
                SetCell(group, members);
                _cell.FindMode();
                SetFunction(_forecast.Total, 1.0 / _forecast.Count, members, group);
                Sum(group);
            }
            EndModel(model, members);
        }
        if (!Mixture.Normalise())
            throw Failed();
        var share = 1 / Mixture.Total;
        ObservationSd = _sdSum * share;
        for (var axis = 0; axis < _layout.Axes; axis++)
            _axisSds[axis] *= share;
        for (var j = 0; j < _series.Alive; j++)
            _inclusion[j] = _listing == Listing.One ? 1 : Math.Min(_inclusion[j] * share, 1);
        LogEvidence = _peak + Elementary.Log(Mixture.Total);
        for (var axis = 0; axis < _layout.Axes; axis++)
            LogEvidence += Elementary.Log(_grid.Steps[axis]);
        if (_edge * share > 1e-6)
            Warnings |= ImpactWarnings.RhoAtEdge;
    }

    private double _peak, _sdSum, _edge, _modelMass, _modelSds, _modelEdge;
    private readonly double[] _modelAxes = new double[RatioGrid.MostAxes];
    private int _modelStart;

    /// <summary>Logarithm of the probability density of the standardised response before the intervention, over all sets, ratios and coefficients.</summary>
    public double LogEvidence { get; private set; }

    private bool Weighs(int group, int model) => Vector256.GreaterThanAny(_table[(long)group * _models + model], Lanes.Splat(_peak - Pruned));

    private void SetFunction(ReadOnlySpan<double> function, double scale, ReadOnlySpan<int> members, int group) =>
        _cell.SetFunction(function, scale, members, _layout.States, _layout.Axes, _series.Alive, _nodes.States(group), _nodes.Covariance(group), _nodes.Ratios(group));

    private void BeginModel()
    {
        (_modelMass, _modelSds, _modelEdge, _modelStart) = (0, 0, 0, Mixture.Count);
        Array.Clear(_modelAxes);
    }

    // A sampled set counts by its share of the sweeps, a summed one by its evidence.
    private void EndModel(int model, ReadOnlySpan<int> members)
    {
        if (_listing == Listing.Sample)
        {
            _modelMeans[model] = Mixture.MeanFrom(_modelStart);
            var factor = _modelMass > 0 ? _search.Share(model) / _modelMass : 0;
            _modelFactors[model] = factor;
            Mixture.Scale(_modelStart, factor);
            (_modelMass, _modelSds, _modelEdge) = (factor * _modelMass, factor * _modelSds, factor * _modelEdge);
            for (var axis = 0; axis < _layout.Axes; axis++)
                _modelAxes[axis] *= factor;
        }
        _sdSum += _modelSds;
        _edge += _modelEdge;
        for (var axis = 0; axis < _layout.Axes; axis++)
            _axisSds[axis] += _modelAxes[axis];
        foreach (var j in members)
            _inclusion[j] += _modelMass;
    }

    // The average of the rows after, and what is reported of the variances, from the set and group now in the cell.
    private void Sum(int group)
    {
        var (mass, sds) = (V.Zero, V.Zero);
        if (_layout.Initial == 1 && !_model.ScaledInitial && !NearCap(group))
            SumLevel(group, out mass, out sds);
        else
        {
            var count = InnerNodes(group);
            for (var q = 0; q < count; q++)
            {
                var (weight, s2) = (_inner[3 * q], _inner[3 * q + 1]);
                mass += weight;
                sds += weight * Vector256.Sqrt(s2);
                _cell.Predict(s2, out var mean, out var variance);
                Mixture.Add(weight, mean, variance, _inner[3 * q + 2]);
            }
        }
        _modelMass += Lanes.Sum(mass);
        _modelSds += Lanes.Sum(sds);
        for (var axis = 0; axis < _layout.Axes; axis++)
            _modelAxes[axis] += Lanes.Sum(Vector256.Sqrt(_nodes.Ratios(group)[axis]) * sds);
        var first = _nodeOfGroup[group];
        for (var lane = 0; lane < Lanes.Count && first + lane < _grid.Count; lane++)
            if (_nodes.Constant(group).GetElement(lane) > double.NegativeInfinity && _grid.AtEdge(first + lane))
                _modelEdge += mass.GetElement(lane);
    }

    // Inner nodes and their predictions in one go where the level is the one first state: r = 1/(D + s2) serves both, and the root of s2 r stands for e^(-ln(1 + D/s2)/2).
    private void SumLevel(int group, out V mass, out V sds)
    {
        var cell = _cell;
        var one = Lanes.Splat(1);
        var half = Lanes.Splat(0.5);
        var even = Parity(group);
        var odd = one - even;
        var s2Mode = Lanes.Exp(cell.Mode);
        var inverseMode = one / s2Mode;
        var scale = Lanes.Splat(_innerStep / Math.Sqrt(_priors.I));
        var (d, u, e) = (cell.FirstStates[0], cell.FirstSides[0], cell.FirstFunction[0]);
        var (square, cross, spread) = (u * u, e * u, e * e);
        var start = cell.Constant - Lanes.Splat(_priors.I) * cell.Mode - Lanes.Splat(_peak);
        var (q0, b) = (cell.Q0 * half + cell.B, square * half);
        (mass, sds) = (V.Zero, V.Zero);
        for (var q = 0; q < _factorCount; q++)
        {
            var s2 = s2Mode * Lanes.Splat(_factors[q]);
            var r = one / (d + s2);
            var exponent = start - Lanes.Splat(_logs[q]) - (q0 - b * r) * (inverseMode * Lanes.Splat(_inverses[q]));
            var weight = Lanes.Exp(exponent) * (Vector256.Sqrt(s2 * r) * scale);
            if (!Vector256.GreaterThanAny(weight, Lanes.Splat(1e-12)))
                continue;
            if (Vector256.GreaterThanAny(weight, Lanes.Splat(1e100)))
                throw Failed(); // the heights looked at before were wrong
            mass += weight;
            sds += weight * Lanes.Splat(_roots[q]);
            Mixture.Add(weight, cell.Base + cross * r, s2 * (cell.Spread + spread * r), (q & 1) == 0 ? even : odd);
        }
        sds *= Vector256.Sqrt(s2Mode);
    }

    private readonly LaneBuffer _innerMemory = new();
    private V* _inner;

    // Whether the upper limit of a prior cuts into the noise variance at a node of the group.
    private bool NearCap(int group)
    {
        var near = Vector256.GreaterThan(_cell.Mode + Lanes.Splat(8.3 / Math.Sqrt(_priors.I)), _cell.Cap);
        var live = Vector256.GreaterThan(_nodes.Constant(group), Lanes.Splat(double.NegativeInfinity));
        return !Vector256.EqualsAll((near & live).AsInt64(), Vector256<long>.Zero);
    }

    /// <summary>The noise variance at the set and group in the cell: weight, s2 and half of the grid of each node that weighs anything. Returns their number.</summary>
    /// <remarks>Nodes are even steps of ln s2 about the mode; where the upper limit of a prior cuts in, even steps of a variable that reaches the limit only at infinity.</remarks>
    private int InnerNodes(int group)
    {
        var width = 1 / Math.Sqrt(_priors.I);
        var parity = Parity(group);
        if (NearCap(group))
            return InnerNodesNearCap(width, parity);
        _inner = _innerMemory.Of(3 * _factorCount);
        var s2Mode = Lanes.Exp(_cell.Mode);
        var scale = Lanes.Splat(width * _innerStep);
        var count = 0;
        for (var q = 0; q < _factorCount; q++)
        {
            var x = _cell.Mode + Lanes.Splat((-InnerReach + q * _innerStep) * width);
            Keep(x, s2Mode * Lanes.Splat(_factors[q]), scale, (q & 1) == 0 ? parity : Lanes.Splat(1) - parity, ref count);
        }
        return count;
    }

    private void Keep(V x, V s2, V scale, V half, ref int count)
    {
        var weight = Lanes.Exp(_cell.LogDensity(x, s2) - Lanes.Splat(_peak)) * scale;
        if (!Vector256.GreaterThanAny(weight, Lanes.Splat(1e-12)))
            return;
        if (Vector256.GreaterThanAny(weight, Lanes.Splat(1e100)))
            throw Failed(); // the heights looked at before were wrong
        (_inner[3 * count], _inner[3 * count + 1], _inner[3 * count + 2]) = (weight, s2, half);
        count++;
    }

    // x = cap - w ln(1 + e^-t): as t falls x is linear in t, as it rises x comes to the cap and dx/dt dies away.
    private int InnerNodesNearCap(double width, V parity)
    {
        var one = Lanes.Splat(1);
        var cap = _cell.Cap;
        var s2Cap = Lanes.Exp(cap);
        var below = _cell.LogDensity(cap - Lanes.Splat(1e-4), Lanes.Exp(cap - Lanes.Splat(1e-4)));
        var slope = (_cell.LogDensity(cap, s2Cap) - below) * Lanes.Splat(1e4);
        var w = Lanes.Splat(width);
        var beyond = Vector256.GreaterThan(_cell.Mode, cap);
        w = Vector256.ConditionalSelect(beyond & Vector256.GreaterThan(slope * w, one), one / slope, w);
        var center = (_cell.Mode - cap) / w;
        var start = Vector256.ConditionalSelect(beyond, Lanes.Splat(-34), Vector256.Max(center, Lanes.Splat(-1e12)) - Lanes.Splat(InnerReach));
        var end = Vector256.ConditionalSelect(Vector256.LessThan(center, Lanes.Splat(-12)), center + Lanes.Splat(InnerReach), Lanes.Splat(32));
        var length = Lanes.Max(Vector256.Min(end - start, Lanes.Splat(200)));
        var nodes = (int)(length / _innerStep) + 1;
        var count = 0;
        _inner = _innerMemory.Of(3 * nodes);
        for (var q = 0; q < nodes; q++)
        {
            var t = start + Lanes.Splat(q * _innerStep);
            // ln(1 + e^-t), stable on both sides
            var fade = Lanes.Exp(-Vector256.Abs(t));
            var soft = LogOnePlus(fade) + Vector256.Max(-t, V.Zero);
            var x = cap - w * soft;
            var falling = Vector256.ConditionalSelect(Vector256.LessThan(t, V.Zero), one, fade) / (one + fade); // 1/(1 + e^t)
            Keep(x, Lanes.Exp(x), w * falling * Lanes.Splat(_innerStep), (q & 1) == 0 ? parity : one - parity, ref count);
        }
        return count;
    }

    // ln(1 + a), 0 <= a <= 1, with the rounding of 1 + a put back
    private static V LogOnePlus(V a)
    {
        var sum = Lanes.Splat(1) + a;
        return Lanes.Log(sum) + (a - (sum - Lanes.Splat(1))) / sum;
    }

    private V Parity(int group)
    {
        var parity = V.Zero;
        for (var lane = 0; lane < Lanes.Count && _nodeOfGroup[group] + lane < _grid.Count; lane++)
            if (_grid.Even(_nodeOfGroup[group] + lane))
                parity = parity.WithElement(lane, 1);
        return parity;
    }

    /// <summary>The predictive of several functions at once: one mixture each. <paramref name="functions"/> are as <see cref="Forecast"/> writes them.</summary>
    public void Predict(ReadOnlySpan<double> functions, ReadOnlySpan<GaussianMixture> mixtures)
    {
        var stride = _forecast.Stride;
        var least = Lanes.Splat(1e-11 * Mixture.Total);
        foreach (var mixture in mixtures)
            mixture.Clear();
        for (var model = 0; model < _models; model++)
        {
            var known = false;
            var members = default(ReadOnlySpan<int>);
            var factor = Lanes.Splat(Factor(model));
            for (var group = 0; group < _nodes.Groups; group++)
            {
                if (!Weighs(group, model))
                    continue;
                if (!known)
                {
                    known = true;
                    members = Members(model);
                }
                SetCell(group, members);
                _cell.FindMode();
                var count = InnerNodes(group);
                for (var f = 0; f < mixtures.Length; f++)
                {
                    SetFunction(functions.Slice(f * stride, stride), 1, members, group);
                    for (var q = 0; q < count; q++)
                    {
                        var weight = _inner[3 * q] * factor;
                        if (!Vector256.GreaterThanAny(weight, least))
                            continue;
                        _cell.Predict(_inner[3 * q + 1], out var mean, out var variance);
                        mixtures[f].Add(weight, mean, variance, V.Zero);
                    }
                }
            }
        }
        foreach (var mixture in mixtures)
            if (!mixture.Normalise())
                throw Failed();
    }

    private double Factor(int model) => _listing == Listing.Sample ? _modelFactors[model] : 1;

    private bool Converged()
    {
        var sd = Mixture.Sd;
        return Math.Abs(Mixture.HalfMean - Mixture.Mean) < 2e-5 * sd && Math.Abs(Mixture.HalfSd - sd) < 2e-5 * sd;
    }
}
