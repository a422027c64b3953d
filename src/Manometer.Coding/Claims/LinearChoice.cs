using System.Numerics;
using System.Runtime.InteropServices;

namespace Manometer.Coding;

/// <summary>A choice among classes by multinomial logistic regression over sparse features of value 1; two classes are told by one sum.</summary>
/// <remarks>Weights are rows of <c>model.csv</c>, fitted by the command that its head names. A feature not among them weighs nothing.</remarks>
internal sealed class LinearChoice
{
    private readonly Dictionary<ulong, int> _rows;
    private readonly List<string> _classes;
    private readonly double[] _weights;
    private readonly int _stride; // classes, filled up to whole vectors

    private LinearChoice(List<string> classes, Dictionary<ulong, int> rows, List<(int Row, int Class, double Weight)> weights)
    {
        (_classes, _rows) = (classes, rows);
        _stride = classes.Count < 2 ? classes.Count : (classes.Count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _weights = new double[rows.Count * _stride];
        foreach (var (row, of, weight) in weights)
            _weights[row * _stride + of] = weight;
    }

    public IReadOnlyList<string> Classes => _classes;

    /// <summary>Sum of the weights of the first class: the log-odds where there is but one.</summary>
    public double Sum(FeatureBag bag)
    {
        var sum = 0.0;
        foreach (var key in bag.Span)
            if (_rows.TryGetValue(key, out var row))
                sum += _weights[row * _stride];
        return sum;
    }

    /// <summary>The two likeliest classes with their probabilities; null when there are no classes.</summary>
    public ((string Class, double Probability) First, (string Class, double Probability) Second)? Two(FeatureBag bag)
    {
        if (_classes.Count < 2)
            return null;
        Span<double> padded = stackalloc double[_stride];
        Add(padded, bag);
        var sums = padded[.._classes.Count];
        var (first, second) = sums[0] >= sums[1] ? (0, 1) : (1, 0);
        for (var c = 2; c < sums.Length; c++)
            if (sums[c] > sums[first])
                (first, second) = (c, first);
            else if (sums[c] > sums[second])
                second = c;
        var all = 0.0;
        foreach (var sum in sums)
            all += sum - sums[first] is > -8 and var less ? Math.Exp(less) : 0; // the others come to less than one percent
        return ((_classes[first], 1 / all), (_classes[second], Math.Exp(sums[second] - sums[first]) / all));
    }

    // each class is summed by itself, in the order of the features: the same bits whatever the width of a vector
    private void Add(Span<double> sums, FeatureBag bag)
    {
        sums.Clear();
        var totals = MemoryMarshal.Cast<double, Vector<double>>(sums);
        foreach (var key in bag.Span)
            if (_rows.TryGetValue(key, out var row))
            {
                var weights = MemoryMarshal.Cast<double, Vector<double>>(_weights.AsSpan(row * _stride, _stride));
                for (var v = 0; v < totals.Length; v++)
                    totals[v] += weights[v];
            }
    }

    /// <summary>The class of the largest sum, the first of several; null when there are no classes.</summary>
    public string? Likeliest(FeatureBag bag, string? ruled = null, double lead = 0)
    {
        if (_classes.Count < 2)
            return _classes.Count == 0 ? null : _classes[0];
        Span<double> padded = stackalloc double[_stride];
        Add(padded, bag);
        var sums = padded[.._classes.Count];
        if (ruled is not null && _classes.IndexOf(ruled) is var known and >= 0)
            sums[known] += lead;
        var best = 0;
        for (var c = 1; c < sums.Length; c++)
            if (sums[c] > sums[best])
                best = c;
        return _classes[best];
    }

    /// <summary>Gathers the weights of a choice, one by one.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<ulong, int> _rows = [];
        private readonly List<string> _classes = [];
        private readonly List<(int Row, int Class, double Weight)> _weights = [];

        public void Add(string name, ReadOnlySpan<char> feature, double weight)
        {
            var known = _classes.LastIndexOf(name);
            if (known < 0)
            {
                known = _classes.Count;
                _classes.Add(name);
            }

            var key = FeatureBag.KeyOf(feature);
            _rows.TryAdd(key, _rows.Count);
            _weights.Add((_rows[key], known, weight));
        }

        public LinearChoice Build() => new(_classes, _rows, _weights);
    }
}
