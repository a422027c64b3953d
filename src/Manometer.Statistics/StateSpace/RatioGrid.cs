namespace Manometer.Statistics;

/// <summary>A lattice of logarithms of variance ratios that grows from its centre to where the posterior ends. One node is one point of the lattice, in the order in which they were asked for.</summary>
internal sealed class RatioGrid
{
    public const int MostAxes = 4;
    private const int Bias = 1 << 12;

    private int[] _places = [];
    private int[] _table = [];
    private readonly int[] _low = new int[MostAxes], _high = new int[MostAxes], _at = new int[MostAxes];

    public int Count { get; private set; }

    public int Axes { get; private set; }

    public double[] Centers { get; } = new double[MostAxes];

    public double[] Steps { get; } = new double[MostAxes];

    public ReadOnlySpan<int> Place(int node) => _places.AsSpan(node * Axes, Axes);

    public double Log(int node, int axis) => Centers[axis] + Steps[axis] * _places[node * Axes + axis];

    /// <summary>Whether the indices of a node add up to an even number.</summary>
    public bool Even(int node)
    {
        var sum = 0;
        foreach (var i in Place(node))
            sum += i;
        return (sum & 1) == 0;
    }

    /// <summary>Whether a node stands at an end of the range searched.</summary>
    public bool AtEdge(int node)
    {
        for (var axis = 0; axis < Axes; axis++)
            if (_places[node * Axes + axis] == _low[axis] || _places[node * Axes + axis] == _high[axis])
                return true;
        return false;
    }

    /// <summary>An empty lattice, then all points within <paramref name="radius"/> steps of the centre that lie in the range.</summary>
    public void Begin(int axes, double lowest, double highest, double radius)
    {
        (Axes, Count) = (axes, 0);
        if (_table.Length == 0)
            _table = new int[1 << 8];
        Array.Fill(_table, -1);
        for (var axis = 0; axis < axes; axis++)
        {
            _low[axis] = (int)Math.Max(Math.Ceiling((lowest - Centers[axis]) / Steps[axis]), -Bias + 2);
            _high[axis] = (int)Math.Min(Math.Floor((highest - Centers[axis]) / Steps[axis]), Bias - 2);
            if (_low[axis] > 0)
                _low[axis] = 0;
            if (_high[axis] < 0)
                _high[axis] = 0;
            _at[axis] = Math.Max(_low[axis], -(int)radius);
        }
        var square = radius * radius;
        while (true)
        {
            var distance = 0.0;
            for (var axis = 0; axis < axes; axis++)
                distance += (double)_at[axis] * _at[axis];
            if (distance <= square)
                Put();
            var next = axes - 1;
            while (next >= 0 && ++_at[next] > Math.Min(_high[next], (int)radius))
            {
                _at[next] = Math.Max(_low[next], -(int)radius);
                next--;
            }
            if (next < 0)
                return;
        }
    }

    /// <summary>Adds the neighbours of a node that are in the range and not there yet.</summary>
    public void Spread(int node)
    {
        for (var axis = 0; axis < Axes; axis++)
            for (var step = -1; step <= 1; step += 2)
            {
                Place(node).CopyTo(_at);
                _at[axis] += step;
                if (_at[axis] >= _low[axis] && _at[axis] <= _high[axis])
                    Put();
            }
    }

    private void Put()
    {
        if (Count * 2 > _table.Length)
            Rehash();
        var slot = Slot(_at);
        if (_table[slot] >= 0)
            return;
        if ((Count + 1) * Axes > _places.Length)
            Array.Resize(ref _places, Math.Max(256, 2 * _places.Length));
        for (var axis = 0; axis < Axes; axis++)
            _places[Count * Axes + axis] = _at[axis];
        _table[slot] = Count++;
    }

    private int Slot(ReadOnlySpan<int> place)
    {
        var hash = 0UL;
        for (var axis = 0; axis < Axes; axis++)
            hash = (hash ^ (ulong)(place[axis] + Bias)) * 0x9E3779B97F4A7C15UL;
        var slot = (int)(hash >> 33) & _table.Length - 1;
        while (_table[slot] >= 0 && !Place(_table[slot]).SequenceEqual(place[..Axes]))
            slot = slot + 1 & _table.Length - 1;
        return slot;
    }

    private void Rehash()
    {
        _table = new int[2 * _table.Length];
        Array.Fill(_table, -1);
        for (var node = 0; node < Count; node++)
            _table[Slot(Place(node))] = node;
    }
}
