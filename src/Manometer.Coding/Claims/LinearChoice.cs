namespace Manometer.Coding;

/// <summary>A choice among classes by multinomial logistic regression over sparse features of value 1; two classes are told by one sum.</summary>
/// <remarks>Weights are rows of <c>model.csv</c>, fitted by the command that its head names. A feature not among them weighs nothing.</remarks>
internal sealed class LinearChoice
{
    private readonly Dictionary<ulong, int> _rows = [];
    private readonly List<string> _classes = [];
    private readonly double[] _weights;

    /// <param name="rows">Class, feature, weight.</param>
    public LinearChoice(IEnumerable<(string Class, string Feature, double Weight)> rows)
    {
        var all = rows.ToList();
        foreach (var row in all)
        {
            if (!_classes.Contains(row.Class))
                _classes.Add(row.Class);
            _rows.TryAdd(FeatureBag.KeyOf(row.Feature), _rows.Count);
        }

        _weights = new double[_rows.Count * _classes.Count];
        foreach (var row in all)
            _weights[_rows[FeatureBag.KeyOf(row.Feature)] * _classes.Count + _classes.IndexOf(row.Class)] = row.Weight;
    }

    public IReadOnlyList<string> Classes => _classes;

    /// <summary>Sum of the weights of the first class: the log-odds where there is but one.</summary>
    public double Sum(FeatureBag bag)
    {
        var sum = 0.0;
        foreach (var key in bag.Span)
            if (_rows.TryGetValue(key, out var row))
                sum += _weights[row * _classes.Count];
        return sum;
    }

    /// <summary>The two likeliest classes with their probabilities; null when there are no classes.</summary>
    public ((string Class, double Probability) First, (string Class, double Probability) Second)? Two(FeatureBag bag)
    {
        if (_classes.Count < 2)
            return null;
        Span<double> sums = stackalloc double[_classes.Count];
        Add(sums, bag);
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

    private void Add(Span<double> sums, FeatureBag bag)
    {
        sums.Clear();
        foreach (var key in bag.Span)
            if (_rows.TryGetValue(key, out var row))
                for (var c = 0; c < sums.Length; c++)
                    sums[c] += _weights[row * sums.Length + c];
    }

    /// <summary>The class of the largest sum, the first of several; null when there are no classes.</summary>
    public string? Likeliest(FeatureBag bag, string? ruled = null, double lead = 0)
    {
        if (_classes.Count == 0)
            return null;
        Span<double> sums = stackalloc double[_classes.Count];
        Add(sums, bag);
        if (ruled is not null && _classes.IndexOf(ruled) is var known and >= 0)
            sums[known] += lead;
        var best = 0;
        for (var c = 1; c < sums.Length; c++)
            if (sums[c] > sums[best])
                best = c;
        return _classes[best];
    }
}
