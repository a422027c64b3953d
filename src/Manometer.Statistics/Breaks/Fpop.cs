using System.Numerics;
using System.Runtime.CompilerServices;

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
    [MethodImpl(MethodImplOptions.NoInlining)]
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
        foreach (var owner in _now.Owners)
            _mark[owner] = t;
        var kept = 0;
        for (var i = 0; i < live; i++)
            if (_mark[_live[i]] == t)
                _live[kept++] = _live[i];
        return kept;
    }

    // Lowers the envelope by candidate s; false when it is nowhere lower.
    [MethodImpl(MethodImplOptions.NoInlining)] // each of these large methods is compiled by itself: together they exhaust what the compiler is willing to inline
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
        if (pieces < 62)
        {
            var below = 0UL; // the ends at which s is lower
            ref var end = ref _now.First;
            for (var i = 0; i <= pieces; i++)
            {
                below |= (k + b * end.U - w * end.V - end.Value).Value < 0 ? 1UL << i : 0;
                end = ref Unsafe.Add(ref end, 1);
            }

            if (below == 0)
                return false;
            var left = BitOperations.TrailingZeroCount(~below);
            var right = BitOperations.LeadingZeroCount(~(below << (63 - pieces)));
            if (left > 0 && right > 0 && left + right == BitOperations.PopCount(below) && Enclose(model, s, k, left, right))
                return true;
        }

        return Rebuild(model, s, k);
    }

    // What nearly always happens: s, of constant k with the slack, with fewer rows to answer for than the others, is lower at the outermost ends, so many on the left and right, and nowhere between. The pieces between stay where they are.
    // False where that is not all, with nothing changed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Enclose<TModel>(TModel model, int s, TReal k, int left, int right) where TModel : struct, IFunctionalModel<TReal>
    {
        _now.MakeRoom();
        var pieces = _now.Count;
        ref var ends = ref _now.First;
        ref var owners = ref _now.FirstOwner;
        var own = new Parabola(_constant[s], _linear[s], model.Weight(s));
        var slack = own with { K = k };
        for (var i = 0; i < left - 1; i++)
            if (Returns(model, slack, Unsafe.Add(ref owners, i), Unsafe.Add(ref ends, i).Level, Unsafe.Add(ref ends, i + 1).Level))
                return false;
        for (var i = pieces - right + 1; i < pieces; i++)
            if (Returns(model, slack, Unsafe.Add(ref owners, i), Unsafe.Add(ref ends, i).Level, Unsafe.Add(ref ends, i + 1).Level))
                return false;

        var (first, last) = (left - 1, pieces - right); // the pieces that are cut, the same one perhaps
        var firstOwner = Unsafe.Add(ref owners, first);
        var (low, high) = (Unsafe.Add(ref ends, first).Level, Unsafe.Add(ref ends, first + 1).Level);
        var begin = Math.Clamp(model.Root(k - _constant[firstOwner], own.B - _linear[firstOwner], own.W - model.Weight(firstOwner), left: true, low), low, high);
        if (!(begin > low))
            return false;
        var lastOwner = Unsafe.Add(ref owners, last);
        var lastFunction = new Parabola(_constant[lastOwner], _linear[lastOwner], model.Weight(lastOwner));
        (low, high) = (first == last ? begin : Unsafe.Add(ref ends, last).Level, Unsafe.Add(ref ends, last + 1).Level);
        var finish = Math.Clamp(model.Root(k - lastFunction.K, own.B - lastFunction.B, own.W - lastFunction.W, left: false, high), low, high);
        if (!(finish > low))
            return false;

        var (lowest, highest) = (ends, Unsafe.Add(ref ends, pieces));
        (lowest.Value, highest.Value) = (own.At(lowest.U, lowest.V), own.At(highest.U, highest.V));
        Unsafe.Add(ref ends, first - 1) = lowest;
        Unsafe.Add(ref owners, first - 1) = s;
        Unsafe.Add(ref ends, first) = Envelope.At(model, begin, own);
        Unsafe.Add(ref ends, last + 1) = Envelope.At(model, finish, lastFunction);
        Unsafe.Add(ref owners, last + 1) = s;
        Unsafe.Add(ref ends, last + 2) = highest;
        _now.Head += first - 1;
        _now.Count = last - first + 3;
        return true;
    }

    // Whether a function that is lower at both ends of a piece is higher somewhere between.
    private bool Returns<TModel>(TModel model, Parabola function, int owner, double low, double high) where TModel : struct, IFunctionalModel<TReal>
    {
        var (dk, db, dw) = (function.K - _constant[owner], function.B - _linear[owner], function.W - model.Weight(owner));
        var peak = model.Peak(db, dw);
        return peak > low && peak < high && (dk + db * model.U(peak) - dw * model.V(peak)).Value > 0;
    }

    // The general case, piece by piece into another envelope.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Rebuild<TModel>(TModel model, int s, TReal k) where TModel : struct, IFunctionalModel<TReal>
    {
        var pieces = _now.Count;
        if (_gap.Length < pieces + 1)
            _gap = new double[2 * pieces + 2];
        var (b, w) = (_linear[s], model.Weight(s));
        ReadOnlySpan<End> ends = _now.Points;
        ReadOnlySpan<int> owners = _now.Owners;
        var gaps = _gap;
        var lower = false;
        for (var i = 0; i <= pieces; i++)
        {
            ref readonly var end = ref ends[i];
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
                if (!Returns(model, own with { K = k }, owner, from, to))
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

    // The pieces stand in the middle of their memory, so that both sides have room.
    private sealed class Envelope
    {
        public int Head;
        public int Count;
        private int[] _owners = new int[256];
        private End[] _ends = new End[257];

        public ReadOnlySpan<int> Owners => _owners.AsSpan(Head, Count);

        public ReadOnlySpan<End> Points => _ends.AsSpan(Head, Count + 1);

        public ref End Last => ref _ends[Head + Count];

        public ref End First => ref _ends[Head];

        public ref int FirstOwner => ref _owners[Head];

        /// <summary>Makes room for so many pieces; forgets those there are.</summary>
        public void Reserve(int pieces)
        {
            if (2 * pieces > _owners.Length)
                (_owners, _ends) = (new int[4 * pieces], new End[4 * pieces + 1]);
            (Head, Count) = (_owners.Length / 4, 0);
        }

        /// <summary>Leaves room for a piece more on both sides.</summary>
        public void MakeRoom()
        {
            if (Head > 0 && Head + Count + 1 < _owners.Length)
                return;
            var (owners, ends) = (_owners, _ends);
            if (4 * Count > owners.Length)
                (_owners, _ends) = (new int[2 * owners.Length], new End[2 * owners.Length + 1]);
            var head = (_owners.Length - Count) / 2;
            Array.Copy(owners, Head, _owners, head, Count);
            Array.Copy(ends, Head, _ends, head, Count + 1);
            Head = head;
        }

        public void Start<TModel>(TModel model, double level, Parabola owner) where TModel : struct, IFunctionalModel<TReal>
        {
            Reserve(1);
            First = At(model, level, owner);
        }

        // The left end of the domain, which a new owner may have lowered.
        public void Begin(in End end, bool lowered, Parabola owner)
        {
            First = end;
            if (lowered)
                First.Value = owner.At(end.U, end.V);
        }

        public void Add<TModel>(int owner, double level, TModel model, Parabola function) where TModel : struct, IFunctionalModel<TReal> => Copy(owner, At(model, level, function));

        public void Copy(int owner, in End end)
        {
            if (Count == 0 || _owners[Head + Count - 1] != owner)
                _owners[Head + Count++] = owner;
            _ends[Head + Count] = end;
        }

        public static End At<TModel>(TModel model, double level, Parabola function) where TModel : struct, IFunctionalModel<TReal>
        {
            var u = model.U(level);
            var v = model.V(level);
            return new End { Level = level, U = u, V = v, Value = function.At(u, v) };
        }
    }
}
