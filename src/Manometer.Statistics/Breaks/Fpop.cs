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
            var first = new Parabola(_constant[s], b, w);
            _now.Start(model, model.Lowest, first);
            _now.Add(0, model.Highest, model, first);
            return true;
        }

        var pieces = _now.Count;
        var ends = _now.Ends;
        var owners = _now.Owner;
        var gaps = _gap;
        var lower = false;
        for (var i = 0; i <= pieces; i++)
        {
            ref var end = ref ends[i];
            var gap = (k + b * end.U - w * end.V - end.Value).Value;
            gaps[i] = gap;
            lower |= gap < 0;
        }

        if (!lower)
            return false;
        var own = new Parabola(_constant[s], b, w);
        var next = _next;
        next.Reserve(2 * pieces + 2); // a piece is cut into three at most, and two cuts meet in one
        next.Begin(ends[0], gaps[0] < 0, own);
        var owned = false;
        for (var i = 0; i < pieces; i++)
        {
            var owner = owners[i];
            var left = gaps[i] < 0;
            var right = gaps[i + 1] < 0;
            if (!left && !right)
            {
                next.Copy(owner, ends[i + 1]);
                continue;
            }

            var dk = k - _constant[owner];
            var db = b - _linear[owner];
            var dw = w - model.Weight(owner);
            var (from, to) = (ends[i].Level, ends[i + 1].Level);
            if (left && right)
            {
                var peak = model.Peak(db, dw);
                if (!(peak > from && peak < to && (dk + db * model.U(peak) - dw * model.V(peak)).Value > 0))
                {
                    next.Add(s, to, model, own);
                    owned = true;
                    continue;
                }
            }

            if (left)
            {
                var root = Math.Clamp(model.Root(dk, db, dw, left: true, from), from, to);
                if (root > from)
                {
                    next.Add(s, root, model, own);
                    owned = true;
                }
            }

            if (right)
            {
                var root = Math.Clamp(model.Root(dk, db, dw, left: false, to), next.Last.Level, to);
                if (root > next.Last.Level)
                    next.Add(owner, root, model, new Parabola(_constant[owner], _linear[owner], model.Weight(owner)));
                next.Add(s, to, model, own);
                owned = true;
            }
            else
            {
                next.Copy(owner, ends[i + 1]);
            }
        }

        (_now, _next) = (_next, _now);
        if (_gap.Length < _now.Owner.Length + 2)
            _gap = new double[_now.Owner.Length * 2 + 2];
        return owned;
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

    /// <summary>A candidate's function K + B u - W v.</summary>
    private readonly record struct Parabola(TReal K, TReal B, TReal W)
    {
        public TReal At(TReal u, TReal v) => K + B * u - W * v;
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

        public ref End Last => ref Ends[Count];

        /// <summary>Makes room for so many pieces; forgets those there are.</summary>
        public void Reserve(int pieces)
        {
            Count = 0;
            if (pieces <= Owner.Length)
                return;
            Owner = new int[2 * pieces];
            Ends = new End[2 * pieces + 1];
        }

        public void Start<TModel>(TModel model, double level, Parabola owner) where TModel : struct, IFunctionalModel<TReal>
        {
            Count = 0;
            Ends[0] = At(model, level, owner);
        }

        // The left end of the domain, which a new owner may have lowered.
        public void Begin(in End end, bool lowered, Parabola owner)
        {
            Ends[0] = end;
            if (lowered)
                Ends[0].Value = owner.At(end.U, end.V);
        }

        public void Add<TModel>(int owner, double level, TModel model, Parabola function) where TModel : struct, IFunctionalModel<TReal> => Copy(owner, At(model, level, function));

        public void Copy(int owner, in End end)
        {
            if (Count == 0 || Owner[Count - 1] != owner)
                Owner[Count++] = owner;
            Ends[Count] = end;
        }

        private static End At<TModel>(TModel model, double level, Parabola function) where TModel : struct, IFunctionalModel<TReal>
        {
            var u = model.U(level);
            var v = model.V(level);
            return new End { Level = level, U = u, V = v, Value = function.At(u, v) };
        }
    }
}
