namespace Manometer.Statistics;

/// <summary>Sets of columns at one set of variance ratios, priced by their evidence with the first states eliminated at a reference noise variance: greedy ascent, and enumeration from the best set outwards.</summary>
internal sealed class SubsetSearch
{
    public const int Words = 4;
    private const int MostSets = 20_000;
    private const int MostStored = 400_000;
    private const double Frontier = 25;

    private int _k;
    private double[] _m = [], _w = [], _a = [], _z = [], _scores = [], _inverse = [];
    private ulong[] _sets = [];
    private double[] _prices = [];
    private int[] _heap = [], _table = [], _members = [], _popped = [];
    private readonly ulong[] _key = new ulong[Words];
    private int _stored, _heapSize;
    private int _at;
    private double _i, _logIn, _logOut;
    private double[] _bs = new double[1];
    private int _node;

    /// <summary>Sets found by <see cref="Enumerate"/>.</summary>
    public int Found { get; private set; }

    /// <summary>Priced mass of the sets found over that of all priced.</summary>
    public double Captured { get; private set; }

        public void SetPrior(ReadOnlySpan<double> slab, int columns, double inclusion)
    {
        _k = columns;
        if (_w.Length < columns * columns)
        {
            _w = new double[columns * columns];
            _a = new double[2 * columns * columns];
            _inverse = new double[2 * columns * columns];
            _z = new double[4 * columns];
            _scores = new double[columns];
            _members = new int[columns];
        }
        slab[..(columns * columns)].CopyTo(_w);
        (_logIn, _logOut) = (Elementary.Log(inclusion), Elementary.Log(1 - inclusion));
    }

    /// <summary>Chooses the node of which sets are priced.</summary>
    public void Select(int node) => (_node, _at) = (node, node * (_k + 1) * (_k + 1));

    /// <summary>Takes in the sums of one node: lower triangle, the response first, then the first states, then the columns, <paramref name="stride"/> doubles apart.</summary>
    public unsafe void Load(int node, double* s, int stride, int initial, double ridge, double b, double i, double[] scratch)
    {
        var size = 1 + initial + _k;
        var needed = (node + 1) * (_k + 1) * (_k + 1);
        if (_m.Length < needed)
            Array.Resize(ref _m, Math.Max(needed, node > 0 ? 2 * needed : needed));
        if (_bs.Length <= node)
            Array.Resize(ref _bs, 2 * node + 8);
        Select(node);
        _bs[node] = b;
        _i = i;
        double At(int r, int c) => s[(r >= c ? r * (r + 1) / 2 + c : c * (c + 1) / 2 + r) * stride];
        var full = scratch.AsSpan(0, size * size);
        // order: first states, columns, response
        for (var r = 0; r < size; r++)
            for (var c = 0; c < size; c++)
                full[r * size + c] = At(r == size - 1 ? 0 : r + 1, c == size - 1 ? 0 : c + 1) + (r == c && r < initial ? ridge : 0);
        for (var j = 0; j < initial; j++)
        {
            var pivot = full[j * size + j];
            for (var r = j + 1; r < size; r++)
            {
                var factor = full[r * size + j] / pivot;
                for (var c = j + 1; c < size; c++)
                    full[r * size + c] -= factor * full[j * size + c];
            }
        }
        var n = _k + 1;
        for (var r = 0; r < n; r++)
            for (var c = 0; c < n; c++)
                _m[_at + r * n + c] = full[(r + initial) * size + c + initial] + (r < _k && c < _k ? _w[r * _k + c] : 0);
    }

