namespace Manometer.Statistics;

/// <summary>Optimal partitioning with functional pruning; scratch memory is kept between runs.</summary>
/// <remarks>Maidstone, Hocking, Rigaill, Fearnhead (2017), with a minimum segment: a candidate joins the envelope once it is m rows old.</remarks>
internal sealed class Fpop<TReal> where TReal : struct, IReal<TReal>
{
    // Pieces of the envelope, left to right: owner of each piece, and at its right end the level, u, v and the envelope's value. Slot 0 of the ends is the domain's left end.
    private Envelope _now = new();
    private Envelope _next = new();
    private TReal[] _constant = [];
    private TReal[] _linear = [];
    private int[] _live = [];
    private int[] _mark = [];
    private double[] _value = [];
    private double[] _gap = [];

    /// <summary>Fills <paramref name="best"/> (n + 1 least penalised costs) and <paramref name="last"/> (the last break before each).</summary>
    public void Run<TModel>(TModel model, int n, double penalty, int minimum, double[] best, int[] last) where TModel : struct, IFunctionalModel<TReal>
    {
        Grow(n + 1);
        var live = 0;
        best[0] = -penalty;
        for (var t = 1; t <= n; t++)
        {
            var s = t - minimum;
            if (s >= 0 && !double.IsPositiveInfinity(best[s]) && Insert(model, s, best[s] + penalty, penalty))
            {
                _live[live++] = s;
                live = Sweep(live, t);
            }

            if (live == 0)
            {
                best[t] = double.PositiveInfinity;
                continue;
            }

            var least = double.PositiveInfinity;
            for (var i = 0; i < live; i++)
            {
                var from = _live[i];
                var value = best[from] + penalty + model.Cost(from, t);
                _value[i] = value;
                if (value < least)
                    least = value;
            }

            var bound = least + Math.Abs(least) * BreakSolver.Tie;
            var pick = 0;
            while (_value[pick] > bound)
                pick++;
            best[t] = _value[pick];
            last[t] = _live[pick];
        }
    }

    // Keeps the candidates that own a piece, oldest first.
    private int Sweep(int live, int t)
    {
        for (var i = 0; i < _now.Count; i++)
            _mark[_now.Owner[i]] = t;
        var kept = 0;
        for (var i = 0; i < live; i++)
            if (_mark[_live[i]] == t)
                _live[kept++] = _live[i];
        return kept;
    }

    // Lowers the envelope by candidate s; false when it is nowhere lower.
    private bool Insert<TModel>(TModel model, int s, double best, double penalty) where TModel : struct, IFunctionalModel<TReal>
    {
        // an older candidate keeps what it loses by rounding only
        var slack = TReal.From(1e-13 * (Math.Abs(best) + penalty));
        var k = model.Constant(s, best) + slack;
        var b = model.Linear(s);
        var w = model.Weight(s);
        _constant[s] = k - slack;
        _linear[s] = b;
        if (s == 0)
        {
            _now.Start(model, model.Lowest, _constant[s], b, w);
            _now.Add(0, model.Highest, model, _constant[s], b, w);
            return true;
        }

        var any = false;
        var ends = _now.Ends;
        for (var i = 0; i <= _now.Count; i++)
        {
            ref var end = ref ends[i];
            var gap = (k + b * end.U - w * end.V - end.Value).Value;
            _gap[i] = gap;
            any |= gap < 0;
        }

        if (!any)
            return false;
        _next.Count = 0;
        _next.Begin(_now.Ends[0], _gap[0] < 0, model, _constant[s], b, w);
        for (var i = 0; i < _now.Count; i++)
        {
            var owner = _now.Owner[i];
            var left = _gap[i] < 0;
            var right = _gap[i + 1] < 0;
            if (!left && !right)
            {
                _next.Copy(owner, ends[i + 1]);
                continue;
            }

            var dk = k - _constant[owner];
            var db = b - _linear[owner];
            var dw = w - model.Weight(owner);
            var (lower, upper) = (ends[i].Level, ends[i + 1].Level);
            if (left && right)
            {
                var peak = model.Peak(db, dw);
                if (!(peak > lower && peak < upper && (dk + db * model.U(peak) - dw * model.V(peak)).Value > 0))
                {
                    _next.Add(s, upper, model, _constant[s], b, w);
                    continue;
                }
            }

            if (left)
            {
                var root = Math.Clamp(model.Root(dk, db, dw, left: true, lower), lower, upper);
                if (root > lower)
                    _next.Add(s, root, model, _constant[s], b, w);
            }

            if (right)
            {
                var root = Math.Clamp(model.Root(dk, db, dw, left: false, upper), _next.Ends[_next.Count].Level, upper);
                if (root > _next.Ends[_next.Count].Level)
                    _next.Add(owner, root, model, _constant[owner], _linear[owner], model.Weight(owner));
                _next.Add(s, upper, model, _constant[s], b, w);
            }
            else
            {
                _next.Copy(owner, ends[i + 1]);
            }
        }

        (_now, _next) = (_next, _now);
        if (_gap.Length < _now.Owner.Length + 2)
            _gap = new double[_now.Owner.Length * 2 + 2];
        for (var i = 0; i < _now.Count; i++)
            if (_now.Owner[i] == s)
                return true;
        return false;
    }

    private void Grow(int size)
    {
        if (_constant.Length < size)
        {
            _constant = new TReal[size];
            _linear = new TReal[size];
            _live = new int[size];
            _mark = new int[size];
            _value = new double[size];
        }

        _mark.AsSpan().Clear();
        if (_gap.Length == 0)
            _gap = new double[_now.Owner.Length + 2];
        _now.Count = 0;
        _next.Count = 0;
    }

    private struct End
    {
        public double Level;
        public TReal U;
        public TReal V;
        public TReal Value;
    }

    private sealed class Envelope
    {
        public int Count;
        public int[] Owner = new int[64];
        public End[] Ends = new End[65];

        public void Start<TModel>(TModel model, double level, TReal k, TReal b, TReal w) where TModel : struct, IFunctionalModel<TReal>
        {
            Count = 0;
            Ends[0] = At(model, level, k, b, w);
        }

        // The left end of the domain, which a new owner may have lowered.
        public void Begin<TModel>(in End end, bool lowered, TModel model, TReal k, TReal b, TReal w) where TModel : struct, IFunctionalModel<TReal>
        {
            Ends[0] = end;
            if (lowered)
                Ends[0].Value = k + b * end.U - w * end.V;
        }

        public void Add<TModel>(int owner, double level, TModel model, TReal k, TReal b, TReal w) where TModel : struct, IFunctionalModel<TReal> =>
            Copy(owner, At(model, level, k, b, w));

        public void Copy(int owner, in End end)
        {
            if (Count > 0 && Owner[Count - 1] == owner)
            {
                Ends[Count] = end;
                return;
            }

            if (Count == Owner.Length)
            {
                Array.Resize(ref Owner, 2 * Count);
                Array.Resize(ref Ends, 2 * Count + 1);
            }

            Owner[Count++] = owner;
            Ends[Count] = end;
        }

        private static End At<TModel>(TModel model, double level, TReal k, TReal b, TReal w) where TModel : struct, IFunctionalModel<TReal>
        {
            var u = model.U(level);
            var v = model.V(level);
            return new End { Level = level, U = u, V = v, Value = k + b * u - w * v };
        }
    }
}
