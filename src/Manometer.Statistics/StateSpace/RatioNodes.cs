using System.Runtime.Intrinsics;
using V = System.Runtime.Intrinsics.Vector256<double>;

namespace Manometer.Statistics;

/// <summary>Sets of variance ratios with what the filter collects at each, four to a group.</summary>
internal sealed unsafe class RatioNodes
{
    private readonly LaneBuffer _s = new(), _e = new(), _p = new(), _group = new(), _scratch = new();
    private int _sSize, _eSize, _pSize, _axes, _columns;
    private V* _sums, _states, _covariances, _heads;

    public int Groups { get; private set; }

    public int Axes => _axes;

    public void Begin(ImpactSeries series, in StateLayout layout)
    {
        _columns = 1 + layout.Initial + series.Alive;
        _axes = layout.Axes;
        (_sSize, _eSize, _pSize) = (_columns * (_columns + 1) / 2, _columns * layout.States, layout.States * layout.States);
        Groups = 0;
    }

    public V* Sums(int group) => _sums + (long)group * _sSize;

    public V* States(int group) => _states + (long)group * _eSize;

    public V* Covariance(int group) => _covariances + (long)group * _pSize;

    public V* Ratios(int group) => _heads + (long)group * (_axes + 4);

    /// <summary>-ln det/2 plus what the priors of the ratios add; negative infinity in lanes without a node.</summary>
    public V Constant(int group) => Ratios(group)[_axes];

    public V B(int group) => Ratios(group)[_axes + 1];

    public V Cap(int group) => Ratios(group)[_axes + 2];

    /// <summary>Runs the filter at four sets of ratios, given as logarithms axis by axis; lanes from <paramref name="valid"/> on are padding.</summary>
    public int Add(ImpactSeries series, in StateLayout layout, ImpactPriors priors, ReadOnlySpan<double> logRatios, int valid)
    {
        var group = Groups++;
        _sums = _s.Extended(Groups * _sSize, group * _sSize);
        _states = _e.Extended(Groups * _eSize, group * _eSize);
        _covariances = _p.Extended(Groups * _pSize, group * _pSize);
        _heads = _group.Extended(Groups * (_axes + 4), group * (_axes + 4));
        var head = Ratios(group);
        var b = Lanes.Splat(priors.ObservationRate);
        var constant = Lanes.Splat(priors.Constant);
        var cap = Lanes.Splat(priors.ObservationCap);
        for (var axis = 0; axis < _axes; axis++)
        {
            var u = Vector256.Create(logRatios.Slice(axis * Lanes.Count, Lanes.Count));
            head[axis] = Lanes.Exp(u);
            b += Lanes.Splat(priors.Rate(axis)) / head[axis];
            constant -= Lanes.Splat(priors.Shape(axis)) * u;
            cap = Vector256.Min(cap, Lanes.Splat(priors.Cap(axis)) - u);
        }
        V logDeterminant;
        RatioFilter.Run(series, layout, head, Sums(group), States(group), Covariance(group), &logDeterminant, _scratch.Of(RatioFilter.Scratch(layout, _columns)));
        for (var lane = valid; lane < Lanes.Count; lane++)
            constant = constant.WithElement(lane, double.NegativeInfinity);
        head[_axes] = constant - Lanes.Splat(0.5) * logDeterminant;
        head[_axes + 1] = b;
        head[_axes + 2] = cap;
        return group;
    }
}