    /// <summary>Price of a set and of every set one column away, by column.</summary>
    public double Price(ReadOnlySpan<int> members, Span<double> neighbours)
    {
        var (n, k, all) = (_k + 1, members.Length, _k);
        var la = _a.AsSpan(0, k * k);
        var lw = _a.AsSpan(all * all, k * k);
        var zy = _z.AsSpan(0, k);
        var za = _z.AsSpan(all, k);
        var zw = _z.AsSpan(2 * all, k);
        var (logA, logW) = (0.0, 0.0);
        var q = _m[_at + all * n + all];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var (a, w) = (_m[_at + members[i] * n + members[j]], _w[members[i] * all + members[j]]);
                for (var l = 0; l < j; l++)
                {
                    a -= la[i * k + l] * la[j * k + l];
                    w -= lw[i * k + l] * lw[j * k + l];
                }
                if (j < i)
                    (la[i * k + j], lw[i * k + j]) = (a * la[j * k + j], w * lw[j * k + j]);
                else
                {
                    (a, w) = (Math.Max(a, 1e-290), Math.Max(w, 1e-290));
                    (logA, logW) = (logA + Elementary.Log(a), logW + Elementary.Log(w));
                    (la[i * k + i], lw[i * k + i]) = (1 / Math.Sqrt(a), 1 / Math.Sqrt(w));
                }
            }
            var y = _m[_at + members[i] * n + all];
            for (var l = 0; l < i; l++)
                y -= la[i * k + l] * zy[l];
            zy[i] = y * la[i * k + i];
            q -= zy[i] * zy[i];
        }
        var price = 0.5 * (logW - logA) + Fit(q) + Prior(k);
        if (neighbours.IsEmpty)
            return price;
        Drops(members, la, lw, zy, q, logA, logW, neighbours);
        var next = 0;
        for (var j = 0; j < all; j++)
        {
            if (next < k && members[next] == j)
            {
                next++;
                continue;
            }
            var (pa, pw, r) = (_m[_at + j * n + j], _w[j * all + j], _m[_at + j * n + all]);
            for (var i = 0; i < k; i++)
            {
                var (a, w) = (_m[_at + j * n + members[i]], _w[j * all + members[i]]);
                for (var l = 0; l < i; l++)
                {
                    a -= la[i * k + l] * za[l];
                    w -= lw[i * k + l] * zw[l];
                }
                (za[i], zw[i]) = (a * la[i * k + i], w * lw[i * k + i]);
                pa -= za[i] * za[i];
                pw -= zw[i] * zw[i];
                r -= za[i] * zy[i];
            }
            (pa, pw) = (Math.Max(pa, 1e-290), Math.Max(pw, 1e-290));
            neighbours[j] = 0.5 * (logW + Elementary.Log(pw / pa) - logA) + Fit(q - r * r / pa) + Prior(k + 1);
        }
        return price;
    }

    private void Drops(ReadOnlySpan<int> members, ReadOnlySpan<double> la, ReadOnlySpan<double> lw, ReadOnlySpan<double> zy, double q, double logA, double logW, Span<double> neighbours)
    {
        var k = members.Length;
        for (var j = 0; j < k; j++)
        {
            // column j of the inverse of each triangle
            var ia = _inverse.AsSpan(0, k);
            var iw = _inverse.AsSpan(k, k);
            var (da, dw, beta) = (0.0, 0.0, 0.0);
            for (var i = j; i < k; i++)
            {
                var (a, w) = (i == j ? 1.0 : 0.0, i == j ? 1.0 : 0.0);
                for (var l = j; l < i; l++)
                {
                    a -= la[i * k + l] * ia[l];
                    w -= lw[i * k + l] * iw[l];
                }
                (ia[i], iw[i]) = (a * la[i * k + i], w * lw[i * k + i]);
                da += ia[i] * ia[i];
                dw += iw[i] * iw[i];
                beta += ia[i] * zy[i];
            }
            neighbours[members[j]] = 0.5 * (logW - logA + Elementary.Log(dw / da)) + Fit(q + beta * beta / da) + Prior(k - 1);
        }
    }

    private double Fit(double q) => -_i * Elementary.Log(Math.Max(Math.Max(q, 0) * 0.5 + _bs[_node], 1e-290));

    private double Prior(int size) => size * _logIn + (_k - size) * _logOut;

    /// <summary>From the set given, one column in or out at a time while the price rises. Returns the size of the set left in <paramref name="members"/>.</summary>
    public int Greedy(Span<int> members, int size)
    {
        for (var step = 0; step < 4 * _k; step++)
        {
            var price = Price(members[..size], _scores);
            var best = 0;
            for (var j = 1; j < _k; j++)
                if (_scores[j] > _scores[best])
                    best = j;
            if (!(_scores[best] > price + 1e-9))
                break;
            size = Flip(members, size, best);
        }
        return size;
    }

    private static int Flip(Span<int> members, int size, int column)
    {
        var at = 0;
        while (at < size && members[at] < column)
            at++;
        if (at < size && members[at] == column)
        {
            for (var i = at; i + 1 < size; i++)
                members[i] = members[i + 1];
            return size - 1;
        }
        for (var i = size; i > at; i--)
            members[i] = members[i - 1];
        members[at] = column;
        return size + 1;
    }

    /// <summary>Takes sets from the best priced on, each bringing in its neighbours, until for 200 sets none has been within e^-12 of the best.</summary>
    public void Enumerate(ReadOnlySpan<int> start)
    {
        (_stored, _heapSize, Found) = (0, 0, 0);
        if (_popped.Length < MostSets)
            (_popped, _table) = (new int[MostSets], new int[1 << 20]);
        Array.Fill(_table, -1);
        Array.Clear(_key);
        foreach (var j in start)
            _key[j >> 6] |= 1UL << (j & 63);
        var best = Price(start, []);
        Store(best);
        var (quiet, inside, outside, top) = (0, 0.0, 0.0, best);
        while (_heapSize > 0 && Found < MostSets && quiet < 200)
        {
            var set = Pop();
            _popped[Found++] = set;
            inside += Elementary.Exp(Math.Min(_prices[set] - top, 700));
            best = Math.Max(best, _prices[set]);
            quiet = _prices[set] < best - 12 ? quiet + 1 : 0;
            var size = Members(set, _members);
            Price(_members.AsSpan(0, size), _scores);
            for (var j = 0; j < _k; j++)
            {
                for (var word = 0; word < Words; word++)
                    _key[word] = _sets[set * Words + word];
                _key[j >> 6] ^= 1UL << (j & 63);
                if (_scores[j] < best - Frontier || _stored == MostStored)
                    outside += Elementary.Exp(Math.Min(_scores[j] - top, 700));
                else
                    Store(_scores[j]);
            }
        }
        for (var i = 0; i < _heapSize; i++)
            outside += Elementary.Exp(Math.Min(_prices[_heap[i]] - top, 700));
        Captured = inside / (inside + outside);
    }

    private int[] _chain = [], _counts = [], _order = [];
    private double[] _nodeScores = [];

    /// <summary>The set of each sweep after the first tenth, as place among the sets found.</summary>
    public ReadOnlySpan<int> Chain => _chain.AsSpan(0, _chainLength);

    private int _chainLength;

    /// <summary>Share of the sweeps that ended with the n-th set.</summary>
    public double Share(int n) => (double)_counts[n] / _chainLength;

    /// <summary>Gibbs sampling of sets and nodes together, with coefficients and noise integrated out: each sweep offers every column a flip in random order, then draws a node given the set.</summary>
    public void Sample(Span<int> members, int size, ReadOnlySpan<double> nodeConstants, int sweeps, ulong seed)
    {
        var random = new Xoshiro256(seed);
        var burn = sweeps / 10;
        if (_chain.Length < sweeps)
            (_chain, _counts) = (new int[sweeps], new int[sweeps]);
        if (_nodeScores.Length < nodeConstants.Length)
            _nodeScores = new double[nodeConstants.Length];
        if (_order.Length < _k)
            _order = new int[_k];
        if (_popped.Length < sweeps)
            _popped = new int[sweeps];
        if (_table.Length == 0)
            _table = new int[1 << 20];
        Array.Fill(_table, -1);
        Array.Clear(_counts);
        (_stored, _heapSize, _chainLength) = (0, 0, 0);
        for (var j = 0; j < _k; j++)
            _order[j] = j;
        for (var sweep = 0; sweep < sweeps; sweep++)
        {
            DrawNode(random, members[..size], nodeConstants);
            var price = Price(members[..size], []);
            for (var j = _k - 1; j >= 0; j--)
            {
                var pick = random.NextInt(j + 1);
                (_order[j], _order[pick]) = (_order[pick], _order[j]);
                var other = Flip(members, size, _order[j]);
                var offered = Price(members[..other], []);
                if (random.NextDouble() < 1 / (1 + Elementary.Exp(price - offered)))
                    (size, price) = (other, offered);
                else
                    size = Flip(members, other, _order[j]);
            }
            if (sweep < burn)
                continue;
            Array.Clear(_key);
            foreach (var j in members[..size])
                _key[j >> 6] |= 1UL << (j & 63);
            var place = Store(0);
            _counts[place]++;
            _chain[_chainLength++] = place;
        }
        Found = _stored;
        for (var n = 0; n < Found; n++)
            _popped[n] = n;
    }

    private void DrawNode(Xoshiro256 random, ReadOnlySpan<int> members, ReadOnlySpan<double> constants)
    {
        var top = double.NegativeInfinity;
        for (var node = 0; node < constants.Length; node++)
        {
            Select(node);
            _nodeScores[node] = constants[node] + Price(members, []);
            top = Math.Max(top, _nodeScores[node]);
        }
        var total = 0.0;
        for (var node = 0; node < constants.Length; node++)
            total += _nodeScores[node] = Elementary.Exp(_nodeScores[node] - top);
        var u = random.NextDouble() * total;
        var chosen = 0;
        for (; chosen + 1 < constants.Length && u >= _nodeScores[chosen]; chosen++)
            u -= _nodeScores[chosen];
        Select(chosen);
    }

    /// <summary>Members of the n-th set found.</summary>
    public int MembersOf(int n, Span<int> members) => Members(_popped[n], members);

    private int Members(int set, Span<int> members)
    {
        var size = 0;
        for (var word = 0; word < Words; word++)
            for (var bits = _sets[set * Words + word]; bits != 0; bits &= bits - 1)
                members[size++] = 64 * word + System.Numerics.BitOperations.TrailingZeroCount(bits);
        return size;
    }

    // The place of the set in the key, stored and queued if new.
    private int Store(double price)
    {
        var mask = _table.Length - 1;
        var hash = 0UL;
        foreach (var word in _key)
            hash = (hash ^ word) * 0x9E3779B97F4A7C15UL ^ hash >> 29;
        var slot = (int)(hash >> 40) & mask;
        while (_table[slot] >= 0)
        {
            var other = _table[slot] * Words;
            if (_sets[other] == _key[0] && _sets[other + 1] == _key[1] && _sets[other + 2] == _key[2] && _sets[other + 3] == _key[3])
                return _table[slot];
            slot = slot + 1 & mask;
        }
        if ((_stored + 1) * Words > _sets.Length)
        {
            var size = Math.Max(1024, 2 * _stored);
            Array.Resize(ref _sets, size * Words);
            Array.Resize(ref _prices, size);
            Array.Resize(ref _heap, size);
        }
        _table[slot] = _stored;
        for (var word = 0; word < Words; word++)
            _sets[_stored * Words + word] = _key[word];
        _prices[_stored] = price;
        var at = _heapSize++;
        for (; at > 0 && Before(_stored, _heap[(at - 1) / 2]); at = (at - 1) / 2)
            _heap[at] = _heap[(at - 1) / 2];
        _heap[at] = _stored;
        return _stored++;
    }

    // The dearer set first; of equal ones the one stored first.
    private bool Before(int a, int b) => _prices[a] > _prices[b] || (_prices[a] == _prices[b] && a < b);

    private int Pop()
    {
        var first = _heap[0];
        var last = _heap[--_heapSize];
        var at = 0;
        while (2 * at + 1 < _heapSize)
        {
            var child = 2 * at + 1;
            if (child + 1 < _heapSize && Before(_heap[child + 1], _heap[child]))
                child++;
            if (!Before(_heap[child], last))
                break;
            _heap[at] = _heap[child];
            at = child;
        }
        if (_heapSize > 0)
            _heap[at] = last;
        return first;
    }
}
